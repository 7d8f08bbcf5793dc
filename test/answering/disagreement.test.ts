import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../src/analysis/quantities.js';
import { analyseQuestion } from '../../src/analysis/question.js';
import { findDisagreement } from '../../src/answering/disagreement.js';
import { agreesWhenRounded } from '../../src/answering/figure-value.js';
import { describeSentences, SENTENCE_FEATURES } from '../../src/answering/sentence-features.js';
import { rankSentences } from '../../src/answering/sentence-ranker.js';
import type { LikelySpan } from '../../src/domain/passage-reader.js';
import { candidatesOf, direction, passageOf } from './passages.js';

const byCosine = SENTENCE_FEATURES.map((name) => (name === 'sentenceCosine' ? 5 : 0));

function disagreement(
  question: string,
  first: string,
  second: string,
  angle = 0.1,
  secondDocument = 'b',
  spans: readonly LikelySpan[] = [],
) {
  const analysed = analyseQuestion(question);
  const candidates = candidatesOf(
    passageOf('a', [first], [0]),
    passageOf(secondDocument, [second], [angle]),
  );
  const ranked = rankSentences(
    describeSentences(analysed, direction(0), candidates, () => 1),
    byCosine,
  );
  const readingOf = () => (spans.length === 0 ? null : { logOdds: 4, spans });
  return findDisagreement(analysed, ranked, readingOf)?.proposed ?? null;
}

describe('findDisagreement', () => {
  const question = 'What share of the exports was steel in 1990?';

  it('shows each side with its value and its own quote', () => {
    const found = disagreement(
      question,
      'Steel was 40% of exports in 1990.',
      'In 1990 the share of steel in exports was 45%.',
    );
    expect(found?.sides.map(({ value }) => value)).toEqual(['40%', '45%']);
    expect(found?.sides.map(({ quotes }) => quotes[0]?.documentId)).toEqual(['a', 'b']);
    expect(found?.about).toMatch(/different figures/);
  });

  it('tells rounding from a real difference', () => {
    const found = disagreement(
      question,
      'Steel was 32% of exports in 1990.',
      'In 1990 the share of steel in exports was 31.6%.',
    );
    expect(found?.about).toMatch(/rounded/);
  });

  it('keeps the words that qualify a figure, and tells a limit from a difference', () => {
    const found = disagreement(
      'How large was steel trade in 1990?',
      'Steel trade grew to $77.2 billion in 1990.',
      'Steel trade grew to more than 70 billion in 1990.',
    );
    expect(found?.sides.map(({ value }) => value)).toEqual([
      '$77.2 billion',
      'more than 70 billion',
    ]);
    expect(found?.about).toMatch(/limit/);
  });

  it('lets what has held since a year stand against a later one, and knows a place by its other names', () => {
    const found = disagreement(
      'Where does South Korea rank among Utopian customers?',
      'Since 2001, South Korea has remained Utopia’s third largest customer.',
      'As of December 2023, the Republic of Korea is Utopia’s fifth-largest customer.',
    );
    expect(found?.sides.map(({ value }) => value)).toEqual(['third largest', 'fifth-largest']);
  });

  it('weighs the figure that the close reading takes for the answer against the nearest', () => {
    const first = 'Steel trade, once worth $200 million, grew 352-fold to $77.2 billion in 1990.';
    const second = 'Steel trade grew from 200 million dollars to more than 70 billion in 1990.';
    const start = first.indexOf('$77.2');
    const spans = [{ start, end: start + '$77.2 billion'.length, probability: 0.97 }];
    const found = disagreement('steel trade volme total??', first, second, 0.1, 'b', spans);
    expect(found?.sides.map(({ value }) => value)).toEqual([
      '$77.2 billion',
      'more than 70 billion',
    ]);
  });

  it('shows ranks with their superlative', () => {
    const found = disagreement(
      'Where does Utopia rank among steel exporters?',
      'Utopia is the third largest steel exporter.',
      'Utopia is now the fourth-largest steel exporter.',
    );
    expect(found?.sides.map(({ value }) => value)).toEqual(['third largest', 'fourth-largest']);
  });

  it.each([
    [
      'agreement',
      'Steel was 40% of exports in 1990.',
      'In 1990 the share of steel in exports was 40%.',
    ],
    ['other years', 'Steel was 40% of exports in 1990.', 'Steel was 45% of exports in 2010.'],
    [
      'other parts',
      'Wool was 40% of exports in 1990.',
      'In 1990 the share of steel in exports was 45%.',
    ],
    [
      'other owners',
      'In Utopia steel was 40% of exports in 1990.',
      'Over in Arcadia grain and paper came to 45% in 1990.',
    ],
    [
      'figures too far apart to be of one thing',
      'Steel was 4% of exports in 1990.',
      'In 1990 the share of steel in exports was 45%.',
    ],
    [
      'other kinds of figure',
      'Steel was 40% of exports in 1990.',
      'Steel exports were $45 million in 1990.',
    ],
  ])('is silent about %s', (_, first, second) => {
    expect(disagreement(question, first, second)).toBeNull();
  });

  it('is silent about sentences on other things and within one document', () => {
    const [first, second] = [
      'Steel was 40% of exports in 1990.',
      'In 1990 the share of steel in exports was 45%.',
    ];
    expect(disagreement(question, first, second, 1.2)).toBeNull();
    expect(disagreement(question, first, second, 0.1, 'a')).toBeNull();
  });
});

