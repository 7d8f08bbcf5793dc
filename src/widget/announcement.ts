import type { ChatEvent, Turn } from './conversation.js';
import { abstentionWords, confidenceLevel, failureWords, judgementWords } from './in-words.js';
import { fill, type Texts } from './texts.js';

/** What is read out after an event: a whole answer once, never a part of it; null for nothing. */
export function announcement(
  event: ChatEvent,
  turn: Turn | undefined,
  texts: Texts,
): string | null {
  switch (event.type) {
    case 'asked':
      return texts.searching;
    case 'stopped':
      return texts.stopped;
    case 'failed':
      return failureWords(event.failure, event.failure.retryAfterSeconds ?? 0, texts);
    case 'judged':
      return judgementWords(event.judgement, texts) || null;
    case 'told':
      return event.told.event === 'answer' ? answerWords(turn, texts) : null;
    case 'cleared':
      return '';
  }
}

function answerWords(turn: Turn | undefined, texts: Texts): string | null {
  const { answer, abstention, disagreement, citations } = turn?.response ?? {};
  if (abstention) {
    const { title, message } = abstentionWords(abstention, texts);
    return `${title}. ${message}`.trim();
  }
  if (!answer) return null;
  return [
    answer.shortAnswer === null ? '' : `${answer.shortAnswer}.`,
    answer.text,
    disagreement ? `${texts.differ}.` : '',
    `${texts.confidence[confidenceLevel(answer.confidence)]}.`,
    fill(texts.announceSources, { count: citations?.length ?? 0 }),
  ]
    .filter(Boolean)
    .join(' ');
}
