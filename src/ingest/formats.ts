import type { DocumentFormat } from './document-format.js';

const MEBIBYTE = 1024 * 1024;

/** A kind of file that is read whole. Its library is loaded when the first such file is met. */
interface FormatEntry {
  /** What a person calls the format. */
  readonly name: string;
  /** Lower-case, with their dot. */
  readonly extensions: readonly string[];
  /** Larger files are refused: they would hold up every build, or are data rather than documents. */
  readonly sizeLimitBytes: number;
  /** Whether ids leave the extension out. Other formats keep it, so that `report.pdf` may stand beside `report.md`. */
  readonly bareId: boolean;
  /** Whether a small file takes little time and memory to parse, whoever made it. */
  readonly isPlain: boolean;
  open(): Promise<DocumentFormat>;
}

const FORMATS: readonly FormatEntry[] = [
  {
    name: 'Markdown',
    extensions: ['.md', '.markdown'],
    sizeLimitBytes: 50 * MEBIBYTE,
    bareId: true,
    isPlain: true,
    open: async () => (await import('./markdown.js')).markdown,
  },
  {
    name: 'plain text',
    extensions: ['.txt', '.text'],
    sizeLimitBytes: 50 * MEBIBYTE,
    bareId: true,
    isPlain: true,
    open: async () => (await import('./plain-text.js')).plainText,
  },
  {
    name: 'HTML',
    extensions: ['.html', '.htm', '.xhtml'],
    sizeLimitBytes: 20 * MEBIBYTE,
    bareId: false,
    isPlain: false,
    open: async () => (await import('./html.js')).html,
  },
  {
    name: 'PDF',
    extensions: ['.pdf'],
    sizeLimitBytes: 200 * MEBIBYTE,
    bareId: false,
    isPlain: false,
    open: async () => (await import('./pdf.js')).pdf,
  },
  {
    name: 'Word',
    extensions: ['.docx'],
    sizeLimitBytes: 100 * MEBIBYTE,
    bareId: false,
    isPlain: false,
    open: async () => (await import('./docx.js')).docx,
  },
];

/** Of files with a document on each line, which are read line by line whatever their size. */
const RECORD_EXTENSIONS: readonly string[] = ['.jsonl', '.ndjson'];

/** Every extension that can be read, with its dot, in the order people are told about them. */
export const SUPPORTED_EXTENSIONS: readonly string[] = [
  ...FORMATS.flatMap(({ extensions }) => extensions),
  ...RECORD_EXTENSIONS,
];

/** The format that reads files with this extension (dot included, any case), if there is one. */
export function formatFor(extension: string): FormatEntry | undefined {
  return FORMATS.find(({ extensions }) => extensions.includes(extension.toLowerCase()));
}

/** Whether files with this extension (dot included, any case) hold a document on each line. */
export function holdsRecords(extension: string): boolean {
  return RECORD_EXTENSIONS.includes(extension.toLowerCase());
}
