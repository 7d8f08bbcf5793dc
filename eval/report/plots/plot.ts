import { type Html, html } from '../page/html.js';

/** An axis from `low` to `high`; its marks are written under or beside it. */
export interface Axis {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly marks: readonly { readonly at: number; readonly text: string }[];
}

/** What is drawn between two axes. */
export interface Frame {
  /** Place of a value, in units of the drawing. */
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

const WIDTH = 360;
const HEIGHT = 230;
const LEFT = 46;
const RIGHT = 18;
const TOP = 10;
const BOTTOM = 40;

/**
 * A drawing with two axes as SVG that needs nothing but the style of the page.
 * @param about What the drawing shows, for people who do not see it.
 */
export function plot(about: string, across: Axis, up: Axis, draw: (frame: Frame) => Html): Html {
  const share = ({ low, high }: Axis, value: number) =>
    high > low ? (value - low) / (high - low) : 0.5;
  const frame: Frame = {
    x: (value) => round(LEFT + share(across, value) * (WIDTH - LEFT - RIGHT)),
    y: (value) => round(HEIGHT - BOTTOM - share(up, value) * (HEIGHT - TOP - BOTTOM)),
  };
  const floor = HEIGHT - BOTTOM;
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${about}">
${up.marks.map(
  ({ at, text }) =>
    html`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${frame.y(at)}" y2="${frame.y(at)}"/><text class="mark" x="${LEFT - 6}" y="${frame.y(at) + 3.5}" text-anchor="end">${text}</text>`,
)}
${across.marks.map(
  ({ at, text }) =>
    html`<line class="grid" x1="${frame.x(at)}" x2="${frame.x(at)}" y1="${TOP}" y2="${floor}"/><text class="mark" x="${frame.x(at)}" y="${floor + 14}" text-anchor="middle">${text}</text>`,
)}
${draw(frame)}
<text class="axis" x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 8}" text-anchor="middle">${across.label}</text>
<text class="axis" transform="translate(11 ${(TOP + floor) / 2}) rotate(-90)" text-anchor="middle">${up.label}</text>
</svg>`;
}

/** Points joined by a line, as the `points` of a polyline. */
export function points(frame: Frame, of: readonly (readonly [number, number])[]): string {
  return of.map(([x, y]) => `${frame.x(x)},${frame.y(y)}`).join(' ');
}

/** An axis of shares, in per cent, up to a share that is a whole number of steps. */
export function shareAxis(label: string, high = 1): Axis {
  const step = high > 0.5 ? 0.25 : high > 0.2 ? 0.1 : 0.05;
  const top = Math.min(1, Math.max(step, Math.ceil(high / step - 1e-9) * step));
  const marks = Array.from({ length: Math.round(top / step) + 1 }, (_, place) => ({
    at: place * step,
    text: `${Math.round(place * step * 100)} %`,
  }));
  return { label, low: 0, high: top, marks };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
