import { describe, expect, it } from 'vitest';
import { pageRange } from '../../src/contract/page-range.js';
import { blocksOf, loadAll, loadOne } from './load-one.js';
import { makePdf, PIXEL, pdfWithCharacterMap, writeLines } from './make-pdf.js';

const numbered = (what: string, count: number) =>
  Array.from({ length: count }, (_, row) => `${what} line ${row} runs on for a good while and`);

describe('PDF', () => {
  it('is read column after column, between the lines that run across both', async () => {
    const bytes = await makePdf((pdf) => {
      writeLines(pdf, ['A headline that runs over both of the columns of this page'], { size: 16 });
      // Drawn row by row, as some programs do, so that the order of drawing is not the order of reading.
      for (let row = 0; row < 12; row++) {
        const y = 120 + row * 12;
        pdf.fontSize(10);
        pdf.text(`left ${row} runs on and on for a good while and`, 72, y, { lineBreak: false });
        pdf.text(`right ${row} runs on and on for a good while and`, 320, y, { lineBreak: false });
      }
      writeLines(
        pdf,
        ['What stands below the columns runs across the whole page and is read last.'],
        { y: 300 },
      );
    });
    const { text, title } = await loadOne('a.pdf', bytes);
    const order = [...text.matchAll(/left \d+|right \d+|headline|below/g)].map(([found]) => found);
    expect(order).toEqual([
      'headline',
      ...Array.from({ length: 12 }, (_, row) => `left ${row}`),
      ...Array.from({ length: 12 }, (_, row) => `right ${row}`),
      'below',
    ]);
    expect(title).toBe('A headline that runs over both of the columns of this page');
  });

  it('joins the pieces of a line, whatever their font and height', async () => {
    const bytes = await makePdf((pdf) => {
      let x = 72;
      const piece = (text: string, gap: number, { font = 'Helvetica', size = 10 } = {}) => {
        x += gap;
        pdf.font(font).fontSize(size).text(text, x, 72, { lineBreak: false });
        x += pdf.widthOfString(text);
      };
      piece('The tide', 0);
      piece('rises', 2.8, { font: 'Times-Bold' });
      piece('over 4', 2.8);
      piece('m', 2.8, { font: 'Times-Italic' });
      piece('2', 0, { size: 6 });
      piece(', and', 0);
      piece('falls.', 14, { font: 'Courier' });
      piece('Right apart', 60);
    });
    expect((await loadOne('a.pdf', bytes)).text).toBe(
      'The tide rises over 4 m2, and falls. Right apart',
    );
  });

  it('makes words whole that a line end cut, and leaves hyphens that belong to a word', async () => {
    const bytes = await makePdf((pdf) =>
      writeLines(pdf, [
        'The commit-',
        'tee agreed on a well-',
        'known plan. The committee liked the well-known Korea-',
        'Japan plan and the har\u00ad',
        'bour.',
      ]),
    );
    expect((await loadOne('a.pdf', bytes)).text).toBe(
      'The committee agreed on a well-known plan. The committee liked the well-known Korea-Japan plan and the harbour.',
    );
  });

  it('keeps on which page each stretch stands, over paragraphs that go on overleaf', async () => {
    const bytes = await makePdf((pdf) => {
      writeLines(pdf, ['A first paragraph ends here.'], { y: 80 });
      writeLines(
        pdf,
        ['A second one begins on this page and', 'is not at its end where the page is,'],
        { y: 140 },
      );
      pdf.addPage();
      pdf.addPage();
      writeLines(pdf, ['but goes on over two pages.'], { y: 80 });
      writeLines(pdf, ['The last paragraph stands alone.'], { y: 160 });
    });
    const { text, blocks, pageStarts } = await loadOne('a.pdf', bytes);
    const pages = blocks.map((block) => [
      text.slice(block.start, block.end),
      pageRange(pageStarts, block),
    ]);
    expect(pages).toEqual([
      ['A first paragraph ends here.', { page: 1 }],
      [
        'A second one begins on this page and is not at its end where the page is, but goes on over two pages.',
        { page: 1, pageEnd: 3 },
      ],
      ['The last paragraph stands alone.', { page: 3 }],
    ]);
    expect(pageStarts).toHaveLength(3);
    expect(text.slice(pageStarts?.[2])).toMatch(/^but goes on/);
  });

  it('tells headings, lists, tables and captions from paragraphs', async () => {
    const bytes = await makePdf((pdf) => {
      writeLines(pdf, ['The harbour of Saltmere'], { size: 20 });
      writeLines(pdf, ['Its tides'], { y: 120, size: 14 });
      writeLines(pdf, numbered('Body', 6), { y: 150 });
      writeLines(pdf, ['• Spring tides are high.', '• Neap tides are low.'], { y: 240 });
      [
        ['Port', 'Ships', 'Tons'],
        ['Saltmere', '12', '3400'],
        ['Lowsands', '3', '90'],
      ].forEach((row, at) => {
        row.forEach((cell, column) => {
          pdf.text(cell, 72 + column * 120, 290 + at * 14, { lineBreak: false });
        });
      });
      pdf.font('Helvetica-Bold');
      writeLines(pdf, ['What sand does'], { y: 350 });
      pdf.font('Helvetica');
      writeLines(pdf, numbered('More body', 4), { y: 364 });
      writeLines(pdf, ['Figure 3: the harbour at night'], { y: 440 });
    });
    const found = blocksOf(await loadOne('a.pdf', bytes)).map((block) => block.slice(0, 40));
    expect(found).toEqual([
      'heading1 The harbour of Saltmere',
      'heading2 Its tides',
      expect.stringMatching(/^paragraph Body line 0/),
      'listItem • Spring tides are high.',
      'listItem • Neap tides are low.',
      'table Port | Ships | Tons\nSaltmere | 12 ',
      'heading3 What sand does',
      expect.stringMatching(/^paragraph More body/),
      'caption Figure 3: the harbour at night',
    ]);
  });

  it('leaves out running heads and page numbers', async () => {
    const bytes = await makePdf(
      (pdf) => {
        for (const page of [1, 2, 3, 4]) {
          pdf.addPage();
          writeLines(pdf, ['Annual report of the mill'], { y: 30, size: 8 });
          writeLines(
            pdf,
            [`What page ${'abcd'[page]} says stands on it`, 'and nowhere else, not at all.'].slice(
              page % 2,
            ),
            { y: 100 },
          );
          writeLines(pdf, [`${'Some words of chapter '.repeat(page)} end.`], { y: 150 });
          writeLines(pdf, [`Page ${page} of 4`], { y: 700, size: 8 });
        }
      },
      { autoFirstPage: false },
    );
    const { text } = await loadOne('a.pdf', bytes);
    expect(text).not.toMatch(/Annual report|of 4/);
    expect(text).toContain('nowhere else');
  });

  it('says of itself what its properties say', async () => {
    const bytes = await makePdf((pdf) => writeLines(pdf, ['Text.']), {
      lang: 'en-GB',
      info: {
        Title: 'Tides',
        Author: 'Ann Lee',
        Keywords: 'sea; sand',
        CreationDate: new Date(Date.UTC(2024, 4, 6, 12)),
        ModDate: new Date(Date.UTC(2024, 5, 1, 12)),
      },
    });
    const { id, title, metadata } = await loadOne('reports/a.pdf', bytes);
    expect([id, title]).toEqual(['reports/a.pdf', 'Tides']);
    expect(metadata).toMatchObject({
      author: 'Ann Lee',
      published: '2024-05-06',
      language: 'en-GB',
      tags: ['sea', 'sand'],
      other: { modified: '2024-06-01' },
    });
    const named = await makePdf((pdf) => writeLines(pdf, ['Text.']), {
      info: { Title: 'Microsoft Word - a.docx' },
    });
    expect((await loadOne('named.pdf', named)).title).toBe('named');
  });

  it('is read where only its changing is forbidden', async () => {
    const bytes = await makePdf((pdf) => writeLines(pdf, ['Open.']), { ownerPassword: 'x' });
    expect((await loadOne('a.pdf', bytes)).text).toBe('Open.');
  });

  it('reads text that is turned, and a stamp along the margin after all the rest', async () => {
    const bytes = await makePdf((pdf) => {
      pdf
        .rotate(90, { origin: [0, 0] })
        .fontSize(8)
        .text('stamp in the margin', 200, -30, { lineBreak: false });
      pdf.rotate(-90, { origin: [0, 0] });
      writeLines(pdf, ['Upright text stands here and is longer than the stamp.']);
    });
    expect((await loadOne('a.pdf', bytes)).text).toBe(
      'Upright text stands here and is longer than the stamp.\n\nstamp in the margin',
    );
  });

  it.each<[string, () => Promise<Uint8Array>, RegExp]>([
    [
      'encrypted',
      () => makePdf((pdf) => writeLines(pdf, ['x']), { userPassword: 'x' }),
      /encrypted.*password/,
    ],
    ['no PDF', async () => Buffer.from('hello'), /damaged, or no PDF/],
    [
      'cut',
      async () => (await makePdf((pdf) => writeLines(pdf, ['x']))).subarray(0, 400),
      /damaged/,
    ],
    ['empty', async () => Buffer.alloc(0), /damaged/],
    ['a blank page', () => makePdf(() => undefined), /no text/],
    ['a scan', () => makePdf((pdf) => pdf.image(PIXEL, 0, 0, { width: 600 })), /is a scan/],
  ])('is named with the reason where it cannot be read: %s', async (_, bytes, message) => {
    const { documents, problems } = await loadAll('a.pdf', await bytes());
    expect(documents).toEqual([]);
    expect(problems).toMatchObject([{ file: 'a.pdf', message: expect.stringMatching(message) }]);
  });

  it.each([
    ['90ms-RKSJ-H', 'Japan1', '938C8B9E82CC8D60'],
    ['KSCms-UHC-H', 'Korea1', 'C7D7B1B8'],
    ['GBK-EUC-H', 'GB1', 'B8DBBFDA'],
  ])('names the character map %s, which the file does not hold', async (map, ordering, codes) => {
    const { documents, problems } = await loadAll(
      'old.pdf',
      pdfWithCharacterMap(map, ordering, codes),
    );
    expect(documents).toEqual([]);
    expect(problems).toMatchObject([{ file: 'old.pdf', message: expect.stringContaining(map) }]);
  });

  it('is read but for pages that are pictures, which are named', async () => {
    const bytes = await makePdf((pdf) => {
      writeLines(pdf, ['Page one has text.']);
      pdf.addPage().image(PIXEL, 0, 0, { width: 600 });
      pdf.addPage();
      writeLines(pdf, ['Page three has text.']);
    });
    const { documents, problems } = await loadAll('a.pdf', bytes);
    expect(documents[0]?.text).toBe('Page one has text.\n\nPage three has text.');
    expect(problems).toMatchObject([
      { message: expect.stringMatching(/^All of it is read but page 2, which is a picture/) },
    ]);
  });
});
