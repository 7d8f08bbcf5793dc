import { Embeddings, type EmbeddingsParams } from '@langchain/core/embeddings';
import type { EmbeddingModel } from '../domain/embedding-model.js';

/** Footnote's local embedding model as LangChain embeddings, for vector stores of that ecosystem. */
export class FootnoteEmbeddings extends Embeddings<number[]> {
  private readonly model: EmbeddingModel;

  constructor(model: EmbeddingModel, parameters: EmbeddingsParams = {}) {
    super(parameters);
    this.model = model;
  }

  override async embedDocuments(documents: string[]): Promise<number[][]> {
    const vectors = await this.caller.call(() => this.model.embedPassages(documents));
    return vectors.map((vector) => [...vector]);
  }

  override async embedQuery(document: string): Promise<number[]> {
    const vector = await this.caller.call(() => this.model.embedQuery(document));
    return [...vector];
  }
}
