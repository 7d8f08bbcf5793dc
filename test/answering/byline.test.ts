import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../src/analysis/question.js';
import { bylineFor } from '../../src/answering/byline.js';
import { describeSentences, SENTENCE_FEATURES } from '../../src/answering/sentence-features.js';
import { rankSentences } from '../../src/answering/sentence-ranker.js';
import { candidatesOf, direction, passageOf } from './passages.js';

const byCosine = SENTENCE_FEATURES.map((name) => (name === 'sentenceCosine' ? 3 : 0));

/** What names the author, for a document that opens with a line and goes on with the sentence that answers best. */
function bylineOf(
  asked: string,
  line: string,
  sentence: string,
  author: string | null = 'Ann Lee',
) {
  const question = analyseQuestion(asked);
  const passage = passageOf('essay', [line, sentence], [0.9, 0]);
  const { document } = passage;
  const candidates = candidatesOf({
    ...passage,
    document: { ...document, metadata: { ...document.metadata, author } },
  });
  const ranked = rankSentences(
    describeSentences(question, direction(0), candidates, () => 1),
    byCosine,
  );
  return bylineFor(question, ranked);
}

describe('bylineFor', () => {
  const line = 'Ann Lee, miller of Saltmere';
  const sentence = 'A mill must turn or rot.';

  it.each(['Who wrote that a mill must turn?', 'who says mills must turn', 'Who is the author?'])(
    'finds the line that names the author for "%s"',
    (asked) => {
      const found = bylineOf(asked, line, sentence);
      expect(found?.author).toBe('Ann Lee');
      expect(found?.sentence.candidate.analysed.sentence.text).toBe(line);
    },
  );

  it.each([
    [
      'the sentence tells who said it',
      'Who said it?',
      line,
      'Tom Dale said that a mill must turn.',
    ],
    [
      'the sentence quotes somebody',
      'Who said it?',
      line,
      '“A mill must turn or it will rot” is his motto.',
    ],
    ['nothing said is asked about', 'Who built the mill?', line, sentence],
    ['no person is asked for', 'When did she write it?', line, sentence],
    ['no line names the author', 'Who wrote it?', 'Of mills and men', sentence],
    ['the author is told of in a sentence', 'Who wrote it?', 'Ann Lee has a mill.', sentence],
  ])('gives none where %s', (_, asked, first, second) => {
    expect(bylineOf(asked, first, second)).toBeNull();
  });

  it('gives none where the author is unknown', () => {
    expect(bylineOf('Who wrote it?', line, sentence, null)).toBeNull();
  });
});
