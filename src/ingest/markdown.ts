import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { decodeText } from './decode-text.js';
import { type DocumentFormat, withEncoding } from './document-format.js';
import { readFrontMatter } from './front-matter.js';
import { InvalidDocument } from './invalid-document.js';
import { markdownBlocks } from './markdown-blocks.js';
import { checkNesting, shieldDenseMarkup } from './markdown-limits.js';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();

/**
 * Markdown (CommonMark, GitHub's tables, strike-through and footnotes, YAML front matter): its text
 * is what a person reads on the page, without markup, images and their descriptions, and HTML tags.
 */
export const markdown: DocumentFormat = {
  parse(bytes) {
    const { text: source, guessed } = decodeText(bytes);
    checkNesting(source);
    const shield = shieldDenseMarkup(source);
    const tree = parseTree(shield.source);
    const [first] = tree.children;
    const frontMatter = first?.type === 'yaml' ? readFrontMatter(first.value, 2) : null;
    if (frontMatter === null && /^---[ \t]*(?:\n|$)/.test(source)) {
      throw new InvalidDocument(
        'The front matter begins with "---" in the first line but never ends.',
        'Close it with a line of just "---"; for a rule across the page write "***" instead.',
        1,
      );
    }
    const blocks = markdownBlocks(tree).map((block) => ({
      ...block,
      text: shield.restore(block.text),
    }));
    const ownTitle = blocks.find((block) => block.level === 1)?.text.replace(/\s+/g, ' ') ?? null;
    return {
      title: frontMatter?.title ?? ownTitle,
      metadata: withEncoding(frontMatter?.metadata, guessed),
      blocks,
    };
  },
};

function parseTree(source: string): Root {
  try {
    return parser.parse(source);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new InvalidDocument(
      'The Markdown nests emphasis or brackets too deeply to be read.',
      'Simplify its markup, or give the file the extension .txt to have it read as plain text.',
    );
  }
}
