import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../src/analysis/question.js';
import { describeSentences, SENTENCE_FEATURES } from '../../src/answering/sentence-features.js';
import { rankSentences } from '../../src/answering/sentence-ranker.js';
import { shortAnswerAmong } from '../../src/answering/short-answer-among.js';
import { candidatesOf, direction, passageOf } from './passages.js';

const byCosine = SENTENCE_FEATURES.map((name) => (name === 'sentenceCosine' ? 3 : 0));

/** The short answer from sentences given likeliest first, each a little less likely than the one before. */
function among(text: string, ...sentences: readonly string[]): string | null {
  const question = analyseQuestion(text);
  const angles = sentences.map((_, place) => place * 0.3);
  const candidates = candidatesOf(passageOf('doc', sentences, angles));
  return shortAnswerAmong(
    question,
    rankSentences(
      describeSentences(question, direction(0), candidates, () => 1),
      byCosine,
    ),
    () => null,
  );
}

describe('shortAnswerAmong', () => {
  it('takes the next sentence where the likeliest offers nothing of the kind', () => {
    expect(
      among('When did the mill open?', 'The mill was opened by the mayor.', 'It opened in 1951.'),
    ).toBe('1951');
  });

  it('prefers the sentence that is about the country asked for', () => {
    expect(
      among(
        'What share of its energy does Peru import?',
        'Chile imports 64% of its energy.',
        'Peru imports 31% of its energy.',
      ),
    ).toBe('31%');
  });

  it('gives a sum rather than a share where a size is asked for', () => {
    const sentences = ['Its share of trade was 6% in 2024.', 'Trade came to $9 billion in 2024.'];
    expect(among('How large was trade in 2024?', ...sentences)).toBe('$9 billion');
    expect(among('How large was the growth of trade?', 'Trade grew by 6%.')).toBe('6%');
  });

  it('keeps a limit with its figure', () => {
    expect(
      among('What share of energy is imported?', 'The towns import over 90% of their energy.'),
    ).toBe('over 90%');
  });

  it('says yes or no where the likeliest sentence settles it', () => {
    expect(among('Did the mill stop in 1911?', 'The mill stopped in 1911.')).toBe('Yes');
    expect(among('Did the mill stop in 1911?', 'The owner was ill.')).toBeNull();
  });

  it('finds who spoke in the sentence before, where the quotation names nobody', () => {
    const asked = 'Who said that a mill must turn?';
    const [before, quotation] = [
      'Ann Lee founded the society.',
      '“A mill must turn,” she used to say.',
    ];
    const question = analyseQuestion(asked);
    const ranked = rankSentences(
      describeSentences(
        question,
        direction(0),
        candidatesOf(
          passageOf('doc', [before, quotation], [0.8, 0]),
          passageOf('other', ['The mill was built by Tom Dale.'], [0.1]),
        ),
        () => 1,
      ),
      byCosine,
    );
    expect(shortAnswerAmong(question, ranked, () => null)).toBe('Ann Lee');
  });

  it('gives none where a sentence is the answer', () => {
    expect(among('Why did the mill stop?', 'The mill stopped because of a storm.')).toBeNull();
    expect(shortAnswerAmong(analyseQuestion('When?'), [], () => null)).toBeNull();
  });
});
