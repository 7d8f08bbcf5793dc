import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { findNames } from '../../src/analysis/names.js';
import { splitSentences } from '../../src/ingest/split-sentences.js';
import { digest } from '../question-set.js';
import { openCompetitors } from './competitors.js';
import {
  type Chance,
  chanceOf,
  pick,
  withOpposite,
  withOtherName,
  withOtherYear,
  withTypo,
} from './near-misses.js';

/** UTF-16 code units of text of a passage at most, between these: mostly less than those of an index hold, for the sake of training's time. */
const WINDOW_LIMITS = [280, 700] as const;
/** Share of the passages that may be as long as those of an index, and how long those are. */
const LONG = 0.2;
const LONG_LIMIT = 1000;
/** Passages beside that of a question. */
const COMPETITORS = 2;
/** Share of the questions that keep only one of them. */
const FEW = 0.85;
/** Of the answerable questions, the share made unanswerable. */
const SPOILT = 0.28;
const TYPOS = 0.05;
/** Articles of SQuAD that nothing is fitted to. */
const HELD_OUT = ['Warsaw', 'Harvard_University', '1973_oil_crisis'];

/** Questions taken of each file at most, and which passages compete with theirs. */
const SOURCES = [
  { file: 'squad_v1_train_part', pool: 'squad', most: 9000 },
  { file: 'squad_v2_unanswerable_part', pool: 'squad', most: 5000 },
  { file: 'squad_sentence_part', pool: 'squad', most: 1100 },
  { file: 'qed_nq', pool: 'search', most: 4500 },
  { file: 'nq_open_oracle', pool: 'search', most: 1600 },
  { file: 'afriqa_en', pool: 'search', most: 3000 },
  { file: 'selqa', pool: 'selqa', most: 2400 },
  { file: 'selqa_removed', pool: 'selqa', most: 800 },
  { file: 'covid_qa', pool: 'covid', most: 900 },
  { file: 'qamr', pool: 'qamr', most: 2500 },
] as const;

interface Source {
  readonly id: string;
  readonly question: string;
  readonly context: string;
  readonly title?: string;
  readonly pool: string;
  readonly isUnitSentence: boolean;
  readonly answers: readonly { readonly text: string; readonly answer_start: number }[];
}

/** What the reader sees of a passage. */
interface Window {
  readonly prefix: string;
  readonly sentences: readonly string[];
}

/** A question with passages that compete; no gold sentence where none answers. */
interface Example {
  readonly kind: string;
  readonly question: string;
  readonly windows: readonly Window[];
  /** [window, sentence] */
  readonly gold: readonly (readonly [number, number])[];
  /** [window, sentence, start, end], offsets into the sentence. */
  readonly spans: readonly (readonly [number, number, number, number])[];
}

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    squad: { type: 'string' },
    out: { type: 'string', default: 'training/out/reader' },
    'held-out': { type: 'boolean', default: false },
    /** Another one cuts, spoils and pairs the same questions otherwise. */
    draw: { type: 'string', default: '' },
  },
});
if (values.data === undefined || values.squad === undefined) {
  throw new Error('Wanted --data FOLDER and --squad FILE; see training/README.md.');
}

const sources = values['held-out']
  ? readSquad(values.squad, true)
  : [...SOURCES.flatMap(readPart), ...readSquad(values.squad, false)];
const pools = new Map(
  [...new Set(sources.map(({ pool }) => pool))].map((pool) => {
    const members = sources.filter((one) => one.pool === pool);
    return [pool, openCompetitors([...new Set(members.map(({ context }) => context))])];
  }),
);
const nameLists = new Map<string, readonly string[]>();
const out = createWriteStream(
  join(values.out, values['held-out'] ? 'held-out.jsonl' : 'train.jsonl'),
);
const counts = new Map<string, number>();
for (const source of sources.toSorted((a, b) => (digest(a.id) < digest(b.id) ? -1 : 1))) {
  const example = exampleOf(source, chanceOf(source.id + values.draw));
  if (example === null) continue;
  counts.set(example.kind, (counts.get(example.kind) ?? 0) + 1);
  out.write(`${JSON.stringify(example)}\n`);
}
out.end();
console.log(Object.fromEntries(counts));

function exampleOf(source: Source, chance: Chance): Example | null {
  const competitors = competitorsOf(source);
  const others = !values['held-out'] && chance() < FEW ? competitors.slice(0, 1) : competitors;
  const isKept = values['held-out'] || source.answers.length === 0 || chance() >= SPOILT;
  const own = windowOf(source, chance);
  if (own === null) return null;
  const question =
    !values['held-out'] && chance() < TYPOS ? withTypo(source.question, chance) : source.question;
  if (source.answers.length === 0)
    return {
      kind: 'unanswerable',
      question,
      windows: [own.window, ...others.slice(1)],
      gold: [],
      spans: [],
    };
  if (isKept) {
    return {
      kind: 'answerable',
      question,
      windows: [own.window, ...others],
      gold: own.gold.map((sentence) => [0, sentence]),
      spans: source.isUnitSentence ? [] : own.spans.map((span) => [0, ...span]),
    };
  }
  return spoilt(source, question, own, competitors, chance);
}

