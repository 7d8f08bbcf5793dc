import { deflateRawSync } from 'node:zlib';
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { blocksOf, loadAll, loadOne } from './load-one.js';

async function tideTables(): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  return Packer.toBuffer(
    new Document({
      title: 'Tide tables',
      creator: 'Bo Li',
      keywords: 'tides; moon',
      footnotes: { 1: { children: [new Paragraph('Measured at the mole.')] } },
      numbering: {
        config: [{ reference: 'n', levels: [{ level: 0, format: 'decimal', text: '%1.' }] }],
      },
      sections: [
        {
          children: [
            new Paragraph({ text: 'Tide tables', heading: HeadingLevel.TITLE }),
            new Paragraph({ text: 'Spring', heading: HeadingLevel.HEADING_2 }),
            new Paragraph({
              children: [
                new TextRun('The tide '),
                new TextRun({ text: 'rises', bold: true }),
                new TextRun(' by 4.2 m'),
                new FootnoteReferenceRun(1),
                new TextRun('.'),
              ],
            }),
            new Paragraph({ text: 'First', numbering: { reference: 'n', level: 0 } }),
            new Paragraph({ text: 'A point', bullet: { level: 0 } }),
            new Table({
              rows: [
                ['Port', 'High water'],
                ['Saltmere', '4.2 m'],
              ].map((row) => new TableRow({ children: row.map(cell) })),
            }),
            new Paragraph('조수는 하루에 두 번 온다.'),
          ],
        },
      ],
    }),
  );
}

/** A zip archive of these parts; `claimed` is the size a part says it has. */
function zip(parts: Readonly<Record<string, Buffer>>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(100, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(100, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    files.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

const OLE = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]);

describe('Word documents', () => {
  it('keep headings, lists, tables and notes as text to be read', async () => {
    const document = await loadOne('tides.docx', await tideTables());
    expect(blocksOf(document)).toEqual([
      'heading1 Tide tables',
      'heading2 Spring',
      'paragraph The tide rises by 4.2 m.',
      'listItem 1. First',
      'listItem A point',
      'table Port | High water\nSaltmere | 4.2 m',
      'paragraph 조수는 하루에 두 번 온다.',
      'listItem 1. Measured at the mole.',
    ]);
    expect(document).toMatchObject({
      id: 'tides.docx',
      title: 'Tide tables',
      metadata: { author: 'Bo Li', tags: ['tides', 'moon'] },
    });
    expect(document.metadata.published).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it.each<[string, () => Promise<Buffer>, RegExp]>([
    ['cut', async () => (await tideTables()).subarray(0, -300), /damaged/],
    ['empty', async () => Buffer.alloc(0), /damaged/],
    ['no archive', async () => Buffer.from('hello, world, this is text'), /damaged/],
    ['another archive', async () => zip({ 'a.xml': Buffer.from('<a/>') }), /no Word document/],
    [
      'markup that is none',
      async () =>
        zip({
          '[Content_Types].xml': Buffer.from('<Types'),
          'word/document.xml': Buffer.from('<w:docu'),
        }),
      /damaged/,
    ],
    [
      'encrypted',
      async () => Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le')]),
      /encrypted/,
    ],
    ['an old .doc', async () => OLE, /old \.doc/],
    [
      'a bomb that says it is small',
      async () =>
        zip({
          '[Content_Types].xml': Buffer.from('<Types/>'),
          'word/document.xml': Buffer.alloc(260 * 1024 * 1024, 0x20),
        }),
      /unpacks to more than 256 MiB/,
    ],
  ])('are named with the reason where they cannot be read: %s', async (_, bytes, message) => {
    const { documents, problems } = await loadAll('a.docx', await bytes());
    expect(documents).toEqual([]);
    expect(problems).toMatchObject([{ file: 'a.docx', message: expect.stringMatching(message) }]);
  });
});
