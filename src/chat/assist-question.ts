import type { Reader, Reading, ReadingExplanation } from '../domain/reader.js';
import type {
  AssistedQuestion,
  AssistedRequest,
  FallbackReason,
  ReadingDiagnostics,
} from '../domain/reading-assistant.js';
import type { Candidate } from '../domain/retriever.js';
import type { Allowance } from './ask-model.js';
import { ChatFailure, tellsOfServer } from './chat-failure.js';
import type { ChatAssistantParts } from './chat-parts.js';
import { createMeter } from './meter.js';
import { numberQuotes } from './number-quotes.js';
import { rewriteQuestion } from './rewrite-question.js';
import { shortAnswerOf } from './short-answer.js';
import { type WrittenAnswer, writeAnswer } from './write-answer.js';

/** The share of a question's time within which the model must have ended: the rest is for the answer without it. */
const SHARE_OF_TIME = 0.85;
/** The share of that which the wording of the question may take. */
const SHARE_FOR_QUESTIONS = 0.4;
const NOTHING_WRITTEN: Pick<WrittenAnswer, 'counts' | 'failures'> = {
  counts: { written: 0, verified: 0, repaired: 0, dropped: 0 },
  failures: {},
};

/** Help with one question, as the role says it. */
export function assistQuestion(
  { settings, model, verifier, givesOrders }: ChatAssistantParts,
  request: AssistedRequest,
): AssistedQuestion {
  const { question, history, maxSentences, signal } = request;
  const until = performance.now() - request.waitedMs + settings.questionMs * SHARE_OF_TIME;
  const meter = createMeter();
  const leftMs = () => until - performance.now();
  const allowance: Allowance = { meter, leftMs, signal };
  const explained: (ReadingExplanation | undefined)[] = [];
  let asked: readonly string[] = [question];
  let worded: 'own' | 'model' = 'own';
  let written = NOTHING_WRITTEN;
  let fallback: FallbackReason | null = null;

  /** What a failure of the model leaves: nothing, with the reason kept. Others are not the model's. */
  async function unlessFailed<Result>(work: () => Promise<Result>): Promise<Result | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ChatFailure)) throw error;
      fallback = error.reason;
      return null;
    }
  }

  async function questions(own: readonly string[]): Promise<readonly string[]> {
    const share: Allowance = { ...allowance, leftMs: () => leftMs() * SHARE_FOR_QUESTIONS };
    const found = await unlessFailed(() =>
      rewriteQuestion(model, share, { question, history, own }),
    );
    worded = found === null ? 'own' : 'model';
    asked = found ?? own;
    return asked;
  }

  function watch(reader: Reader): Reader {
    return {
      name: reader.name,
      async read(part) {
        const place = explained.push(undefined) - 1;
        const reading = await reader.read({ ...part, explain: true });
        explained[place] = reading.explanation;
        return reading;
      },
    };
  }

  function notAsked(reading: Reading): Reading {
    fallback = 'not_asked';
    return reading;
  }

  async function write(reading: Reading, candidates: readonly Candidate[]): Promise<Reading> {
    // A server that failed while the question was worded is not waited for a second time.
    if (fallback !== null && tellsOfServer(fallback)) return reading;
    fallback = null;
    // That a sentence is true of its quotes does not make it an answer: whether the sources answer is for the reader to say.
    if (reading.status === 'abstained') return notAsked(reading);
    const quotes = numberQuotes({
      answered: reading.sentences.flatMap((sentence) => sentence.quotes),
      ranked: explained.map((one) => one?.sentences ?? []),
      candidates,
      givesOrders,
    });
    if (quotes.length === 0) return notAsked(reading);
    const answer = await unlessFailed(() =>
      writeAnswer(model, verifier, allowance, { questions: asked, quotes, maxSentences }),
    );
    if (answer === null) return reading;
    written = answer;
    if (answer.sentences.length === 0) {
      fallback = 'unverified';
      return reading;
    }
    return {
      status: 'answered',
      sentences: answer.sentences,
      shortAnswer: shortAnswerOf(answer.shortAnswer, answer.sentences, reading.shortAnswer),
      confidence: reading.confidence,
      disagreement: reading.disagreement,
      ...(reading.explanation === undefined ? {} : { explanation: reading.explanation }),
    };
  }

  return {
    questions,
    watch,
    write,
    diagnostics: (): ReadingDiagnostics => ({
      reader: fallback === null ? 'chat' : 'extractive',
      fallback,
      questions: worded,
      sentences: written.counts,
      failures: written.failures,
      calls: meter.calls,
      tokens: meter.tokens,
      modelMs: Math.round(meter.modelMs * 100) / 100,
    }),
  };
}
