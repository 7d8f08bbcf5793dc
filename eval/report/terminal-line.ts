/** What others wrote as one line for a terminal: no sign of it can steer the terminal or turn its direction. */
export function terminalLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}
