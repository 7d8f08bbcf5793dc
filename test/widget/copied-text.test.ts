import { describe, expect, it } from 'vitest';
import { copiedAnswer, withReferences } from '../../src/widget/copied-text.js';
import { ABSTAINED, ANSWERED, CITATION, DISAGREED } from '../http/samples.js';

const OPTIONS = { endpoint: 'https://ask.example', language: 'en' } as const;

describe('a copied answer', () => {
  it('carries its references: source, quote and where to open it', () => {
    expect(copiedAnswer(ANSWERED, OPTIONS)).toBe(
      [
        `${CITATION.quote} [1]`,
        'Sources',
        [
          '[1] Trade in numbers, A. Writer, The <Paper>, June 20, 2025',
          `    “${CITATION.quote}”`,
          `    https://ask.example${CITATION.href}`,
        ].join('\n'),
      ].join('\n\n'),
    );
  });

  it('carries the sides that differ', () => {
    const text = copiedAnswer(DISAGREED, { ...OPTIONS, language: 'ko' });
    expect(text).toContain(
      '출처마다 다릅니다: the trade volume of 2024\n- $77.2 billion [1]\n- $77 billion [2]',
    );
    expect(text).toContain('[2] Another view');
  });

  it('names no address that is not the service’s, and no references where there are none', () => {
    const citation = { ...CITATION, href: 'javascript:alert(1)', title: 'Two\nlines' };
    const text = withReferences('A part', [citation], OPTIONS);
    expect(text).toContain('[1] Two lines, ');
    expect(text).not.toContain('javascript');
    expect(withReferences('A part', [], OPTIONS)).toBe('A part');
    expect(copiedAnswer(ABSTAINED, OPTIONS)).toBe('');
  });
});
