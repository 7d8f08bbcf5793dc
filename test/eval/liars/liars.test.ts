import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { RequestListener, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../../eval/main.js';
import { localDocuments } from '../../../eval/target/local-documents.js';
import { openTarget } from '../../../eval/target/open-target.js';
import { FACTS, type Fact, UNANSWERABLE, writeFacts } from './facts.js';
import { honestWriter, liarChat, type Writer } from './liar-chat.js';
import {
  type Conduct,
  honest,
  type Liar,
  liarService,
  type Said,
  type Texts,
} from './liar-service.js';
import { serve, stopServing } from './serve.js';

const KNOWN = FACTS.length;
const UNKNOWN = UNANSWERABLE.length;
const ALL = KNOWN + UNKNOWN;

let folder: string;
let dataset: string;
let texts: Texts;
let printed: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-liars-'));
  dataset = await writeFacts(folder);
  const documents = await localDocuments({ corpusDir: join(dataset, 'corpus') }, {});
  texts = new Map(documents.map(({ id, text }) => [id, text]));
});

beforeEach(() => {
  printed = '';
});

afterEach(stopServing);

afterAll(() => rm(folder, { recursive: true }));

function evaluate(...args: readonly string[]): Promise<number> {
  return main(['--dataset', dataset, '--split', 'all', ...args], {
    baselinesDir: folder,
    gatesFile: join(folder, 'gates.json'),
    openTarget: (options, corpus) =>
      openTarget(options, corpus, { LIARS_KEY: 'secret' }, (message) => {
        printed += `${message}\n`;
      }),
    print: (text) => {
      printed += `${text}\n`;
    },
  });
}

async function judge(conduct: Conduct, ...args: readonly string[]): Promise<number> {
  return evaluate('--url', await serve(liarService(conduct, texts)), ...args);
}

async function judgeChat(listener: RequestListener, ...args: readonly string[]): Promise<number> {
  return evaluate('--openai', `${await serve(listener)}/v1`, ...args);
}

/** The lines that say what the run shows. */
function verdict(): string {
  const from = printed.indexOf('What this run shows');
  return printed.slice(from, printed.indexOf('\n\n', from));
}

const answersAlways: Liar = (truth) =>
  honest(truth, 0) ?? { text: 'It was so in 1903.', documentId: 'bridge', quote: 'in 1903' };

/** The truth but for what is changed; nothing where nothing is known. */
function but(change: (truth: Fact) => Partial<Said>): Liar {
  return (truth, place) => {
    const said = honest(truth, place);
    return truth === undefined || said === null ? null : { ...said, ...change(truth) };
  };
}

const LIARS: readonly [string, Conduct, readonly string[]][] = [
  [
    'quotes what nobody wrote',
    {
      say: but(({ quote }) => ({ quote: `Surely, ${quote}` })),
    },
    [`✗ ${KNOWN} of ${KNOWN} quotes do not stand in their document.`],
  ],
  [
    'gives right answers with sources that do not hold them',
    {
      say: but(({ documentId }) =>
        documentId === 'bridge' ? { documentId: 'ferry', quote: 'It carries 96 passengers.' } : {},
      ),
    },
    [`✗ ${KNOWN / 2} of ${KNOWN} right answers cite wrong sources`, '(bridge-length'],
  ],
  [
    'always answers',
    { say: answersAlways },
    [`✗ Never abstains: ${UNKNOWN} of ${UNKNOWN} unanswerable questions were answered.`],
  ],
  [
    'always refuses',
    { say: () => null },
    [`✗ Every question was refused: ${KNOWN} of ${KNOWN} answerable questions got no answer.`],
  ],
  [
    'says the same to everybody, and is sure of it',
    { say: () => ({ text: 'Forty-two.', documentId: 'bridge', quote: '1903', confidence: 1 }) },
    [
      `✗ One and the same answer was given to ${ALL} of ${ALL} questions`,
      `✗ ${KNOWN} of ${KNOWN} answers to answerable questions are wrong.`,
      '! Its confidence is not to be relied on: answers claim 100 % on average, and 0 % of them are right.',
      `! All ${ALL} answers claim the same confidence`,
    ],
  ],
  [
    'shows documents that say what it says',
    {
      say: but(({ quote }) => ({ quote: `Surely, ${quote}` })),
      documents: { bridge: 'Surely, whatever you like.' },
    },
    [
      `✗ ${KNOWN} of ${KNOWN} quotes do not stand in their document.`,
      '! Serves 1 of the documents with another text than the questions were written on: bridge.',
    ],
  ],
  [
    'names documents that nobody knows',
    { say: but(() => ({ documentId: 'tunnel' })) },
    [`✗ ${KNOWN} of ${KNOWN} citations name a document that nobody knows.`],
  ],
  [
    'points one character beside its quotes',
    { say: but(() => ({ shift: 1 })) },
    [
      `✗ ${KNOWN} of ${KNOWN} quotes stand in their document, but not where their citation says.`,
      `✗ ${KNOWN} of ${KNOWN} sentences with figures or names say some that no proven quote of theirs holds.`,
    ],
  ],
  [
    'carries the hash of another document',
    { say: but(({ documentId }) => ({ hashOf: documentId === 'bridge' ? 'ferry' : 'bridge' })) },
    [`✗ ${KNOWN} of ${KNOWN} citations carry a hash that is not that of their document.`],
  ],
  [
    'gives all that it has read as its answer',
    {
      say: but(({ documentId }) => {
        const everything = FACTS.filter((fact) => fact.documentId === documentId)
          .map(({ quote }) => quote)
          .join(' ');
        return { text: everything, quote: everything };
      }),
    },
    ['! Answers say everything: half of them hold the answers to 3 or more other questions.'],
  ],
  [
    'crashes now and then',
    {
      say: honest,
      instead: (place, response) => {
        if (place === 1) response.writeHead(500).end('{"title":"boom"}');
        if (place === 2) response.writeHead(200).end('<html>');
        if (place === 3) response.destroy();
        return place >= 1 && place <= 3;
      },
    },
    [
      `✗ 3 of ${ALL} questions crashed, and count in no figure.`,
      `Right on ${ALL - 3} of ${ALL - 3} `,
    ],
  ],
  [
    'breaks the contract in what does not matter',
    {
      say: honest,
      instead: (_, response) => {
        response
          .writeHead(200)
          .end('{"answer":{"text":"It is 412 metres long.","confidence":null},"citations":[]}');
        return true;
      },
    },
    [
      `✗ ${ALL} of ${ALL} responses break the contract, the first at "id"`,
      `✗ 1 of 1 right answers cite nothing.`,
    ],
  ],
];

