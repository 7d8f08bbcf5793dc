import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDataset } from '../../eval/dataset/load-dataset.js';
import type { QuestionRecord } from '../../eval/dataset/question.js';
import { type Evaluation, evaluate } from '../../eval/evaluate.js';
import { FIGURES } from '../../eval/figures.js';
import { breaches, type Gate, readGates } from '../../eval/gates.js';
import type { Answered } from '../../eval/outcome.js';
import { engineTarget } from '../../eval/target/engine-target.js';
import type { Reply } from '../../eval/target/reply.js';
import type { Target } from '../../eval/target/target.js';
import type { Variation } from '../../src/compose.js';

const ROOT = join(import.meta.dirname, '../..');
const timeoutMs = 600_000;
/** For hundreds of questions on a machine that has much else to do. */
const PATIENCE_MS = 1_800_000;
/** Questions that a broken search is asked: enough to lower every mean by more than its margin. */
const ASKED_OF_MUTANT = 60;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-gates-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The engine that goes by words and vectors, over a dataset, and its gate on the test split. */
async function open(name: string, variation?: Variation) {
  const { questions, corpusDir } = await loadDataset(name);
  const gates = await readGates(join(ROOT, 'eval/gates.json'));
  const target = await engineTarget(
    {
      name,
      corpusDir: corpusDir ?? join(ROOT, 'corpus'),
      indexDir: join(folder, name),
    },
    {
      READER: 'extractive-light',
      MODELS_DIR: join(ROOT, 'node_modules/.cache/footnote/models'),
      OFFLINE: 'true',
    },
    () => {},
    variation,
  );
  return {
    target,
    questions: questions.filter((one) => one.split === 'test'),
    gate: gates[`${name}.test.extractive-light`] ?? {},
  };
}

const broken = (gate: Gate, evaluation: Evaluation) =>
  breaches(gate, evaluation).map((one) => one.label);

/** The outcomes of an evaluation, by question, each response changed. */
function changedBy(change: (reply: Reply) => Reply, { judged }: Evaluation): Map<string, Answered> {
  return new Map(
    judged.map(({ outcome }): [string, Answered] => {
      if (outcome.response === null) throw new Error(`${outcome.question.id} was not answered`);
      return [outcome.question.id, { ...outcome, response: change(outcome.response) }];
    }),
  );
}

describe('the gates', () => {
  let target: Target;
  let questions: readonly QuestionRecord[];
  let gate: Gate;
  let sound: Evaluation;

  beforeAll(async () => {
    ({ target, questions, gate } = await open('korea-japan'));
    sound = await evaluate(target, questions, { timeoutMs });
  }, PATIENCE_MS);
  afterAll(() => target.close());

  /** What the gates say of the same responses with a bug planted into each. */
  async function withBug(change: (reply: Reply) => Reply): Promise<string[]> {
    const known = changedBy(change, sound);
    const evaluation = await evaluate(target, questions, { timeoutMs, known });
    return broken(gate, evaluation);
  }

  it('ask for what each part does', () => {
    expect(Object.keys(gate)).toEqual(
      expect.arrayContaining(['recallAt5', 'verbatim', 'abstentionRecall', 'disagreementRecall']),
    );
    expect(gate['disagreementRecall']).toBeGreaterThan(0);
    expect(gate['abstentionRecall']).toBeGreaterThan(0);
  });

  it('hold for the shipped articles', () => {
    expect(breaches(gate, sound)).toEqual([]);
  });

  it.each(['saltmere', 'kessel'])(
    'hold for %s, and not where its disagreements are kept quiet',
    {
      timeout: PATIENCE_MS,
    },
    async (name) => {
      const other = await open(name);
      try {
        const whole = await evaluate(other.target, other.questions, { timeoutMs });
        expect(breaches(other.gate, whole)).toEqual([]);
        const known = changedBy((reply) => ({ ...reply, disagreement: null }), whole);
        const quiet = await evaluate(other.target, other.questions, { timeoutMs, known });
        expect(broken(other.gate, quiet)).toEqual(['disagreement recall']);
      } finally {
        await other.target.close();
      }
    },
  );

  it('want nothing that is there anyway', async () => {
    const all = Object.values(await readGates(join(ROOT, 'eval/gates.json')));
    const idle = all.flatMap((one) =>
      FIGURES.filter(({ name, better }) => one[name] === (better === 'lower' ? 1 : 0)),
    );
    expect(idle).toEqual([]);
  });

  it('hold where responses are only read anew', async () => {
    expect(await withBug((reply) => reply)).toEqual([]);
  });

  it('turn red where a search gives the farthest passages first', {
    timeout: PATIENCE_MS,
  }, async () => {
    const worstFirst: Variation = {
      searched: (index) => ({
        ...index,
        vectors: {
          search: async (...args) =>
            (await index.vectors.search(...args)).toReversed().map((one, place) => ({
              ...one,
              score: 1 - place / 1000,
            })),
        },
        lexical: {
          size: index.lexical.size,
          documentFrequencies: (terms) => index.lexical.documentFrequencies(terms),
          search: async () => [],
        },
      }),
    };
    const mutant = await open('korea-japan', worstFirst);
    try {
      const asked = new Set(
        questions
          .filter((one) => one.answerable)
          .slice(0, ASKED_OF_MUTANT)
          .map((one) => one.id),
      );
      const known = new Map(
        sound.judged
          .filter(({ outcome }) => !asked.has(outcome.question.id))
          .map(({ outcome }) => [outcome.question.id, outcome]),
      );
      const evaluation = await evaluate(mutant.target, questions, { timeoutMs, known });
      expect(broken(gate, evaluation)).toContain('evidence among 5 passages retrieved');
    } finally {
      await mutant.target.close();
    }
  });

  it('turn red where citations are one character off', async () => {
    const labels = await withBug((reply) => ({
      ...reply,
      citations: reply.citations.map((one) => ({
        ...one,
        start: (one.start ?? 0) + 1,
        end: (one.end ?? 0) + 1,
      })),
    }));
    expect(labels).toContain('citations verbatim, hash right');
    expect(labels).toContain('sentences grounded');
  });

  it('turn red where nothing is refused', async () => {
    const labels = await withBug((reply) => ({
      ...reply,
      answer: reply.answer ?? {
        text: 'Surely.',
        shortAnswer: null,
        sentences: [],
        confidence: 0.9,
      },
      abstention: null,
    }));
    expect(labels).toContain('abstention recall');
  });

  it('turn red where everything is refused', async () => {
    const labels = await withBug((reply) => ({
      ...reply,
      answer: null,
      citations: [],
      disagreement: null,
    }));
    expect(labels).toContain('false abstention, of answerable');
    expect(labels).toContain('answer correct, of answerable');
  });

  it('turn red where disagreements are kept quiet', async () => {
    expect(await withBug((reply) => ({ ...reply, disagreement: null }))).toEqual([
      'disagreement recall',
    ]);
  });
});
