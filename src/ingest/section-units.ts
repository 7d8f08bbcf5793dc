import type { Block } from '../domain/document.js';
import type { Sentence } from '../domain/passage.js';
import { cutLongSpan } from './cut-long-span.js';
import { splitSentences } from './split-sentences.js';

/** Sentences that stay together in one passage. Never empty. */
export type Unit = readonly Sentence[];

/** Headings that take up more than this share of the limit do not hold on to the block below them. */
const LONG_HEADINGS_SHARE = 1 / 3;

/**
 * What may become a passage of at most `limit` code units: the headings of a section with its
 * first block, then block after block; a longer one falls into groups of sentences about equally long.
 */
export function sectionUnits(text: string, blocks: readonly Block[], limit: number): Unit[] {
  const body = blocks.findIndex((block) => block.kind !== 'heading');
  const headings = body < 0 ? blocks : blocks.slice(0, body);
  const [first, ...rest] = blocks.slice(headings.length).map((block) => [block]);
  const headingLength = (headings.at(-1)?.end ?? 0) - (headings[0]?.start ?? 0);
  const opening =
    headingLength > limit * LONG_HEADINGS_SHARE
      ? [headings, first ?? []]
      : [[...headings, ...(first ?? [])]];
  return [...opening, ...rest].flatMap((group) =>
    balancedGroups(
      group.flatMap((block) => blockSentences(text, block, limit)),
      limit,
    ),
  );
}

/** A heading is one sentence, a line of a table or of code is one, other blocks have what they have. */
function blockSentences(text: string, block: Block, limit: number): Sentence[] {
  const content = text.slice(block.start, block.end);
  return spansOf(block.kind, content)
    .map(({ start, end }) => ({ start: block.start + start, end: block.start + end }))
    .flatMap((span) => cutLongSpan(text, span, limit))
    .map((span) => ({ ...span, kind: block.kind }));
}

function spansOf(kind: Block['kind'], content: string) {
  if (kind === 'heading') return [{ start: 0, end: content.length }];
  if (kind !== 'table' && kind !== 'code') return splitSentences(content);
  return [...content.matchAll(/\S(?:.*\S)?/g)].map((line) => ({
    start: line.index,
    end: line.index + line[0].length,
  }));
}

function balancedGroups(sentences: readonly Sentence[], limit: number): Unit[] {
  const [first] = sentences;
  const last = sentences.at(-1);
  if (!first || !last) return [];
  const total = last.end - first.start;
  const goal = total / Math.ceil(total / limit);
  const groups: Sentence[][] = [[first]];
  for (const sentence of sentences.slice(1)) {
    const group = groups.at(-1) ?? [];
    const start = group[0]?.start ?? sentence.start;
    const without = (group.at(-1)?.end ?? start) - start;
    const withIt = sentence.end - start;
    const isNearerWithout = goal - without < withIt - goal;
    if (withIt > limit || (total > limit && isNearerWithout)) groups.push([sentence]);
    else group.push(sentence);
  }
  return groups;
}
