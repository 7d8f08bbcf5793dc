import { Document } from '@langchain/core/documents';
import type { VectorStore } from '@langchain/core/vectorstores';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import type { SourceDocument } from '../../src/domain/document.js';
import type { EmbeddingModel } from '../../src/domain/embedding-model.js';
import { FootnoteEmbeddings } from '../../src/langchain/embeddings.js';
import { CosineVectorStore } from './cosine-vector-store.js';

/** What the peer leaves out, so that nobody takes the two for the same work. */
export const LANGCHAIN_NOTE =
  'The LangChain.js tutorial splits at 1000 characters with 200 of overlap, embeds those chunks alone and keeps them in memory: no sentences, no words searched, nothing on disk, no answer, no citation, no abstention.';

/** Indexes documents as the LangChain.js tutorial on retrieval does, with our model. */
export async function langChainTutorial(
  documents: readonly SourceDocument[],
  model: EmbeddingModel,
): Promise<VectorStore> {
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000, chunkOverlap: 200 });
  const chunks = await splitter.splitDocuments(
    documents.map(({ id, text }) => new Document({ pageContent: text, metadata: { source: id } })),
  );
  const store = new CosineVectorStore(new FootnoteEmbeddings(model), {});
  await store.addDocuments(chunks);
  return store;
}
