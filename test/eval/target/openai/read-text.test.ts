import { describe, expect, it } from 'vitest';
import { textReader } from '../../../../eval/target/openai/read-text.js';
import { isRefusal } from '../../../../eval/target/openai/refusals.js';

const TOWER = 'The tower is 80 metres high. It was “built” in 1931 — by hand. A guard lives in it.';
const GUIDE = 'Bring water and good shoes. The tower is 80 metres high.';
const JAPANESE = 'この塔の高さは八十メートルであると書かれています。';

const document = (id: string, title: string, text: string, url: string | null = null) => ({
  id,
  title,
  text,
  hash: '',
  url,
});

const read = textReader([
  document('tower', 'The Tower of Ost', TOWER, 'https://www.ost.example/tower'),
  document('walks/guide', 'A Guide to Walking', GUIDE),
  document('ja', '塔について', JAPANESE),
]);

/** What the citations of an answer say: document, quote. */
function cited(text: string, question = 'How high is it?') {
  return read(question, text).citations.map(({ documentId, quote }) => [documentId, quote]);
}

describe('citations in plain text', () => {
  it.each([
    ['[1] with a list', 'It is 80 metres high [1].\n\nSources:\n[1] The Tower of Ost, 2020'],
    ['[^1] with a footnote', 'It is 80 metres high [^1].\n\n[^1]: https://ost.example/tower#top'],
    [
      'numbers of a list without brackets',
      'It is high [1].\n\n**References**\n1. The Tower of Ost',
    ],
    ['numbers in lenticular brackets', 'It is high【1†source】.\n\n## Sources\n- The tower of Ost'],
    [
      'a range',
      'It is high [1-2].\n\nSources:\n[1] Tower of Ost\n[2] A guide: Tower of Ost. The Tower of Ost',
    ],
    ['a link', 'It is high, see [this page](https://ost.example/tower).'],
    ['a numbered link', 'It is high [1](https://www.ost.example/tower).'],
    ['a name in parentheses', 'It is high (source: The Tower of Ost).'],
    ['a list alone', 'It is high.\n\nSources\n- The Tower of Ost'],
  ])('are read from %s', (_, text) => {
    expect(cited(text).filter(([id]) => id !== null)).toContainEqual(['tower', null]);
  });

  it('take the list of sources for no part of the answer', () => {
    const { answer } = read('?', 'It is high [1].\n\nSources:\n[1] The Tower of Ost');
    expect(answer?.text).toBe('It is high [1].');
    expect(answer?.sentences).toEqual([{ text: 'It is high [1].', citations: [1] }]);
  });

  it('name no document where nothing explains a number', () => {
    expect(cited('It is high [7].')).toEqual([[null, null]]);
  });

  it('keep a word like "sources" in a sentence', () => {
    expect(read('?', 'Sources of water are rare there.').answer?.text).toContain('Sources of');
  });
});

describe('quotes in plain text', () => {
  it('are found whatever quotation marks, dashes, blanks and case they have', () => {
    const said = 'They say: "it was \'built\' in 1931 - by  hand." And “a guard lives in it…”';
    expect(cited(said)).toEqual([
      [null, "it was 'built' in 1931 - by  hand."],
      ['tower', 'A guard lives in it'],
    ]);
    expect(cited('They say: "It was “built” in 1931 - by  hand."')).toEqual([
      ['tower', 'It was “built” in 1931 — by hand.'],
    ]);
  });

  it('are found in block quotations and in scripts without blanks', () => {
    expect(cited('See:\n> **Bring water** and\n> good shoes.\n> — the guide [1]')).toContainEqual([
      'walks/guide',
      'Bring water and good shoes.',
    ]);
    expect(cited('「塔の高さは八十メートル」です。')).toEqual([['ja', '塔の高さは八十メートル']]);
  });

  it('belong to the document that is named, and are looked for in no other', () => {
    const list = '\n\nSources:\n[1] The Tower of Ost\n[2] A Guide to Walking';
    expect(cited(`"The tower is 80 metres high." [2]${list}`)).toEqual([
      ['walks/guide', 'The tower is 80 metres high.'],
    ]);
    expect(cited(`"Bring water and good shoes." [1]${list}`)).toEqual([
      ['tower', 'Bring water and good shoes.'],
    ]);
    const [citation] = read('?', `"Bring water and good shoes." [1]${list}`).citations;
    expect(citation).toMatchObject({ start: null, end: null });
  });

  it('are no titles, no short terms and no words of the question', () => {
    expect(cited('"The Tower of Ost" is "very high".')).toEqual([]);
    expect(cited('You ask "how high is it really".', 'How high is it really?')).toEqual([]);
  });
});

describe('refusals', () => {
  it.each([
    "I'm sorry, but I don't know.",
    'I could not find any information on that.',
    'The provided documents do not mention a colour.',
    'There is no information about this in the sources.',
    'That is not stated in the given context.',
    'It cannot be determined from the text.',
    'This is beyond the scope of the articles, so I am unable to answer.',
    'Not found.',
    '죄송하지만 문서에서 찾을 수 없습니다.',
    '資料には記載がありません。',
    '无法回答这个问题。',
    'Ich kann dazu nichts sagen, ich weiß es nicht.',
    'Je ne sais pas.',
    'No hay información sobre eso.',
    'Thank you for asking about the bridge. Unfortunately, I was unable to locate that in the documents.',
    'I have no information about that.',
    'I searched the articles. There is no record of it in the sources.',
    'The documents are silent on this point.',
    "I'm not sure.",
    'I am not aware of any such treaty.',
    'It is not possible to say.',
    "That isn't something I can answer from these texts.",
    "I'm afraid that I can't help with that.",
    'This does not appear in the provided context.',
    'I would need more information.',
    'Sorry, there is no answer to that here.',
    'Hmm. I do not know.',
  ])('are recognised: %s', (text) => {
    expect(isRefusal(text)).toBe(true);
    expect(read('?', text).answer).toBeNull();
  });

  it.each([
    'The bridge is 412 metres long. The documents do not mention its colour.',
    'The treaty was not signed until 1965.',
    'No, trade did not grow in 2019.',
    'Nobody answered the call, 1931.',
    'The two sides found no agreement on fishing.',
    "I'm not sure of the hour, but the bridge was opened in 1903.",
    'There is no record that trade fell.',
    'Nothing in the treaty of 1965 settled fishing.',
    'It was not possible to cross the river before 1903.',
    'A guard lives in it. The documents do not mention more.',
    'Sorry for the wait: the bridge is 412 metres long.',
    'There is no discussion of visas in the treaty, which deals with fishing.',
  ])('are not everything with a no in it: %s', (text) => {
    expect(isRefusal(text)).toBe(false);
  });

  it('may have words of their own, of the service that is asked', () => {
    expect(isRefusal('Computer says: nope, friend.')).toBe(false);
    expect(isRefusal('Computer says: nope, friend.', '', [/\bnope\b/iu])).toBe(true);
  });
});