describe('a service that', () => {
  it.each(LIARS)('%s is found out', async (_, conduct, said) => {
    expect(await judge(conduct)).toBe(0);
    for (const sentence of said) expect(verdict()).toContain(sentence);
  });

  it('tells the truth is told so', async () => {
    expect(await judge({ say: honest })).toBe(0);
    expect(verdict()).toContain(`Right on ${ALL} of ${ALL} questions`);
    expect(verdict()).toContain(`✓ All ${UNKNOWN} unanswerable questions were refused.`);
    expect(verdict()).toContain(`✓ All ${KNOWN} quotes stand letter by letter in their documents.`);
    expect(verdict()).not.toContain('✗');
  });

  it('never answers in time could not be run, and the report says why', async () => {
    const conduct = { say: honest, instead: () => true };
    expect(await judge(conduct, '--timeout', '50', '--concurrency', '12')).toBe(2);
    expect(verdict()).toContain(`✗ ${ALL} of ${ALL} questions got no answer in time`);
    expect(verdict()).toContain('No response to any of 12 questions.');
  });

  it('answers otherwise each time is found out', async () => {
    const html = join(folder, 'fickle.html');
    const say: Liar = (truth, place) => {
      const said = honest(truth, place);
      return said && { ...said, text: `${said.text} (${place})` };
    };
    expect(await judge({ say }, '--repeat', '2', '--html', html)).toBe(1);
    const fault = `${KNOWN} of ${ALL} questions got another response when asked again (answer): the figures are those of the first time alone.`;
    expect(verdict()).toContain(`✗ ${fault}`);
    expect(await readFile(html, 'utf8')).toContain(fault);
  });

  it('is busy is asked again when it says', async () => {
    const busy = (place: number, response: ServerResponse) => {
      if (place < 4) response.writeHead(place % 2 ? 429 : 503, { 'retry-after': '0' }).end();
      return place < 4;
    };
    expect(await judge({ say: honest, instead: busy }, '--concurrency', '3')).toBe(0);
    expect(verdict()).toContain(`Right on ${ALL} of ${ALL} questions`);
    expect(verdict()).toContain('! The service was busy 4 times and was asked again.');
  });

  it('stays busy is given up', async () => {
    const busy = (_: number, response: ServerResponse) =>
      Boolean(response.writeHead(429, { 'retry-after': '0' }).end());
    expect(await judge({ say: honest, instead: busy })).toBe(2);
    expect(verdict()).toContain(`✗ ${ALL} of ${ALL} questions crashed`);
    expect(verdict()).toContain('answered 429: the service is busy');
  });
});

