import mammoth from 'mammoth';
import { type DocumentFormat, NO_METADATA } from './document-format.js';
import { htmlBlocks } from './html-blocks.js';
import { htmlTree, isTooDeep, xmlTree } from './html-tree.js';
import { InvalidDocument } from './invalid-document.js';
import { statedFacts } from './metadata-values.js';
import { unzip, type ZipParts } from './zip-archive.js';

/** Begins old Office files, and new ones that are encrypted. */
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
];
/** Words that mark a note or lead back from one; the notes themselves stand at the end. */
const NOTE_MARKS =
  'sup > a[href^="#footnote-"], sup > a[href^="#endnote-"], a[href^="#footnote-ref-"], a[href^="#endnote-ref-"]';

/** A Word document: headings, paragraphs, lists, tables and notes as a person reads them; what it says of itself from its properties. */
export const docx: DocumentFormat = {
  async parse(bytes) {
    if (bytes.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE)) throw closed(bytes);
    const parts = unzip(bytes, (name) => /\.(?:xml|rels)$/i.test(name));
    if (!parts.has('[Content_Types].xml') || ![...parts.keys()].some(isMainPart))
      throw new InvalidDocument(
        'The file is an archive but no Word document.',
        'Give it the extension it belongs to, or take it out of the corpus folder.',
      );
    const source = await converted(bytes);
    const tree = htmlTree(`<html><body>${source}</body></html>`);
    for (const mark of tree.querySelectorAll(NOTE_MARKS)) mark.remove();
    const blocks = htmlBlocks(tree.body);
    const { title, metadata } = properties(parts);
    const heading = blocks.find(({ level }) => level === 1)?.text.replace(/\s+/g, ' ') ?? null;
    return { title: title ?? heading, metadata, blocks };
  },
};

async function converted(bytes: Buffer): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: bytes },
      {
        styleMap: STYLES,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    );
    if (isTooDeep(value)) throw new RangeError('too deep');
    return value;
  } catch (cause) {
    throw new InvalidDocument(
      cause instanceof RangeError
        ? 'The document nests its parts too deeply to be read.'
        : 'The document is damaged: what it holds is no text of a Word document.',
      'Open it in a word processor and save it again, or take it out of the corpus folder.',
    );
  }
}

function properties(parts: ZipParts) {
  const core = parts.get('docProps/core.xml');
  const app = parts.get('docProps/app.xml');
  const values = new Map<string, unknown>();
  const read = (part: Buffer | undefined, names: Readonly<Record<string, string>>) => {
    if (part === undefined) return;
    const tree = xmlTree(part.toString('utf8'));
    for (const [element, key] of Object.entries(names)) {
      const text = tree.getElementsByTagName(element)[0]?.textContent?.trim();
      if (text) values.set(key, text);
    }
  };
  read(core, {
    'dc:title': 'title',
    'dc:creator': 'author',
    'dcterms:created': 'published',
    'dcterms:modified': 'modified',
    'dc:language': 'language',
    'cp:keywords': 'keywords',
    'cp:category': 'category',
    'dc:subject': 'subject',
    'dc:description': 'description',
  });
  read(app, { Company: 'publisher' });
  return values.size === 0 ? { title: null, metadata: NO_METADATA } : statedFacts(values);
}

function isMainPart(name: string): boolean {
  return /^word\/document\d*\.xml$/i.test(name);
}

function closed(bytes: Buffer): InvalidDocument {
  return bytes.includes(ENCRYPTED)
    ? new InvalidDocument(
        'The document is encrypted: it opens with a password only.',
        'Save it without a password, or take it out of the corpus folder.',
      )
    : new InvalidDocument(
        'The file is of the old .doc kind, whatever its extension says.',
        'Open it in a word processor and save it as .docx.',
      );
}
