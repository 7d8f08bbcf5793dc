import { describe, expect, it } from 'vitest';
import { searchFor } from '../../eval/search-for.js';
import type { Target } from '../../eval/target/target.js';
import { fakeTarget } from './fake-target.js';
import { answerable } from './tower-questions.js';

const signal = AbortSignal.timeout(60_000);

/** A target that keeps what it was asked to find, and finds the guide only for what is asked second. */
function recording(): { queries: string[]; target: Target } {
  const queries: string[] = [];
  const [all, tower] = [fakeTarget({}), fakeTarget({}, ['guide'])];
  return {
    queries,
    target: {
      ...all,
      search: (request) => (queries.push(request.query) === 1 ? tower : all).search(request),
    },
  };
}

const part = (question: string) => ({ question, retrieval: null, sentences: [] });

describe('searchFor', () => {
  it('searches for the question as asked, after the one before it', async () => {
    const { queries, target } = recording();
    const history = [{ question: 'How high is it?', answer: '80 metres.' }];
    await searchFor(target, answerable('built', { history }), undefined, signal);
    expect(queries).toEqual(['How high is it? built?']);
  });

  it('searches for each part as the service read it, and takes the passages in turn, each once', async () => {
    const { queries, target } = recording();
    const explanation = { confidence: 1, parts: [part('how high'), part('how old')] };
    const found = await searchFor(target, answerable('both'), explanation, signal);
    expect(queries).toEqual(['how high', 'how old']);
    expect(found?.map((one) => one.documentId)).toEqual(['tower', 'guide']);
  });

  it('finds nothing out of a target that cannot search', async () => {
    const { search: _, ...target } = fakeTarget({});
    expect(await searchFor(target, answerable('height'), undefined, signal)).toBeNull();
  });
});