const WRITERS: readonly [string, Writer, readonly string[]][] = [
  [
    'quotes what nobody wrote',
    (truth, place) => honestWriter(truth && { ...truth, quote: `Surely, ${truth.quote}` }, place),
    [`✗ ${KNOWN} of ${KNOWN} quotes do not stand in their document.`],
  ],
  [
    'names wrong sources',
    (truth) =>
      truth === undefined
        ? 'I do not know.'
        : `It is ${truth.answer} [1].\n\nSources:\n[1] ${truth.documentId === 'bridge' ? 'The ferry of Ost' : 'The bridge of Ost'}`,
    [`✗ ${KNOWN} of ${KNOWN} right answers cite wrong sources`],
  ],
  [
    'answers everything from nowhere',
    (truth) => `Well, ${truth?.answer ?? 'blue, I would say'}.`,
    [`✗ Never abstains: ${UNKNOWN} of ${UNKNOWN} unanswerable questions were answered.`],
  ],
  [
    'refuses in words that nobody listed',
    (truth, place) => (truth ? honestWriter(truth, place) : 'Ask me never such a thing, friend.'),
    [
      `! ${UNKNOWN} of ${ALL} answers may be refusals in words that are not known: they cite nothing and deny something.`,
      `✗ Never abstains: ${UNKNOWN} of ${UNKNOWN} unanswerable questions were answered.`,
    ],
  ],
  [
    'refuses everything',
    () => 'There is no information about that in the provided context.',
    [`✗ Every question was refused: ${KNOWN} of ${KNOWN} answerable questions got no answer.`],
  ],
];

describe('an OpenAI-compatible service that', () => {
  it.each(WRITERS)('%s is found out', async (_, writer, said) => {
    expect(await judgeChat(liarChat(writer))).toBe(0);
    for (const sentence of said) expect(verdict()).toContain(sentence);
  });

  it('tells the truth is told so, and what its text cannot tell is not measurable', async () => {
    const json = join(folder, 'chat.json');
    const listener = liarChat(honestWriter);
    const keyed: RequestListener = (request, response) =>
      request.headers.authorization === 'Bearer secret'
        ? listener(request, response)
        : response.writeHead(401).end();
    expect(await judgeChat(keyed, '--api-key-env', 'LIARS_KEY', '--json', json)).toBe(0);
    expect(verdict()).toContain(`Right on ${ALL} of ${ALL} questions`);
    expect(verdict()).toContain(`✓ All ${KNOWN} quotes stand letter by letter in their documents.`);
    expect(verdict()).not.toContain('✗');
    expect(printed).toMatch(/calibration error +not measurable\n/);
    expect(printed).toMatch(/recall, evidence quotes +100\.0/);
    const { overall, notMeasurable, schemaVersion } = JSON.parse(await readFile(json, 'utf8'));
    expect(schemaVersion).toBe(1);
    for (const name of ['calibrationError', 'disagreementRecall', 'shortExact', 'recallAt5'])
      expect([overall[name].value, typeof notMeasurable[name]]).toEqual([null, 'string']);
  });

  it('cites nothing has no figures of citations, rather than zeros', async () => {
    await judgeChat(
      liarChat((truth) => truth?.answer ?? 'Not stated.'),
      '--model',
      'liar',
    );
    expect(printed).toMatch(/citation recall, documents +not measurable\n/);
    expect(printed).toMatch(/quotes that stand in their document +not measurable\n/);
    expect(printed).toContain('no answer names a source in its text');
    expect(verdict()).not.toContain('cite nothing');
  });

  it('refuses in words of its own can be understood', async () => {
    const chat = liarChat((truth, place) =>
      truth ? honestWriter(truth, place) : 'Ask me never such a thing, friend.',
    );
    expect(await judgeChat(chat, '--refusal', 'nope', '--refusal', 'never such a thing')).toBe(0);
    expect(verdict()).toContain(`✓ All ${UNKNOWN} unanswerable questions were refused.`);
  });

  it('lists no model needs one to be named', async () => {
    const url = await serve((_, response) => response.writeHead(404).end());
    expect(await evaluate('--openai', `${url}/v1`)).toBe(2);
    expect(printed).toContain('Name one with --model');
  });
});

describe('options', () => {
  it.each([
    ['a refusal of nothing', ['--refusal', 'nope'], 'say in a field that they refuse'],
    [
      'a refusal that is no pattern',
      ['--openai', 'http://a.b', '--refusal', '('],
      'no regular expression',
    ],
    ['two services', ['--url', 'http://a.b', '--openai', 'http://a.b'], 'Give one of them'],
    ['a model of nothing', ['--model', 'x'], 'which is not given'],
    ['a key of nothing', ['--api-key-env', 'LIARS_KEY'], 'of which none is given'],
    ['a key that is not set', ['--url', 'http://a.b', '--api-key-env', 'NONE'], 'is not set'],
  ])('refuse %s', async (_, args, message) => {
    expect(await evaluate(...args)).toBe(2);
    expect(printed).toContain(message);
  });
});
