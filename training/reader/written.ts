import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { splitSentences } from '../../src/ingest/split-sentences.js';
import { type CasePassage, type CaseQuestion, readCases } from './cases.js';
import { chanceOf } from './near-misses.js';

/** UTF-16 code units of a passage's text at most, as about those of an index hold. */
const LONGEST = 1000;
/** Share of the questions that see two of the three passages. */
const TWO_PASSAGES = 0.55;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string', default: 'training/out/reader' },
  },
});
if (values.data === undefined) throw new Error('Wanted --data FOLDER; see training/README.md.');

const kept = createWriteStream(join(values.out, 'written.jsonl'));
const heldOut = createWriteStream(join(values.out, 'written-held-out.jsonl'));
const counts = { kept: 0, heldOut: 0 };
for (const { id, isHeldOut, passages, questions } of readCases(values.data)) {
  for (const question of questions) {
    counts[isHeldOut ? 'heldOut' : 'kept']++;
    const example = exampleOf(question, passages, chanceOf(id + question.question));
    (isHeldOut ? heldOut : kept).write(`${JSON.stringify(example)}\n`);
  }
}
kept.end();
heldOut.end();
console.log(counts);

function exampleOf(
  { question, kind, answers }: CaseQuestion,
  passages: readonly CasePassage[],
  chance: () => number,
) {
  const holding = new Set(answers.map(({ passage }) => passage));
  const seen = chance() < TWO_PASSAGES ? twoOf(passages.length, holding, chance) : null;
  const windows: { prefix: string; sentences: string[] }[] = [];
  const gold: [number, number][] = [];
  const spans: [number, number, number, number][] = [];
  for (const [which, { title, text }] of passages.entries()) {
    if (seen !== null && !seen.has(which)) continue;
    const own = answers.filter(({ passage }) => passage === which);
    const sentences = around(splitSentences(text), own[0]?.start ?? 0);
    for (const [place, { start, end }] of sentences.entries()) {
      const touching = own.filter((answer) => answer.start < end && answer.end > start);
      if (touching.length > 0) gold.push([windows.length, place]);
      for (const answer of touching)
        if (start <= answer.start && answer.end <= end)
          spans.push([windows.length, place, answer.start - start, answer.end - start]);
    }
    windows.push({
      prefix: title,
      sentences: sentences.map(({ start, end }) => text.slice(start, end)),
    });
  }
  return { kind: `written-${kind}`, question, windows, gold, spans };
}

/** Two passages, those that hold an answer among them. */
function twoOf(count: number, holding: ReadonlySet<number>, chance: () => number): Set<number> {
  const [first = Math.floor(chance() * count)] = holding;
  const others = Array.from({ length: count }, (_, which) => which).filter(
    (which) => which !== first,
  );
  const other = others[Math.floor(chance() * others.length)] ?? first;
  return new Set([first, other, ...holding]);
}

/** Whole sentences about the one at a place, no longer than a passage of an index. */
function around<S extends { readonly start: number; readonly end: number }>(
  sentences: readonly S[],
  place: number,
): readonly S[] {
  const centre = Math.max(
    0,
    sentences.findIndex(({ end }) => end > place),
  );
  let [first, last] = [0, sentences.length - 1];
  while (last > first && (sentences[last]?.end ?? 0) - (sentences[first]?.start ?? 0) > LONGEST) {
    if (last - centre >= centre - first) last--;
    else first++;
  }
  return sentences.slice(first, last + 1);
}
