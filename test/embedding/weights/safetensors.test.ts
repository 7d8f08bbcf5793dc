import { describe, expect, it } from 'vitest';
import { overlaidWeights, readSafetensors } from '../../../src/embedding/weights/safetensors.js';
import { safetensorsFile, withHeader } from '../safetensors-file.js';

const values = Float32Array.of(1, 2, 3, 4, 5, 6);
const bytes = new Uint8Array(values.buffer);
const good = { dtype: 'F32', shape: [2, 3], bytes };

const failure = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('a safetensors file', () => {
  it('gives its tensors by name, whatever their type', () => {
    const weights = readSafetensors(
      safetensorsFile({
        wide: good,
        half: { dtype: 'F16', shape: [2], bytes: Uint8Array.of(0x00, 0x3c, 0x00, 0xc0) },
        brain: { dtype: 'BF16', shape: [1], bytes: Uint8Array.of(0x80, 0x3f) },
      }),
      'it',
    );
    expect(weights.names).toEqual(['wide', 'half', 'brain']);
    expect(weights.get('wide', [2, 3]).values).toEqual(values);
    expect([...weights.get('half', [2]).values]).toEqual([1, -2]);
    expect([...weights.get('brain', [1]).values]).toEqual([1]);
  });

  it('gives a matrix in 8 bits by the steps of its rows', () => {
    const weights = readSafetensors(
      safetensorsFile({
        wide: { dtype: 'I8', shape: [2, 3], bytes: Uint8Array.of(1, 255, 127, 2, 0, 4) },
        'wide.scale': {
          dtype: 'F32',
          shape: [2],
          bytes: new Uint8Array(Float32Array.of(0.5, 2).buffer),
        },
      }),
      'it',
    );
    expect([...weights.get('wide', [2, 3]).values]).toEqual([0.5, -0.5, 63.5, 4, 0, 8]);
  });

  it('gives way to one that is laid over it', () => {
    const base = readSafetensors(safetensorsFile({ wide: good, other: good }), 'base');
    const bytesOver = new Uint8Array(Float32Array.of(9, 9, 9, 9, 9, 9).buffer);
    const over = readSafetensors(
      safetensorsFile({ wide: { ...good, bytes: bytesOver }, more: good }),
      'over',
    );
    const both = overlaidWeights(base, over);
    expect(both.names).toEqual(['wide', 'other', 'more']);
    expect([...both.get('wide', [2, 3]).values]).toEqual([9, 9, 9, 9, 9, 9]);
    expect(both.get('other', [2, 3]).values).toEqual(values);
    expect(() => both.get('none', [1])).toThrow(/"none" is missing/);
  });

  it('is read from the middle of a larger buffer', () => {
    const file = safetensorsFile({ wide: good });
    const larger = Buffer.concat([Buffer.alloc(7), file]);
    expect(readSafetensors(larger.subarray(7), 'it').get('wide', [2, 3]).values).toEqual(values);
  });

  it.each([
    ['nothing', new Uint8Array(), /has 0 bytes/],
    ['a header longer than the file', withHeader('{}').fill(255, 0, 8), /header claims/],
    ['a header that is not JSON', withHeader('{"a":'), /header is not the JSON/],
    ['a header that is not UTF-8', withHeader('{"\u00e9":1}').fill(0xff, 10, 11), /not the JSON/],
    ['a header without offsets', withHeader('{"a":{"dtype":"F32","shape":[1]}}'), /not the JSON/],
  ])('is refused with %s', (_what, file, message) => {
    expect(failure(() => readSafetensors(file, 'weights.bin'))).toMatchObject({
      code: 'model_invalid',
      message: expect.stringMatching(message),
    });
  });

  it.each([
    ['a missing tensor', { other: good }, /"wide" is missing/],
    ['another shape', { wide: { ...good, shape: [3, 2] } }, /has shape \[3,2\], wanted \[2,3\]/],
    ['a type it cannot read', { wide: { ...good, dtype: 'I64' } }, /has type I64/],
    ['too few bytes', { wide: { ...good, bytes: bytes.subarray(4) } }, /its shape wants 24/],
  ])('is refused with %s', (_what, tensors, message) => {
    const weights = readSafetensors(safetensorsFile(tensors), 'weights.bin');
    expect(failure(() => weights.get('wide', [2, 3]))).toMatchObject({
      code: 'model_invalid',
      message: expect.stringMatching(message),
    });
  });

  it('is refused where a tensor lies outside the file', () => {
    const file = safetensorsFile({ wide: good });
    const weights = readSafetensors(file.subarray(0, file.length - 4), 'weights.bin');
    expect(failure(() => weights.get('wide', [2, 3]))).toMatchObject({
      message: expect.stringMatching(/lies at 0 to 24 of 20 bytes/),
    });
  });
});
