import { describe, expect, it } from 'vitest';
import { keepReadings } from '../../../eval/ablations/readings-kept.js';
import type { PassageReader } from '../../../src/domain/passage-reader.js';

const passage = (sentence: string) => ({ context: '', sentences: [sentence] });

function countingReader(): { reader: PassageReader; read: string[] } {
  const read: string[] = [];
  const reader: PassageReader = {
    fingerprint: 'counting',
    languages: ['en'],
    read: async (question, passages) =>
      passages.map(({ sentences }) => {
        read.push(`${question} ${sentences[0]}`);
        return [{ logOdds: sentences[0]?.length ?? 0, spans: [] }];
      }),
  };
  return { reader, read };
}

describe('readings that are kept', () => {
  it('are those of the model, each passage read once a question', async () => {
    const { reader, read } = countingReader();
    const { keepingReader, spared } = keepReadings();
    const kept = keepingReader(reader);
    const first = await kept.read('how?', [passage('a'), passage('bb')]);
    expect(first.map(([one]) => one?.logOdds)).toEqual([1, 2]);
    expect(spared()).toBe(0);
    const second = await kept.read('how?', [passage('bb'), passage('ccc')]);
    expect(second.map(([one]) => one?.logOdds)).toEqual([2, 3]);
    await kept.read('why?', [passage('a')]);
    expect(read).toEqual(['how? a', 'how? bb', 'how? ccc', 'why? a']);
    expect(spared()).toBe(1);
  });
});
