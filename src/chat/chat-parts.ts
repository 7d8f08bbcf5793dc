import type { SentenceVerifier } from '../domain/claim-check.js';
import type { BoundedModel } from './ask-model.js';

/** Where the model is and what a question may cost. */
export interface ChatSettings {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
  /** Milliseconds of one request, its retry included. */
  readonly timeoutMs: number;
  /** Tokens a question may cost. */
  readonly tokenBudget: number;
  readonly callsAtOnce: number;
  /** Milliseconds a question may take in all, its wait included. */
  readonly questionMs: number;
}

/** What help with questions is made of. */
export interface ChatAssistantParts {
  readonly settings: ChatSettings;
  readonly model: BoundedModel;
  readonly verifier: SentenceVerifier;
  /** Whether a sentence of a document speaks to the model. */
  givesOrders(text: string): boolean;
}
