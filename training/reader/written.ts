import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { splitSentences } from '../../src/ingest/split-sentences.js';
import { digest } from '../question-set.js';
import { chanceOf } from './near-misses.js';

const QUESTIONS_DIR = join(import.meta.dirname, 'questions');
/** UTF-16 code units of a passage's text at most, as about those of an index hold. */
const LONGEST = 1000;
/** Share of the questions that see two of the three passages. */
const TWO_PASSAGES = 0.55;
/** One case in so many is held out. */
const HELD_OUT_OF = 16;

/** A line of a file: three passages, as they stand or as `file:id` of records in `--data`; or a question on them. */
interface Line {
  readonly c: string;
  readonly p?: readonly string[];
  readonly from?: readonly string[];
  readonly q?: string;
  readonly k?: string;
  /** [passage from 1, answer as it stands there]; none where no passage answers. */
  readonly a?: readonly (readonly [number, string])[];
}

interface SourcePassage {
  readonly title: string;
  readonly text: string;
}

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string', default: 'training/out/reader' },
  },
});
if (values.data === undefined) throw new Error('Wanted --data FOLDER; see training/README.md.');

const lines = readdirSync(QUESTIONS_DIR)
  .filter((name) => name.endsWith('.jsonl'))
  .toSorted()
  .flatMap((name) => readFileSync(join(QUESTIONS_DIR, name), 'utf8').split('\n'))
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Line);
const records = recordsOf(lines.flatMap(({ from }) => from ?? []));
const cases = new Map(
  lines.flatMap(({ c, p, from }): [string, SourcePassage[]][] =>
    p !== undefined
      ? [[c, p.map((text) => ({ title: '', text }))]]
      : from !== undefined
        ? [[c, from.map((reference) => known(records, reference))]]
        : [],
  ),
);
const kept = createWriteStream(join(values.out, 'written.jsonl'));
const heldOut = createWriteStream(join(values.out, 'written-held-out.jsonl'));
const counts = { kept: 0, heldOut: 0 };
for (const line of lines) {
  if (line.q === undefined) continue;
  const isHeldOut = Number.parseInt(digest(line.c).slice(0, 4), 16) % HELD_OUT_OF === 0;
  counts[isHeldOut ? 'heldOut' : 'kept']++;
  (isHeldOut ? heldOut : kept).write(`${JSON.stringify(exampleOf(line, known(cases, line.c)))}\n`);
}
kept.end();
heldOut.end();
console.log(counts);

function exampleOf({ c, q = '', k = '', a = [] }: Line, passages: readonly SourcePassage[]) {
  const chance = chanceOf(c + q);
  const holding = new Set(a.map(([number]) => number - 1));
  const seen = chance() < TWO_PASSAGES ? twoOf(passages.length, holding, chance()) : null;
  const windows: { prefix: string; sentences: string[] }[] = [];
  const gold: [number, number][] = [];
  const spans: [number, number, number, number][] = [];
  for (const [which, { title, text }] of passages.entries()) {
    if (seen !== null && !seen.has(which)) continue;
    const answers = a
      .filter(([number]) => number - 1 === which)
      .map(([, answer]) => placeOf(text, answer, c));
    const sentences = around(splitSentences(text), answers[0]?.start ?? 0);
    for (const [place, { start, end }] of sentences.entries()) {
      const touching = answers.filter((answer) => answer.start < end && answer.end > start);
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
  return { kind: `written-${k}`, question: q, windows, gold, spans };
}

/** Two passages, those that hold an answer among them. */
function twoOf(count: number, holding: ReadonlySet<number>, chance: number): Set<number> {
  const [first = Math.floor(chance * count)] = holding;
  const others = Array.from({ length: count }, (_, which) => which).filter(
    (which) => which !== first,
  );
  const other = others[Math.floor(chance * 7919) % others.length] ?? first;
  return new Set([first, other, ...holding]);
}

function placeOf(text: string, answer: string, name: string) {
  const start = text.indexOf(answer);
  if (start === -1) throw new Error(`${name}: no passage holds "${answer}" as it stands.`);
  return { start, end: start + answer.length };
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

function recordsOf(references: readonly string[]): Map<string, SourcePassage> {
  const wanted = new Set(references);
  const files = new Set(references.map((reference) => reference.slice(0, reference.indexOf(':'))));
  const found = new Map<string, SourcePassage>();
  for (const file of files) {
    const bytes = readFileSync(join(values.data ?? '', `${file}.jsonl.gz`));
    for (const line of gunzipSync(bytes).toString('utf8').split('\n')) {
      if (line === '') continue;
      const { id, title, context } = JSON.parse(line) as {
        id: string;
        title?: string;
        context: string;
      };
      const reference = `${file}:${id}`;
      if (wanted.has(reference))
        found.set(reference, {
          title: (title ?? '').replace(/_/g, ' '),
          text: context.replace(/\n/g, ' '),
        });
    }
  }
  return found;
}

function known<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`${key} is named, but stands nowhere.`);
  return value;
}
