import { describe, expect, it } from 'vitest';
import { visitMemory } from '../../src/widget/visit-memory.js';
import { ABSTAINED, ANSWERED } from '../http/samples.js';
import { memoryStorage } from './memory-storage.js';
import { answered, conversationOf } from './turns.js';

const ENDPOINT = 'https://ask.example';

describe('what is kept of a visit', () => {
  it('is every answer and abstention, and nothing under way', () => {
    const storage = memoryStorage();
    const turns = conversationOf(...answered(1, ANSWERED), ...answered(2, ABSTAINED), {
      type: 'asked',
      id: 3,
      question: 'Under way?',
    });
    visitMemory(ENDPOINT, () => storage).keep(turns);
    expect(visitMemory(ENDPOINT, () => storage).turns()).toEqual(turns.slice(0, 2));
    expect(visitMemory('https://other.example', () => storage).turns()).toEqual([]);
  });

  it('is gone with the conversation', () => {
    const storage = memoryStorage();
    const memory = visitMemory(ENDPOINT, () => storage);
    memory.keep(conversationOf(...answered(1, ANSWERED)));
    memory.keep([]);
    expect(storage.length).toBe(0);
  });

  it('is nothing where the browser denies storage or what is kept is damaged', () => {
    const denied = visitMemory(ENDPOINT, () => {
      throw new Error('SecurityError');
    });
    denied.keep(conversationOf(...answered(1, ANSWERED)));
    expect(denied.turns()).toEqual([]);
    const storage = memoryStorage();
    const memory = visitMemory(ENDPOINT, () => storage);
    memory.keep(conversationOf(...answered(1, ANSWERED)));
    const key = storage.key(0) ?? '';
    for (const damaged of ['{', '{}', '[null, 1, {"id": 2}]']) {
      storage.setItem(key, damaged);
      expect(memory.turns()).toEqual([]);
    }
  });
});
