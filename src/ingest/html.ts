import { decodeText } from './decode-text.js';
import { type DocumentFormat, NO_METADATA, withEncoding } from './document-format.js';
import { htmlBlocks } from './html-blocks.js';
import { htmlFacts } from './html-facts.js';
import { htmlText } from './html-text.js';
import { htmlTree, isTooDeep } from './html-tree.js';
import { mainContent, narrowed } from './main-content.js';
import { plainBlocks } from './plain-text.js';

/** Where a page may say what it is encoded in. */
const DECLARATION_BYTES = 4096;
const CHARSET =
  /<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?\bencoding=["']([\w.:-]{2,40})/i;

/**
 * A page of HTML: the text of its main content as a person reads it, with its headings, lists and tables; links leave their
 * words. A page whose elements lie in one another absurdly deep is read as plain text.
 */
export const html: DocumentFormat = {
  parse(bytes) {
    const opening = bytes.subarray(0, DECLARATION_BYTES).toString('latin1');
    const [, meta, xml] = CHARSET.exec(opening) ?? [];
    const { text, guessed } = decodeText(bytes, meta ?? xml);
    if (isTooDeep(text)) {
      return {
        title: null,
        metadata: withEncoding(NO_METADATA, guessed),
        blocks: plainBlocks(htmlText(text)),
      };
    }
    const { root, facts } = mainContent(() => htmlTree(text));
    const { title, metadata } = htmlFacts(narrowed(htmlTree(text)), facts);
    return { title, metadata: withEncoding(metadata, guessed), blocks: htmlBlocks(root) };
  },
};
