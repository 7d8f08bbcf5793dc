import type { Asked } from './feedback-entry.js';

const MAX_ANSWERS = 1000;
/** In characters of JSON, so that long histories do not add up. */
const MAX_LENGTH = 8_000_000;

export interface RecentAnswers {
  add(id: string, asked: Asked): void;
  get(id: string): Asked | undefined;
}

/** The latest answers by id, in memory alone. The oldest go first. */
export function createRecentAnswers(
  limits = { answers: MAX_ANSWERS, length: MAX_LENGTH },
): RecentAnswers {
  const texts = new Map<string, string>();
  let length = 0;

  function remove(id: string): void {
    length -= texts.get(id)?.length ?? 0;
    texts.delete(id);
  }

  return {
    add(id, asked) {
      remove(id);
      const text = JSON.stringify(asked);
      texts.set(id, text);
      length += text.length;
      for (const oldest of texts.keys()) {
        if (texts.size <= limits.answers && length <= limits.length) break;
        remove(oldest);
      }
    },
    get(id) {
      const text = texts.get(id);
      return text === undefined ? undefined : (JSON.parse(text) as Asked);
    },
  };
}
