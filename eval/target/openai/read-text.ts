import type { DocumentText } from '../document-text.js';
import type { Reply, ReplyCitation } from '../reply.js';
import { quoteFinder } from './find-quote.js';
import { quotedStrings } from './quoted-strings.js';
import { type Reference, references } from './references.js';
import { isRefusal } from './refusals.js';
import { sourceNamer, splitSources } from './source-list.js';

/** Ends of sentences; references that follow an end belong to what they follow. */
const SENTENCE =
  /[^\n]+?(?:[.!?。！？]["”»」')]*(?:\s*(?:\[\^?[\d\s,;–-]+\]|【[^】]*】))*(?=\s|$)|(?=\n|$))/g;
/** How far behind a quote its reference may stand, in code units. */
const NEAR = 40;

export type TextReader = (question: string, text: string) => Reply;

/**
 * Reads answers in plain text as far as that can be done: a refusal by the list of refusals, sources from numbers and names,
 * quotes from quotation marks and block quotations. A quote belongs to the document its reference names, and is only looked
 * for there; without a reference, in all documents. One that is found nowhere stays a quote of nothing.
 * @param ownRefusals Further patterns that tell a refusal of the service that is asked.
 */
export function textReader(
  documents: readonly DocumentText[],
  ownRefusals: readonly RegExp[] = [],
): TextReader {
  const find = quoteFinder(documents);
  const name = sourceNamer(documents);
  const titles = new Set(documents.map(({ title }) => title.toLowerCase()));

  return (question, text) => {
    const { body, listed } = splitSources(text, documents);
    if (isRefusal(body === '' ? text : body, question, ownRefusals)) return refusal(text);
    const referred = references(body, listed, name);
    const citations: ReplyCitation[] = [];
    const places: number[] = [];
    const add = (at: number, citation: Omit<ReplyCitation, 'number' | 'documentHash'>) => {
      places.push(at);
      citations.push({ number: citations.length + 1, documentHash: null, ...citation });
    };
    const sentences = [...body.matchAll(SENTENCE)].map((match) => ({
      text: match[0].trim(),
      at: match.index,
      end: match.index + match[0].length,
    }));
    for (const quoted of quotedStrings(body)) {
      const isNoQuote =
        question.toLowerCase().includes(quoted.text.toLowerCase()) ||
        titles.has(quoted.text.toLowerCase().replace(/[.,]$/, ''));
      if (isNoQuote) continue;
      const named = namedBy(quoted, sentences, referred);
      const found = find(quoted.text, named);
      const holds =
        found !== undefined && (named.length === 0 || named.includes(found.document.id));
      add(
        quoted.at,
        holds
          ? {
              documentId: found.document.id,
              start: found.start,
              end: found.end,
              quote: found.document.text.slice(found.start, found.end),
            }
          : { documentId: named[0] ?? null, start: null, end: null, quote: quoted.text },
      );
    }
    // A reference beside a quote of its document is no second citation.
    const quoted = new Set(citations.map(({ documentId }) => documentId));
    const refer = (at: number, documentId: string | null) => {
      if (!quoted.has(documentId)) add(at, { documentId, start: null, end: null, quote: null });
    };
    for (const { at, sources } of referred)
      for (const { documentId } of sources) refer(at, documentId);
    if (referred.length === 0) for (const { documentId } of listed.values()) refer(-1, documentId);
    return {
      answer: {
        text: body === '' ? text : body,
        shortAnswer: null,
        confidence: null,
        sentences: sentences.map((sentence) => ({
          text: sentence.text,
          citations: citations
            .filter((_, place) => isWithin(places[place] ?? -1, sentence))
            .map(({ number }) => number),
        })),
      },
      abstention: null,
      disagreement: null,
      citations,
    };
  };
}

function refusal(message: string): Reply {
  return {
    answer: null,
    abstention: { reason: 'unknown', message },
    disagreement: null,
    citations: [],
  };
}

interface Stretch {
  readonly at: number;
  readonly end: number;
}

function isWithin(at: number, { at: from, end }: Stretch): boolean {
  return at >= from && at < end;
}

/** Ids of the documents that the references of a quote name: those in its sentence, else one that follows it closely. */
function namedBy(
  quoted: { readonly text: string; readonly at: number },
  sentences: readonly Stretch[],
  referred: readonly Reference[],
): string[] {
  const end = quoted.at + quoted.text.length;
  const touched = sentences.filter((one) => one.at < end && one.end > quoted.at);
  const within = referred.filter((one) => touched.some((sentence) => isWithin(one.at, sentence)));
  const near = referred.filter(({ at }) => at >= end && at - end <= NEAR).slice(0, 1);
  const chosen = within.length > 0 ? within : near;
  return chosen.flatMap(({ sources }) => sources.flatMap(({ documentId }) => documentId ?? []));
}
