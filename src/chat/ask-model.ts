import { setTimeout as pause } from 'node:timers/promises';
import { ChatFailure } from './chat-failure.js';
import type { Circuit } from './circuit.js';
import type { ChatClient, ChatMessage, Completion, CompletionRequest } from './completion.js';
import { estimateTokens } from './estimate-tokens.js';
import { failureOf } from './failure-of.js';
import type { Meter } from './meter.js';
import type { Slots } from './slots.js';

/** Before a second try of what may pass. */
const RETRY_PAUSE_MS = 200;
/** A reply cut shorter than this says nothing. */
const LEAST_REPLY_TOKENS = 60;

export interface ModelLimits {
  /** Milliseconds of one request, its retry included. */
  readonly timeoutMs: number;
  /** Tokens a question may cost, of prompts and replies. */
  readonly tokenBudget: number;
}

/** The model with all that keeps it in bounds. */
export interface BoundedModel {
  readonly client: ChatClient;
  readonly circuit: Circuit;
  readonly slots: Slots;
  readonly limits: ModelLimits;
}

/** What one question may still spend. */
export interface Allowance {
  readonly meter: Meter;
  /** Milliseconds left of the question's time, for whatever is asked. */
  leftMs(): number;
  /** Ends with the question itself. */
  readonly signal: AbortSignal | undefined;
}

export type ModelRequest = Omit<CompletionRequest, 'onRequest'>;

/**
 * Asks the model once, and once more where what went wrong may pass, within the time and the tokens there are.
 * @param read what is made of a reply; what it throws as passing is asked for again
 * @throws ChatFailure
 * @throws the reason of the question's own signal
 */
export async function askModel<Result>(
  { client, circuit, slots, limits }: BoundedModel,
  { meter, leftMs, signal }: Allowance,
  request: ModelRequest,
  read: (completion: Completion) => Result,
): Promise<Result> {
  await client.ready();
  const timeMs = Math.floor(Math.min(limits.timeoutMs, leftMs()));
  if (timeMs <= 0) throw new ChatFailure('timeout');
  const affordable = within(limits.tokenBudget, meter, request);
  if (!circuit.mayAsk()) throw new ChatFailure('paused');
  const limit = AbortSignal.timeout(timeMs);
  const until = performance.now() + timeMs;
  const both = signal === undefined ? limit : AbortSignal.any([signal, limit]);
  let isWaiting = true;
  const began = performance.now();

  async function attempt(): Promise<Result> {
    const completion = await client.complete(
      {
        ...affordable,
        onRequest: () => {
          meter.calls += 1;
        },
      },
      both,
    );
    meter.add(completion.tokens);
    return read(completion);
  }

  async function attempts(): Promise<Result> {
    isWaiting = false;
    try {
      return await attempt();
    } catch (error) {
      both.throwIfAborted();
      const failure = failureOf(error);
      const pauseMs = Math.max(RETRY_PAUSE_MS, failure.retryAfterMs ?? 0);
      if (!failure.isPassing || performance.now() + pauseMs >= until) throw failure;
      await pause(pauseMs, undefined, { signal: both });
      return await attempt();
    }
  }

  try {
    const result = await slots.run(attempts, both);
    circuit.succeeded();
    return result;
  } catch (error) {
    if (signal?.aborted === true) {
      circuit.calledOff();
      throw signal.reason;
    }
    const failure = limit.aborted
      ? new ChatFailure(isWaiting ? 'busy' : 'timeout')
      : failureOf(error);
    if (failure.reason === 'busy') circuit.calledOff();
    else circuit.failed(failure);
    throw failure;
  } finally {
    meter.modelMs += performance.now() - began;
  }
}

/** The request with no more tokens for its reply than the question may still cost. */
function within(budget: number, { tokens }: Meter, request: ModelRequest): ModelRequest {
  const prompt = request.messages.reduce((sum, one) => sum + tokensOf(one), 0);
  const left = budget - tokens.prompt - tokens.completion - prompt;
  if (left < LEAST_REPLY_TOKENS) throw new ChatFailure('token_limit');
  return { ...request, maxTokens: Math.min(request.maxTokens, left) };
}

/** A few more than its words: servers wrap each message. */
function tokensOf({ content }: ChatMessage): number {
  return estimateTokens(content) + 4;
}
