/** A part of an answer that a person selected. */
export interface SelectedText {
  /** With its numbers written `[1]`. */
  readonly text: string;
  /** Numbers of the citations that prove what is selected. */
  readonly numbers: readonly number[];
  /** The turn it stands in. */
  readonly turn: Element;
}

const BLOCKS = 'p, li, h3, h4, div';
const NOT_TEXT = '[part~=card], .unseen, svg, [part~=progress]';

/** What of one turn the range holds; undefined where it holds no cited sentence, or parts of several turns. */
export function selectedText(range: Range): SelectedText | undefined {
  const { commonAncestorContainer: common } = range;
  const around = common instanceof Element ? common : common.parentElement;
  const turn = around?.closest('[part~=turn]');
  if (!turn) return undefined;
  const cited = [...turn.querySelectorAll('.cited, [part~=side]')].filter((one) =>
    range.intersectsNode(one),
  );
  const numbers = cited.flatMap((one) =>
    [...one.querySelectorAll<HTMLElement>('[part~=reference]')].map(numberOf),
  );
  if (numbers.length === 0) return undefined;
  const copy = range.cloneContents();
  for (const one of copy.querySelectorAll(NOT_TEXT)) one.remove();
  for (const one of copy.querySelectorAll<HTMLElement>('[part~=reference]'))
    one.replaceWith(` [${numberOf(one)}]`);
  for (const block of copy.querySelectorAll(BLOCKS)) block.append('\n');
  const text = (copy.textContent ?? '').replace(/[ \t]*\n\s*/g, '\n').trim();
  return { text, numbers: [...new Set(numbers)].sort((a, b) => a - b), turn };
}

/** The selection inside a shadow tree, which browsers tell in different ways. */
export function rangeIn(root: ShadowRoot): Range | undefined {
  const selection = document.getSelection();
  const found =
    selection?.getComposedRanges?.({ shadowRoots: [root] })[0] ??
    (selection?.rangeCount ? selection.getRangeAt(0) : undefined);
  if (found === undefined || found.collapsed || !root.contains(found.startContainer))
    return undefined;
  if (!root.contains(found.endContainer)) return undefined;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range;
}

function numberOf(reference: HTMLElement): number {
  return Number(reference.dataset['number']);
}
