import { describe, expect, it } from 'vitest';
import { addToFilter } from '../../src/cli/filter-option.js';
import { FilterSchema } from '../../src/contract/filter.js';

function typed(...options: readonly string[]) {
  return options.reduce<ReturnType<typeof addToFilter> | undefined>(
    (filter, option) => addToFilter(option, filter),
    undefined,
  );
}

describe('--filter', () => {
  it('becomes the filter of the contract', () => {
    const filter = typed(
      'publisher=The Paper',
      'author=Ann',
      'author = Bob',
      'tag=tides',
      'path=reports/**/*.pdf',
      'language=en',
      'id=a/b',
      'from=2024',
      'to=2025-06',
      'department=Sales',
      'department=a=b',
    );
    expect(filter).toEqual({
      publisher: ['The Paper'],
      author: ['Ann', 'Bob'],
      tag: ['tides'],
      path: ['reports/**/*.pdf'],
      language: ['en'],
      documentId: ['a/b'],
      publishedFrom: '2024',
      publishedTo: '2025-06',
      other: { department: ['Sales', 'a=b'] },
    });
    expect(FilterSchema.safeParse(filter).success).toBe(true);
  });

  it.each(['publisher', '=x', 'tag=', ' = '])(
    'refuses %s and shows how it is written',
    (option) => {
      expect(() => typed(option)).toThrow(/name=value/);
    },
  );

  it('leaves it to the contract to refuse a date or a pattern', () => {
    expect(FilterSchema.safeParse(typed('from=May')).success).toBe(false);
    expect(FilterSchema.safeParse(typed(`path=${'*a'.repeat(11)}`)).success).toBe(false);
    expect(FilterSchema.safeParse(typed(`path=${'*a'.repeat(10)}`)).success).toBe(true);
  });
});
