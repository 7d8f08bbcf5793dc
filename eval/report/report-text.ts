import { chatFigures } from '../chat/chat-figures.js';
import { chatText } from '../chat/chat-text.js';
import { comparisonText } from './comparison-text.js';
import { confidenceText } from './confidence-text.js';
import { failuresText } from './failures-text.js';
import { gatesText } from './gates-text.js';
import type { Report } from './report.js';
import { summaryText } from './summary-text.js';
import { verdictText } from './verdict-text.js';

/** The whole report for a terminal or a log: what the run shows, each failure, the figures, and what they are held against. */
export function reportText(report: Report): string {
  const { about, evaluation, confidence, gate, comparison } = report;
  const chat = chatFigures(evaluation.judged.map(({ outcome }) => outcome));
  return [
    `${about.dataset}, ${about.split} split, ${about.target}`,
    verdictText(report),
    failuresText(evaluation),
    summaryText(evaluation),
    ...(chat === undefined ? [] : [chatText(chat)]),
    confidenceText(confidence, evaluation.notMeasurable['calibrationError']),
    ...(gate === null ? [] : [gatesText(gate.key, gate.breaches)]),
    ...(comparison === null ? [] : [comparisonText(comparison)]),
  ].join('\n\n');
}
