import type { BlockKind } from '../domain/document.js';
import type { BlockDraft } from './canonical-text.js';
import { tableText } from './html-table.js';

/** Elements of which nothing is read. */
const UNREAD = new Set(
  'script style template noscript head title svg iframe object embed canvas video audio map button select input textarea datalist dialog rt rp link meta'.split(
    ' ',
  ),
);
/** Elements that stand inside a line; all others begin and end a block. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark math meter nobr output picture progress q ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Where a walk through the tree is: what kind of text stands here, and what begins the next block. */
interface Place {
  readonly kind: BlockKind;
  readonly level: number;
  readonly preformatted: boolean;
}

/** The blocks of a tree below `root` as a person reads the page; headings stay headings, links leave their words. Works without recursion, however deep. */
export function htmlBlocks(root: Element): BlockDraft[] {
  const drafts: BlockDraft[] = [];
  let text = '';
  let label = '';
  let place: Place = { kind: 'paragraph', level: 0, preformatted: false };
  const flush = () => {
    const own = place.preformatted ? text.replace(/^\n+|\s+$/g, '') : collapse(text);
    if (own.trim() !== '') {
      drafts.push({ kind: place.kind, level: place.level, text: label + own });
      label = '';
    }
    text = '';
  };
  const pending: (Node | (() => void))[] = [root];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (typeof next === 'function') {
      next();
      continue;
    }
    if (next.nodeType === 3) {
      text += place.preformatted ? next.textContent : flat(next.textContent ?? '');
      continue;
    }
    if (next.nodeType !== 1) continue;
    const element = next as Element;
    const name = element.localName.toLowerCase();
    if (UNREAD.has(name) || isHidden(element)) continue;
    if (name === 'br') {
      text += '\n';
      continue;
    }
    const inside = [...element.childNodes].reverse();
    if (INLINE.has(name)) {
      for (const child of inside) pending.push(child);
      continue;
    }
    const outer = place;
    flush();
    const table = name === 'table' ? tableText(element) : null;
    if (table !== null) {
      drafts.push({ kind: 'table', level: 0, text: table });
      continue;
    }
    place = placeInside(element, name, outer);
    if (name === 'li') label = itemNumber(element);
    pending.push(() => {
      flush();
      place = outer;
      if (name === 'li') label = '';
    });
    for (const child of inside) pending.push(child);
  }
  flush();
  return drafts;
}

function placeInside(element: Element, name: string, outer: Place): Place {
  const heading = /^h([1-6])$/.exec(name);
  if (heading !== null) return { kind: 'heading', level: Number(heading[1]), preformatted: false };
  if (name === 'pre') return { kind: 'code', level: 0, preformatted: true };
  if (name === 'li') return { ...outer, kind: 'listItem', level: 0 };
  if (name === 'blockquote') return { ...outer, kind: 'quotation', level: 0 };
  if (name === 'figcaption' || name === 'caption' || element.getAttribute('class') === 'caption')
    return { ...outer, kind: 'caption', level: 0 };
  return outer.kind === 'heading' ? { ...outer, kind: 'paragraph', level: 0 } : outer;
}

function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(
    element.getAttribute('style') ?? '',
  );
}

/** Numbers of ordered lists are text, bullets are not. */
function itemNumber(item: Element): string {
  const list = item.parentElement;
  if (list?.localName.toLowerCase() !== 'ol') return '';
  const items = [...list.children].filter(({ localName }) => localName.toLowerCase() === 'li');
  const first = Number.parseInt(list.getAttribute('start') ?? '1', 10);
  return `${(Number.isNaN(first) ? 1 : first) + items.indexOf(item)}. `;
}

/** Blanks of HTML's source as one; a no-break space is none of them. */
function flat(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, ' ');
}

function collapse(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
