import { analyseQuestion } from '../analysis/question.js';
import type { PassageReader } from '../domain/passage-reader.js';
import type { ProposedSentence, Reader, Reading, ReadingRequest } from '../domain/reader.js';
import type { LexicalIndex } from '../domain/search-index.js';
import { bylineFor } from './byline.js';
import { findDisagreement } from './disagreement.js';
import { explainReading } from './explain-reading.js';
import { judgeSentences } from './judge-sentences.js';
import { isForeign } from './language.js';
import { otherNamed } from './other-named.js';
import { type LeftOut, NOTHING } from './parts.js';
import { quoteOf } from './quote.js';
import { selectSentences } from './select-sentences.js';
import { describeSentences } from './sentence-features.js';
import { shortAnswerAmong } from './short-answer-among.js';
import { inverseDocumentFrequency } from './term-measures.js';

/** What the extractive reader needs to know of the index and the model. */
export interface ExtractiveReaderOptions {
  readonly lexical: LexicalIndex;
  /** Languages the embedding model was made for; null where unknown. */
  readonly languages: readonly string[] | null;
  /** Reads the likeliest passages together with the question; null where words and vectors alone decide. */
  readonly passageReader: PassageReader | null;
  /** Parts that are left out; none unless told. */
  readonly leftOut?: LeftOut | undefined;
}

/** Answers with sentences of the sources as they stand, chosen by a ranker over what they share with the question. */
export function createExtractiveReader({
  lexical,
  languages,
  passageReader,
  leftOut = NOTHING,
}: ExtractiveReaderOptions): Reader {
  async function read({
    question: text,
    candidates,
    queryVector,
    maxSentences,
    explain,
    signal,
  }: ReadingRequest): Promise<Reading> {
    if (!leftOut.has('languages') && isForeign(text, languages)) return unsupported(languages);
    const question = analyseQuestion(text);
    const frequencies = await lexical.documentFrequencies(question.terms);
    const weight = inverseDocumentFrequency(frequencies, lexical.size);
    const judgement = await judgeSentences({
      question,
      candidates: describeSentences(question, queryVector, candidates, weight),
      weight,
      isKnown: (term) => frequencies.has(term),
      passageReader: readsLanguage(passageReader, text) ? passageReader : null,
      signal,
      leftOut,
    });
    const best = judgement?.ranked[0];
    if (judgement === null || best === undefined) return unsupportedBySources(0);
    const { ranked, confidence } = judgement;
    const explained =
      explain === true
        ? { explanation: explainReading(ranked, judgement.features, judgement.weights) }
        : {};
    if (judgement.isDoubtful) return { ...unsupportedBySources(confidence), ...explained };
    const disagreement = findDisagreement(question, ranked, judgement.readingOf);
    const others = leftOut.has('otherNamed') ? [] : otherNamed(question, ranked);
    const byline = bylineFor(question, ranked);
    const required = [
      ...(disagreement?.sentences ?? []),
      ...(byline === null ? [] : [byline.sentence]),
      ...others,
    ];
    const chosen = selectSentences(ranked, required, maxSentences, leftOut);
    return {
      status: 'answered',
      sentences: chosen.map(
        ({ candidate }): ProposedSentence => ({
          text: candidate.analysed.sentence.text,
          quotes: [quoteOf(candidate)],
        }),
      ),
      shortAnswer:
        byline?.author ??
        shortAnswerAmong(
          question,
          chosen,
          leftOut.has('readSpans') ? () => null : judgement.readingOf,
        ),
      confidence,
      disagreement: disagreement?.proposed ?? null,
      ...explained,
    };
  }

  return { name: passageReader === null ? 'extractive-light' : 'extractive', read };
}

/** A reader says nothing of a language it was not trained for. */
function readsLanguage(reader: PassageReader | null, text: string): boolean {
  return reader !== null && !isForeign(text, reader.languages);
}

function unsupported(languages: readonly string[] | null): Reading {
  return {
    status: 'abstained',
    reason: 'unsupported_language',
    message: `The configured embedding model covers ${languages?.join(', ') ?? 'other languages'}, not the language of this question. Ask in a covered language, or set EMBEDDING_MODEL to a multilingual model, for instance Xenova/paraphrase-multilingual-MiniLM-L12-v2, and rebuild the index.`,
    confidence: 0,
  };
}

function unsupportedBySources(confidence: number): Reading {
  return {
    status: 'abstained',
    reason: 'no_evidence',
    message: 'The sources do not say.',
    confidence,
  };
}
