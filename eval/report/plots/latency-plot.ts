import { percentile } from '../../metrics/percentile.js';
import { duration } from '../findings/finding.js';
import { type Html, html } from '../page/html.js';
import { type Axis, plot, points, shareAxis } from './plot.js';

/** Points of the curve, at most. */
const POINTS = 200;

/** Which share of the responses came within which time; the axis of time is logarithmic. */
export function latencyPlot(latencies: readonly number[]): Html {
  const ordered = latencies.map((ms) => Math.max(ms, 0.01)).toSorted((a, b) => a - b);
  const across = timeAxis(ordered[0] ?? 1, ordered.at(-1) ?? 1);
  const about = `Latency: half of the responses came within ${duration(percentile(ordered, 50) ?? 0)}, 95 % within ${duration(percentile(ordered, 95) ?? 0)}, the last after ${duration(ordered.at(-1) ?? 0)}.`;
  return plot(about, across, shareAxis('responses that came'), (frame) => {
    const steps = Math.min(POINTS, ordered.length);
    const line = Array.from({ length: steps }, (_, step) => {
      const place = Math.ceil(((step + 1) / steps) * ordered.length) - 1;
      return [Math.log10(ordered[place] ?? 1), (place + 1) / ordered.length] as const;
    });
    const start = [[across.low, 0] as const, [line[0]?.[0] ?? across.low, 0] as const];
    const marked = [50, 95].map((percent) => {
      const at = percentile(ordered, percent) ?? 1;
      return html`<circle class="dot" cx="${frame.x(Math.log10(at))}" cy="${frame.y(percent / 100)}" r="4"/>`;
    });
    return html`<polyline class="line" points="${points(frame, [...start, ...line])}"/>${marked}`;
  });
}

/** From the power of ten below the least to one above the most, a mark at each, and between where there are few. */
function timeAxis(least: number, most: number): Axis {
  const low = Math.floor(Math.log10(least) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.log10(most) - 1e-9));
  const between = high - low <= 2 ? [1, 2, 5] : [1];
  const marks = Array.from({ length: high - low + 1 }, (_, place) =>
    between.map((times) => times * 10 ** (low + place)),
  )
    .flat()
    .filter((ms) => Math.log10(ms) <= high + 1e-9)
    .map((ms) => ({
      at: Math.log10(ms),
      text: ms < 1 ? `${ms} ms` : ms < 1000 ? `${ms} ms` : `${ms / 1000} s`,
    }));
  return { label: 'time (logarithmic)', low, high, marks };
}
