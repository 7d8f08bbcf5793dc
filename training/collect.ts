import { join } from 'node:path';
import { type AnalysedQuestion, analyseQuestion } from '../src/analysis/question.js';
import { describeSentences, type SentenceCandidate } from '../src/answering/sentence-features.js';
import { inverseDocumentFrequency, type TermWeight } from '../src/answering/term-measures.js';
import type { EmbeddingModel } from '../src/domain/embedding-model.js';
import { buildIndex } from '../src/indexing/build-index.js';
import { openIndex } from '../src/indexing/open-index.js';
import { createHybridRetriever } from '../src/retrieval/hybrid-retriever.js';
import type { LabelledQuestion, QuestionSet } from './question-set.js';

/** A question with the sentences that were read for it. */
export interface Collected {
  readonly labelled: LabelledQuestion;
  readonly question: AnalysedQuestion;
  readonly candidates: readonly SentenceCandidate[];
  readonly right: readonly boolean[];
  /** Rank, from 1, of the first retrieved passage that holds an answer; null where none of them does. */
  readonly passageRank: number | null;
  readonly weight: TermWeight;
  readonly isKnown: (term: string) => boolean;
}

/** Indexes a set's documents below `workDir` and retrieves and describes the candidates of each of its questions. */
export async function collect(
  set: QuestionSet,
  model: EmbeddingModel,
  workDir: string,
  passages: number,
): Promise<Collected[]> {
  const indexDir = join(workDir, set.name);
  await buildIndex({ documents: set.documents, indexDir, model });
  const index = await openIndex(indexDir);
  const retriever = createHybridRetriever(index, model);
  const collected: Collected[] = [];
  for (const labelled of set.questions) {
    const question = analyseQuestion(labelled.question);
    const { candidates: retrieved, queryVector } = await retriever.retrieve({
      query: labelled.question,
      limit: passages,
    });
    const frequencies = await index.lexical.documentFrequencies(question.terms);
    const weight = inverseDocumentFrequency(frequencies, index.lexical.size);
    const candidates = describeSentences(question, queryVector, retrieved, weight);
    const place = retrieved.findIndex(({ passage }) =>
      labelled.answers.some(
        ({ documentId, start, end }) =>
          documentId === passage.documentId && start < passage.end && end > passage.start,
      ),
    );
    collected.push({
      labelled,
      question,
      candidates,
      right: candidates.map((candidate) => isRight(candidate, labelled)),
      passageRank: place === -1 ? null : place + 1,
      weight,
      isKnown: (term) => frequencies.has(term),
    });
  }
  await index.close();
  return collected;
}

function isRight({ passage, analysed }: SentenceCandidate, { answers }: LabelledQuestion): boolean {
  return answers.some(
    ({ documentId, start, end }) =>
      documentId === passage.passage.documentId &&
      start < analysed.sentence.end &&
      end > analysed.sentence.start,
  );
}
