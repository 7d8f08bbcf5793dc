import { parseHTML } from 'linkedom';
import { vi } from 'vitest';
import type { Engine } from '../../src/contract/engine.js';
import type { FeedbackStore } from '../../src/contract/feedback.js';
import { createFakeEngine } from '../http/fake-engine.js';
import { createTestApp } from '../http/test-app.js';
import { memoryStorage } from './memory-storage.js';

const SERVICE = 'https://ask.example';

interface PageOptions {
  readonly engine?: Partial<Engine>;
  readonly feedback?: FeedbackStore;
  /** Whether nobody is at the other end. */
  readonly down?: boolean;
}

/** What a browser has and linkedom has not, as far as the element calls it. */
function addWhatIsMissing(window: ReturnType<typeof parseHTML>): void {
  const { HTMLElement } = window;
  const missing = {
    focus() {
      (window.document as { focused?: unknown }).focused = this;
      (this as unknown as HTMLElement).dispatchEvent(
        new window.Event('focusin', { bubbles: true }),
      );
    },
    scrollIntoView() {},
    show() {
      this.setAttribute('open', '');
    },
    showModal() {
      this.setAttribute('open', '');
      this.setAttribute('data-modal', '');
    },
    close() {
      this.removeAttribute('open');
      (this as unknown as HTMLElement).dispatchEvent(new window.Event('close'));
    },
  } satisfies Record<string, (this: Element) => void>;
  for (const [name, act] of Object.entries(missing))
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value: act });
  Object.defineProperty(HTMLElement.prototype, 'open', {
    configurable: true,
    get(this: Element) {
      return this.hasAttribute('open');
    },
  });
}

/**
 * A page without a browser, whose requests reach the real service over a given engine. What needs
 * layout, focus or a policy is for the tests in a browser.
 */
export function openPage({ engine = {}, feedback, down = false }: PageOptions = {}) {
  const window = parseHTML('<!doctype html><html lang="en"><body></body></html>');
  const { document } = window;
  addWhatIsMissing(window);
  const state = { online: true, narrow: false, down, copied: '' };
  const listeners = new Map<string, () => void>();
  const storage = memoryStorage();
  const fake = createFakeEngine(engine);
  const { app } = createTestApp({
    engine: fake,
    allowedHosts: ['*'],
    ...(feedback ? { feedback } : {}),
  });
  Object.defineProperty(document, 'baseURI', { value: 'https://site.example/' });
  vi.stubGlobal('document', document);
  for (const name of ['HTMLElement', 'Element', 'Node', 'CustomEvent', 'customElements'] as const)
    vi.stubGlobal(name, window[name]);
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync() {}
    },
  );
  vi.stubGlobal('sessionStorage', storage);
  vi.stubGlobal('matchMedia', () => ({ matches: state.narrow }));
  vi.stubGlobal('addEventListener', (name: string, act: () => void) => listeners.set(name, act));
  vi.stubGlobal('removeEventListener', (name: string) => listeners.delete(name));
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (state.down) throw new TypeError('Failed to fetch');
    return app.request(url, init);
  });
  vi.stubGlobal('navigator', {
    get onLine() {
      return state.online;
    },
    clipboard: {
      async writeText(text: string) {
        state.copied = text;
      },
    },
  });
  return {
    window,
    document,
    state,
    storage,
    engine: fake,
    tell: (name: 'online' | 'offline') => listeners.get(name)?.(),
    listening: () => [...listeners.keys()],
    /** An element on the page; resolves once it shows something. */
    async add(attributes: Readonly<Record<string, string>> = {}) {
      await import('../../src/widget/footnote-chat.js');
      const element = document.createElement('footnote-chat');
      for (const [name, value] of Object.entries({ endpoint: SERVICE, ...attributes }))
        element.setAttribute(name, value);
      document.body.append(element);
      return element;
    },
  };
}
