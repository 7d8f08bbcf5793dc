import {
  encodedAttribute,
  encodedTensor,
  encodedValue,
  type OnnxAttribute,
} from './onnx-messages.js';
import type { OnnxTensor, OnnxType } from './onnx-tensor.js';
import {
  type EncodedMessage,
  integerField,
  joined,
  messageField,
  stringField,
} from './protobuf-writer.js';

/** IR version and operator set that onnxruntime 1.13 and later read; 17 brings LayerNormalization. */
const IR_VERSION = 8;
const OPSET = 17;
const MICROSOFT_OPSET = 1;

export interface OnnxNode {
  readonly inputs: readonly string[];
  readonly attributes?: Readonly<Record<string, OnnxAttribute>>;
  /** Number of outputs, 1 unless given. */
  readonly outputs?: number;
  /** Operator domain; the ONNX standard's own unless given. */
  readonly domain?: 'com.microsoft';
}

/** Collects the operators and constants of one ONNX model. Every method returns the name to refer to its value by. */
export interface OnnxGraph {
  input(name: string, type: OnnxType, shape: readonly (string | number)[]): string;
  constant(name: string, tensor: OnnxTensor): string;
  /** Adds an operator and returns its only, or first, output. */
  node(operator: string, node: OnnxNode): string;
  /** Adds an operator with several outputs. */
  nodes(operator: string, node: OnnxNode): string[];
  /** Names a value as a result of the model. */
  output(name: string, value: string, shape: readonly (string | number)[]): void;
  /** The whole model as an ONNX file. */
  encoded(): EncodedMessage;
}

export function createOnnxGraph(name: string): OnnxGraph {
  const parts: EncodedMessage[] = [stringField(2, name)];
  let counter = 0;

  const nodes = (operator: string, node: OnnxNode): string[] => {
    const outputs = Array.from({ length: node.outputs ?? 1 }, () => `${operator}_${counter++}`);
    addNode(operator, node, outputs);
    return outputs;
  };

  const addNode = (operator: string, node: OnnxNode, outputs: readonly string[]) => {
    parts.push(
      messageField(1, [
        ...node.inputs.map((input) => stringField(1, input)),
        ...outputs.map((output) => stringField(2, output)),
        stringField(3, outputs.join('+')),
        stringField(4, operator),
        ...Object.entries(node.attributes ?? {}).map(([key, value]) =>
          messageField(5, encodedAttribute(key, value)),
        ),
        ...(node.domain === undefined ? [] : [stringField(7, node.domain)]),
      ]),
    );
  };

  return {
    input(inputName, type, shape) {
      parts.push(messageField(11, encodedValue(inputName, type, shape)));
      return inputName;
    },
    constant(constantName, tensor) {
      const unique = `${constantName}#${counter++}`;
      parts.push(messageField(5, encodedTensor(unique, tensor)));
      return unique;
    },
    nodes,
    node(operator, node) {
      return nodes(operator, node)[0] ?? '';
    },
    output(outputName, value, shape) {
      addNode('Identity', { inputs: [value] }, [outputName]);
      parts.push(messageField(12, encodedValue(outputName, 'float', shape)));
    },
    encoded() {
      return joined([
        integerField(1, IR_VERSION),
        stringField(2, 'footnote'),
        messageField(7, parts),
        messageField(8, [stringField(1, ''), integerField(2, OPSET)]),
        messageField(8, [stringField(1, 'com.microsoft'), integerField(2, MICROSOFT_OPSET)]),
      ]);
    },
  };
}
