const PANEL = { width: 360, height: 240, left: 64, top: 34, right: 16, bottom: 40 } as const;
const COLUMNS = 3;

/** One figure over sizes. */
export interface Curve<Point> {
  readonly title: string;
  readonly of: (point: Point) => number;
}

export interface PlottedGrowth<Point> {
  readonly points: readonly Point[];
  readonly curves: readonly Curve<Point>[];
  /** What is counted along the axis: its name, and how much of it a point has. */
  readonly along: string;
  readonly size: (point: Point) => number;
}

/** An SVG of how each figure grows; both axes go by factors of ten. */
export function growthPlot<Point>(plotted: PlottedGrowth<Point>): string {
  const { curves, along } = plotted;
  const rows = Math.ceil(curves.length / COLUMNS);
  const [width, height] = [COLUMNS * PANEL.width, rows * PANEL.height];
  const panels = curves.map((curve, i) => {
    const [x, y] = [(i % COLUMNS) * PANEL.width, Math.floor(i / COLUMNS) * PANEL.height];
    return `<g transform="translate(${x} ${y})">${panel(curve, plotted)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img" aria-label="How time, memory and size grow with the number of ${along}"><rect width="100%" height="100%" fill="#fff"/>${panels.join('')}</svg>\n`;
}

function panel<Point>(
  { title, of }: Curve<Point>,
  { points, along, size }: PlottedGrowth<Point>,
): string {
  const { width, height, left, top, right, bottom } = PANEL;
  const xs = decades(points.map(size));
  const ys = decades(points.map(of));
  const x = (value: number) => left + position(value, xs) * (width - left - right);
  const y = (value: number) => height - bottom - position(value, ys) * (height - top - bottom);
  const places = points.map((point) => [round(x(size(point))), round(y(of(point)))] as const);
  const grid = [
    ...xs.map(
      (value) =>
        `<path d="M${round(x(value))} ${top}V${height - bottom}" stroke="#ddd"/><text x="${round(x(value))}" y="${height - bottom + 16}" text-anchor="middle">${label(value)}</text>`,
    ),
    ...ys.map(
      (value) =>
        `<path d="M${left} ${round(y(value))}H${width - right}" stroke="#ddd"/><text x="${left - 6}" y="${round(y(value)) + 4}" text-anchor="end">${label(value)}</text>`,
    ),
  ];
  const line = `<polyline points="${places.map((place) => place.join(',')).join(' ')}" fill="none" stroke="#0b57d0" stroke-width="2"/>`;
  const dots = places.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3.5" fill="#0b57d0"/>`);
  const heading = `<text x="${left}" y="20" font-weight="bold">${title}</text>`;
  const below = `<text x="${(left + width - right) / 2}" y="${height - 6}" text-anchor="middle">${along}</text>`;
  return [heading, ...grid, line, ...dots, below].join('');
}

/** Powers of ten from below the least to above the most. */
function decades(values: readonly number[]): number[] {
  const positive = values.map((value) => Math.max(value, 1e-3));
  const first = Math.floor(Math.log10(Math.min(...positive)));
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...positive))));
  return Array.from({ length: last - first + 1 }, (_, i) => 10 ** (first + i));
}

function position(value: number, scale: readonly number[]): number {
  const [least = 1, most = 10] = [scale[0], scale.at(-1)];
  return Math.log10(Math.max(value, least) / least) / Math.log10(most / least);
}

function label(value: number): string {
  return value >= 1 ? value.toLocaleString('en') : String(value);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
