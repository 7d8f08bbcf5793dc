const BETWEEN_CELLS = ' | ';
const STRUCTURE = 'table, h1, h2, h3, h4, h5, h6, ul, ol, pre, article, section, form';

/**
 * The rows of a table that holds data, a line each, its cells parted as Markdown parts them; null for one that lays out a page:
 * it has a single column, or blocks in its cells.
 */
export function tableText(table: Element): string | null {
  if (table.getAttribute('role') === 'presentation') return null;
  if (table.querySelector(STRUCTURE) !== null) return null;
  const rows = [...table.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => cellText(cell)),
  );
  if (rows.every((cells) => cells.length < 2)) return null;
  const caption = table.querySelector('caption')?.textContent ?? '';
  const lines = rows
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => cells.join(BETWEEN_CELLS));
  return [oneLine(caption), ...lines].filter(Boolean).join('\n');
}

function cellText(cell: Element): string {
  return oneLine([...cell.childNodes].map((node) => node.textContent ?? '').join(' '));
}

function oneLine(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, ' ').trim();
}
