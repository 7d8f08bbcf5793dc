import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { containsAnswer, normaliseAnswer } from '../eval/metrics/normalise.js';
import { analyseQuestion } from '../src/analysis/question.js';
import { terms } from '../src/analysis/terms.js';
import { analyseSentence } from '../src/answering/analysed-passage.js';
import { candidateSpans } from '../src/answering/candidate-spans.js';
import { SPAN_GROUPS, type SpanGroup, spanGroupOf } from '../src/answering/short-answer.js';
import { describeSpans, SPAN_FEATURES } from '../src/answering/span-features.js';
import { splitSentences } from '../src/ingest/split-sentences.js';
import { fitListwise, type Listing } from './optimise.js';
import { digest } from './question-set.js';

/** Weight of a sentence that holds no answer, against one that does: nothing must be taken from it. */
const EMPTY_SHARE = 0.25;
const PENALTY = 1e-4;
/** Records whose hash falls here are held out, one in this many. */
const HELD_OUT = 6;
const WIDTH = SPAN_FEATURES.length + 1;

const RecordSchema = z.object({
  id: z.string(),
  question: z.string(),
  context: z.string(),
  answers: z.array(z.object({ text: z.string() })),
});

const { values } = parseArgs({
  options: {
    records: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
  },
});
if (values.records.length === 0)
  throw new Error(
    'Wanted --records FILE (JSON Lines of id, question, context, answers), once or more; see training/README.md.',
  );

interface Example extends Listing {
  readonly group: SpanGroup;
  readonly heldOut: boolean;
}

/** The last row stands for giving no short answer; it is right where no offer is. */
function examplesOf(line: string): Example[] {
  const { id, question: text, context, answers } = RecordSchema.parse(JSON.parse(line));
  const question = analyseQuestion(text);
  const group = spanGroupOf(question);
  if (group === null || answers.length === 0) return [];
  const accepted = answers.map((answer) => answer.text);
  const heldOut = Number.parseInt(digest(`span ${id}`).slice(0, 8), 16) % HELD_OUT === 0;
  const sentences = splitSentences(context).map(({ start, end }) => context.slice(start, end));
  const example = (sentence: string, weight: number): Example[] => {
    const analysed = analyseSentence({
      text: sentence,
      start: 0,
      end: sentence.length,
      kind: 'paragraph',
      vector: new Float32Array(),
    });
    const candidates = candidateSpans(question, analysed);
    const offers = candidates.map(({ offer }) => offer);
    if (offers.length === 0) return [];
    const exact = offers.map((offer) =>
      accepted.some((answer) => normaliseAnswer(answer) === normaliseAnswer(offer.text)),
    );
    const right = exact.includes(true)
      ? exact
      : offers.map((offer) => accepted.some((answer) => containsAnswer(offer.text, answer)));
    const rows = describeSpans(question, analysed, candidates).map((row) =>
      Float64Array.of(...row, 0),
    );
    const nothing = new Float64Array(WIDTH);
    nothing[WIDTH - 1] = 1;
    return [
      {
        group,
        heldOut,
        weight,
        rows: [...rows, nothing],
        right: [...right, !right.includes(true)],
      },
    ];
  };
  const holding = sentences.find((one) => accepted.some((answer) => one.includes(answer)));
  const overlap = (sentence: string) => {
    const own = new Set(terms(sentence));
    return question.terms.filter((term) => own.has(term)).length;
  };
  const other = sentences
    .filter((one) => !accepted.some((answer) => containsAnswer(one, answer)))
    .toSorted((a, b) => overlap(b) - overlap(a))[0];
  return [
    ...(holding === undefined ? [] : example(holding, 1)),
    ...(other === undefined ? [] : example(other, EMPTY_SHARE)),
  ];
}

const examples = values.records.flatMap((file) =>
  gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n').flatMap(examplesOf),
);

const fitted = {} as Record<SpanGroup, Float64Array>;
for (const group of SPAN_GROUPS) {
  const own = examples.filter((one) => one.group === group);
  const weights = fitListwise(
    own.filter(({ heldOut }) => !heldOut),
    WIDTH,
    PENALTY,
  );
  fitted[group] = weights;
  console.log(group, 'examples', own.length);
  for (const least of [0, 0.3, 0.4, 0.5, 0.6]) {
    console.log(
      '  least probability',
      least,
      figures(
        own.filter(({ heldOut, weight }) => heldOut && weight === 1),
        weights,
        least,
      ),
    );
  }
}

function figures(held: readonly Example[], weights: Float64Array, least: number) {
  let given = 0;
  let good = 0;
  let possible = 0;
  for (const { rows, right } of held) {
    if (right.at(-1) === false) possible++;
    const scores = rows.map((row) =>
      row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0),
    );
    const total = scores.reduce((sum, score) => sum + Math.exp(score), 0);
    const offered = least === 0 ? scores.slice(0, -1) : scores;
    const best = offered.indexOf(Math.max(...offered));
    if (best === rows.length - 1 || Math.exp(scores[best] ?? 0) / total < least) continue;
    given++;
    if (right[best]) good++;
  }
  return {
    sentences: held.length,
    answerable: possible,
    given,
    precision: Number((good / given).toFixed(3)),
    recall: Number((good / possible).toFixed(3)),
  };
}

if (values.write) {
  const rows = SPAN_GROUPS.map((group) => {
    const entries = [...SPAN_FEATURES, 'none'].map(
      (name, i) => `    ${name}: ${Number((fitted[group][i] ?? 0).toFixed(3))},`,
    );
    return `  ${group}: {\n${entries.join('\n')}\n  },`;
  });
  const file = resolve(import.meta.dirname, '../src/answering/span-weights.ts');
  await writeFile(
    file,
    `/* biome-ignore-all lint/suspicious/noApproximativeNumericConstant: fitted numbers are near to none on purpose. */
import type { SpanFeature } from './span-features.js';

/** Written by training/train-spans.ts; \`none\` is the score of giving no short answer. */
export const SPAN_WEIGHTS = {
${rows.join('\n')}
} as const satisfies Record<string, Record<SpanFeature | 'none', number>>;
`,
  );
  console.log(`Wrote ${file}.`);
}
