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
import {
  CLOSE_SPAN_FEATURES,
  describeSpans,
  describeSpansRead,
  SPAN_FEATURES,
} from '../src/answering/span-features.js';
import { SPAN_WEIGHTS } from '../src/answering/span-weights.js';
import { readConfig } from '../src/config.js';
import type { PassageReader, SentenceReading } from '../src/domain/passage-reader.js';
import { splitSentences } from '../src/ingest/split-sentences.js';
import { openReader } from './open-reader.js';
import { fitListwise, type Listing } from './optimise.js';
import { digest, type QuestionSet, readRecords, readSquad } from './question-set.js';

/** Weight of a sentence that holds no answer, against one that does: nothing must be taken from it. */
const EMPTY_SHARE = 0.25;
const PENALTY = 1e-4;
/** The same for what is learned of sentences read closely, of which there are fewer: it keeps near to what was learned of the others. */
const READ_PENALTY = 4e-3;
/** Records whose hash falls here are held out, one in this many. */
const HELD_OUT = 6;
/** Articles of SQuAD that nothing is fitted to. */
const HELD_OUT_ARTICLES = ['Warsaw', 'Harvard_University', '1973_oil_crisis'];
/** Questions read at the same time. */
const AT_ONCE = 4;
/** Records of each file whose sentences are read closely: the last in the order in which the reader takes the first. */
const MOST_READ = 2500;

interface SpanRecord {
  readonly id: string;
  readonly question: string;
  readonly context: string;
  readonly answers: readonly { readonly text: string }[];
}

const RecordSchema = z.object({
  id: z.string(),
  question: z.string(),
  context: z.string(),
  answers: z.array(z.object({ text: z.string() })),
});

const { values } = parseArgs({
  options: {
    records: { type: 'string', multiple: true, default: [] },
    'read-only': { type: 'boolean', default: false },
    unread: { type: 'string', multiple: true, default: [] },
    squad: { type: 'string' },
    work: { type: 'string', default: 'training/out' },
    write: { type: 'boolean', default: false },
  },
});
if (
  (values.records.length === 0 && !values['read-only']) ||
  values.unread.length === 0 ||
  values.squad === undefined
)
  throw new Error(
    'Wanted --records FILE and --unread FILE (JSON Lines of id, question, context, answers), each once or more, and --squad FILE; see training/README.md.',
  );

interface Example extends Listing {
  readonly group: SpanGroup;
  readonly heldOut: boolean;
}

