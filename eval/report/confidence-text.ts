import type { ConfidenceReport } from '../confidence.js';
import { formatValue } from './format-figure.js';
import { table } from './table.js';

/** Points of the curve that are printed, at most. */
const POINTS = 12;

/**
 * The risk-coverage curve, thinned out, and the reliability of confidences, as tables for a terminal.
 * @param notMeasurable Why there are none, where the target's answers cannot tell any.
 */
export function confidenceText(
  { riskCoverageArea, riskCoverage, reliability }: ConfidenceReport,
  notMeasurable?: string,
): string {
  if (notMeasurable !== undefined) return `Confidence is not measurable: ${notMeasurable}.`;
  if (riskCoverage.length === 0) return 'No answer was given, so no confidence can be judged.';
  const step = Math.max(1, (riskCoverage.length - 1) / (POINTS - 1));
  const places = new Set(
    Array.from({ length: Math.min(POINTS, riskCoverage.length) }, (_, point) =>
      Math.round(point * step),
    ),
  );
  return [
    `Answering only from a confidence on (area under the risk-coverage curve ${riskCoverageArea?.toFixed(3)})`,
    table([
      ['confidence', 'coverage %', 'wrong %'],
      ...riskCoverage
        .filter((_, place) => places.has(place))
        .map(({ confidence, coverage, risk }) => [
          confidence.toFixed(2),
          formatValue(coverage, 'share'),
          formatValue(risk, 'share'),
        ]),
    ]),
    '',
    'What confidences come true',
    table([
      ['claimed %', 'right %', 'n'],
      ...reliability.map(({ confidence, correct, count }) => [
        formatValue(confidence, 'share'),
        formatValue(correct, 'share'),
        String(count),
      ]),
    ]),
  ].join('\n');
}
