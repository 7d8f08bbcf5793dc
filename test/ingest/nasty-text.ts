import fc from 'fast-check';

/** Pieces that break careless text code: what a cut, a trim or an index may not separate, alter or lose. */
const PIECES = [
  'word',
  'The U.S. grew.',
  '$77.2 billion',
  '31.6%',
  'Mr. Kim',
  'J. K. Rowling',
  '“Quoted. Twice.”',
  '(in brackets. Yes.)',
  '...',
  '…',
  '▲',
  '👩‍👩‍👧‍👦',
  '🇰🇷🇯🇵',
  '👍🏽',
  'é',
  'e\u0301',
  'a\u0323\u0302',
  '\u0301',
  '한국은 협력했다.',
  '그는 “중요하다.”라고 했다.',
  '日本は協力した。',
  '「終わった。」と言った。',
  '\ud83d',
  '\udc4d',
  '\u00a0',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u2028',
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\n\n',
  '\t',
  '. ',
  '? ',
  ', ',
  ') ',
  '(',
  'x'.repeat(1200),
  '漢'.repeat(950),
  `a${'\u0301'.repeat(1000)}`,
];

/** Any mixture of such pieces and of arbitrary UTF-16, up to some tens of thousands of code units. */
export const nastyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 20 })), {
    maxLength: 60,
  })
  .map((pieces) => pieces.join(''));
