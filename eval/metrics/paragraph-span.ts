import type { PlacedSpan } from './evidence-recall.js';

const BREAK = '\n\n';

/**
 * A span widened to the whole paragraphs it stands in; blank lines part them. Citations and evidence that are widened so
 * compare by passage: whoever cites another sentence of the right paragraph is right at this level.
 * @param text Of the span's document.
 */
export function paragraphSpan(span: PlacedSpan, text: string): PlacedSpan {
  const before =
    span.start < BREAK.length ? -1 : text.lastIndexOf(BREAK, span.start - BREAK.length);
  const after = text.indexOf(BREAK, Math.max(span.start, span.end - 1));
  return {
    documentId: span.documentId,
    start: before === -1 ? 0 : before + BREAK.length,
    end: after === -1 ? text.length : after,
  };
}
