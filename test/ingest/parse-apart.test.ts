import { describe, expect, it } from 'vitest';
import { createParseApart } from '../../src/ingest/parse-apart.js';
import { parseHere } from '../../src/ingest/parse-here.js';
import { makePdf, writeLines } from './make-pdf.js';

/** So much that nothing below meets it. */
const PLENTY = {
  timeoutMs: 600_000,
  timeoutMsPerMebibyte: 0,
  heapMebibytes: 1024,
  growthMebibytes: 100_000,
};
const TIMEOUT_MS = 600_000;

const tides = () => makePdf((pdf) => writeLines(pdf, ['The tide rises by 4.2 m in spring.']));
const page = (paragraphs: number) =>
  Buffer.from(
    `<html><body>${'<p>The harbour closes at nine.</p>'.repeat(paragraphs)}</body></html>`,
  );

describe('a file that is parsed in a thread of its own', { timeout: TIMEOUT_MS }, () => {
  it('says what it says in this one, while this one goes on', async () => {
    const parse = createParseApart(PLENTY);
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    const parsed = await parse('.pdf', await tides());
    clearInterval(turning);
    expect(parsed).toEqual(await parseHere('.pdf', await tides()));
    expect(turns).toBeGreaterThan(0);
  });

  it('is refused with the reason, as it would be in this one', async () => {
    const parse = createParseApart(PLENTY);
    for (const content of [Buffer.from('no PDF'), Buffer.alloc(0)])
      await expect(parse('.pdf', content)).rejects.toMatchObject({
        name: 'InvalidDocument',
        message: 'The file is damaged, or no PDF.',
        remedy: expect.stringContaining('corpus folder'),
      });
    expect((await parse('.pdf', await tides())).blocks).toHaveLength(1);
  });

  it('is refused where it takes too long', async () => {
    const parse = createParseApart({ ...PLENTY, timeoutMs: 1 });
    for (const content of [await tides(), await tides()])
      await expect(parse('.pdf', content)).rejects.toMatchObject({
        name: 'InvalidDocument',
        message: 'The file was not read within 1 seconds.',
      });
  });

  it('is refused where it fills the memory, and the next ones are read', async () => {
    const parse = createParseApart({ ...PLENTY, heapMebibytes: 96 });
    const [bomb, pdf] = await Promise.allSettled([
      parse('.html', page(400_000)),
      parse('.pdf', await tides()),
    ]);
    expect(bomb).toMatchObject({
      status: 'rejected',
      reason: { name: 'InvalidDocument', message: expect.stringContaining('more memory') },
    });
    expect(pdf.status).toBe('fulfilled');
  });

  it('is refused where the process grows too large over it, whatever lies outside of the heap', async () => {
    const parse = createParseApart({ ...PLENTY, growthMebibytes: -1 });
    await expect(parse('.html', page(200_000))).rejects.toMatchObject({
      message: expect.stringContaining('more memory'),
    });
  });

  it('is parsed in place where it is small and plain', async () => {
    const parse = createParseApart({ ...PLENTY, timeoutMs: 1 });
    expect((await parse('.md', Buffer.from('# Tides'))).title).toBe('Tides');
    await expect(parse('.md', Buffer.alloc(2_000_000, 'tide '))).rejects.toThrow('1 seconds');
  });
});
