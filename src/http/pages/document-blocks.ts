import { html } from 'hono/html';
import { pageRange } from '../../contract/page-range.js';
import type { Block } from '../../domain/document.js';
import type { Html } from './layout.js';

const HEADINGS: Readonly<Record<number, (content: Html) => Html>> = {
  3: (content) => html`<h3>${content}</h3>`,
  4: (content) => html`<h4>${content}</h4>`,
  5: (content) => html`<h5>${content}</h5>`,
  6: (content) => html`<h6>${content}</h6>`,
};

/**
 * The blocks of a document as elements, each filled by `render`; list items that follow one another share a list. Before the
 * first block that begins on a further page stands the number of that page.
 */
export function documentBlocks(
  blocks: readonly Block[],
  render: (block: Block) => Html,
  pageStarts?: readonly number[],
): Html[] {
  const elements: Html[] = [];
  let page: number | undefined;
  let items: Html[] = [];
  const endList = () => {
    if (items.length > 0) elements.push(html`<ul>${items}</ul>\n`);
    items = [];
  };
  for (const block of blocks) {
    const content = render(block);
    const own = pageRange(pageStarts, block).page;
    if (own !== page) {
      endList();
      elements.push(html`<p class="page" lang="en">Page ${own}</p>\n`);
      page = own;
    }
    if (block.kind === 'listItem') {
      items.push(html`<li>${content}</li>\n`);
      continue;
    }
    endList();
    elements.push(html`${element(block, content)}\n`);
  }
  endList();
  return elements;
}

function element(block: Block, content: Html): Html {
  switch (block.kind) {
    case 'heading':
      return HEADINGS[block.level]?.(content) ?? html`<h2>${content}</h2>`;
    case 'caption':
      return html`<p class="caption">${content}</p>`;
    case 'quotation':
      return html`<blockquote>${content}</blockquote>`;
    case 'table':
    case 'code':
      return html`<pre tabindex="0">${content}</pre>`;
    case 'paragraph':
    case 'listItem':
      return html`<p>${content}</p>`;
  }
}
