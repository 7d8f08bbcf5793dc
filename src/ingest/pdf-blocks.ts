import type { BlockDraft, PageBeginning } from './canonical-text.js';
import { joinLines, wholeWords } from './join-lines.js';
import { continues, type PageLine, startsParagraph } from './pdf-paragraphs.js';

const BETWEEN_CELLS = ' | ';
const BULLET = /^(?:[•‣▪◦●○■–—*-]|\d{1,3}[.)]|\(?[a-z]\))\s+\S/u;
/** Letters of a heading are larger than those of the text by this at least. */
const LARGER = 1.12;
const LONGEST_HEADING = 250;
/** A line in another font than the text is a heading if it is short. */
const LONGEST_RUN_IN = 90;
/** A line of a table of contents. */
const LED_TO_PAGE = / … \S+$/;
/** No heading in words holds one of these; a line of a program does. */
const PROGRAM = /[{}<>=\\]/;
const SENTENCE_END = /[.,;:!?。、，；]["'”’)\]]?$/u;
const CAPTION =
  /^(?:fig(?:ure|\.)?|table|tab\.|abb(?:ildung|\.)?|chart|photo|그림|표|図|表)\s*\d/iu;

/** Lines that make one block. */
interface Group {
  readonly lines: PageLine[];
  readonly isTable: boolean;
}

/** What the letters of a document's running text look like. */
interface Body {
  readonly size: number;
  readonly font: string;
}

/** The blocks that the lines of all pages make: paragraphs that go on over columns and pages are one, larger letters are headings, lines of cells a table. */
export function pdfBlocks(lines: readonly PageLine[]): BlockDraft[] {
  const body = bodyOf(lines);
  const words = wholeWords(lines.map(({ text }) => text));
  const groups = groupsOf(lines);
  const sizes = headingSizes(groups, body);
  return groups.map((group, index) => {
    const { text, pages } = textOf(group, words);
    const level = headingLevel(group, text, body, sizes, groups[index + 1]);
    if (level > 0) return { kind: 'heading', level, text, pages };
    const kind = group.isTable
      ? 'table'
      : CAPTION.test(text) && text.length < LONGEST_HEADING
        ? 'caption'
        : BULLET.test(text)
          ? 'listItem'
          : 'paragraph';
    return { kind, level: 0, text, pages };
  });
}

function groupsOf(lines: readonly PageLine[]): Group[] {
  const groups: Group[] = [];
  for (const [at, line] of lines.entries()) {
    const group = groups.at(-1);
    const before = lines[at - 1];
    const isRow =
      line.cells.length > 1 && [before, lines[at + 1]].some((other) => isRowBeside(other, line));
    if (group === undefined || before === undefined || isRow !== group.isTable) {
      groups.push({ lines: [line], isTable: isRow });
    } else if (
      isRow ? !isRowBeside(before, line) : BULLET.test(line.text) || opens(group, before, line)
    ) {
      groups.push({ lines: [line], isTable: isRow });
    } else group.lines.push(line);
  }
  return groups;
}

function opens(group: Group, before: PageLine, line: PageLine): boolean {
  const leaves = before.page !== line.page || before.region !== line.region;
  return leaves ? !continues(before, line) : startsParagraph(group.lines, before, line);
}

function isRowBeside(other: PageLine | undefined, line: PageLine): boolean {
  return (
    other !== undefined &&
    other.cells.length > 1 &&
    other.page === line.page &&
    other.region === line.region
  );
}

function textOf({ lines, isTable }: Group, words: ReadonlySet<string>) {
  const pages: PageBeginning[] = [];
  let text = '';
  for (const line of lines) {
    const own = isTable ? line.cells.join(BETWEEN_CELLS) : line.text;
    text = text === '' ? own : isTable ? `${text}\n${own}` : joinLines(text, own, words);
    if (pages.at(-1)?.page !== line.page)
      pages.push({ page: line.page, at: text.length - own.length });
  }
  return { text, pages };
}

function bodyOf(lines: readonly PageLine[]): Body {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  for (const { size, font, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length);
    fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  }
  return { size: commonest(sizes) ?? 0, font: commonest(fonts) ?? '' };
}

function commonest<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function headingSizes(groups: readonly Group[], body: Body): number[] {
  const sizes = groups.map(({ lines }) => Math.round((lines[0]?.size ?? 0) * 2) / 2);
  return [...new Set(sizes.filter((size) => size >= body.size * LARGER))].sort((a, b) => b - a);
}

function headingLevel(
  { lines, isTable }: Group,
  text: string,
  body: Body,
  sizes: readonly number[],
  next: Group | undefined,
): number {
  const [first] = lines;
  if (
    first === undefined ||
    isTable ||
    next === undefined ||
    LED_TO_PAGE.test(text) ||
    !/\p{L}/u.test(text)
  )
    return 0;
  const size = Math.round(first.size * 2) / 2;
  if (sizes.includes(size) && text.length <= LONGEST_HEADING && !/[.,;]$/.test(text))
    return Math.min(6, sizes.indexOf(size) + 1);
  const standsOut = first.font !== body.font && Math.abs(size - body.size) <= body.size * 0.1;
  const isShort = lines.length === 1 && text.length <= LONGEST_RUN_IN && !SENTENCE_END.test(text);
  // Several such lines below each other are a listing or an address.
  const isAlone = next.lines[0]?.font !== first.font;
  const isOther =
    !isAlone ||
    PROGRAM.test(text) ||
    CAPTION.test(text) ||
    (BULLET.test(text) && !/^\d/.test(text));
  return standsOut && isShort && !isOther ? Math.min(6, sizes.length + 1) : 0;
}
