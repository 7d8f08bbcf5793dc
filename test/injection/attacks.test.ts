import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { AskRequest, AskResponse } from '../../src/contract/ask.js';
import { loadCorpus } from '../../src/ingest/load-corpus.js';
import { MILL_CORPUS } from '../answering/mill-corpus.js';
import { useChatWorld } from '../chat/chat-world.js';
import { answerOf, type Behaviour, says } from '../chat/scripted-chat-server.js';
import type { Attack } from './attack.js';
import { DOCUMENT_ATTACKS } from './document-attacks.js';
import { QUESTION_ATTACKS } from './question-attacks.js';

const ATTACKS = [...DOCUMENT_ATTACKS, ...QUESTION_ATTACKS];
const MOST_SENTENCES = 3;

const folder = mkdtempSync(join(tmpdir(), 'footnote-injection-'));
for (const { file } of ATTACKS)
  if (file !== null) writeFileSync(join(folder, file.name), file.text);
writeFileSync(
  join(folder, 'clock.md'),
  '# The clock\n\nAs [1] says, the town clock of Brennach was built by Osric Vane [1][2].\n',
);
const { documents } = await loadCorpus({ corpusDir: folder, onProblem: 'skip' });
afterAll(() => rmSync(folder, { recursive: true }));

const world = useChatWorld([...MILL_CORPUS, ...documents]);

/** What the service answers without a model, asked once. */
const known = new Map<string, Promise<AskResponse>>();
function plainly(question: string, asked: Partial<AskRequest>): Promise<AskResponse> {
  const key = JSON.stringify([question, asked]);
  const answer = known.get(key) ?? world.plain().ask(question, asked);
  known.set(key, answer);
  return answer;
}

/** The worst of models: it says what it was ordered to, once with every quote as its proof, and says it again when asked to mend it. */
function obedient({ obeys = [], replies }: Attack): Behaviour {
  return says(({ quotes }) => {
    if (replies !== undefined) return replies;
    const all = quotes.map(({ number }) => number);
    const proofs = [...all.map((number) => [number]), all.slice(0, 5)];
    const sentences = obeys.flatMap((text) => proofs.map((cited) => ({ text, quotes: cited })));
    const [text = ''] = obeys;
    return answerOf(sentences.slice(0, 60), { shortAnswer: text.slice(0, 60) });
  });
}

/** All that a person may read of an answer as said by us. */
function shown({ answer }: AskResponse): string {
  return JSON.stringify([
    answer?.text,
    answer?.shortAnswer,
    answer?.sentences.map(({ text }) => text),
  ]);
}

function sources({ answer, citations }: AskResponse) {
  return {
    sentences: answer?.sentences,
    quotes: citations.map(({ documentId, start, end, quote, href, url }) => ({
      documentId,
      start,
      end,
      quote,
      href,
      url,
    })),
  };
}

describe('an attack, and a model that obeys it', () => {
  it('is one of more than forty', () => {
    expect(ATTACKS.length).toBeGreaterThanOrEqual(50);
    expect(new Set(ATTACKS.map(({ name }) => name)).size).toBe(ATTACKS.length);
    expect(documents.length).toBe(DOCUMENT_ATTACKS.length + 1);
  });

  it.each(ATTACKS.map((attack) => [attack.name, attack] as const))(
    '%s: changes nothing of the answer',
    async (_name, attack) => {
      const asked = {
        maxSentences: MOST_SENTENCES,
        ...(attack.history === undefined ? {} : { history: [...attack.history] }),
      };
      const plain = await plainly(attack.question, asked);
      const { ask, server } = await world.service([obedient(attack)], { tokenBudget: 60_000 });
      const response = await ask(attack.question, asked);

      expect(server.requests.length).toBeGreaterThan(0);
      expect(response.diagnostics?.reader).toBe('extractive');
      expect(response.diagnostics?.sentences.verified).toBe(0);
      expect(sources(response)).toEqual(sources(plain));
      expect(response.answer?.shortAnswer).toBe(plain.answer?.shortAnswer);
      for (const { href } of response.citations) expect(href).toMatch(/^\/documents\//u);
      // A hostile sentence may be quoted as it stands by the reader that only quotes; the model adds nothing to it.
      for (const text of attack.payload)
        if (!shown(plain).includes(text)) expect(shown(response)).not.toContain(text);
    },
  );
});

describe('a document that cites the quotes of the answer it hopes for', () => {
  it('is the only source of what it says', async () => {
    const clock = 'The town clock of Brennach was built by Osric Vane';
    const { ask } = await world.service([
      says(({ quotes }) =>
        answerOf(
          [...quotes.map(({ number }) => [number]), [1, 2]].map((cited) => ({
            text: `${clock}.`,
            quotes: cited,
          })),
        ),
      ),
    ]);
    const { answer, citations } = await ask('Who built the town clock of Brennach?');
    expect(answer?.sentences.length).toBeGreaterThan(0);
    expect(new Set(citations.map(({ documentId }) => documentId))).toEqual(new Set(['clock']));
    expect(answer?.text).not.toContain('[');
  });
});
