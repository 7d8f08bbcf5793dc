/** A stretch of text as a PDF draws it. Lengths in points, y upwards; a page that is turned is turned back. */
export interface TextPiece {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  /** Of the base line. */
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly isRightToLeft: boolean;
  /** Whether a blank was drawn before it. */
  readonly spaced: boolean;
}

/** An item of pdf.js's text content, as far as it is used. */
export interface TextItem {
  readonly str: string;
  readonly dir: string;
  readonly width: number;
  /** `[a, b, c, d, e, f]`: scale and turn, then where it begins. */
  readonly transform: readonly number[];
  readonly fontName: string;
}

const NO_TEXT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * The pieces of a page that stand as most of its text does, and in `turned` the words of those that stand otherwise, such as a
 * stamp along the margin.
 */
export function textPieces(items: readonly TextItem[]): {
  readonly pieces: TextPiece[];
  readonly turned: string;
} {
  const quarters = new Map<number, number>();
  for (const { str, transform } of items) {
    const quarter = quarterOf(transform);
    quarters.set(quarter, (quarters.get(quarter) ?? 0) + str.trim().length);
  }
  const [upright = 0] = [...quarters].sort((a, b) => b[1] - a[1])[0] ?? [];
  const pieces: TextPiece[] = [];
  const turned: string[] = [];
  let spaced = false;
  for (const { str, dir, width, transform, fontName } of items) {
    const text = str.replace(NO_TEXT, '');
    if (text.trim() === '') {
      spaced ||= text !== '';
      continue;
    }
    if (quarterOf(transform) !== upright) {
      turned.push(text.trim());
      continue;
    }
    const [, , c = 0, d = 0, e = 0, f = 0] = transform;
    const size = Math.hypot(c, d) || 1;
    const [x, y] = turnedBack(e, f, upright);
    const isRightToLeft = dir === 'rtl';
    pieces.push({ text, x, end: x + width, y, size, font: fontName, isRightToLeft, spaced });
    spaced = false;
  }
  return { pieces, turned: turned.join(' ').replace(/\s+/g, ' ') };
}

/** How often text is turned by a right angle, 0 to 3; halfway turns count for the nearest. */
function quarterOf([a = 1, b = 0]: readonly number[]): number {
  return (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
}

function turnedBack(x: number, y: number, quarter: number): [number, number] {
  if (quarter === 1) return [y, -x];
  if (quarter === 2) return [-x, -y];
  return quarter === 3 ? [-y, x] : [x, y];
}
