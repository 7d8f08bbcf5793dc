import type { AskRequest, AskResponse } from '../contract/ask.js';
import type { FeedbackStore } from '../contract/feedback.js';
import { FootnoteError } from '../errors.js';
import { openDurableLines } from './durable-lines.js';
import type { Asked, FeedbackEntry } from './feedback-entry.js';
import { feedbackFile } from './feedback-file.js';
import { createRecentAnswers } from './recent-answers.js';

export interface FeedbackStoreOptions {
  /** Created with the first thing that is kept. */
  readonly dir: string;
  /** Whether every question without an answer is kept, or only what people give a verdict on. */
  readonly keepUnanswered: boolean;
  /** Told where an unanswered question could not be kept; its client has its answer all the same. */
  onFailure(error: unknown): void;
}

/** Nothing that people ask reaches the disk but with a verdict on its answer, unless `keepUnanswered`. */
export function openFeedbackStore(options: FeedbackStoreOptions): FeedbackStore {
  const recent = createRecentAnswers();
  const lines = openDurableLines(feedbackFile(options.dir));
  const append = (entry: FeedbackEntry) => lines.append(JSON.stringify(entry));

  return {
    remember(request, response) {
      const asked = askedOf(request, response);
      recent.add(response.id, asked);
      if (!options.keepUnanswered || response.status === 'answered') return;
      const at = new Date().toISOString();
      append({ kind: 'unanswered', at, answerId: response.id, asked }).catch(options.onFailure);
    },
    async keep({ answerId, verdict, note }) {
      const asked = recent.get(answerId);
      if (asked === undefined) return undefined;
      const at = new Date().toISOString();
      const said = note === undefined ? { verdict } : { verdict, note };
      try {
        await append({ kind: 'verdict', at, answerId, asked, ...said });
      } catch (cause) {
        throw new FootnoteError('feedback_failed', 'The feedback could not be kept.', { cause });
      }
      return { answerId, verdict, keptAt: at };
    },
    close: () => lines.close(),
  };
}

function askedOf(request: AskRequest, response: AskResponse): Asked {
  const { status, answer, abstention, citations, index } = response;
  return {
    question: request.question,
    ...(request.history === undefined ? {} : { history: request.history }),
    status,
    reason: abstention?.reason ?? null,
    text: answer?.text ?? null,
    shortAnswer: answer?.shortAnswer ?? null,
    evidence: citations.map(({ documentId, quote }) => ({ documentId, quote })),
    index: index.fingerprint,
  };
}
