import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { digest } from '../question-set.js';

const QUESTIONS_DIR = join(import.meta.dirname, 'questions');
/** Cases are held out whose hash begins with a byte below this, one in sixteen. */
const HELD_OUT_BELOW = 16;

/** A line of a file: three passages, as they stand or as `file:id` of records of public sets; or a question on them. */
interface Line {
  readonly c: string;
  readonly p?: readonly string[];
  readonly from?: readonly string[];
  readonly q?: string;
  readonly k?: string;
  /** [passage from 1, answer as it stands there]; none where no passage answers. */
  readonly a?: readonly (readonly [number, string])[];
}

/** A passage that questions were written on. */
export interface CasePassage {
  readonly title: string;
  readonly text: string;
}

/** A question on the passages of a case. */
export interface CaseQuestion {
  readonly question: string;
  readonly kind: string;
  /** Offsets into the passage; none where no passage answers. */
  readonly answers: readonly {
    readonly passage: number;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}

/** Passages with the questions on them. */
export interface Case {
  readonly id: string;
  readonly isHeldOut: boolean;
  readonly passages: readonly CasePassage[];
  readonly questions: readonly CaseQuestion[];
}

/**
 * Our own questions, by case.
 * @param data Folder of the public sets, `NAME.jsonl.gz`, whose passages some are on.
 */
export function readCases(data: string): Case[] {
  const lines = readdirSync(QUESTIONS_DIR)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((name) => readFileSync(join(QUESTIONS_DIR, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
  const records = recordsOf(
    lines.flatMap(({ from }) => from ?? []),
    data,
  );
  const asked = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.q !== undefined) asked.set(line.c, [...(asked.get(line.c) ?? []), line]);
  }
  return lines.flatMap(({ c, p, from }) => {
    const passages =
      p?.map((text) => ({ title: '', text })) ??
      from?.map((reference) => known(records, reference));
    if (passages === undefined) return [];
    const questions = (asked.get(c) ?? []).map((line) => questionOf(line, passages));
    const isHeldOut = Number.parseInt(digest(c).slice(0, 2), 16) < HELD_OUT_BELOW;
    return [{ id: c, isHeldOut, passages, questions }];
  });
}

function questionOf(
  { c, q = '', k = '', a = [] }: Line,
  passages: readonly CasePassage[],
): CaseQuestion {
  const answers = a.map(([number, text]) => {
    const passage = number - 1;
    const start = passages[passage]?.text.indexOf(text) ?? -1;
    if (start === -1) throw new Error(`${c}: passage ${number} does not hold "${text}".`);
    return { passage, start, end: start + text.length, text };
  });
  return { question: q, kind: k, answers };
}

function recordsOf(references: readonly string[], data: string): Map<string, CasePassage> {
  const wanted = new Set(references);
  const files = new Set(references.map((reference) => reference.slice(0, reference.indexOf(':'))));
  const found = new Map<string, CasePassage>();
  for (const file of files) {
    const bytes = readFileSync(join(data, `${file}.jsonl.gz`));
    for (const line of gunzipSync(bytes).toString('utf8').split('\n')) {
      if (line === '') continue;
      const record = JSON.parse(line) as { id: string; title?: string; context: string };
      const reference = `${file}:${record.id}`;
      if (wanted.has(reference))
        found.set(reference, {
          title: (record.title ?? '').replace(/_/g, ' '),
          text: record.context.replace(/\n/g, ' '),
        });
    }
  }
  return found;
}

function known(records: ReadonlyMap<string, CasePassage>, reference: string): CasePassage {
  const found = records.get(reference);
  if (found === undefined) throw new Error(`The record ${reference} is not in --data.`);
  return found;
}
