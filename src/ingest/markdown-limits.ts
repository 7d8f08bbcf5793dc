import { InvalidDocument } from './invalid-document.js';

/** Quotations and lists inside one another. The Markdown parser needs time that grows with the cube of this. */
const NESTING_LIMIT = 100;
/**
 * Characters that may open or close markup in one stretch of running text. The parser compares
 * each with all before it, so beyond this they are taken literally.
 */
const MARKUP_LIMIT = 2_000;
const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/;
const CONTAINER = />|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])/g;
const MARKUP = /[*_~[\]]/g;
/** A line that begins a stretch of its own: blank, heading, list item or table row. */
const NEW_STRETCH = /^\s*(?:$|#|\||[-+*][ \t]|\d{1,9}[.)][ \t])/;
/** Unicode's noncharacters, which no text to be read contains. */
const STAND_INS: Readonly<Record<string, string>> = {
  '*': '\uFDD0',
  _: '\uFDD1',
  '~': '\uFDD2',
  '[': '\uFDD3',
  ']': '\uFDD4',
};
const ORIGINALS = new Map(Object.entries(STAND_INS).map(([mark, standIn]) => [standIn, mark]));

/** @throws InvalidDocument where quotations and lists lie inside one another more than 100 deep. */
export function checkNesting(source: string): void {
  const indents: number[] = [];
  for (const [index, line] of source.split('\n').entries()) {
    const prefix = CONTAINERS.exec(line)?.[0] ?? '';
    if (prefix === '') continue;
    const indent = prefix.length - prefix.trimStart().length;
    while ((indents.at(-1) ?? -1) >= indent) indents.pop();
    indents.push(indent);
    const depth = indents.length - 1 + (`${prefix} `.match(CONTAINER)?.length ?? 0);
    if (depth <= NESTING_LIMIT) continue;
    throw new InvalidDocument(
      `Quotations or lists lie inside one another ${depth} deep; at most ${NESTING_LIMIT} levels are read.`,
      'Flatten them, or give the file the extension .txt to have it read as plain text.',
      index + 1,
    );
  }
}

/** Hides the markup of overcrowded stretches from the parser; `restore` puts the characters back into what it found. */
export function shieldDenseMarkup(source: string): {
  readonly source: string;
  readonly restore: (text: string) => string;
} {
  const shielded: string[] = [];
  let stretch: string[] = [];
  let marks = 0;
  let any = false;
  const close = () => {
    const dense = marks > MARKUP_LIMIT;
    any ||= dense;
    for (const line of stretch) {
      shielded.push(dense ? line.replace(MARKUP, (mark) => STAND_INS[mark] ?? mark) : line);
    }
    stretch = [];
    marks = 0;
  };
  for (const line of source.split('\n')) {
    if (NEW_STRETCH.test(line)) close();
    stretch.push(line);
    marks += line.match(MARKUP)?.length ?? 0;
  }
  close();
  if (!any) return { source, restore: (text) => text };
  return {
    source: shielded.join('\n'),
    restore: (text) => text.replace(/[\uFDD0-\uFDD4]/g, (mark) => ORIGINALS.get(mark) ?? mark),
  };
}
