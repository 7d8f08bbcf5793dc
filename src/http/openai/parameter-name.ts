const MAX_LENGTH = 300;

/** A path as OpenAI writes it: `messages[0].content`. */
export function parameterName(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
    .slice(0, MAX_LENGTH);
}
