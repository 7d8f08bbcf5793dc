import { describe, expect, it } from 'vitest';
import {
  bytesField,
  type EncodedMessage,
  floatField,
  integerField,
  messageField,
  stringField,
} from '../../../src/embedding/onnx/protobuf-writer.js';

const hex = (message: EncodedMessage) => Buffer.concat([...message.chunks]).toString('hex');

describe('the protobuf writer', () => {
  // The examples of https://protobuf.dev/programming-guides/encoding/
  it('encodes as the specification shows', () => {
    expect(hex(integerField(1, 150))).toBe('089601');
    expect(hex(stringField(2, 'testing'))).toBe('120774657374696e67');
    expect(hex(messageField(3, [integerField(1, 150)]))).toBe('1a03089601');
    expect(hex(integerField(1, -2))).toBe('08feffffffffffffffff01');
  });

  it('encodes floats in little-endian order', () => {
    expect(hex(floatField(2, 1))).toBe('150000803f');
  });

  it('encodes field numbers above 15 in two bytes', () => {
    expect(hex(integerField(20, 7))).toBe('a00107');
  });

  it('keeps bytes instead of copying them, and counts them', () => {
    const bytes = new Uint8Array(300);
    const field = bytesField(9, bytes);
    expect(field.chunks).toContain(bytes);
    expect(field.byteLength).toBe(303);
  });
});
