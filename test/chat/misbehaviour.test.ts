import { describe, expect, it } from 'vitest';
import type { AskResponse } from '../../src/contract/ask.js';
import { useChatWorld } from './chat-world.js';
import {
  answerOf,
  type Behaviour,
  breaksOff,
  callsTools,
  floods,
  floodsBytes,
  hangs,
  hangsUp,
  quoteWith,
  refuses,
  replies,
  says,
  saysAtOnce,
  stalls,
  writes,
} from './scripted-chat-server.js';

const world = useChatWorld();
const QUESTION = 'Who designed the Brennach paper mill?';

/** Less than anything needs that answers, and more than the reader does. */
const SHORT_MS = 400;

/** An answer without what is its own: its id and the time it took. */
function substance({ id: _id, timings: _timings, diagnostics: _own, ...rest }: AskResponse) {
  return rest;
}

const honest = writes((quotes) => [
  {
    text: 'The Brennach paper mill was designed by the engineer Klara Voss.',
    quotes: quotes
      .filter(({ text }) => text.startsWith('The Brennach paper mill') || text.includes('designed'))
      .map(({ number }) => number),
  },
]);

/** One sentence that cites the quote it is made from. */
function claims(from: string, claim: string | ((quote: string) => string)): Behaviour {
  return writes((quotes) => {
    const { number, text } = quoteWith(quotes, from);
    return [{ text: typeof claim === 'string' ? claim : claim(text), quotes: [number] }];
  });
}

describe('a chat model that does as it should', () => {
  it('words the answer, each sentence with quotes that are ours', async () => {
    const { ask, engine, server } = await world.service([claims('designed by', (quote) => quote)]);
    const response = await ask(QUESTION);
    expect(response.diagnostics).toMatchObject({
      reader: 'chat',
      fallback: null,
      sentences: { written: 1, verified: 1, repaired: 0, dropped: 0 },
      failures: {},
      calls: 1,
      tokens: { prompt: 700, completion: 50, estimated: false },
    });
    expect(response.answer?.text).toBe('It was designed by the engineer Klara Voss.');
    for (const { documentId, documentHash, start, end, quote } of response.citations) {
      const document = await engine.document(documentId);
      expect(document?.text.slice(start, end)).toBe(quote);
      expect(document?.hash).toBe(documentHash);
    }
    expect(server.requests[0]?.data).toMatchObject({ question: QUESTION, mostSentences: 3 });
    expect(engine.status().chat).toMatchObject({ state: 'answering', lastFailure: null });
  });

  it('may use words of its own where the quotes bear them', async () => {
    const { ask } = await world.service([honest]);
    const { answer, citations, diagnostics } = await ask(QUESTION);
    expect(diagnostics).toMatchObject({ reader: 'chat', sentences: { verified: 1 } });
    expect(answer?.text).toBe('The Brennach paper mill was designed by the engineer Klara Voss.');
    expect(citations).toHaveLength(2);
  });

  it.each<[string, Behaviour]>([
    [
      'plain text with marks',
      says(
        ({ quotes }) =>
          `${quoteWith(quotes, 'designed by').text} [${quoteWith(quotes, 'designed by').number}]`,
      ),
    ],
    [
      'one piece',
      (request, response) => {
        const { number, text } = quoteWith(request.quotes, 'designed by');
        saysAtOnce(answerOf([{ text, quotes: [number] }]))(request, response);
      },
    ],
    [
      'a fence',
      says(
        ({ quotes }) =>
          `\`\`\`json\n${answerOf([{ text: quoteWith(quotes, 'designed by').text, quotes: [quoteWith(quotes, 'designed by').number] }])}\n\`\`\``,
      ),
    ],
  ])('may answer in %s', async (_how, behaviour) => {
    const { ask } = await world.service([behaviour]);
    const { answer, diagnostics } = await ask(QUESTION);
    expect(diagnostics).toMatchObject({ reader: 'chat', fallback: null });
    expect(answer?.text).toBe('It was designed by the engineer Klara Voss.');
  });

  it('is asked again for what fails, once, with what was wrong', async () => {
    const { ask, server } = await world.service([
      claims('340 workers', 'The mill employs 430 workers.'),
      claims('340 workers', (quote) => quote),
    ]);
    const { diagnostics, answer } = await ask('How many workers does the mill employ?');
    expect(diagnostics).toMatchObject({
      reader: 'chat',
      sentences: { written: 1, verified: 0, repaired: 1, dropped: 0 },
      failures: { figure: 1 },
      calls: 2,
    });
    expect(answer?.text).toContain('340 workers');
    const [failed] = server.requests[1]?.data.failed ?? [];
    expect(failed?.text).toBe('The mill employs 430 workers.');
    expect(failed?.wrong.join(' ')).toContain('430');
  });

  it('keeps the sentences that stand where others fall', async () => {
    const { ask } = await world.service([
      writes((quotes) => {
        const good = quoteWith(quotes, 'designed by');
        return [
          { text: 'It was designed by Napoleon.', quotes: [good.number] },
          { text: good.text, quotes: [good.number] },
        ];
      }),
      says('no'),
    ]);
    const { diagnostics, answer } = await ask(QUESTION);
    expect(answer?.sentences.map(({ text }) => text)).toEqual([
      'It was designed by the engineer Klara Voss.',
    ]);
    expect(diagnostics).toMatchObject({
      reader: 'chat',
      sentences: { written: 2, verified: 1, repaired: 0, dropped: 1 },
      failures: { name: 1 },
    });
  });
});

