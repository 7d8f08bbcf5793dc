import type { QuestionRecord } from '../../eval/dataset/question.js';
import { splitOf } from '../../eval/dataset/split.js';

type Answerable = Extract<QuestionRecord, { answerable: true }>;

/** A question on the fake's documents; the height unless told otherwise. */
export function answerable(id: string, over: Partial<Answerable> = {}): Answerable {
  return {
    id,
    question: `${id}?`,
    category: 'numeric',
    split: splitOf(id),
    answerable: true,
    answers: ['80 metres'],
    evidence: [{ documentId: 'tower', quote: 'The tower is 80 metres high.' }],
    evidenceMode: 'any',
    ...over,
  };
}

export function unanswerable(id: string): QuestionRecord {
  return { id, question: `${id}?`, category: 'off-topic', split: splitOf(id), answerable: false };
}