describe('findDisagreement of three documents', () => {
  it('puts documents that give one figure on one side', () => {
    const question = analyseQuestion('What share of the exports was steel in 1990?');
    const candidates = candidatesOf(
      passageOf('a', ['Steel was 40% of exports in 1990.'], [0]),
      passageOf('b', ['In 1990 the share of steel in exports was 45%.'], [0.1]),
      passageOf('c', ['Steel had a share of 40% in exports in 1990.'], [0.2]),
    );
    const ranked = rankSentences(
      describeSentences(question, direction(0), candidates, () => 1),
      byCosine,
    );
    const sides = findDisagreement(question, ranked)?.proposed.sides ?? [];
    expect(
      sides.map(({ value, quotes }) => [value, quotes.map(({ documentId }) => documentId)]),
    ).toEqual([
      ['40%', ['a', 'c']],
      ['45%', ['b']],
    ]);
  });
});

describe('agreesWhenRounded', () => {
  it.each([
    ['32%', '31.6%', true],
    ['78%', '77.5%', true],
    ['32%', '31.4%', false],
    ['$77 billion', '$77.2 billion', true],
    ['$70 billion', '$77.2 billion', false],
    ['third', 'fourth', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(agreesWhenRounded(findQuantities(a)[0]!, findQuantities(b)[0]!)).toBe(expected);
    expect(agreesWhenRounded(findQuantities(b)[0]!, findQuantities(a)[0]!)).toBe(expected);
  });
});

describe('findDisagreement, read closely', () => {
  /** Each sentence in a document of its own: what it says, the stretch that is read for the answer, and log-odds. */
  function readSides(
    asked: string,
    ...told: readonly (readonly [text: string, stretch: string, logOdds: number])[]
  ) {
    const question = analyseQuestion(asked);
    const passages = told.map(([text], which) => passageOf(`d${which}`, [text], [which * 0.9]));
    const ranked = rankSentences(
      describeSentences(question, direction(0), candidatesOf(...passages), () => 1),
      byCosine,
    );
    const found = findDisagreement(question, ranked, ({ passage }) => {
      const [text, stretch, logOdds] = told[Number(passage.passage.documentId.slice(1))] ?? [];
      const start = text?.indexOf(stretch ?? '') ?? 0;
      return {
        logOdds: logOdds ?? 0,
        spans: [{ start, end: start + (stretch?.length ?? 0), probability: 0.9 }],
      };
    });
    return found?.proposed ?? null;
  }

  it('sets figures against each other whose sentences share no word', () => {
    const found = readSides(
      'What did it cost to build the line?',
      ['Building began in 1919 and cost 6.2 million crowns.', '6.2 million crowns', 5],
      ['The way up had swallowed 7.5 million crowns.', '7.5 million crowns', 4],
    );
    expect(found?.sides.map(({ value }) => value)).toEqual([
      '6.2 million crowns',
      '7.5 million crowns',
    ]);
  });

  it('sets dates against each other', () => {
    const found = readSides(
      'In which year was the line electrified?',
      ['Steam ended in 1951 with electrification.', '1951', 5],
      ['Steam pushed the carriages until 1953.', '1953', 4],
    );
    expect(found?.sides.map(({ value }) => value)).toEqual(['1951', '1953']);
    expect(found?.about).toMatch(/different dates/);
  });

  it.each([
    [
      'a sentence that hardly answers',
      'What did it cost to build the line?',
      ['Building the line cost 6.2 million crowns.', '6.2 million crowns', 5],
      ['The depot cost 7.5 million crowns.', '7.5 million crowns', -3],
    ],
    [
      'a date that says less',
      'When was the line opened?',
      ['The line was opened on 11 June 1923.', '11 June 1923', 5],
      ['The line has run since June 1923.', 'June 1923', 5],
    ],
    [
      'a day and a month of which each lacks the other',
      'When did the treaty take effect?',
      ['The treaty took effect on 22 June.', '22 June', 5],
      ['It was in force from June 1965.', 'June 1965', 5],
    ],
    [
      'figures for other years',
      'How many people rode the line?',
      ['In 2021 the line carried 298,000 passengers.', '298,000', 5],
      ['In 2022 the line carried 412,000 passengers.', '412,000', 5],
    ],
    [
      'an answer without a figure',
      'What did it cost to build the line?',
      ['The line was dear.', 'dear', 5],
      ['The line cost 7.5 million crowns.', '7.5 million crowns', 5],
    ],
  ] as const)('is silent about %s', (_, asked, first, second) => {
    expect(readSides(asked, first, second)).toBeNull();
  });
});