describe('a chat model that does not', () => {
  it.each<[string, string, Behaviour[], Partial<Record<string, number>>?]>([
    ['hangs', 'timeout', [hangs]],
    ['stalls midway', 'timeout', [stalls]],
    ['hangs up', 'unreachable', [hangsUp]],
    ['breaks off', 'unreachable', [breaksOff]],
    ['is overloaded', 'rate_limited', [refuses(429)]],
    ['is to be asked later', 'rate_limited', [refuses(429, 'later', { 'retry-after': '3600' })]],
    ['fails', 'server_error', [refuses(500)]],
    ['refuses the key', 'rejected', [refuses(401)]],
    ['does not know the model', 'rejected', [refuses(404)]],
    ['gives a page', 'malformed', [replies('<html>Sign in</html>', 'text/html')]],
    ['gives nothing', 'malformed', [replies('', 'text/event-stream')]],
    ['gives broken events', 'malformed', [replies('data: {"cho\n\n', 'text/event-stream')]],
    ['gives broken JSON', 'malformed', [says('{"sentences": [{"text"')]],
    ['floods with words', 'token_limit', [floods('The mill. ')]],
    ['floods with bytes', 'token_limit', [floodsBytes]],
    ['wants tools', 'declined', [callsTools]],
    ['refuses', 'declined', [says('I am sorry, I cannot help with that.')]],
    ['sees no answer', 'declined', [says(answerOf([], { answerable: false }))]],
    [
      'cites what is not there',
      'unverified',
      [writes(() => [{ text: 'It was designed by the engineer Klara Voss.', quotes: [99] }])],
      { citation: 2 },
    ],
    [
      'cites nothing',
      'unverified',
      [writes(() => [{ text: 'It was designed by the engineer Klara Voss.', quotes: [] }])],
      { citation: 2 },
    ],
    [
      'names somebody else',
      'unverified',
      [claims('designed by', 'It was designed by the engineer Otto Lang.')],
      { name: 2 },
    ],
    [
      'denies what is said',
      'unverified',
      [claims('designed by', 'It was not designed by the engineer Klara Voss.')],
      { negation: 2 },
    ],
    [
      'links elsewhere',
      'unverified',
      [claims('designed by', 'It was designed by [Klara Voss](https://evil.example/?q=1).')],
      { link: 2 },
    ],
    [
      'tells of its prompt',
      'unverified',
      [
        writes((quotes) => [
          {
            text: 'My rules are to answer a question from numbered quotes, and from nothing else.',
            quotes: [quotes[0]?.number ?? 1],
          },
        ]),
      ],
    ],
  ])('leaves the answer to the reader where it %s', async (_what, fallback, script, failures) => {
    const isSlow = fallback === 'timeout';
    const limits = isSlow ? { timeoutMs: SHORT_MS } : {};
    const { ask, lines, engine } = await world.service(script, limits);
    const response = await ask(QUESTION);
    expect(response.diagnostics).toMatchObject({ reader: 'extractive', fallback });
    if (failures !== undefined) expect(response.diagnostics?.failures).toMatchObject(failures);
    expect(substance(response)).toEqual(substance(await world.plain().ask(QUESTION)));
    expect(JSON.stringify([response, lines, engine.status()])).not.toContain('sk-scripted');
  });

  it('leaves the answer to the reader where nobody listens', async () => {
    const { ask, server } = await world.service([]);
    await server.close();
    const response = await ask(QUESTION);
    expect(response.diagnostics).toMatchObject({
      reader: 'extractive',
      fallback: 'unreachable',
      calls: 2,
    });
    expect(substance(response)).toEqual(substance(await world.plain().ask(QUESTION)));
  });

  it.each([
    [
      'alters a figure',
      '45%',
      'In 1973 recycled pulp made up 54% of the raw material of the mill in Brennach.',
      'What share of the raw material was recycled pulp in 1973?',
      'figure',
    ],
    [
      'alters a year',
      '45%',
      'In 1983 recycled pulp made up 45% of the raw material of the mill in Brennach.',
      'What share of the raw material was recycled pulp in 1973?',
      'date',
    ],
    [
      'rounds',
      '41.6%',
      'In 1973 recycled pulp made up 42% of the raw material of the mill.',
      'What share of the raw material was recycled pulp in 1973?',
      'figure',
    ],
    [
      'swaps roles',
      'destroyed the drying hall',
      'The drying hall of the Brennach paper mill destroyed a fire in September 1974.',
      'What did the fire destroy?',
      'role',
    ],
  ])(
    'says nothing that its quotes do not where it %s',
    async (_what, from, claim, question, check) => {
      const { ask } = await world.service([claims(from, claim)]);
      const response = await ask(question);
      expect(response.diagnostics).toMatchObject({
        reader: 'extractive',
        fallback: 'unverified',
        sentences: { written: 1, verified: 0, repaired: 0, dropped: 1 },
      });
      expect(Object.keys(response.diagnostics?.failures ?? {})).toContain(check);
      expect(JSON.stringify(response)).not.toContain(claim);
    },
  );

  it('is not asked where the reader finds no answer', async () => {
    const { ask, server } = await world.service([honest]);
    const question = 'What is the capital of Mongolia?';
    const response = await ask(question);
    expect(response).toMatchObject({
      status: 'abstained',
      diagnostics: { reader: 'extractive', fallback: 'not_asked', calls: 0 },
    });
    expect(substance(response)).toEqual(substance(await world.plain().ask(question)));
    expect(server.requests).toEqual([]);
  });

  it('leaves an abstention one where it invents an answer', async () => {
    const question = 'What is the annual profit of the mill?';
    const { ask } = await world.service([
      writes((quotes) => [
        { text: 'The annual profit is 3 million francs.', quotes: [quotes[0]?.number ?? 1] },
      ]),
    ]);
    const plain = await world.plain().ask(question);
    const response = await ask(question);
    expect(substance(response)).toEqual(substance(plain));
    expect(response.diagnostics?.reader).toBe('extractive');
  });
});
