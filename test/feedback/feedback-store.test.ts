import { appendFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { feedbackFile } from '../../src/feedback/feedback-file.js';
import { openFeedbackStore } from '../../src/feedback/open-feedback-store.js';
import { readFeedback } from '../../src/feedback/read-feedback.js';
import { createRecentAnswers } from '../../src/feedback/recent-answers.js';
import { ABSTAINED, ANSWERED, CITATION } from '../http/samples.js';
import { feedbackFolder } from './feedback-folder.js';

const request = { question: ANSWERED.question };

async function open(keepUnanswered = false) {
  const dir = await feedbackFolder();
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => failures.push(error);
  return { dir, failures, store: openFeedbackStore({ dir, keepUnanswered, onFailure }) };
}

describe('a verdict', () => {
  it('is on disk, with what it is about, as soon as its client is told so', async () => {
    const { dir, store } = await open();
    store.remember({ ...request, history: [{ question: 'q', answer: 'a' }] }, ANSWERED);
    const receipt = await store.keep({ answerId: 'answer-1', verdict: 'down', note: 'too old' });
    // The store is still open: what is read here is what a crash would leave.
    const { entries, unreadable } = await readFeedback(dir);
    expect(unreadable).toBe(0);
    expect(entries).toEqual([
      {
        kind: 'verdict',
        at: receipt?.keptAt,
        answerId: 'answer-1',
        verdict: 'down',
        note: 'too old',
        asked: {
          question: ANSWERED.question,
          history: [{ question: 'q', answer: 'a' }],
          status: 'answered',
          reason: null,
          text: ANSWERED.answer?.text,
          shortAnswer: '$77.2 billion',
          evidence: [{ documentId: CITATION.documentId, quote: CITATION.quote }],
          index: 'sha256-f',
        },
      },
    ]);
    await store.close();
  });

  it('is not kept for an answer nobody knows', async () => {
    const { dir, store } = await open();
    expect(await store.keep({ answerId: 'other', verdict: 'up' })).toBeUndefined();
    await store.close();
    expect(await readFeedback(dir)).toEqual({ entries: [], unreadable: 0 });
  });

  it('is one of many that come at once, and none is lost or mixed up', async () => {
    const { dir, store } = await open();
    const ids = Array.from({ length: 200 }, (_, i) => `answer-${i}`);
    for (const id of ids) store.remember(request, { ...ANSWERED, id });
    await Promise.all(ids.map((answerId) => store.keep({ answerId, verdict: 'up' })));
    const { entries } = await readFeedback(dir);
    expect(entries.map(({ answerId }) => answerId)).toEqual(ids);
    await store.close();
  });

  it('does not run into a line that a crash cut off', async () => {
    const { dir, store } = await open();
    await mkdir(dir, { recursive: true });
    await writeFile(feedbackFile(dir), '{"kind":"verdict","at":"20');
    store.remember(request, ANSWERED);
    await store.keep({ answerId: 'answer-1', verdict: 'up' });
    await store.close();
    const { entries, unreadable } = await readFeedback(dir);
    expect(unreadable).toBe(1);
    expect(entries).toHaveLength(1);
  });

  it('fails with a clear code where the folder cannot be made, and works once it can', async () => {
    const { dir, store } = await open();
    await mkdir(dirname(dirname(dir)), { recursive: true });
    await writeFile(dirname(dir), 'a file where a folder should be');
    store.remember(request, ANSWERED);
    const verdict = { answerId: 'answer-1', verdict: 'up' } as const;
    await expect(store.keep(verdict)).rejects.toMatchObject({ code: 'feedback_failed' });
    await rm(dirname(dir));
    expect(await store.keep(verdict)).toMatchObject({ answerId: 'answer-1' });
    await store.close();
  });

  it('can be read by its owner alone', async () => {
    const { dir, store } = await open();
    store.remember(request, ANSWERED);
    await store.keep({ answerId: 'answer-1', verdict: 'up' });
    await store.close();
    expect((await stat(feedbackFile(dir))).mode & 0o077).toBe(0);
  });
});

describe('questions without an answer', () => {
  it('leave no trace unless they are to be kept', async () => {
    const { dir, store } = await open();
    store.remember({ question: 'private?' }, ABSTAINED);
    await store.close();
    await expect(readFile(feedbackFile(dir))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('are kept where that is wanted, and those with an answer are not', async () => {
    const { dir, store, failures } = await open(true);
    store.remember({ question: 'Who won the cup?' }, ABSTAINED);
    store.remember(request, { ...ANSWERED, id: 'answer-2' });
    await store.close();
    const { entries } = await readFeedback(dir);
    expect(entries).toMatchObject([
      { kind: 'unanswered', asked: { question: 'Who won the cup?', reason: 'no_evidence' } },
    ]);
    expect(failures).toEqual([]);
  });

  it('that cannot be kept are told to whoever runs the service', async () => {
    const { dir, store, failures } = await open(true);
    await mkdir(dirname(dirname(dir)), { recursive: true });
    await writeFile(dirname(dir), 'a file where a folder should be');
    store.remember(request, ABSTAINED);
    await store.close();
    expect(failures).toHaveLength(1);
  });
});

describe('what was kept', () => {
  it('is read over lines that somebody spoilt', async () => {
    const { dir, store } = await open();
    store.remember(request, ANSWERED);
    await store.keep({ answerId: 'answer-1', verdict: 'up' });
    await store.close();
    await appendFile(feedbackFile(dir), '\nnot JSON\n{"kind":"other"}\n');
    expect(await readFeedback(dir)).toMatchObject({ unreadable: 2, entries: [{ verdict: 'up' }] });
  });

  it('that cannot be read is an error', async () => {
    const { dir } = await open();
    await mkdir(feedbackFile(dir), { recursive: true });
    await expect(readFeedback(dir)).rejects.toMatchObject({ code: 'feedback_failed' });
  });
});

describe('recent answers', () => {
  const asked = {
    question: 'q',
    status: 'answered',
    reason: null,
    text: 't',
    shortAnswer: null,
    evidence: [],
    index: 'f',
  } as const;

  it('are the latest, in number and in length', () => {
    const few = createRecentAnswers({ answers: 2, length: 10_000 });
    for (const id of ['a', 'b', 'c']) few.add(id, { ...asked, evidence: [] });
    expect(few.get('a')).toBeUndefined();
    expect(few.get('c')).toEqual(asked);

    const short = createRecentAnswers({ answers: 100, length: 1200 });
    short.add('a', { ...asked, evidence: [], question: 'q'.repeat(300) });
    short.add('b', { ...asked, evidence: [], question: 'q'.repeat(900) });
    expect(short.get('a')).toBeUndefined();
    expect(short.get('b')?.question).toHaveLength(900);
  });

  it('are each there once, in their latest form', () => {
    const recent = createRecentAnswers({ answers: 2, length: 10_000 });
    recent.add('a', { ...asked, evidence: [] });
    recent.add('a', { ...asked, evidence: [], question: 'again' });
    recent.add('b', { ...asked, evidence: [] });
    expect(recent.get('a')?.question).toBe('again');
  });
});
