import type { Blockquote, List, Root, RootContent, Table } from 'mdast';
import type { BlockKind } from '../domain/document.js';
import type { BlockDraft } from './canonical-text.js';
import { htmlText } from './html-text.js';
import { inlineText } from './markdown-inline.js';

/** First line of a quotation that is a caption: the words below a picture, which is itself not part of the text. */
const CAPTION_MARK = /^\[!CAPTION\][ \t]*(?:\n|$)/i;
const BETWEEN_CELLS = ' | ';

/** A node to visit, the kind of the text directly in it, and the number of the list item it begins, if any. */
interface Visit {
  readonly node: RootContent;
  readonly kind: BlockKind;
  readonly label: string;
}

/**
 * The blocks of a Markdown tree in the order they are read. Lists and quotations are flattened: a
 * paragraph takes its kind from the innermost one around it. Numbers of ordered lists are text,
 * bullets are not. Works without recursion, however deep the tree.
 */
export function markdownBlocks(root: Root): BlockDraft[] {
  const drafts: BlockDraft[] = [];
  const pending = visits(root.children, 'paragraph').reverse();
  for (let visit = pending.pop(); visit; visit = pending.pop()) {
    const { node, kind, label } = visit;
    switch (node.type) {
      case 'heading':
        drafts.push({ kind: 'heading', level: node.depth, text: label + inlineText(node) });
        break;
      case 'paragraph':
        drafts.push({ kind, level: 0, text: label + inlineText(node) });
        break;
      case 'code':
        drafts.push({ kind: 'code', level: 0, text: node.value });
        break;
      case 'html':
        drafts.push({ kind, level: 0, text: htmlText(node.value) });
        break;
      case 'table':
        drafts.push({ kind: 'table', level: 0, text: tableText(node) });
        break;
      case 'blockquote':
        visitNext(pending, quotationVisits(node));
        break;
      case 'list':
        visitNext(pending, listVisits(node));
        break;
      case 'footnoteDefinition':
        visitNext(pending, visits(node.children, kind));
        break;
    }
  }
  return drafts;
}

/** Puts visits on top of the stack one by one, since an argument list has a limit that a long list exceeds. */
function visitNext(pending: Visit[], next: readonly Visit[]): void {
  for (let i = next.length - 1; i >= 0; i--) pending.push(next[i] as Visit);
}

function visits(nodes: readonly RootContent[], kind: BlockKind): Visit[] {
  return nodes.map((node) => ({ node, kind, label: '' }));
}

function listVisits(list: List): Visit[] {
  const first = list.start ?? 1;
  return list.children.flatMap((item, index) => {
    const inside = visits(item.children, 'listItem');
    const [opening, ...rest] = inside;
    if (!list.ordered || opening?.node.type !== 'paragraph') return inside;
    return [{ ...opening, label: `${first + index}. ` }, ...rest];
  });
}

function quotationVisits(quotation: Blockquote): Visit[] {
  const opening = quotation.children[0];
  const mark = opening?.type === 'paragraph' ? opening.children[0] : undefined;
  if (opening?.type !== 'paragraph' || mark?.type !== 'text' || !CAPTION_MARK.test(mark.value)) {
    return visits(quotation.children, 'quotation');
  }
  const unmarked = { ...mark, value: mark.value.replace(CAPTION_MARK, '') };
  const caption = { ...opening, children: [unmarked, ...opening.children.slice(1)] };
  return visits([caption, ...quotation.children.slice(1)], 'caption');
}

function tableText(table: Table): string {
  return table.children
    .map((row) => row.children.map((cell) => inlineText(cell).trim()).join(BETWEEN_CELLS))
    .join('\n');
}
