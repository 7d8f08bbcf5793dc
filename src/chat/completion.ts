/** One turn of a conversation with the model. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface CompletionRequest {
  readonly messages: readonly ChatMessage[];
  /** The JSON the reply should be, where the server can hold the model to it. */
  readonly schema: { readonly name: string; readonly schema: Record<string, unknown> };
  /** Tokens of the reply at most. */
  readonly maxTokens: number;
  /** Told of each request that is sent. */
  onRequest(): void;
}

export interface Completion {
  readonly text: string;
  /** Whether it was cut off before its end. */
  readonly isCut: boolean;
  readonly tokens: TokenCount;
}

export interface TokenCount {
  readonly prompt: number;
  readonly completion: number;
  /** Whether they were estimated by length. */
  readonly estimated: boolean;
}

/** One request to the model's server, without a second try. */
export interface ChatClient {
  /** Resolves once its library is loaded, which no request should be charged for. */
  ready(): Promise<void>;
  /**
   * @throws ChatFailure
   * @throws the reason of the signal
   */
  complete(request: CompletionRequest, signal: AbortSignal): Promise<Completion>;
}
