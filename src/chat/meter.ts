import type { TokenCount } from './completion.js';

/** What one question has cost so far. */
export interface Meter {
  calls: number;
  modelMs: number;
  readonly tokens: TokenCount;
  add(tokens: TokenCount): void;
}

export function createMeter(): Meter {
  let tokens: TokenCount = { prompt: 0, completion: 0, estimated: false };
  return {
    calls: 0,
    modelMs: 0,
    get tokens() {
      return tokens;
    },
    add(more) {
      tokens = {
        prompt: tokens.prompt + more.prompt,
        completion: tokens.completion + more.completion,
        estimated: tokens.estimated || more.estimated,
      };
    },
  };
}
