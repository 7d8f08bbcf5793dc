import { describe, expect, it } from 'vitest';
import type { ChatFailure } from '../../src/chat/chat-failure.js';
import { readSentences } from '../../src/chat/read-sentences.js';

function read(text: string, isCut = false) {
  const tokens = { prompt: 0, completion: 0, estimated: false };
  return readSentences({ text, isCut, tokens });
}

function reasonOf(text: string, isCut = false): string {
  try {
    read(text, isCut);
  } catch (error) {
    return (error as ChatFailure).reason;
  }
  throw new Error('the reply was read');
}

const OPENED = { text: 'The mill opened in 1951.', cites: [2] };

describe('readSentences', () => {
  it.each([
    [
      'as asked',
      '{"answerable":true,"sentences":[{"text":"The mill opened in 1951.","quotes":[2]}],"shortAnswer":null}',
    ],
    [
      'in a fence with words around',
      'Here you are:\n```json\n{"sentences":[{"text":"The mill opened in 1951.","quotes":[2]}]}\n```\nAnything else?',
    ],
    [
      'with commas too many',
      '{"sentences":[{"text":"The mill opened in 1951.","quotes":[2,],},],}',
    ],
    [
      'with numbers as text',
      '{"sentences":[{"text":"The mill opened in 1951.","quotes":["[2]"]}]}',
    ],
    ['with one number', '{"sentences":[{"text":"The mill opened in 1951.","quotes":2}]}'],
    [
      'with other names',
      '{"answer":[{"sentence":"The mill opened in 1951.","citations":[{"number":2}]}]}',
    ],
    [
      'with the marks in the text',
      '{"sentences":[{"text":"The mill opened in 1951 [2].","quotes":[]}]}',
    ],
    ['as text within JSON', '{"answer":"The mill opened in 1951. [2]"}'],
    ['as a list of texts', '{"sentences":["The mill opened in 1951 [2]."]}'],
    ['as plain text', 'The mill opened in 1951 [2].'],
    ['as plain text with the mark after the full stop', 'The mill opened in 1951. [2]'],
    ['as a bullet in bold', '- The mill opened in **1951** 【2】.'],
    [
      'after thinking',
      '<think>Quote {2}? [1] says…</think>{"sentences":[{"text":"The mill opened in 1951.","quotes":[2]}]}',
    ],
    [
      'with a line break in a string',
      '{"sentences":[{"text":"The mill\nopened in 1951.","quotes":[2]}]}',
    ],
    ['with escapes', '{"sentences":[{"text":"The mill\\nopened \\u0069n 1951.","quotes":[2]}]}'],
  ])('reads a reply %s', (_how, text) => {
    expect(read(text)).toEqual({ sentences: [OPENED], shortAnswer: null });
  });

  it('keeps the sentences that were whole where a reply is cut off', () => {
    const begun = '{"sentences":[{"text":"The mill opened in 1951.","quotes":[2]},{"text":"It empl';
    expect(read(begun, true).sentences).toEqual([OPENED]);
    expect(
      read(
        '{"sentences":[{"text":"The mill opened in 1951.","quotes":[2]},{"text":"It","quotes":[1',
      ).sentences,
    ).toEqual([OPENED]);
  });

  it('tells sentences of plain text apart, each with its own marks', () => {
    expect(
      read(
        'The mill opened in 1951. [2] It employs 340 workers [1, 3]. Klara Voss designed it [4-5].',
      ).sentences,
    ).toEqual([
      OPENED,
      { text: 'It employs 340 workers.', cites: [1, 3] },
      { text: 'Klara Voss designed it.', cites: [4, 5] },
    ]);
  });

  it('passes on numbers of quotes that cannot be', () => {
    const text = '{"sentences":[{"text":"So.","quotes":[99,"none",{"a":1}]}]}';
    expect(read(text).sentences[0]?.cites).toEqual([99, 0]);
  });

  it('takes a short answer', () => {
    expect(
      read('{"sentences":[{"text":"So.","quotes":[1]}],"shortAnswer":" 340 "}').shortAnswer,
    ).toBe('340');
    expect(
      read('{"sentences":[{"text":"So.","quotes":[1]}],"shortAnswer":" "}').shortAnswer,
    ).toBeNull();
  });

  it.each([
    ['nothing', '', 'declined'],
    ['only thoughts', '<think>Hm.', 'declined'],
    ['a refusal', "I'm sorry, but I can't help with that.", 'declined'],
    ['no answer', '{"answerable":false,"sentences":[],"shortAnswer":null}', 'declined'],
    ['an empty list', '{"answerable":true,"sentences":[]}', 'declined'],
    [
      'sentences it says do not answer',
      '{"answerable":false,"sentences":[{"text":"So.","quotes":[1]}]}',
      'declined',
    ],
    ['JSON of something else', '{"weather":"fine"}', 'malformed'],
    ['sentences that are none', '{"sentences":[1,null,{"words":"x"}]}', 'malformed'],
    ['the beginning of JSON', '{"sen', 'malformed'],
    ['broken JSON', '{"sentences" [}', 'malformed'],
  ])('finds no answer in %s', (_what, text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });

  it('says that the room was too little where nothing whole was written', () => {
    expect(reasonOf('{"sentences":[{"text":"The mill', true)).toBe('token_limit');
    expect(reasonOf('and on and on and on', true)).toBe('token_limit');
    expect(reasonOf('', true)).toBe('token_limit');
  });

  it('does not follow nesting without end, nor lists without end', () => {
    expect(reasonOf(`{"sentences":${'['.repeat(50_000)}`)).toBe('malformed');
    const many = Array.from({ length: 500 }, (_, n) => ({ text: `Sentence ${n}.`, quotes: [1] }));
    expect(read(JSON.stringify({ sentences: many })).sentences.length).toBeLessThan(20);
  });

  it('is not taken in by names that objects have of their own', () => {
    expect(reasonOf('{"__proto__":{"sentences":[{"text":"So.","quotes":[1]}]}}')).toBe('malformed');
  });
});
