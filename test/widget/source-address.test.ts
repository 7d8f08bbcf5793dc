import { describe, expect, it } from 'vitest';
import { sourceAddress } from '../../src/widget/source-address.js';

describe('the address of a source', () => {
  it('is a page of the service', () => {
    const href = '/documents/news/a?start=1&end=2#quote';
    expect(sourceAddress('https://ask.example', href)).toBe(`https://ask.example${href}`);
    expect(sourceAddress('https://site.example/footnote/', href)).toBe(
      `https://site.example/footnote${href}`,
    );
  });

  it.each([
    'javascript:alert(1)',
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '@evil.example/',
    '.evil.example/',
    ':1/',
    'documents/a',
    '',
    ' /documents/a',
  ])('is none where "%s" comes instead', (href) => {
    expect(sourceAddress('https://ask.example', href)).toBeUndefined();
  });

  it.each(['/../admin', '/documents/../../admin', '/%2e%2e/admin'])(
    'does not leave a service below a path with %s',
    (href) => {
      expect(sourceAddress('https://site.example/footnote', href)).toBeUndefined();
    },
  );

  it('is none where there is no service, or none on the web', () => {
    expect(sourceAddress('', '/documents/a')).toBeUndefined();
    expect(sourceAddress('file:///tmp', '/documents/a')).toBeUndefined();
  });
});
