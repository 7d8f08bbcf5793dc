import { calibrationPlot } from '../plots/calibration-plot.js';
import { latencyPlot } from '../plots/latency-plot.js';
import { riskCoveragePlot } from '../plots/risk-coverage-plot.js';
import type { Report } from '../report.js';
import { type Html, html } from './html.js';
import { perCentCell, tableOf } from './table-of.js';

/** The three plots, each with its figures in a table. */
export function plotsSection({ confidence, evaluation }: Report): Html {
  const latencies = evaluation.judged.flatMap(({ outcome }) =>
    outcome.response === null ? [] : [outcome.latencyMs],
  );
  const { riskCoverage, reliability, riskCoverageArea } = confidence;
  const area =
    riskCoverageArea === null
      ? ''
      : ` Area under the curve ${riskCoverageArea.toFixed(3)}; 0 is best.`;
  const why = evaluation.notMeasurable['calibrationError'];
  return html`<section aria-labelledby="plots">
<h2 id="plots">Confidence and speed</h2>
<div class="plots">
${figure(
  'Risk and coverage',
  `What share of the answers is wrong if only the most confident ones are given.${area}`,
  riskCoverage.length === 0
    ? missing(why)
    : html`${riskCoveragePlot(riskCoverage)}${tableOf(
        'The curve',
        ['confidence from', 'answered', 'wrong'],
        riskCoverage.map((one) => [
          one.confidence.toFixed(2),
          perCentCell(one.coverage),
          perCentCell(one.risk),
        ]),
      )}`,
)}
${figure(
  'Calibration',
  'How often answers of each confidence are right. On the dashed line, confidence tells the truth.',
  reliability.length === 0
    ? missing(why)
    : html`${calibrationPlot(reliability)}${tableOf(
        'The groups',
        ['claimed', 'right', 'answers'],
        reliability.map((one) => [
          perCentCell(one.confidence),
          perCentCell(one.correct),
          String(one.count),
        ]),
      )}`,
)}
${figure('Latency', 'What share of the responses came within which time; half of them and 95 % are marked.', latencies.length === 0 ? missing(undefined) : latencyPlot(latencies))}
</div>
</section>`;
}

function figure(title: string, note: string, body: Html): Html {
  return html`<figure class="card"><figcaption>${title}</figcaption><p class="small soft">${note}</p>${body}</figure>`;
}

function missing(why: string | undefined): Html {
  return html`<p class="soft">${why === undefined ? 'No answer was given, so there is nothing to draw.' : `Not measurable: ${why}.`}</p>`;
}
