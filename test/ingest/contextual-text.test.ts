import { describe, expect, it } from 'vitest';
import { contextualText } from '../../src/ingest/contextual-text.js';

describe('contextualText', () => {
  it('puts title and headings before the text', () => {
    const text = contextualText({ title: 'Title' }, { headings: ['A', 'B'] }, 'One.\n\nTwo.');
    expect(text).toBe('Title\nA\nB\n\nOne.\n\nTwo.');
  });

  it('does not say twice what already opens the text', () => {
    const context = contextualText({ title: 'Title' }, { headings: ['A'] }, 'A\n\nOne.');
    expect(context).toBe('Title\n\nA\n\nOne.');
    expect(contextualText({ title: 'Title' }, { headings: [] }, 'Title\n\nOne.')).toBe(
      'Title\n\nOne.',
    );
  });
});
