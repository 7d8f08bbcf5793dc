import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { DocumentFormat, Omission } from './document-format.js';
import { InvalidDocument } from './invalid-document.js';
import { statedFacts } from './metadata-values.js';
import { pdfBlocks } from './pdf-blocks.js';
import { type AbsentMaps, noteAbsentMaps } from './pdf-character-maps.js';
import { withoutFurniture } from './pdf-furniture.js';
import { type Line, readingLines } from './pdf-lines.js';
import { type TextItem, textPieces } from './pdf-pieces.js';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

const PAGE_LIMIT = 5_000;
/** Pages without text that are looked at to tell a scan from an empty page. */
const LOOKED_AT = 12;
/** Characters that no font says how to read; with more of them than this share the text is not to be read. */
const MOST_UNKNOWN = 0.1;
const UNKNOWN = /[\ufffd\p{Co}]/gu;
/** Titles that programs make up from the file's name. */
const NO_TITLE =
  /^(?:untitled|microsoft word|powerpoint|document\d*$|slide \d|.*\.(?:docx?|pdf|indd|tex|dvi|pptx?|odt|rtf|qxd)$)/i;
const SCAN_REMEDY =
  'Have its text recognised (OCR, for instance with ocrmypdf) and put the result in its place.';

/**
 * A PDF: its text in the order it is read, column after column, words cut at line ends made whole, running heads and page numbers left out;
 * which page each stretch stands on is kept.
 */
export const pdf: DocumentFormat = {
  async parse(bytes) {
    const maps = noteAbsentMaps();
    const document = await opened(bytes, maps);
    try {
      return await parsed(document, maps);
    } finally {
      await document.loadingTask.destroy();
    }
  },
};

async function parsed(document: PdfDocument, { names }: AbsentMaps) {
  const { numPages: pageCount } = document;
  if (pageCount > PAGE_LIMIT) {
    throw new InvalidDocument(
      `The document has ${pageCount} pages; at most ${PAGE_LIMIT} are read.`,
      'Cut it into several documents.',
    );
  }
  const pages: Line[][] = [];
  const damaged: number[] = [];
  for (let number = 1; number <= pageCount; number++) {
    const lines = await pageLines(document, number);
    if (lines === undefined) damaged.push(number);
    pages.push(lines ?? []);
  }
  if (damaged.length === pageCount) throw corrupt();
  const empty = pages.flatMap((lines, at) =>
    lines.length === 0 && !damaged.includes(at + 1) ? [at + 1] : [],
  );
  const scanned = await withPictures(document, empty.slice(0, LOOKED_AT));
  if (empty.length + damaged.length === pageCount)
    throw names.size > 0 ? mapped(names) : withoutText(scanned.length > 0);
  const all = pages
    .flat()
    .map(({ text }) => text)
    .join('');
  const unknown = all.match(UNKNOWN)?.length ?? 0;
  if (unknown > all.length * MOST_UNKNOWN) throw unreadable();
  const lines = withoutFurniture(pages).flatMap((own, at) =>
    own.map((line) => ({ ...line, page: at + 1 })),
  );
  const blocks = pdfBlocks(lines);
  const { title, metadata } = await facts(document);
  const heading = blocks.find(({ level }) => level === 1)?.text ?? null;
  const omissions = [
    ...omitted(damaged, 'damaged', 'Repair the file or export it again.'),
    ...omitted(scanned, 'a picture without text', SCAN_REMEDY),
    ...(names.size === 0 ? [] : [partlyMapped(names)]),
    ...(unknown === 0
      ? []
      : [
          {
            message: `${unknown} characters of the document cannot be told, since its fonts do not say what they are.`,
            remedy: 'Export the document again with its fonts embedded.',
          },
        ]),
  ];
  return { title: title ?? heading, metadata, blocks, pageCount, omissions };
}

