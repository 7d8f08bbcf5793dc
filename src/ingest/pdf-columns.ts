import type { Segment } from './pdf-lines.js';

/** Segments that are read from the top down, line after line. */
export interface Region {
  readonly segments: readonly Segment[];
}

/** So many lines stand on each side of a gutter at least. */
const LEAST_LINES = 3;
/** Columns of text are nearly full of it, unlike the columns of a table. */
const LEAST_FILLED = 0.5;
/** And they hold lines of so many sizes of a letter. */
const LEAST_WIDTH = 7;
/** Columns inside one another; more are no columns of text. */
const MOST_DEPTH = 3;
const STEP_POINTS = 3;

/**
 * Parts the segments of a page into regions in reading order. Where a gutter runs between lines of text on both sides, the left
 * side is read before the right; what runs across it, as a headline does, parts what is above from what is below.
 */
export function inColumns(segments: readonly Segment[], depth = 0): Region[] {
  const gutter = depth < MOST_DEPTH ? bestGutter(segments) : undefined;
  if (gutter === undefined) return segments.length === 0 ? [] : [{ segments }];
  const regions: Region[] = [];
  let across: Segment[] = [];
  const closeAcross = () => {
    if (across.length > 0) regions.push({ segments: across });
    across = [];
  };
  for (const band of bandsOf(segments, gutter)) {
    if (!isColumned(band)) {
      across.push(...band.left, ...band.right, ...band.across);
      continue;
    }
    closeAcross();
    const rightToLeft = [...band.left, ...band.right].filter((one) => one.isRightToLeft).length;
    const sides = [band.left, band.right];
    if (rightToLeft * 2 > band.left.length + band.right.length) sides.reverse();
    for (const side of sides) regions.push(...inColumns(side, depth + 1));
    across.push(...band.across);
  }
  closeAcross();
  return regions;
}

/** What stands left and right of a gutter between two lines that run across it, and the lower of these. */
interface Band {
  readonly left: Segment[];
  readonly right: Segment[];
  readonly across: Segment[];
}

function bandsOf(segments: readonly Segment[], gutter: number): Band[] {
  const bands: Band[] = [{ left: [], right: [], across: [] }];
  for (const segment of [...segments].sort((a, b) => b.y - a.y)) {
    let band = bands.at(-1) as Band;
    const runsAcross = crosses(segment, gutter);
    if (!runsAcross && band.across.length > 0) {
      band = { left: [], right: [], across: [] };
      bands.push(band);
    }
    if (runsAcross) band.across.push(segment);
    else if (segment.end <= gutter + 1) band.left.push(segment);
    else band.right.push(segment);
  }
  return bands;
}

function crosses({ x, end }: Segment, gutter: number): boolean {
  return x < gutter - 1 && end > gutter + 1;
}

/** Where a vertical line has the most text in columns on both sides of it; undefined where there are none. */
function bestGutter(segments: readonly Segment[]): number | undefined {
  const left = Math.min(...segments.map(({ x }) => x));
  const right = Math.max(...segments.map(({ end }) => end));
  const margin = (right - left) * 0.15;
  let most = 0;
  let places: number[] = [];
  for (let at = left + margin; at <= right - margin; at += STEP_POINTS) {
    const columned = bandsOf(segments, at).filter(isColumned);
    const lines = columned.reduce((sum, band) => sum + band.left.length + band.right.length, 0);
    if (lines > most) [most, places] = [lines, []];
    if (lines === most && lines > 0) places.push(at);
  }
  return places[places.length >> 1];
}

function isColumned({ left, right }: Band): boolean {
  if (left.length < LEAST_LINES || right.length < LEAST_LINES) return false;
  const [first, second] = [extent(left), extent(right)];
  const shared = Math.min(first.top, second.top) - Math.max(first.bottom, second.bottom);
  const shorter = Math.min(first.top - first.bottom, second.top - second.bottom);
  return shared > 0 && shared >= shorter * 0.5 && isProse(left) && isProse(right);
}

function extent(segments: readonly Segment[]) {
  const heights = segments.map(({ y }) => y);
  return { top: Math.max(...heights), bottom: Math.min(...heights) };
}

function isProse(segments: readonly Segment[]): boolean {
  const width =
    Math.max(...segments.map(({ end }) => end)) - Math.min(...segments.map(({ x }) => x));
  const widths = segments.map(({ x, end, size }) => ({
    share: (end - x) / width,
    ems: (end - x) / size,
  }));
  return (
    median(widths.map(({ share }) => share)) >= LEAST_FILLED &&
    median(widths.map(({ ems }) => ems)) >= LEAST_WIDTH
  );
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
