import { createHash } from 'node:crypto';
import type { QuestionRecord } from '../../eval/dataset/question.js';
import { splitOf } from '../../eval/dataset/split.js';
import type { FeedbackEntry, VerdictEntry } from '../feedback/feedback-entry.js';

/**
 * Evaluation cases, to be reviewed, of what people said about answers: one for each question with its
 * history, as the last verdict has it. What was called right is expected again. Where an answer was called
 * wrong, an abstention is expected until somebody writes what is right.
 */
export function feedbackCases(entries: readonly FeedbackEntry[]): QuestionRecord[] {
  const verdicts = new Map<string, VerdictEntry[]>();
  for (const entry of entries) {
    if (entry.kind !== 'verdict') continue;
    const id = caseId(entry);
    verdicts.set(id, [...(verdicts.get(id) ?? []), entry]);
  }
  return [...verdicts].map(([id, given]) => caseOf(id, given));
}

function caseId({ asked }: VerdictEntry): string {
  const identity = JSON.stringify([asked.question.trim(), asked.history ?? []]);
  return `feedback-${createHash('sha256').update(identity).digest('hex').slice(0, 12)}`;
}

function caseOf(id: string, verdicts: readonly VerdictEntry[]): QuestionRecord {
  const last = verdicts.at(-1) as VerdictEntry;
  const { asked, verdict } = last;
  const common = {
    id,
    question: asked.question,
    category: `feedback-${verdict}`,
    split: splitOf(id),
    ...(asked.history === undefined ? {} : { history: asked.history }),
    note: noteOf(verdicts, last),
  };
  const answer = asked.shortAnswer ?? asked.text;
  if (verdict === 'up' && answer !== null && asked.evidence.length > 0)
    return {
      ...common,
      answerable: true,
      answers: [answer],
      evidence: asked.evidence,
      evidenceMode: 'any',
    };
  const reason = verdict === 'up' && asked.reason !== null ? asked.reason : undefined;
  return {
    ...common,
    answerable: false,
    ...(reason === undefined ? {} : { abstentionReason: reason }),
  };
}

function noteOf(verdicts: readonly VerdictEntry[], last: VerdictEntry): string {
  const ups = verdicts.filter(({ verdict }) => verdict === 'up').length;
  const parts = [`To be reviewed. ${ups} up, ${verdicts.length - ups} down, last ${last.at}.`];
  if (last.verdict === 'down')
    parts.push(
      last.asked.text === null
        ? 'It abstained: write the answers and evidence it should have found.'
        : `It answered "${last.asked.text}": write the right answers and evidence, or leave it without.`,
    );
  for (const { note } of verdicts) if (note?.trim()) parts.push(`Note: ${note.trim()}`);
  return parts.join(' ');
}
