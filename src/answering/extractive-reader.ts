import { analyseQuestion } from '../analysis/question.js';
import type { ProposedSentence, Reader, Reading, ReadingRequest } from '../domain/reader.js';
import type { LexicalIndex } from '../domain/search-index.js';
import { CONFIDENCE_FEATURES, describeConfidence, probabilityOf } from './confidence.js';
import { findDisagreement } from './disagreement.js';
import { explainReading } from './explain-reading.js';
import { isForeign } from './language.js';
import { quoteOf } from './quote.js';
import { selectSentences } from './select-sentences.js';
import { describeSentences, SENTENCE_FEATURES } from './sentence-features.js';
import { rankSentences } from './sentence-ranker.js';
import { shortAnswer } from './short-answer.js';
import { inverseDocumentFrequency } from './term-measures.js';
import {
  ABSTENTION_THRESHOLD,
  CONFIDENCE_BIAS,
  CONFIDENCE_WEIGHTS,
  SENTENCE_WEIGHTS,
} from './weights.js';

const sentenceWeights = SENTENCE_FEATURES.map((name) => SENTENCE_WEIGHTS[name]);
const confidenceWeights = CONFIDENCE_FEATURES.map((name) => CONFIDENCE_WEIGHTS[name]);

/** What the extractive reader needs to know of the index and the model. */
export interface ExtractiveReaderOptions {
  readonly lexical: LexicalIndex;
  /** Languages the embedding model was made for; null where unknown. */
  readonly languages: readonly string[] | null;
}

/** Answers with sentences of the sources as they stand, chosen by a ranker over what they share with the question. */
export function createExtractiveReader({ lexical, languages }: ExtractiveReaderOptions): Reader {
  async function read({
    question: text,
    candidates,
    queryVector,
    maxSentences,
    explain,
  }: ReadingRequest): Promise<Reading> {
    if (isForeign(text, languages)) return unsupported(languages);
    const question = analyseQuestion(text);
    const frequencies = await lexical.documentFrequencies(question.terms);
    const weight = inverseDocumentFrequency(frequencies, lexical.size);
    const ranked = rankSentences(
      describeSentences(question, queryVector, candidates, weight),
      sentenceWeights,
    );
    const [best] = ranked;
    if (best === undefined) return unsupportedBySources(0);
    const explained =
      explain === true ? { explanation: explainReading(ranked, sentenceWeights) } : {};
    const confidence = probabilityOf(
      describeConfidence(question, ranked, weight, (term) => frequencies.has(term)),
      confidenceWeights,
      CONFIDENCE_BIAS,
    );
    if (confidence < ABSTENTION_THRESHOLD)
      return { ...unsupportedBySources(confidence), ...explained };
    const disagreement = findDisagreement(question, ranked);
    const chosen = selectSentences(ranked, disagreement?.sentences ?? [], maxSentences);
    return {
      status: 'answered',
      sentences: chosen.map(
        ({ candidate }): ProposedSentence => ({
          text: candidate.analysed.sentence.text,
          quotes: [quoteOf(candidate)],
        }),
      ),
      shortAnswer: shortAnswer(question, best.candidate.analysed)?.text ?? null,
      confidence,
      disagreement: disagreement?.proposed ?? null,
      ...explained,
    };
  }

  return { name: 'extractive', read };
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
