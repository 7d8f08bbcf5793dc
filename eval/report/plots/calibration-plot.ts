import type { ReliabilityBin } from '../../metrics/calibration-error.js';
import { wilsonInterval } from '../../metrics/wilson-interval.js';
import { type Html, html } from '../page/html.js';
import { plot, points, shareAxis } from './plot.js';

/** How often answers of each confidence are right, with the interval of each share; on the diagonal, confidences come true. */
export function calibrationPlot(bins: readonly ReliabilityBin[]): Html {
  const about = `Calibration: ${bins.length} groups of answers by confidence. The table below has what each claims and what comes true.`;
  return plot(about, shareAxis('confidence claimed'), shareAxis('answers right'), (frame) => {
    const drawn = bins.map(({ confidence, correct, count }) => {
      const interval = wilsonInterval(correct * count, count);
      const x = frame.x(confidence);
      return html`<line class="whisker" x1="${x}" x2="${x}" y1="${frame.y(interval.low)}" y2="${frame.y(interval.high)}"/><circle class="dot" cx="${x}" cy="${frame.y(correct)}" r="4"/>`;
    });
    const diagonal = points(frame, [
      [0, 0],
      [1, 1],
    ]);
    return html`<polyline class="ideal" points="${diagonal}"/>${drawn}`;
  });
}
