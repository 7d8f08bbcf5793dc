import type { Line } from './pdf-lines.js';

/** Lines at the top and at the bottom of a page that may be a running head or foot. */
const LOOKED_AT = 2;
const LEAST_PAGES = 3;
/** A line is furniture if it stands on so many of the pages that hold text; heads of left and right pages differ. */
const LEAST_SHARE = 0.25;
const PAGE_NUMBER =
  /^[^\p{L}]*(?:(?:page|p\.|seite|página|페이지)\s*)?#(?:\s*(?:of|\/|von|de|sur)\s*#)?[^\p{L}]*$/iu;

/** The lines of each page without running heads, running feet and page numbers, which stand on page after page and belong to no sentence. */
export function withoutFurniture(pages: readonly (readonly Line[])[]): Line[][] {
  const seen = new Map<string, number>();
  const edges = pages.map((lines) => edgeLines(lines));
  for (const lines of edges)
    for (const key of new Set([...lines].map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const withText = pages.filter((lines) => lines.length > 0).length;
  const isFurniture = (key: string) => {
    const times = seen.get(key) ?? 0;
    if (PAGE_NUMBER.test(key.slice(key.indexOf(' ') + 1))) return times >= 2;
    return times >= LEAST_PAGES && times >= withText * LEAST_SHARE;
  };
  return pages.map((lines, page) =>
    lines.filter((line) => !edges[page]?.has(line) || !isFurniture(keyOf(line))),
  );
}

function edgeLines(lines: readonly Line[]): Set<Line> {
  const byHeight = [...lines].sort((a, b) => b.y - a.y);
  return new Set([...byHeight.slice(0, LOOKED_AT), ...byHeight.slice(-LOOKED_AT)]);
}

/** What of a line is the same on every page: the size of its letters, for a title may read like the head of the pages after it, and its words. */
function keyOf({ text, size }: Line): string {
  return `${Math.round(size)} ${text.replace(/\d+/g, '#').toLowerCase()}`;
}
