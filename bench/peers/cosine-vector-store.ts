import type { DocumentInterface } from '@langchain/core/documents';
import { VectorStore } from '@langchain/core/vectorstores';

/**
 * LangChain's vector store in memory as its tutorials use it: plain arrays, cosine with every one of
 * them, sorted. Written here because the package that holds theirs is not among our dependencies.
 */
export class CosineVectorStore extends VectorStore {
  declare FilterType: never;
  private readonly kept: { readonly vector: number[]; readonly document: DocumentInterface }[] = [];

  override _vectorstoreType(): string {
    return 'cosine';
  }

  override async addDocuments(documents: DocumentInterface[]): Promise<void> {
    const texts = documents.map(({ pageContent }) => pageContent);
    await this.addVectors(await this.embeddings.embedDocuments(texts), documents);
  }

  override async addVectors(vectors: number[][], documents: DocumentInterface[]): Promise<void> {
    for (const [i, document] of documents.entries())
      this.kept.push({ vector: vectors[i] as number[], document });
  }

  override async similaritySearchVectorWithScore(
    query: number[],
    k: number,
  ): Promise<[DocumentInterface, number][]> {
    return this.kept
      .map(({ vector, document }): [DocumentInterface, number] => [document, cosine(vector, query)])
      .sort(([, a], [, b]) => b - a)
      .slice(0, k);
  }
}

function cosine(a: readonly number[], b: readonly number[]): number {
  let dot = 0;
  let squaresOfA = 0;
  let squaresOfB = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as number;
    const y = b[i] as number;
    dot += x * y;
    squaresOfA += x * x;
    squaresOfB += y * y;
  }
  return dot / Math.sqrt(squaresOfA * squaresOfB);
}
