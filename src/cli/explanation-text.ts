import type { AskExplanation, SearchExplanation } from '../contract/explanation.js';
import type { Terminal } from './terminal.js';
import { onOneLine, wrapText } from './wrap-text.js';

/** Passages shown of each stage. */
const SHOWN = 10;
/** Features shown of each sentence. */
const SHOWN_FEATURES = 6;

type Stages = SearchExplanation['stages'];

const STAGE_NAMES: readonly (readonly [keyof Stages, string])[] = [
  ['dense', 'By meaning (cosine)'],
  ['lexical', 'By words (BM25)'],
  ['fused', 'Both together'],
];

/** How passages were found, as a person reads it in a terminal. */
export function searchExplanationText(
  { query, terms, pairs, stages }: SearchExplanation,
  terminal: Terminal,
): string {
  const words = terms.map(
    ({ term, passages, weight }) =>
      `  ${term}: in ${passages} ${passages === 1 ? 'passage' : 'passages'}, weight ${weight.toFixed(2)}`,
  );
  const phrases = pairs.map((pair) => `“${pair}”`).join(', ');
  return [
    terminal.bold('How the passages were found'),
    wrapText(`Searched for: ${onOneLine(query)}`, terminal.width),
    ['Words', ...words].join('\n'),
    ...(pairs.length === 0 ? [] : [wrapText(`Pairs: ${phrases}`, terminal.width)]),
    ...STAGE_NAMES.map(([stage, name]) => stageText(name, stages[stage])),
  ].join('\n');
}

/** How an answer came about, as a person reads it in a terminal. */
export function askExplanationText(
  { confidence, parts }: AskExplanation,
  terminal: Terminal,
): string {
  const told = parts
    .flatMap(({ retrieval, sentences }) => [
      ...(retrieval === null ? [] : [searchExplanationText(retrieval, terminal)]),
      [
        terminal.bold('How the sentences were judged'),
        ...sentences.map((sentence, place) => sentenceText(sentence, place + 1, terminal)),
      ].join('\n'),
    ])
    .join('\n\n');
  return `Confidence of the reader ${confidence.toFixed(2)}\n${told}`;
}

function stageText(name: string, ranking: Stages['fused']): string {
  const rows = ranking
    .slice(0, SHOWN)
    .map(({ rank, passageId, score }) => `  ${rank}. ${passageId}  ${score.toFixed(3)}`);
  return [name, ...(rows.length === 0 ? ['  nothing'] : rows)].join('\n');
}

function sentenceText(
  {
    passageId,
    text,
    score,
    probability,
    features,
  }: AskExplanation['parts'][number]['sentences'][number],
  rank: number,
  terminal: Terminal,
): string {
  const reasons = features
    .slice(0, SHOWN_FEATURES)
    .map(
      ({ name, value, contribution }) => `${name} ${value.toFixed(2)} (${signed(contribution)})`,
    );
  return [
    wrapText(`${rank}. ${onOneLine(text)}`, terminal.width),
    terminal.dim(
      wrapText(
        `${passageId}; score ${score.toFixed(2)}, probability ${probability.toFixed(2)}; ${reasons.join(', ')}`,
        terminal.width,
        '   ',
      ),
    ),
  ].join('\n');
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}
