import type { AnswerSentence, AskResponse } from '../contract/ask.js';
import type { Citation } from '../contract/citation.js';
import { abstentionWords } from './in-words.js';
import { FOREIGN, make } from './make.js';
import { sourceLink } from './quote-card.js';
import { referenceView } from './reference-view.js';
import { readableDate, sourceFacts } from './source-facts.js';
import type { ViewContext } from './view-context.js';

/** A sentence and the numbers that prove it. */
export function sentenceView(
  { text, citations }: AnswerSentence,
  all: readonly Citation[],
  context: ViewContext,
): HTMLElement {
  const sentence = make('span', { part: 'sentence', lang: '' }, text);
  return make('span', { class: 'cited' }, sentence, ...references(citations, all, context), ' ');
}

/** What the sources differ about, and each side of it with who says so and when. */
export function disagreementView(
  { about, sides }: NonNullable<AskResponse['disagreement']>,
  all: readonly Citation[],
  context: ViewContext,
): HTMLElement {
  const items = sides.map(({ value, citations }) => {
    const said = all.filter(({ number }) => citations.includes(number));
    const dates = said.flatMap(({ published }) =>
      published === null ? [] : [readableDate(published, context.language)],
    );
    const by = said.map(({ publisher, author, title }) => publisher ?? author ?? title);
    return make(
      'li',
      { part: 'side' },
      make('strong', FOREIGN, value),
      ...references(citations, all, context),
      make('small', FOREIGN, [...new Set(by), ...new Set(dates)].join(' · ')),
    );
  });
  return make(
    'div',
    { part: 'disagreement', role: 'group', 'aria-label': context.texts.differ },
    make('h4', {}, context.texts.differ),
    make('p', FOREIGN, about),
    make('ul', {}, ...items),
  );
}

/** Why there is no answer, and the passages that came nearest. */
export function abstentionView(
  abstention: NonNullable<AskResponse['abstention']>,
  context: ViewContext,
): HTMLElement {
  const { title, message } = abstentionWords(abstention, context.texts);
  const passages = abstention.nearest.map((passage) =>
    make(
      'li',
      {},
      make(
        'strong',
        FOREIGN,
        // The title of a document is often its first heading, too.
        [...new Set([passage.title, ...passage.headings])].join(' › '),
      ),
      make('span', { class: 'excerpt', ...FOREIGN }, passage.text),
      sourceLink(passage.href, context.texts.openPassage, context),
    ),
  );
  return make(
    'div',
    { part: 'abstention', role: 'group', 'aria-label': title },
    make('h4', {}, title),
    message === '' ? null : make('p', FOREIGN, message),
    passages.length === 0 ? null : make('h5', {}, context.texts.nearest),
    passages.length === 0 ? null : make('ul', { part: 'nearest' }, ...passages),
  );
}

/** The documents an answer rests on, each once, with the numbers that lead to it. */
export function sourcesView(citations: readonly Citation[], context: ViewContext): HTMLElement {
  const ids = [...new Set(citations.map(({ documentId }) => documentId))];
  const items = ids.map((id) => {
    const own = citations.filter(({ documentId }) => documentId === id);
    const [first] = own as [Citation];
    const { page: _page, pageEnd: _pageEnd, ...whole } = first;
    const facts = sourceFacts(whole, context.language);
    const numbers = own.map(({ number }) => number).join(', ');
    return make(
      'li',
      { part: 'source' },
      make('span', { class: 'numbers' }, numbers),
      make(
        'span',
        {},
        sourceLink(first.href, make('span', FOREIGN, first.title), context) ?? first.title,
        facts.length === 0 ? null : make('small', FOREIGN, facts.join(' · ')),
      ),
    );
  });
  return make(
    'div',
    { class: 'sources' },
    make('h4', {}, context.texts.sources),
    make('ul', { part: 'sources' }, ...items),
  );
}

function references(
  numbers: readonly number[],
  all: readonly Citation[],
  context: ViewContext,
): HTMLElement[] {
  return all
    .filter(({ number }) => numbers.includes(number))
    .map((citation) => referenceView(citation, context));
}
