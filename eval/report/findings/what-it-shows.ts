import type { Evaluation } from '../../evaluate.js';
import { FIGURES } from '../../figures.js';
import type { Deviation } from '../../repeat.js';
import { answerFindings } from './answer-findings.js';
import { confidenceFindings } from './confidence-findings.js';
import { errorFindings } from './error-findings.js';
import { counted, countOf, type Finding } from './finding.js';
import { quoteFindings } from './quote-findings.js';
import { refusalFindings } from './refusal-findings.js';
import { repeatFindings } from './repeat-findings.js';
import { saysEverything } from './says-everything.js';
import { idsOf, scored } from './scored.js';
import { sourceFindings } from './source-findings.js';
import { textFindings } from './text-findings.js';

/** Fewer questions than these tell little. */
const FEW = 30;
const ORDER = { fault: 0, caution: 1, good: 2 } as const;

/**
 * What a run shows, in sentences that stand by themselves: first what is at fault, then what calls for care, then what was
 * checked and holds. No verdict of a model: each sentence counts responses that the report lists.
 * @param remarks What was seen of the service besides its answers.
 * @param deviations What differed when everything was asked again; null where it was not.
 */
export function whatItShows(
  { judged, texts, notMeasurable }: Evaluation,
  remarks: readonly string[] = [],
  deviations: readonly Deviation[] | null = null,
): Finding[] {
  const all = scored(judged);
  const caution = (text: string): Finding => ({ kind: 'caution', text, questions: [] });
  const breaking = all.filter(({ outcome }) => outcome.response.breach !== undefined);
  const waits = judged.reduce((sum, { outcome }) => sum + (outcome.waits ?? 0), 0);
  const untold = FIGURES.filter(({ name }) => name in notMeasurable).length;
  const findings: Finding[] = [
    ...errorFindings(judged),
    ...refusalFindings(all),
    ...quoteFindings(all, texts),
    ...sourceFindings(all, 'documentPrecision' in notMeasurable),
    ...answerFindings(all),
    ...saysEverything(all),
    ...repeatFindings(deviations, judged.length),
    ...confidenceFindings(all),
    // Where no field tells a refusal, none is told for sure.
    ...('reasonRight' in notMeasurable ? textFindings(all) : []),
    ...(breaking.length === 0
      ? []
      : [
          {
            kind: 'fault' as const,
            text: `${countOf(breaking.length, all.length, 'responses')} break the contract, the first at ${breaking[0]?.outcome.response.breach}. What they hold was judged all the same.`,
            questions: idsOf(breaking),
          },
        ]),
    ...remarks.map(caution),
    ...(waits === 0
      ? []
      : [caution(`The service was busy ${counted(waits, 'time')} and was asked again.`)]),
    ...(untold === 0
      ? []
      : [
          caution(
            `${counted(untold, 'figure')} cannot be measured on this service; the table says why.`,
          ),
        ]),
    ...(judged.length >= FEW
      ? []
      : [caution(`Only ${counted(judged.length, 'question')}: the intervals are wide.`)]),
  ];
  return findings.sort((a, b) => ORDER[a.kind] - ORDER[b.kind]);
}

/** In one sentence how much was right, of what. */
export function headline({ judged, overall }: Pick<Evaluation, 'judged' | 'overall'>): string {
  const all = scored(judged);
  const right = all.filter(({ score }) => score.right).length;
  const answerable = all.filter(({ score }) => score.question.answerable);
  const unanswerable = all.length - answerable.length;
  const answered = answerable.filter(({ score }) => score.right).length;
  const refused = right - answered;
  const { low = null, high = null } = overall['right'] ?? {};
  const interval =
    low === null || high === null
      ? ''
      : ` (95 % interval ${(low * 100).toFixed(0)} to ${(high * 100).toFixed(0)} %)`;
  if (all.length === 0) return `No response to any of ${counted(judged.length, 'question')}.`;
  return [
    `Right on ${right} of ${counted(all.length, 'question')} that got a response${interval}:`,
    `${answered} of ${answerable.length} answerable ones answered correctly,`,
    `${refused} of ${unanswerable} unanswerable ones refused.`,
  ].join(' ');
}
