/** Texts that are hard to cut, each as the sentences a careful editor would make of it. */
export const NASTY_SENTENCES: readonly (readonly string[])[] = [
  // Abbreviations and initials
  ['The U.S. President met Mr. Kim.', 'They spoke for an hour.'],
  ['Trade grew in the U.S.', 'The figures came from Washington, D.C.', 'They were final.'],
  ['J. K. Rowling wrote it.', 'J.R.R. Tolkien wrote the other.'],
  ['Mr. and Mrs. Lee flew to St. Louis.', 'Dr. Park stayed.'],
  ['See No. 5 and Fig. 3, pp. 12 and 13.', 'No. 6 is missing.'],
  ['Fruit, e.g. apples, i.e. the red ones, etc., sold well.', 'Pears did not.'],
  ['The shop opens at 9 a.m. and shuts at 5 p.m. on weekdays.', 'It is shut on Sunday.'],
  ['They met at 5 p.m. Monday.', 'It rained at 6 p.m.', 'He left.'],
  ['Samsung Electronics Co. and Apple Inc. Chief Executive Tim Cook agreed.', 'Shares rose.'],
  ['He works for Acme Inc.', 'The firm is small.'],
  ['On Jan. 5 it opened.', 'It shut in Dec. 2024.'],
  ['Smith et al. (2020) showed it, cf. Jones vs. Brown.', 'Others disagreed.'],
  ['She holds a Ph.D. in physics.', 'Her brother, John Smith Jr., does not.'],
  ['Gen. Park and Sen. Obama met Prof. Sato of Univ. College.', 'It was brief.'],
  // Numbers
  ['It grew to $77.2 billion in 2024.', '31.6% was the share in 1988.', '5.9% came later.'],
  ['Version 2.0.1 was released on 20.06.2025.', 'It cost $1,200.50.'],
  ['1. From enemies to allies'],
  ['2. The long way.', 'It took years.'],
  ['He scored 5.', '10 people saw it.'],
  // Quotations
  ['“The market could expand like the EU.', 'It is large.”', 'He smiled.'],
  ['“Is it over?” she asked.', '“Yes!” he cried.'],
  ['“Is it over?” President Lee asked.', '“No.”', 'So it went on.'],
  ['He said, “A. B. Yehoshua wrote it.”', 'Nobody replied.'],
  ["'We cannot separate ourselves.", "We are neighbours,' said Lee."],
  ['They called for "tax support."', 'The report agreed.'],
  ['It rose, known as the ‘lost decade,’ with no summits.', 'Then it fell.'],
  // Ellipsis, question and exclamation marks
  ['He waited... and waited.', 'Then he left...', 'Nobody came.'],
  ['Really?!', 'Yes!!!', 'Good.'],
  ['So it was… perhaps.', 'Nobody knows.'],
  // Brackets
  ['He left (see Fig. 3. It shows why) at once.', 'She stayed.'],
  ['The bank (BOK) agreed.', '(It had refused before. Twice.)', 'Rates fell.'],
  ['The G7 (in Canada) ended.', 'All left.'],
  // Bullets and symbols
  [
    'It proposed: ▲ forming a consortium ▲ jointly operating a platform ▲ certifying data.',
    'Good.',
  ],
  ['It listed three aims.', '▲ Trade ▲ Energy ▲ Youth'],
  ['• Buy bread'],
  ['Prices rose → demand fell.', '→ Supply followed.'],
  // Addresses on the web
  ['See https://www.example.com/a.b?c=d.e for more.', 'Write to a.b@example.org.', 'Thanks.'],
  ['The Asia Business Daily(www.asiae.co.kr).', 'All rights reserved.'],
  ['Node.js runs it.', 'iPhone sales rose.'],
  // Line ends inside a paragraph
  ['Jaichul Heo\nResearch Fellow, Head of Japan and East Asia Team'],
  // Korean
  ['한국과 일본은 협력했다.', '무역은 31.6% 늘었다.', '끝났나요?', '네!'],
  ['그는 “협력이 중요하다.”라고 말했다.', '모두 동의했다.'],
  // Japanese and Chinese
  ['日本と韓国は協力した。', '貿易は3.5%増えた。'],
  ['彼は「もう終わった。」と言った。', '皆がうなずいた。'],
  ['「来た。', '見た。', '勝った。」', '彼女は笑った。'],
  ['你好！', '你去哪儿？', '我回家。'],
  // Other scripts
  ['यह एक वाक्य है।', 'यह दूसरा है।'],
  ['هل انتهى؟', 'نعم.'],
];

/** The gap between two sentences: none after the marks of scripts without spaces. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.reduce((text, sentence) =>
    /[。！？]」?$/u.test(text) ? text + sentence : `${text} ${sentence}`,
  );
}