/** An answerable question made unanswerable: its answer taken away, or something it demands changed. */
function spoilt(
  source: Source,
  question: string,
  { window, gold }: Located,
  competitors: readonly Window[],
  chance: Chance,
): Example | null {
  const none = { gold: [], spans: [] };
  const others = chance() < FEW ? [] : competitors;
  const text = window.sentences.join(' ');
  const windows = [window, ...others.slice(0, 1)];
  const changed = (kind: string, by: string | null): Example | null =>
    by === null ? null : { kind, question: by, windows, ...none };
  if (chance() < 0.55) {
    const inside = chance() < 0.5;
    const ways = [
      () => changed('year', withOtherYear(question, text, chance)),
      () => changed('opposite', withOpposite(question, chance)),
      () =>
        changed(
          'name',
          withOtherName(
            question,
            inside ? findNames(text).map(({ text: name }) => name) : namesOf(source.pool),
            inside ? goldText(window, gold) : text,
            chance,
          ),
        ),
    ];
    for (const way of ways) {
      const example = way();
      if (example !== null) return example;
    }
  }
  const left = window.sentences.filter((_, place) => !gold.includes(place));
  const isGone = !source.answers.some(({ text: answer }) => left.join(' ').includes(answer));
  if (left.length >= 2 && isGone)
    return {
      kind: 'removed',
      question,
      windows: [{ ...window, sentences: left }, ...others.slice(0, 1)],
      ...none,
    };
  return competitors.length < 2
    ? null
    : { kind: 'elsewhere', question, windows: competitors, ...none };
}

interface Located {
  readonly window: Window;
  readonly gold: readonly number[];
  /** [sentence, start, end] */
  readonly spans: readonly (readonly [number, number, number])[];
}

/** A stretch of the context, whole sentences, the first answer among them. */
function windowOf(source: Source, chance: Chance): Located | null {
  const { context } = source;
  const limit =
    chance() < LONG
      ? LONG_LIMIT
      : WINDOW_LIMITS[0] + chance() * (WINDOW_LIMITS[1] - WINDOW_LIMITS[0]);
  const sentences = splitSentences(context);
  const answers = source.answers.map(({ text, answer_start }) => {
    const start = [...context].slice(0, answer_start).join('').length;
    return { start, end: start + text.length };
  });
  const wanted = answers[0]?.start ?? Math.floor(chance() * context.length);
  const centre = Math.max(
    0,
    sentences.findIndex(({ end }) => end > wanted),
  );
  let [first, last] = [centre, centre];
  const span = () => (sentences[last]?.end ?? 0) - (sentences[first]?.start ?? 0);
  const isWithin = (from: number, to: number) =>
    from >= 0 &&
    to < sentences.length &&
    (sentences[to]?.end ?? 0) - (sentences[from]?.start ?? 0) <= limit;
  while (isWithin(first - 1, last) || isWithin(first, last + 1)) {
    const before = isWithin(first - 1, last) && (!isWithin(first, last + 1) || chance() < 0.5);
    if (before) first--;
    else last++;
  }
  if (span() > limit * 2) return null;
  const kept = sentences.slice(first, last + 1);
  const holding = (from: number, to: number) =>
    kept.findIndex(({ start, end }) => start <= from && to <= end);
  const touched = kept.flatMap(({ start, end }, place) =>
    answers.some((answer) => answer.start < end && answer.end > start) ? [place] : [],
  );
  const spans = answers.flatMap(({ start, end }): [number, number, number][] => {
    const place = holding(start, end);
    const offset = kept[place]?.start ?? 0;
    return place === -1 ? [] : [[place, start - offset, end - offset]];
  });
  if (answers.length > 0 && touched.length === 0) return null;
  return {
    window: {
      prefix: source.title ?? '',
      sentences: kept.map(({ start, end }) => context.slice(start, end)),
    },
    gold: touched,
    spans,
  };
}

function competitorsOf(source: Source): Window[] {
  const answers = source.isUnitSentence ? [] : source.answers.map(({ text }) => text.toLowerCase());
  return (pools.get(source.pool)?.(source.question, 10) ?? [])
    .filter((context) => context !== source.context)
    .filter((context) => !answers.some((answer) => context.toLowerCase().includes(answer)))
    .slice(0, COMPETITORS)
    .flatMap((context) => {
      const located = windowOf(
        { ...source, context, answers: [] },
        chanceOf(source.id + context + values.draw),
      );
      return located === null ? [] : [located.window];
    });
}

function namesOf(pool: string): readonly string[] {
  const known = nameLists.get(pool);
  if (known !== undefined) return known;
  const names = sources
    .filter((one) => one.pool === pool)
    .slice(0, 2000)
    .flatMap(({ context }) => pick(findNames(context), chanceOf(context))?.text ?? []);
  nameLists.set(pool, names);
  return names;
}

function goldText(window: Window, gold: readonly number[]): string {
  return gold.map((place) => window.sentences[place]).join(' ');
}

function readPart({ file, pool, most }: (typeof SOURCES)[number]): Source[] {
  return read(join(values.data ?? '', `${file}.jsonl.gz`))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Source & { unit?: string })
    .filter(({ context, question }) => isPlain(context) && isPlain(question))
    .toSorted((a, b) => (digest(a.id) < digest(b.id) ? -1 : 1))
    .slice(0, most)
    .map((record) => ({ ...record, pool, isUnitSentence: record.unit === 'sentence' }));
}

function readSquad(path: string, heldOut: boolean): Source[] {
  const file = JSON.parse(read(path)) as {
    data: { title: string; paragraphs: { context: string; qas: Source[] }[] }[];
  };
  return file.data
    .filter(({ title }) => HELD_OUT.includes(title) === heldOut)
    .flatMap(({ title, paragraphs }) =>
      paragraphs.flatMap(({ context, qas }) =>
        isPlain(context)
          ? qas.map(({ id, question, answers }) => ({
              id,
              question,
              answers,
              context,
              title: title.replace(/_/g, ' '),
              pool: 'articles',
              isUnitSentence: false,
            }))
          : [],
      ),
    );
}

/** Whether code units and code points count alike. */
function isPlain(text: string): boolean {
  return !/[\u{10000}-\u{10FFFF}\r]/u.test(text);
}

function read(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}
