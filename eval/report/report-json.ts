import { REPORT_VERSION, type Report } from './report.js';

/** The report for programs: figures, findings, and every question with its response, score and stage. */
export function reportJson(report: Report): string {
  const { about, headline, findings, evaluation, result, confidence, comparison, gate } = report;
  const { notMeasurable, judged } = evaluation;
  const overall = evaluation.overall;
  return `${JSON.stringify(
    {
      schemaVersion: REPORT_VERSION,
      about,
      headline,
      findings,
      ...result,
      overall,
      notMeasurable,
      confidence,
      comparison,
      gate,
      judged,
    },
    null,
    2,
  )}\n`;
}
