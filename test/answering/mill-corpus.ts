import type { SourceDocument } from '../../src/domain/document.js';
import { sampleDocument } from '../indexing/sample-documents.js';

function article(
  id: string,
  title: string,
  published: string,
  ...paragraphs: readonly string[]
): SourceDocument {
  const about = {
    title,
    published,
    author: 'A. Miller',
    publisher: 'The Valley Post',
    language: 'en',
  };
  return sampleDocument(id, paragraphs.join('\n\n'), about);
}

/** Three short articles on an invented mill; two of them differ on one figure. */
export const MILL_CORPUS: readonly SourceDocument[] = [
  article(
    'opening',
    'The paper mill of Brennach opens',
    '1951-04-02',
    'The Brennach paper mill opened in 1951 after eight years of building. It was designed by the engineer Klara Voss.',
    'The mill employs 340 workers. Its turbines are driven by the river Alm, and it makes paper for newspapers.',
    'Klara Voss said, “A mill must give back to the river what it takes.”',
  ),
  article(
    'fire',
    'Fire at the Brennach mill',
    '1974-09-12',
    'A fire destroyed the drying hall of the Brennach paper mill in September 1974. Nobody was hurt because the night shift had already left.',
    'Repairs cost 2.6 million francs and lasted fourteen months.',
    'In 1973 recycled pulp made up 41.6% of the raw material of the mill.',
  ),
  article(
    'jubilee',
    'Fifty years of paper in Brennach',
    '2001-05-20',
    'In 1973 recycled pulp made up 45% of the raw material of the mill in Brennach.',
    'Today the visitors’ centre is open on Saturdays and shows the first paper machine.',
  ),
];
