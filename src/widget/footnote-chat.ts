import { createFootnoteClient } from '../client/footnote-client.js';
import type { AskResponse } from '../contract/ask.js';
import { type Chat, mountChat } from './chat.js';
import type { ChatEvent, Turn } from './conversation.js';
import { createSession, type Session } from './session.js';
import {
  ATTRIBUTES,
  type AttributeName,
  parseSuggestions,
  readSettings,
  type Settings,
} from './settings.js';
import { STYLE } from './style.js';
import { surroundingsOf } from './surroundings.js';
import { type VisitMemory, visitMemory } from './visit-memory.js';

export type { AskResponse };

/** On a server there is no such class; there the element is only a name. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

let sheet: CSSStyleSheet | undefined;

/** `<footnote-chat>`: asks a Footnote service and shows each answer with the quotes that prove it. */
export class FootnoteChat extends Base {
  static readonly observedAttributes = [...ATTRIBUTES, 'title', 'lang'];

  // Properties that are what their attribute is; null takes it off.
  declare endpoint: string | null;
  declare heading: string | null;
  declare greeting: string | null;
  declare language: string | null;
  declare theme: string | null;
  declare position: string | null;
  declare history: string | null;

  #chat: Chat | undefined;
  #settings: Settings | undefined;
  #memory: VisitMemory | undefined;
  #session: Session | undefined;
  #changed = false;

  readonly #tellOnline = () => this.#chat?.setOnline(navigator.onLine);

  connectedCallback(): void {
    for (const name of [...ATTRIBUTES, 'title']) this.#takeOver(name);
    addEventListener('online', this.#tellOnline);
    addEventListener('offline', this.#tellOnline);
    this.#mount();
  }

  disconnectedCallback(): void {
    removeEventListener('online', this.#tellOnline);
    removeEventListener('offline', this.#tellOnline);
    // An element that only moves within the page comes back at once and goes on.
    queueMicrotask(() => {
      if (!this.isConnected) this.#session?.stop();
    });
  }

  attributeChangedCallback(name: string, _before: string | null, now: string | null): void {
    if (name === 'title' && now !== null) {
      this.removeAttribute('title');
      this.setAttribute('heading', now);
    }
    if (!this.#chat || this.#changed || name === 'theme' || name === 'title') return;
    this.#changed = true;
    queueMicrotask(() => {
      this.#changed = false;
      if (this.isConnected) this.#mount();
    });
  }

  /** Asks a question as if a person had written it. Resolves once it is answered, stopped or has failed. */
  async ask(question: string): Promise<void> {
    this.#chat?.open();
    await this.#session?.ask(question);
  }

  /** Forgets the conversation. */
  clear(): void {
    this.#session?.clear();
  }

  /** Opens the panel; there is none where the element stands in the text of the page. */
  open(): void {
    this.#chat?.open();
  }

  close(): void {
    this.#chat?.close();
  }

  /** Questions to begin with. */
  get suggestions(): readonly string[] {
    return parseSuggestions(this.getAttribute('suggestions'));
  }

  set suggestions(questions: readonly string[] | string) {
    this.setAttribute(
      'suggestions',
      typeof questions === 'string' ? questions : JSON.stringify(questions),
    );
  }

  /** A property set before the script was there would hide ours. */
  #takeOver(name: string): void {
    if (!Object.hasOwn(this, name)) return;
    const given: unknown = Reflect.get(this, name);
    Reflect.deleteProperty(this, name);
    Reflect.set(this, name, given);
  }

  #mount(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styleSheet()];
    const settings = readSettings((name) => this.getAttribute(name), {
      script: import.meta.url,
      page: document.baseURI,
      language: this.closest('[lang]')?.getAttribute('lang') ?? null,
    });
    const draft = this.#chat?.draft ?? '';
    this.#remember(settings);
    const client = () => createFootnoteClient({ baseUrl: settings.endpoint });
    this.#settings = settings;
    this.#session ??= this.#newSession();
    const session = this.#session;
    this.#chat = mountChat({
      root,
      settings,
      client,
      session: () => session,
      onToggle: (open) => this.#tell('footnote-toggle', { open }),
    });
    this.#chat.draft = draft;
    this.#chat.setOnline(navigator.onLine);
    this.#chat.update(session.turns());
  }

  #newSession(): Session {
    const baseUrl = () => this.#settings?.endpoint ?? '';
    return createSession({
      client: () => createFootnoteClient({ baseUrl: baseUrl() }),
      surroundings: surroundingsOf(baseUrl),
      turns: this.#memory?.turns() ?? [],
      onChange: (turns, event) => this.#show(turns, event),
    });
  }

  #remember({ endpoint, keepsHistory }: Settings): void {
    this.#memory = keepsHistory ? visitMemory(endpoint, () => sessionStorage) : undefined;
  }

  #show(turns: readonly Turn[], event: ChatEvent): void {
    this.#chat?.update(turns, event);
    if (event.type === 'failed') this.#tell('footnote-failure', { kind: event.failure.kind });
    if (event.type === 'told' && event.told.event === 'answer')
      this.#tell('footnote-answer', event.told.data);
    if (event.type !== 'judged' && (event.type !== 'told' || event.told.event === 'answer'))
      this.#memory?.keep(turns);
  }

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

const REFLECTED = ATTRIBUTES.filter((name) => name !== 'suggestions');

function reflect(name: AttributeName | 'title', attribute: AttributeName): void {
  Object.defineProperty(FootnoteChat.prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: FootnoteChat) {
      return this.getAttribute(attribute) ?? (name === 'title' ? '' : null);
    },
    set(this: FootnoteChat, value: unknown) {
      if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, String(value));
    },
  });
}

function styleSheet(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  return sheet;
}

for (const name of REFLECTED) reflect(name, name);
reflect('title', 'heading');
if (globalThis.customElements?.get('footnote-chat') === undefined)
  globalThis.customElements?.define('footnote-chat', FootnoteChat);

declare global {
  interface HTMLElementTagNameMap {
    'footnote-chat': FootnoteChat;
  }
  interface HTMLElementEventMap {
    'footnote-answer': CustomEvent<AskResponse>;
    'footnote-failure': CustomEvent<{ readonly kind: string }>;
    'footnote-toggle': CustomEvent<{ readonly open: boolean }>;
  }
}
