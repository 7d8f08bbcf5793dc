/** Control characters, halves of surrogate pairs, and what turns the direction of text round. */
const CONTROL = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;
/** Scripts whose characters fill two columns. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;

/**
 * One paragraph for a terminal: blanks run together, characters that could steer the terminal left
 * out, broken at blanks to `width` columns, each line led by `indent`.
 */
export function wrapText(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of onOneLine(text).split(' ')) {
    if (line !== '' && columns(indent) + columns(line) + 1 + columns(word) > width) {
      lines.push(indent + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, indent + line].join('\n');
}

/** Text of a document that cannot break a line or steer the terminal. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(CONTROL, '').trim();
}

function columns(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0);
}
