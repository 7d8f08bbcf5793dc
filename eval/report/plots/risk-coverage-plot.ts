import type { RiskCoveragePoint } from '../../metrics/risk-coverage.js';
import { type Html, html } from '../page/html.js';
import { plot, points, shareAxis } from './plot.js';

/** What share of the answers is wrong where only the most confident ones are given. */
export function riskCoveragePlot(curve: readonly RiskCoveragePoint[]): Html {
  const highest = Math.max(...curve.map(({ risk }) => risk));
  const last = curve.at(-1);
  const about = `Risk and coverage: answering ${percent(last?.coverage)} of all questions, ${percent(last?.risk)} of the answers are wrong. The table below has every point.`;
  return plot(
    about,
    shareAxis('questions answered'),
    shareAxis('answers wrong', highest),
    (frame) => {
      const line = curve.map(({ coverage, risk }) => [coverage, risk] as const);
      const [from = 0] = line[0] ?? [];
      const [to = 0] = line.at(-1) ?? [];
      const area = `${points(frame, [[from, 0]])} ${points(frame, line)} ${points(frame, [[to, 0]])}`;
      return html`<polygon class="area" points="${area}"/><polyline class="line" points="${points(frame, line)}"/>${line.map(
        ([x, y]) => html`<circle class="dot" cx="${frame.x(x)}" cy="${frame.y(y)}" r="2"/>`,
      )}`;
    },
  );
}

function percent(share = 0): string {
  return `${Math.round(share * 100)} %`;
}
