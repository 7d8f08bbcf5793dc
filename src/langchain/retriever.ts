import type { CallbackManagerForRetrieverRun } from '@langchain/core/callbacks/manager';
import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import type { Engine } from '../contract/engine.js';

export interface FootnoteRetrieverInput extends BaseRetrieverInput {
  readonly engine: Pick<Engine, 'search'>;
  /** Passages at most, 1 to 100; 10 unless told. */
  readonly limit?: number;
}

/** Where a passage comes from, beside its text. */
export type PassageMetadata = Record<string, unknown> & {
  readonly documentId: string;
  readonly passageId: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
};

/** Footnote's hybrid search as a LangChain retriever: each document is one passage, with its exact span in `metadata`. */
export class FootnoteRetriever extends BaseRetriever<PassageMetadata> {
  override lc_namespace = ['footnote', 'retrievers'];
  private readonly engine: Pick<Engine, 'search'>;
  private readonly limit: number;

  constructor({ engine, limit = 10, ...rest }: FootnoteRetrieverInput) {
    super(rest);
    this.engine = engine;
    this.limit = limit;
  }

  override async _getRelevantDocuments(
    query: string,
    _runManager?: CallbackManagerForRetrieverRun,
  ): Promise<Document<PassageMetadata>[]> {
    const { passages } = await this.engine.search({ query, limit: this.limit });
    return passages.map(
      ({ text, passageId, documentId, title, start, end, score }) =>
        new Document({
          id: passageId,
          pageContent: text,
          metadata: { documentId, passageId, title, start, end, score },
        }),
    );
  }
}
