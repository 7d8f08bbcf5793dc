import type { FootnoteClient } from '../client/footnote-client.js';
import { type ChatView, chatView } from './chat-view.js';
import type { ChatEvent, Turn } from './conversation.js';
import { withReferences } from './copied-text.js';
import { documentCache } from './document-cache.js';
import { floatingFrame, inlineFrame } from './frame-view.js';
import { make } from './make.js';
import { createOpenCard } from './open-card.js';
import { rangeIn, selectedText } from './selected-text.js';
import type { Session } from './session.js';
import type { Settings } from './settings.js';
import { TEXTS } from './texts.js';
import type { ViewContext } from './view-context.js';

interface ChatParts {
  readonly root: ShadowRoot;
  readonly settings: Settings;
  client(): FootnoteClient;
  session(): Session;
  onToggle(open: boolean): void;
}

/** All that is seen of the element. */
export interface Chat {
  update(turns: readonly Turn[], event?: ChatEvent): void;
  setOnline(online: boolean): void;
  open(): void;
  close(): void;
  /** What is written and not asked yet; it outlives a change of settings. */
  draft: string;
}

/** Fills the shadow tree; what stood in it before goes. */
export function mountChat({ root, settings, client, session, onToggle }: ChatParts): Chat {
  const { language, endpoint, floating } = settings;
  const texts = TEXTS[language];
  const announcer = make('div', { part: 'announcement', role: 'status', class: 'unseen' });
  const context: ViewContext = {
    texts,
    language,
    endpoint,
    openCard: createOpenCard(),
    documentOf: documentCache(client),
    announce: (text) => announcer.replaceChildren(text),
  };
  const view: ChatView = chatView(settings, context, session);
  const frame = floating ? floatingFrame(view, settings, texts, onToggle) : inlineFrame(view);
  const all = make('div', { class: 'all', lang: language }, ...frame.elements, announcer);
  root.replaceChildren(all);

  all.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    if (!context.openCard.close(true) && !frame.close()) return;
    event.preventDefault();
    event.stopPropagation();
  });
  all.addEventListener('pointerdown', ({ target }) => {
    if (!(target instanceof Element && target.closest('.place'))) context.openCard.close(false);
  });
  all.addEventListener('copy', (event) => {
    const range = rangeIn(root);
    const selected = range === undefined ? undefined : selectedText(range);
    const turn = session()
      .turns()
      .find((one) => String(one.id) === selected?.turn.getAttribute('data-turn'));
    if (selected === undefined || turn === undefined) return;
    const citations = turn.citations.filter(({ number }) => selected.numbers.includes(number));
    event.clipboardData?.setData('text/plain', withReferences(selected.text, citations, settings));
    event.preventDefault();
  });

  return {
    update: view.update,
    setOnline: view.setOnline,
    open: frame.open,
    close: () => void frame.close(),
    get draft() {
      return view.input.value;
    },
    set draft(text) {
      view.input.value = text;
    },
  };
}
