import { createOnnxGraph, type OnnxGraph } from '../onnx/onnx-graph.js';
import { integers, scalar, toFloat } from '../onnx/onnx-tensor.js';
import type { EncodedMessage } from '../onnx/protobuf-writer.js';
import { TOKEN_NUMBERS } from '../reading/sentence-readings.js';
import type { Weights } from '../weights/safetensors.js';
import { writeAttention } from './attention.js';
import type { BertConfig } from './bert-config.js';
import type { BertParts } from './bert-parts.js';
import { writeEmbeddings } from './embeddings.js';
import { writeFeedForward } from './feed-forward.js';
import { floatLayers } from './float-layers.js';
import type { LayerWriter } from './layer-writer.js';
import { readLinearLayer } from './linear-layer.js';

/** Added to the attention score of a padded position: low enough that its weight is exactly zero. */
const MASKED = -1e9;

/**
 * Writes the encoder of a BERT (Devlin et al. 2019, arXiv:1810.04805) as an ONNX model. Inputs
 * `input_ids`, `attention_mask` and `token_type_ids`, each int64 [batch, tokens]; output
 * `last_hidden_state`, float [batch, tokens, hidden], or where the weights hold a layer `head` with
 * `TOKEN_NUMBERS` results, what that makes of it, `token_numbers`. Batch and tokens vary from call to call.
 */
export function writeBertModel(
  config: BertConfig,
  weights: Weights,
  layers: LayerWriter,
): EncodedMessage {
  const graph = createOnnxGraph('bert');
  const textInput = (name: string) => graph.input(name, 'int64', ['batch', 'tokens']);
  const tokenIds = textInput('input_ids');
  const mask = textInput('attention_mask');
  const typeIds = textInput('token_type_ids');

  const parts: BertParts = { graph, config, weights, layers };
  const scoreOffsets = maskedScores(graph, mask);
  let hidden = writeEmbeddings(parts, tokenIds, typeIds);
  for (let layer = 0; layer < config.num_hidden_layers; layer += 1) {
    const name = `encoder.layer.${layer}`;
    hidden = writeAttention(parts, hidden, scoreOffsets, `${name}.attention`);
    hidden = writeFeedForward(parts, hidden, name);
  }
  if (weights.names.includes('head.weight')) {
    const head = readLinearLayer(weights, 'head', TOKEN_NUMBERS, config.hidden_size);
    graph.output('token_numbers', floatLayers.linear(graph, hidden, head), [
      'batch',
      'tokens',
      TOKEN_NUMBERS,
    ]);
  } else {
    graph.output('last_hidden_state', hidden, ['batch', 'tokens', config.hidden_size]);
  }
  return graph.encoded();
}

/** Zero where a position counts, very low where it is padding: float [batch, 1, 1, tokens]. */
function maskedScores(graph: OnnxGraph, mask: string): string {
  const axes = graph.constant('mask.axes', integers(1, 2));
  const wide = graph.node('Unsqueeze', { inputs: [mask, axes] });
  const kept = graph.node('Cast', { inputs: [wide], attributes: toFloat });
  const dropped = graph.node('Sub', { inputs: [graph.constant('one', scalar(1)), kept] });
  return graph.node('Mul', { inputs: [dropped, graph.constant('masked', scalar(MASKED))] });
}
