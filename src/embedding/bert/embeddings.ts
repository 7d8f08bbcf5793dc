import { floats, integers } from '../onnx/onnx-tensor.js';
import { type BertParts, writeNormalisedSum } from './bert-parts.js';

/** The sum of a token's word, segment and position embedding, normalised. */
export function writeEmbeddings(parts: BertParts, tokenIds: string, typeIds: string): string {
  const { graph, config, weights, layers } = parts;
  const table = (kind: string, rows: number) =>
    weights.get(`embeddings.${kind}_embeddings.weight`, [rows, config.hidden_size]);

  const words = layers.lookUp(graph, tokenIds, table('word', config.vocab_size), 'words');
  const types = table('token_type', config.type_vocab_size);
  const typeRows = graph.node('Gather', {
    inputs: [graph.constant('types', floats(types.values, types.shape)), typeIds],
  });
  const sum = graph.node('Add', { inputs: [words, typeRows] });
  return writeNormalisedSum(parts, [sum, writePositions(parts, tokenIds)], 'embeddings.LayerNorm');
}

/** The first rows of the position table, as many as there are tokens: float [tokens, hidden]. */
function writePositions({ graph, config, weights }: BertParts, tokenIds: string): string {
  const shape = [config.max_position_embeddings, config.hidden_size];
  const table = weights.get('embeddings.position_embeddings.weight', shape);
  const tokenCount = graph.node('Shape', {
    inputs: [tokenIds],
    attributes: { start: { integer: 1 }, end: { integer: 2 } },
  });
  const zero = graph.constant('zero', integers(0));
  const rows = graph.constant('positions', floats(table.values, shape));
  return graph.node('Slice', { inputs: [rows, zero, tokenCount, zero] });
}
