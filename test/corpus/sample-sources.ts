/** Text that is no part of an article; `after` says which one is meant where an equal text is part of it. */
export type Furniture = string | { readonly after: string; readonly piece: string };

/** A document of the shipped corpus beside the file it was made from. */
export interface SampleSource {
  readonly id: string;
  /** Name of the source in `test/fixtures/articles`. */
  readonly file: string;
  /** Hexadecimal SHA-256 of the source. */
  readonly sha256: string;
  readonly title: string;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string;
  /** All that the source has and the document has not, in the order in which it stands there. */
  readonly furniture: readonly Furniture[];
}

const RIGHTS = '© The Asia Business Daily(www.asiae.co.kr). All rights reserved.';
const IMAGE =
  '![If Korea and Japan Unite, the World Order Will Change... "The Optimal Combination to Complement Weaknesses" [Korea\'s Great Transformation, Korea-Japan Future Cooperation]](https://cphoto.asiae.co.kr/listimglink/1/';
const NUMBERS_TITLE =
  '[Great Transformation of Korea, Korea-Japan Future Cooperation] Changes in Numbers: 60 Years of Korea-Japan Industrial Partnership';

export const SAMPLE_SOURCES: readonly SampleSource[] = [
  {
    id: 'korea-japan-future-oriented-partnership',
    file: '000_310655c0e65d7e4e.txt',
    sha256: 'a0e74a3fd40c8fc2129dd44a1c801232791a47c90074a05dfec4eac6fd853884',
    title: '60 Years of Korea-Japan Relations: Toward a Future-Oriented Partnership',
    author: 'Sangsik Jang',
    publisher: 'The Asia Business Daily',
    published: '2025',
    // The by-line stands below the title too, where it is kept.
    furniture: [
      `Sangsik Jang, President of the Korea International Trade Association Institute for International Trade and Commerce ${RIGHTS}`,
    ],
  },
  {
    id: 'korea-japan-industrial-partnership-in-numbers',
    file: '001_685474359bdd7d69.txt',
    sha256: '0f4ca6a83258d564c9cecbb54d611476b66095196c744d96302349baf9491f65',
    title: NUMBERS_TITLE,
    author: null,
    publisher: 'The Asia Business Daily',
    published: '2025',
    furniture: [
      '본문 바로가기 bar_progress Text Size Close',
      // The title once more, between the sub-headlines and the text.
      { after: 'Say "Satisfied"', piece: NUMBERS_TITLE },
      `${RIGHTS} Special Coverage Join us on social! Top`,
    ],
  },
  {
    id: 'korea-japan-joint-market',
    file: '002_f88e8efe8b961273.txt',
    sha256: 'bfce75237a5d9c58722f3d37c5900b40e772d3174ce6ad49d7e0b2492ffe6c1a',
    title: '60 Years of Korea-Japan Relations: Toward Future Cooperation Partners',
    author: null,
    publisher: 'The Asia Business Daily',
    published: '2025-06-20',
    furniture: [
      `${RIGHTS} ${IMAGE}2025062011212115885_1750386082.jpg) ${IMAGE}2025062009503615594_1750380637.jpg)`,
    ],
  },
  {
    id: 'japan-south-korea-strategic-cooperation',
    file: '003_3ace1f45b5fdacfe.txt',
    sha256: 'cc73200ac249953deb8a1e399b730c19c46a8fe418e0e6b876c10a6b1f84baca',
    title: 'New stage in strategic cooperation between Japan and South Korea',
    author: null,
    publisher: null,
    published: '2025-06',
    furniture: [],
  },
  {
    id: 'rok-japan-normalization-achievements-and-challenges',
    file: '004_ac2f07ae7dd9bdff.txt',
    sha256: 'b2b63c0f0df9d2572253b94176dedada838e30560b151603d99daebf7d85dc5a',
    title:
      '60 Years of Normalization of ROK-Japan Diplomatic Relations: Achievements and Challenges',
    author: 'Jaichul Heo',
    publisher: 'Korea Institute for International Economic Policy',
    published: '2025',
    furniture: [
      '* The opinions, findings, conclusions, and recommendations expressed in this article are those of the author(s) and do not necessarily reflect the official policy or position of KIEP.',
      '**KIEP**',
    ],
  },
];
