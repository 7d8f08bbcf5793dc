import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathMatcher } from '../../src/indexing/path-pattern.js';

describe('pathMatcher', () => {
  it.each([
    [
      'reports',
      ['reports/2024.md', 'reports/a/b.pdf', 'reports'],
      ['reports2/a.md', 'a/reports/b.md'],
    ],
    ['/reports/', ['reports/2024.md'], ['reports.md']],
    ['./reports/2024.md', ['reports/2024.md'], ['reports/2024.md.txt']],
    ['reports/*.md', ['reports/2024.md', 'reports/.md'], ['reports/a/2024.md', 'reports/2024.pdf']],
    ['**/*.md', ['a.md', 'a/b.md', 'a/b/c.md'], ['a.txt']],
    ['a/**/z.md', ['a/z.md', 'a/b/z.md', 'a/b/c/z.md'], ['z.md', 'b/a/z.md']],
    ['a/**', ['a/b', 'a/b/c.md'], ['ab/c', 'b']],
    ['20??-q1.md', ['2024-q1.md'], ['20/4-q1.md', '204-q1.md']],
    ['cafe\u0301/*', ['caf\u00e9/a.md'], ['cafe/a.md']],
    ['?.md', ['\u{1f600}.md'], ['ab.md']],
    ['(a|b)[c].md', ['(a|b)[c].md'], ['ac.md']],
  ])('takes %s for what a person means by it', (pattern, meant, others) => {
    const matches = pathMatcher([pattern]);
    expect(meant.filter((path) => !matches(path))).toEqual([]);
    expect(others.filter(matches)).toEqual([]);
  });

  it('takes any of several patterns, and none for none', () => {
    expect(pathMatcher(['a', 'b/*'])('b/c')).toBe(true);
    expect(pathMatcher([])('b/c')).toBe(false);
  });

  it('finds what any regular expression for the pattern finds', () => {
    const character = fc.constantFrom('a', 'b', '/', '*', '?', '**');
    const pattern = fc.array(character, { maxLength: 8 }).map((parts) => parts.join(''));
    const path = fc
      .array(fc.constantFrom('a', 'b', '/'), { maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(pattern, path, (wanted, given) => {
        const bare = wanted.replace(/^\/+|\/+$/g, '');
        fc.pre(/[*?]/.test(bare) && !/\*\*\/|\*{3}/.test(bare));
        const source = bare.replace(/\*\*|\*|\?/g, (wildcard) =>
          wildcard === '**' ? '.*' : wildcard === '*' ? '[^/]*' : '[^/]',
        );
        expect(pathMatcher([wanted])(given)).toBe(new RegExp(`^${source}$`, 'u').test(given));
      }),
    );
  });

  it('is not slowed down by a pattern of many wildcards', () => {
    const matches = pathMatcher([`${'**a'.repeat(100)}b`]);
    expect(matches('a'.repeat(4000))).toBe(false);
  });
});
