import type { RankedPassage } from '../contract/passage.js';
import type { SearchResponse } from '../contract/search.js';
import { place } from './answer-text.js';
import type { Terminal } from './terminal.js';
import { onOneLine, wrapText } from './wrap-text.js';

/** Found passages as a person reads them in a terminal, best first. */
export function searchText({ passages }: SearchResponse, terminal: Terminal): string {
  if (passages.length === 0) return terminal.bold('Nothing found.');
  return passages.map((passage) => found(passage, terminal)).join('\n\n');
}

function found(passage: RankedPassage, terminal: Terminal): string {
  const { rank, title, headings, text, dense, lexical } = passage;
  const number = `${rank}.`;
  const indent = ' '.repeat(number.length + 1);
  const heading = [title, ...headings].map(onOneLine).join(' › ');
  const ranks = `meaning ${rankText(dense)}, words ${rankText(lexical)}`;
  return [
    `${terminal.highlight(number)} ${terminal.bold(heading)}`,
    wrapText(text, terminal.width, indent),
    terminal.dim(`${indent}${place(passage)}; ${ranks}`),
  ].join('\n');
}

function rankText(ranking: RankedPassage['dense']): string {
  return ranking === null ? 'not found' : `rank ${ranking.rank}`;
}
