import type { Reader, Reading } from './reader.js';
import type { Candidate } from './retriever.js';

/** Why an answer was not written by the model. */
export type FallbackReason =
  | 'timeout'
  | 'unreachable'
  | 'rate_limited'
  | 'server_error'
  | 'rejected'
  | 'malformed'
  | 'token_limit'
  | 'declined'
  | 'unverified'
  | 'paused'
  | 'busy'
  | 'not_asked';

/** What became of the sentences a model wrote. The last three add up to the first. */
export interface SentenceCounts {
  readonly written: number;
  /** Stood as they were written. */
  readonly verified: number;
  /** Stood once they were written again. */
  readonly repaired: number;
  readonly dropped: number;
}

/** How an answer came about where a chat model may write it. */
export interface ReadingDiagnostics {
  /** Whose sentences the answer is made of. */
  readonly reader: 'extractive' | 'chat';
  /** Null where the model wrote the answer. */
  readonly fallback: FallbackReason | null;
  /** Whether the questions searched for are the model's or were worked out without it. */
  readonly questions: 'own' | 'model';
  readonly sentences: SentenceCounts;
  /** How many times a sentence failed each check. */
  readonly failures: Readonly<Record<string, number>>;
  /** Requests made of the model, those tried again included. */
  readonly calls: number;
  /** Tokens as the server counts them, or estimated by length where it does not say. */
  readonly tokens: {
    readonly prompt: number;
    readonly completion: number;
    readonly estimated: boolean;
  };
  /** Milliseconds spent waiting for the model. */
  readonly modelMs: number;
}

/** What a chat model's server was like when it was last asked. */
export interface ChatStatus {
  readonly model: string;
  /** Scheme, host and port; never a key. */
  readonly server: string;
  /** `paused`: it failed several times and is left alone for a while. */
  readonly state: 'untried' | 'answering' | 'failing' | 'paused';
  /** Null where it has not failed since it last answered. */
  readonly lastFailure: FallbackReason | null;
}

/** An earlier question and what was answered. */
export interface EarlierTurn {
  readonly question: string;
  readonly answer: string;
}

export interface AssistedRequest {
  readonly question: string;
  /** Oldest first. */
  readonly history: readonly EarlierTurn[];
  /** Answer sentences at most, 1 to 10. */
  readonly maxSentences: number;
  /** Milliseconds the question waited before anyone began; they count towards its time limit. */
  readonly waitedMs: number;
  readonly signal?: AbortSignal;
}

/** Help with one question. Nothing of it fails but where the signal ends it: what the model cannot do is left as it was. */
export interface AssistedQuestion {
  /** The questions to search and read, at most three: the model's where they hold, else `own`. */
  questions(own: readonly string[]): Promise<readonly string[]>;
  /** The reader, what it makes of each question kept in mind for `write`. */
  watch(reader: Reader): Reader;
  /** The answer in the model's words, every sentence verified; the reading as it is where none stands. */
  write(reading: Reading, candidates: readonly Candidate[]): Promise<Reading>;
  /** To be asked once all is done. */
  diagnostics(): ReadingDiagnostics;
}

/** Helps reading with a chat model. */
export interface ReadingAssistant {
  /** Changes whenever its answers could, other than by the model's own doing. */
  readonly fingerprint: string;
  begin(request: AssistedRequest): AssistedQuestion;
  status(): ChatStatus;
}
