import { describe, expect, it } from 'vitest';
import { readableDate, sourceFacts } from '../../src/widget/source-facts.js';
import { CITATION } from '../http/samples.js';

describe('what is told of a source', () => {
  it('is who, where, when and on which page, as far as it is known', () => {
    expect(sourceFacts(CITATION, 'en')).toEqual(['A. Writer', 'The <Paper>', 'June 20, 2025']);
    expect(sourceFacts({ ...CITATION, page: 3 }, 'ko').at(-1)).toBe('3쪽');
    expect(sourceFacts({ ...CITATION, page: 3, pageEnd: 4 }, 'en').at(-1)).toBe('page 3–4');
    const unknown = { author: null, publisher: null, published: null };
    expect(sourceFacts(unknown, 'en')).toEqual([]);
    expect(sourceFacts({ ...unknown, author: 'A', publisher: 'A' }, 'en')).toEqual(['A']);
  });

  it.each([
    ['2025', 'en', '2025'],
    ['2025-06', 'en', 'June 2025'],
    ['2025-06-20', 'ja', '2025年6月20日'],
    ['2025-06-20', 'ko', '2025년 6월 20일'],
    ['2025-13-40', 'en', '2025-13-40'],
    ['<b>soon</b>', 'en', '<b>soon</b>'],
  ] as const)('%s in %s is %s', (published, language, expected) => {
    expect(readableDate(published, language)).toBe(expected);
  });
});
