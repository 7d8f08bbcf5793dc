import type { EmbeddingModel } from '../src/domain/embedding-model.js';

/**
 * Embeds the same questions over and over, `clients` of them under way at any time, for so many seconds.
 * @returns Questions embedded a second.
 */
export async function embedFromClients(
  model: Pick<EmbeddingModel, 'embedQuery'>,
  questions: readonly string[],
  { clients, seconds }: { readonly clients: number; readonly seconds: number },
): Promise<number> {
  const began = performance.now();
  const until = began + seconds * 1000;
  let done = 0;
  const client = async (first: number) => {
    for (let at = first; performance.now() < until; at++) {
      await model.embedQuery(questions[at % questions.length] as string);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, i) => client(i)));
  return (done * 1000) / (performance.now() - began);
}
