import type { Nodes, Parent } from 'mdast';

const LINE_BREAK_TAG = /^<br\s*\/?>$/i;

/**
 * The text of a heading, paragraph or table cell as it is read: markup removed, links by their
 * words, hard line breaks as line feeds, other runs of spaces and line ends as one space. Images,
 * footnote marks and HTML tags leave nothing. No-break spaces stay. Works without recursion.
 */
export function inlineText(parent: Parent): string {
  const parts: string[] = [];
  const pending: Nodes[] = [...parent.children].reverse();
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'text' || node.type === 'inlineCode') {
      parts.push(node.value.replace(/[ \t\n]+/g, ' '));
    } else if (node.type === 'break' || (node.type === 'html' && LINE_BREAK_TAG.test(node.value))) {
      parts.push('\n');
    } else if ('children' in node) {
      for (let i = node.children.length - 1; i >= 0; i--) pending.push(node.children[i] as Nodes);
    }
  }
  return parts
    .join('')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n');
}