/** The last row stands for giving no short answer; it is right where no offer is. Sentences with readings are described by those too. */
function examplesOf(
  { id, question: text, context, answers }: SpanRecord,
  readings: readonly SentenceReading[] | null,
): Example[] {
  const width = readings === null ? SPAN_FEATURES.length : CLOSE_SPAN_FEATURES.length;
  const question = analyseQuestion(text);
  const group = spanGroupOf(question);
  if (group === null || answers.length === 0) return [];
  const accepted = answers.map((answer) => answer.text);
  const heldOut = Number.parseInt(digest(`span ${id}`).slice(0, 8), 16) % HELD_OUT === 0;
  const sentences = splitSentences(context).map(({ start, end }) => context.slice(start, end));
  const example = (sentence: string, weight: number): Example[] => {
    const reading = readings?.[sentences.indexOf(sentence)] ?? null;
    if (readings !== null && (reading === null || reading.spans.length === 0)) return [];
    const analysed = analyseSentence({
      text: sentence,
      start: 0,
      end: sentence.length,
      kind: 'paragraph',
      vector: new Float32Array(),
    });
    const candidates = candidateSpans(question, analysed, reading);
    const offers = candidates.map(({ offer }) => offer);
    if (offers.length === 0) return [];
    const exact = offers.map((offer) =>
      accepted.some((answer) => normaliseAnswer(answer) === normaliseAnswer(offer.text)),
    );
    const right = exact.includes(true)
      ? exact
      : offers.map((offer) => accepted.some((answer) => containsAnswer(offer.text, answer)));
    const rows = (
      reading === null
        ? describeSpans(question, analysed, candidates)
        : describeSpansRead(question, analysed, candidates, reading)
    ).map((row) => Float64Array.of(...row, 0));
    const nothing = new Float64Array(width + 1);
    nothing[width] = 1;
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

const light = values['read-only']
  ? weightsThatShip()
  : fitGroups(
      'words',
      values.records.flatMap((file) =>
        gunzipSync(readFileSync(file))
          .toString('utf8')
          .trim()
          .split('\n')
          .flatMap((line) => examplesOf(RecordSchema.parse(JSON.parse(line)), null)),
      ),
      SPAN_FEATURES.length + 1,
    );

const { model, reader } = await openReader(readConfig(process.env), resolve(values.work));
const unread: Example[] = [];
for (const file of values.unread)
  unread.push(...(await examplesRead(recordsOf(readRecords(file, 'unread', MOST_READ)), reader)));
const close = fitGroups('read closely', unread, CLOSE_SPAN_FEATURES.length + 1, light);
const articles = readSquad(values.squad, Number.MAX_SAFE_INTEGER);
const squad = await examplesRead(
  recordsOf({
    ...articles,
    questions: articles.questions.filter(({ group }) => HELD_OUT_ARTICLES.includes(group)),
  }),
  reader,
);
for (const group of SPAN_GROUPS)
  report(
    `SQuAD, held-out articles, ${group}`,
    squad.filter((one) => one.group === group),
    close[group],
  );
await model.close();

/** Questions with the paragraph their answer stands in. */
function recordsOf({ documents, questions }: QuestionSet): SpanRecord[] {
  const blocks = new Map(
    documents.map(({ id, text, blocks: own }) => [
      id,
      own.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
    ]),
  );
  return questions.flatMap(({ id, question, answers }) => {
    const [first] = answers;
    const paragraph = blocks
      .get(first?.documentId ?? '')
      ?.find(({ start, end }) => first && start <= first.start && first.end <= end);
    return paragraph === undefined ? [] : [{ id, question, answers, context: paragraph.text }];
  });
}

async function examplesRead(
  records: readonly SpanRecord[],
  passageReader: PassageReader,
): Promise<Example[]> {
  const examples: Example[] = [];
  for (let from = 0; from < records.length; from += AT_ONCE) {
    const part = await Promise.all(
      records.slice(from, from + AT_ONCE).map(async (record) => {
        if (spanGroupOf(analyseQuestion(record.question)) === null) return [];
        const sentences = splitSentences(record.context).map(({ start, end }) =>
          record.context.slice(start, end),
        );
        const [readings = []] = await passageReader.read(record.question, [
          { context: '', sentences },
        ]);
        return examplesOf(record, readings);
      }),
    );
    examples.push(...part.flat());
  }
  return examples;
}

/** Those of words alone, as they stand. */
function weightsThatShip(): Record<SpanGroup, Float64Array> {
  const entries = SPAN_GROUPS.map((group): [SpanGroup, Float64Array] => {
    const own = SPAN_WEIGHTS[group];
    return [group, Float64Array.from([...SPAN_FEATURES, 'none' as const], (name) => own[name])];
  });
  return Object.fromEntries(entries) as Record<SpanGroup, Float64Array>;
}

/** Weights for more features than there were, which stand before the last one. */
function widened(weights: Float64Array, width: number): Float64Array {
  const wide = new Float64Array(width);
  wide.set(weights.subarray(0, -1));
  wide[width - 1] = weights.at(-1) ?? 0;
  return wide;
}

function fitGroups(
  what: string,
  examples: readonly Example[],
  width: number,
  near?: Readonly<Record<SpanGroup, Float64Array>>,
) {
  const fitted = {} as Record<SpanGroup, Float64Array>;
  for (const group of SPAN_GROUPS) {
    const own = examples.filter((one) => one.group === group);
    fitted[group] =
      own.length === 0
        ? new Float64Array(width)
        : fitListwise(
            own.filter(({ heldOut }) => !heldOut),
            width,
            near === undefined ? PENALTY : READ_PENALTY,
            near === undefined ? undefined : widened(near[group], width),
          );
    console.log(what, group, 'examples', own.length);
    report(
      `${what}, ${group}`,
      own.filter(({ heldOut }) => heldOut),
      fitted[group],
    );
  }
  return fitted;
}

function report(what: string, examples: readonly Example[], weights: Float64Array): void {
  for (const least of [0, 0.3, 0.4, 0.5, 0.6])
    console.log(
      what,
      'least probability',
      least,
      figures(
        examples.filter(({ weight }) => weight === 1),
        weights,
        least,
      ),
    );
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
  const table = (
    fitted: Readonly<Record<SpanGroup, Float64Array>>,
    features: readonly string[],
  ): string =>
    SPAN_GROUPS.map((group) => {
      const entries = [...features, 'none'].map(
        (name, i) => `    ${name}: ${Number((fitted[group][i] ?? 0).toFixed(3))},`,
      );
      return `  ${group}: {\n${entries.join('\n')}\n  },`;
    }).join('\n');
  const write = async (
    name: string,
    comment: string,
    type: string,
    constant: string,
    rows: string,
  ) => {
    const file = resolve(import.meta.dirname, `../src/answering/${name}.ts`);
    await writeFile(
      file,
      `/* biome-ignore-all lint/suspicious/noApproximativeNumericConstant: fitted numbers are near to none on purpose. */
import type { ${type} } from './span-features.js';

/** Written by training/train-spans.ts${comment}; \`none\` is the score of giving no short answer. */
export const ${constant} = {
${rows}
} as const satisfies Record<string, Record<${type} | 'none', number>>;
`,
    );
    console.log(`Wrote ${file}.`);
  };
  await write('span-weights', '', 'SpanFeature', 'SPAN_WEIGHTS', table(light, SPAN_FEATURES));
  await write(
    'close-span-weights',
    ' for sentences that were read closely',
    'CloseSpanFeature',
    'CLOSE_SPAN_WEIGHTS',
    table(close, CLOSE_SPAN_FEATURES),
  );
}
