import type { Citation } from '../contract/citation.js';
import { FOREIGN, icon, make } from './make.js';
import { quoteContext } from './quote-context.js';
import { sourceAddress } from './source-address.js';
import { sourceFacts } from './source-facts.js';
import type { ViewContext } from './view-context.js';

interface CardOptions {
  readonly context: ViewContext;
  readonly id: string;
  /** Its name. */
  readonly label: string;
  /** Told once the text around the quote has come, or has not. */
  onGrown(): void;
}

/** A citation to read: the quote marked in its text, what its source is, and the way there. */
export function quoteCard(citation: Citation, options: CardOptions): HTMLElement {
  const { context, id, label, onGrown } = options;
  const passage = make('blockquote', FOREIGN, marked(citation.quote));
  void surround(passage, citation, context).then(onGrown);
  const facts = sourceFacts(citation, context.language);
  return make(
    'span',
    { part: 'card', id, role: 'group', 'aria-label': label },
    make('strong', FOREIGN, citation.title),
    facts.length === 0 ? null : make('small', FOREIGN, facts.join(' · ')),
    passage,
    sourceLink(citation.href, context.texts.openSource, context),
  );
}

/** A link to a page of the service in a tab of its own; nothing where the address is not one of the service. */
export function sourceLink(
  href: string,
  content: string | HTMLElement,
  { endpoint, texts }: ViewContext,
): HTMLElement | null {
  const address = sourceAddress(endpoint, href);
  if (address === undefined) return null;
  return make(
    'a',
    { part: 'source-link', href: address, target: '_blank', rel: 'noopener noreferrer' },
    content,
    make('span', { class: 'unseen' }, ` (${texts.newTab})`),
    icon('out'),
  );
}

async function surround(
  passage: HTMLElement,
  citation: Citation,
  { documentOf, texts }: ViewContext,
): Promise<void> {
  const around = await documentOf(citation.documentId).then(
    (document) => quoteContext(citation, document),
    () => undefined,
  );
  if (around === undefined) passage.after(make('small', { part: 'unchecked' }, texts.unchecked));
  else passage.replaceChildren(around.before, marked(around.quote), around.after);
}

function marked(quote: string): HTMLElement {
  return make('mark', { part: 'quote' }, quote);
}