async function opened(bytes: Buffer, { BinaryDataFactory }: AbsentMaps): Promise<PdfDocument> {
  try {
    // The library takes no Buffer, and keeps what it is given.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, BinaryDataFactory });
  } catch (cause) {
    if ((cause as Error).name !== 'PasswordException') throw corrupt();
    throw new InvalidDocument(
      'The document is encrypted: it opens with a password only.',
      'Save it without a password, or take it out of the corpus folder.',
    );
  }
}

/** Undefined where the page is damaged. */
async function pageLines(document: PdfDocument, number: number): Promise<Line[] | undefined> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    const { pieces, turned } = textPieces(
      items.filter((item): item is typeof item & TextItem => 'str' in item),
    );
    const lines = readingLines(pieces);
    return turned === '' ? lines : [...lines, asideLine(turned, lines)];
  } catch {
    return undefined;
  }
}

/** Text that stands otherwise than the rest of its page, in a region of its own after it. */
function asideLine(text: string, lines: readonly Line[]): Line {
  const region = (lines.at(-1)?.region ?? 0) + 1;
  return {
    text,
    cells: [text],
    x: 0,
    end: 0,
    y: 0,
    size: 1,
    font: 'aside',
    isRightToLeft: false,
    region,
  };
}

async function withPictures(document: PdfDocument, pages: readonly number[]): Promise<number[]> {
  if (pages.length === 0) return [];
  const { OPS } = await getResolvedPDFJS();
  const drawing = new Set([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintImageXObjectRepeat,
  ]);
  const found: number[] = [];
  for (const number of pages) {
    try {
      const page = await document.getPage(number);
      const { fnArray } = await page.getOperatorList();
      if (fnArray.some((operation) => drawing.has(operation))) found.push(number);
      page.cleanup();
    } catch {
      found.push(number);
    }
  }
  return found;
}

async function facts(document: PdfDocument) {
  const { info, metadata } = await document
    .getMetadata()
    .catch(() => ({ info: {}, metadata: null }));
  const stated = info as Readonly<Record<string, unknown>>;
  const title = typeof stated['Title'] === 'string' ? stated['Title'].trim() : '';
  return statedFacts(
    Object.entries({
      title: NO_TITLE.test(title) ? null : title,
      author: stated['Author'],
      publisher: metadata?.get('dc:publisher'),
      published: stated['CreationDate'],
      modified: stated['ModDate'],
      language: stated['Language'],
      keywords: stated['Keywords'],
      subject: stated['Subject'],
    }),
  );
}

function omitted(pages: readonly number[], what: string, remedy: string): Omission[] {
  if (pages.length === 0) return [];
  const which =
    pages.length === 1 ? `page ${pages[0]}, which is` : `pages ${pages.join(', ')}, which are each`;
  return [{ message: `All of it is read but ${which} ${what}.`, remedy }];
}

const MAPS_REMEDY = 'Export it again with its fonts embedded, or have its text recognised (OCR).';

function mapped(names: ReadonlySet<string>): InvalidDocument {
  return new InvalidDocument(
    `The text of the document is written with the character map ${[...names].join(', ')}, which the file does not hold.`,
    MAPS_REMEDY,
  );
}

function partlyMapped(names: ReadonlySet<string>): Omission {
  return {
    message: `All of it is read but what is written with the character map ${[...names].join(', ')}, which the file does not hold.`,
    remedy: MAPS_REMEDY,
  };
}

function corrupt(): InvalidDocument {
  return new InvalidDocument(
    'The file is damaged, or no PDF.',
    'Export or download it again, or take it out of the corpus folder.',
  );
}

function withoutText(isScan: boolean): InvalidDocument {
  return isScan
    ? new InvalidDocument(
        'The document is a scan: its pages are pictures and hold no text.',
        SCAN_REMEDY,
      )
    : new InvalidDocument(
        'The document holds no text to be read.',
        'Take it out of the corpus folder.',
      );
}

function unreadable(): InvalidDocument {
  return new InvalidDocument(
    'The text of the document cannot be told: its fonts do not say which characters their signs are.',
    MAPS_REMEDY,
  );
}
