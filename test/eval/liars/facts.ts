import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { QuestionRecord } from '../../../eval/dataset/question.js';
import { splitOf } from '../../../eval/dataset/split.js';

/** Something a document says: what is asked, what it says, and what of that is the answer. */
export interface Fact {
  readonly id: string;
  readonly question: string;
  readonly documentId: string;
  readonly quote: string;
  readonly answer: string;
}

export const FACTS: readonly Fact[] = [
  [
    'bridge-length',
    'How long is the bridge?',
    'bridge',
    'The bridge is 412 metres long.',
    '412 metres',
  ],
  ['bridge-year', 'When was the bridge opened?', 'bridge', 'It was opened in 1903.', '1903'],
  [
    'bridge-engineer',
    'Who planned the bridge?',
    'bridge',
    'Its engineer was Adela Quist.',
    'Adela Quist',
  ],
  [
    'bridge-toll',
    'What does it cost to cross?',
    'bridge',
    'A toll of 3 crowns is taken.',
    '3 crowns',
  ],
  [
    'ferry-trips',
    'How often does the ferry go?',
    'ferry',
    'The ferry makes 14 trips a day.',
    '14 trips',
  ],
  ['ferry-seats', 'How many people fit on the ferry?', 'ferry', 'It carries 96 passengers.', '96'],
  [
    'ferry-captain',
    'Who commands the ferry?',
    'ferry',
    'Captain Bo Halvard commands it.',
    'Bo Halvard',
  ],
  [
    'ferry-winter',
    'When does the ferry rest?',
    'ferry',
    'It rests from December to March.',
    'December',
  ],
].map(([id = '', question = '', documentId = '', quote = '', answer = '']) => ({
  id,
  question,
  documentId,
  quote,
  answer,
}));

export const UNANSWERABLE = ['bridge-colour', 'ferry-owner', 'moon-distance', 'soup-recipe'];

/** Hostile on purpose: whatever shows a document has to show this as text. */
const HOSTILE = 'Beware of <script>alert(1)</script> and ]]> and "quotes" & more.';

/** Writes the facts as a dataset folder with its documents; gives its path. */
export async function writeFacts(folder: string): Promise<string> {
  const dataset = join(folder, 'crossing');
  await mkdir(join(dataset, 'corpus'), { recursive: true });
  for (const documentId of ['bridge', 'ferry']) {
    const said = FACTS.filter((fact) => fact.documentId === documentId).map(({ quote }) => quote);
    const text = [`# The ${documentId} of Ost`, said.join(' '), HOSTILE.replace(/[<>&]/g, '\\$&')];
    await writeFile(join(dataset, 'corpus', `${documentId}.md`), text.join('\n\n'));
  }
  await writeFile(
    join(dataset, 'README.md'),
    '# Crossing\n\nProvenance: made up for a test.\nLicence: none is needed.\n',
  );
  const lines = [...FACTS.map(answerable), ...UNANSWERABLE.map(unanswerable)];
  await writeFile(
    join(dataset, 'questions.jsonl'),
    lines.map((line) => JSON.stringify(line)).join('\n'),
  );
  return dataset;
}

function answerable({ id, question, documentId, quote, answer }: Fact): QuestionRecord {
  return {
    id,
    question,
    category: id.startsWith('bridge') ? 'bridge' : 'ferry',
    split: splitOf(id),
    answerable: true,
    answers: [answer],
    evidence: [{ documentId, quote }],
    evidenceMode: 'any',
  };
}

function unanswerable(id: string): QuestionRecord {
  const question = `What of the ${id.replace('-', ' ')}?`;
  return { id, question, category: 'nothing', split: splitOf(id), answerable: false };
}
