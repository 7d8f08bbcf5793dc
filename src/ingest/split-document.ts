import type { SourceDocument } from '../domain/document.js';
import type { Passage } from '../domain/passage.js';
import { documentSections } from './document-sections.js';
import { sectionUnits } from './section-units.js';

/**
 * UTF-16 code units a passage has at most: about 190 tokens of English, which leaves room for title
 * and headings within the 256 tokens that the shipped embedding model sees.
 */
export const PASSAGE_LIMIT = 900;

/** Names how documents become passages; another policy makes other passages, so an index holds it. */
export const SPLITTING_POLICY = `sections-paragraphs-sentences;limit=${PASSAGE_LIMIT};rules=2`;

/**
 * Cuts a document into passages: never across a section, between paragraphs where they fit,
 * otherwise between sentences, inside a sentence only where it is alone over `PASSAGE_LIMIT`.
 * The same document always gives the same passages.
 */
export async function splitDocument(document: SourceDocument): Promise<readonly Passage[]> {
  // LangChain is slow to load, and a start with a fresh index needs no more of this file than the policy.
  const { locateChunks, PassageSplitter } = await import('./passage-splitter.js');
  const passages: Passage[] = [];
  for (const { headings, blocks } of documentSections(document)) {
    const units = sectionUnits(document.text, blocks, PASSAGE_LIMIT);
    const sentences = units.flat();
    const offset = sentences[0]?.start ?? 0;
    const text = document.text.slice(offset, sentences.at(-1)?.end ?? offset);
    const unitEnds = units.slice(1).map((unit) => (unit[0]?.start ?? 0) - offset);
    const splitter = new PassageSplitter([...unitEnds, text.length], PASSAGE_LIMIT);
    let next = 0;
    for (const span of locateChunks(text, await splitter.splitText(text))) {
      const end = offset + span.end;
      const first = next;
      while (next < sentences.length && (sentences[next]?.end ?? end) <= end) next++;
      passages.push({
        id: `${document.id}#${passages.length}`,
        documentId: document.id,
        ordinal: passages.length,
        start: offset + span.start,
        end,
        headings,
        sentences: sentences.slice(first, next),
      });
    }
  }
  return passages;
}
