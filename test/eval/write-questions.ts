import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { QuestionRecord } from '../../eval/dataset/question.js';

/** Writes questions as a dataset folder without documents of its own. */
export async function writeQuestions(
  folder: string,
  questions: readonly QuestionRecord[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const lines = questions.map((one) => JSON.stringify(one)).join('\n');
  await writeFile(join(folder, 'questions.jsonl'), lines);
  await writeFile(
    join(folder, 'README.md'),
    '# Made up\n\nProvenance: for a test. Licence: none needed.\n',
  );
}
