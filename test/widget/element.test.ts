import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FootnoteError } from '../../src/errors.js';
import type { FootnoteChat } from '../../src/widget/footnote-chat.js';
import { ABSTAINED, ANSWERED, CITATION, DISAGREED, DOCUMENT } from '../http/samples.js';
import { openPage } from './page.js';

const WAIT = { timeout: 20_000 };

beforeEach(() => {
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const all = (element: Element, part: string) => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(`[part="${part}"]`) ?? []),
];

function one(element: Element, part: string): HTMLElement {
  const [found] = all(element, part);
  if (found === undefined) throw new Error(`there is no ${part}`);
  return found;
}

const text = (element: Element, part: string) => one(element, part).textContent;

/** What is copied where `within` is selected, of which `proved` is all that references prove. */
function selectAndCopy(
  page: ReturnType<typeof openPage>,
  chat: FootnoteChat,
  within: HTMLElement,
  proved: HTMLElement,
): string {
  const range = {
    collapsed: false,
    startContainer: within,
    endContainer: within,
    commonAncestorContainer: within,
    setStart() {},
    setEnd() {},
    intersectsNode: (node: Node) => proved.contains(node),
    cloneContents: () => within.cloneNode(true),
  };
  const copied = { text: '' };
  Object.assign(page.document, {
    getSelection: () => ({ rangeCount: 1, getRangeAt: () => range }),
    createRange: () => range,
  });
  chat.shadowRoot?.firstElementChild?.dispatchEvent(
    Object.assign(new page.window.Event('copy'), {
      clipboardData: {
        setData: (_type: string, text: string) => Object.assign(copied, { text }),
      },
    }),
  );
  return copied.text;
}

describe('the element', () => {
  it('welcomes, and asks a suggested question', async () => {
    const page = openPage({ engine: { ask: async () => ANSWERED } });
    const chat = await page.add({ heading: 'Ask us', suggestions: 'How large?|Who?' });
    expect(text(chat, 'heading')).toBe('Ask us');
    expect(all(chat, 'suggestion').map(({ textContent }) => textContent)).toEqual([
      'How large?',
      'Who?',
    ]);
    one(chat, 'suggestion').click();
    await vi.waitFor(() => expect(one(chat, 'turn').dataset['state']).toBe('answered'), WAIT);
    expect(text(chat, 'short-answer')).toBe('$77.2 billion');
    expect(text(chat, 'sentence')).toBe(CITATION.quote);
    expect(text(chat, 'confidence')).toBe('High confidence');
    expect(text(chat, 'source')).toContain('A. Writer · The <Paper> · June 20, 2025');
    expect(text(chat, 'announcement')).toContain(CITATION.quote);
    expect(one(chat, 'reference').getAttribute('aria-label')).toBe('Source 1: Trade in numbers');
  });

  it('opens one card at a time, with the quote in its text, and closes it', async () => {
    const page = openPage({
      engine: { ask: async () => DISAGREED, document: async () => DOCUMENT },
    });
    const chat = await page.add();
    await chat.ask('How large?');
    const [first, , second] = all(chat, 'reference');
    first?.click();
    await vi.waitFor(() => expect(text(chat, 'card')).toContain('It was <b>less</b>'), WAIT);
    expect(text(chat, 'quote')).toBe(CITATION.quote);
    expect(first?.getAttribute('aria-controls')).toBe(one(chat, 'card').id);
    const link = one(chat, 'card').querySelector('a');
    expect(link?.getAttribute('href')).toBe(`https://ask.example${CITATION.href}`);
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer');
    second?.click();
    expect(all(chat, 'card')).toHaveLength(1);
    expect(first?.getAttribute('aria-expanded')).toBe('false');
    second?.click();
    expect(all(chat, 'card')).toHaveLength(0);
    first?.click();
    const pressed = Object.assign(new page.window.Event('keydown', { bubbles: true }), {
      key: 'Escape',
    });
    first?.dispatchEvent(pressed);
    expect(all(chat, 'card')).toHaveLength(0);
    first?.click();
    one(chat, 'heading').dispatchEvent(new page.window.Event('pointerdown', { bubbles: true }));
    expect(all(chat, 'card')).toHaveLength(0);
  });

  it('opens and closes a card as a pointer or the focus comes and goes', async () => {
    const page = openPage({
      engine: { ask: async () => ANSWERED, document: async () => undefined },
    });
    const chat = await page.add();
    await chat.ask('How large?');
    const reference = one(chat, 'reference');
    const place = reference.parentElement;
    const happen = (name: string, more: object = {}) =>
      place?.dispatchEvent(Object.assign(new page.window.Event(name), more));
    happen('pointerenter', { pointerType: 'touch' });
    happen('pointerenter', { pointerType: 'mouse' });
    await vi.waitFor(() => expect(all(chat, 'card')).toHaveLength(1), WAIT);
    await vi.waitFor(() => expect(text(chat, 'card')).toContain('could not be loaded'), WAIT);
    happen('pointerleave');
    await vi.waitFor(() => expect(all(chat, 'card')).toHaveLength(0), WAIT);
    reference.focus();
    expect(all(chat, 'card')).toHaveLength(1);
    happen('focusout', { relatedTarget: one(chat, 'card') });
    expect(all(chat, 'card')).toHaveLength(1);
    happen('focusout', { relatedTarget: null });
    expect(all(chat, 'card')).toHaveLength(0);
  });

  it('shows sides, and why there is no answer', async () => {
    const answers = [DISAGREED, ABSTAINED];
    const page = openPage({ engine: { ask: async () => answers.shift() ?? ANSWERED } });
    const chat = await page.add({ language: 'ko' });
    await chat.ask('How large?');
    expect(all(chat, 'side').map(({ textContent }) => textContent)).toEqual([
      '$77.2 billion1The <Paper> · 2025년 6월 20일',
      '$77 billion2The <Paper> · 2025년 6월 20일',
    ]);
    await chat.ask('Who?');
    expect(text(chat, 'abstention')).toContain('이 문서들에는 답이 없습니다');
    expect(text(chat, 'abstention')).toContain('Nothing here speaks of a cup.');
    expect(text(chat, 'nearest')).toContain(CITATION.quote);
  });

  it('copies an answer with its sources, by its button and by the keyboard', async () => {
    const page = openPage({ engine: { ask: async () => ANSWERED } });
    const chat = await page.add();
    await chat.ask('How large?');
    one(chat, 'copy').click();
    await vi.waitFor(() => expect(text(chat, 'announcement')).toContain('Copied'), WAIT);
    expect(page.state.copied).toContain('[1] Trade in numbers');
    vi.stubGlobal('navigator', { onLine: true });
    const old = { text: '' };
    const clipboardData = {
      setData: (_type: string, data: string) => Object.assign(old, { text: data }),
    };
    Object.assign(page.document, {
      execCommand: () => {
        const event = Object.assign(new page.window.Event('copy'), { clipboardData });
        return page.document.dispatchEvent(event);
      },
    });
    one(chat, 'copy').click();
    await vi.waitFor(() => expect(old.text).toBe(page.state.copied), WAIT);
    Object.assign(page.document, { execCommand: () => false });
    one(chat, 'copy').click();
    await vi.waitFor(() => expect(text(chat, 'announcement')).toContain('not allowed'), WAIT);
  });

  it('adds the references to a part that is selected and copied', async () => {
    const page = openPage({ engine: { ask: async () => DISAGREED } });
    const chat = await page.add();
    await chat.ask('How large?');
    const body = one(chat, 'answer').parentElement as HTMLElement;
    const copied = selectAndCopy(page, chat, body, one(chat, 'answer'));
    expect(copied).toMatch(/^\$77\.2 billion\n/);
    expect(copied).toContain(`${CITATION.quote} [1]`);
    expect(copied).toContain('[1] Trade in numbers, A. Writer');
    expect(copied).not.toContain('Another view, A. Writer');
    expect(selectAndCopy(page, chat, one(chat, 'heading'), one(chat, 'heading'))).toBe('');
    expect(selectAndCopy(page, chat, one(chat, 'question'), one(chat, 'question'))).toBe('');
    expect(selectAndCopy(page, chat, page.document.body, page.document.body)).toBe('');
  });

  it('takes a verdict and a reason', async () => {
    const kept: unknown[] = [];
    const feedback = {
      remember() {},
      async keep(request: { answerId: string; verdict: 'up' | 'down' }) {
        kept.push(request);
        return { ...request, keptAt: '2026-01-01' };
      },
      async close() {},
    };
    const page = openPage({ engine: { ask: async () => ANSWERED }, feedback });
    const chat = await page.add();
    await chat.ask('How large?');
    one(chat, 'feedback-down').click();
    await vi.waitFor(() => expect(text(chat, 'turn')).toContain('Thank you'), WAIT);
    expect(one(chat, 'feedback-down').getAttribute('aria-pressed')).toBe('true');
    const note = one(chat, 'note') as HTMLTextAreaElement;
    note.value = 'The year.';
    note.form?.dispatchEvent(new page.window.Event('submit', { cancelable: true }));
    (note.parentElement as HTMLElement).dispatchEvent(
      new page.window.Event('submit', { cancelable: true }),
    );
    await vi.waitFor(() => expect(kept).toHaveLength(2), WAIT);
    expect(kept[1]).toEqual({ answerId: 'answer-1', verdict: 'down', note: 'The year.' });
    await vi.waitFor(() => expect(note.parentElement?.hidden).toBe(true), WAIT);
  });

  it('tells of a failure, the site too, and tries again', async () => {
    const page = openPage({ engine: { ask: async () => ANSWERED }, down: true });
    const chat = await page.add();
    const heard: unknown[] = [];
    page.document.body.addEventListener('footnote-failure', ({ detail }) => heard.push(detail));
    await chat.ask('How large?');
    expect(one(chat, 'failure').dataset['kind']).toBe('unreachable');
    expect(heard).toEqual([{ kind: 'unreachable' }]);
    page.state.down = false;
    one(chat, 'retry').click();
    await vi.waitFor(() => expect(one(chat, 'turn').dataset['state']).toBe('answered'), WAIT);
    expect(all(chat, 'failure')).toHaveLength(0);
  });

  it('counts down while the service asks to wait', async () => {
    const page = openPage({
      engine: {
        ask: async () => {
          throw new FootnoteError('overloaded', 'Too many questions wait.');
        },
      },
    });
    const chat = await page.add();
    await chat.ask('How large?');
    expect(text(chat, 'failure')).toContain('Try again in 1 s.');
    expect(one(chat, 'retry').hidden).toBe(true);
    await vi.waitFor(() => expect(one(chat, 'retry').hidden).toBe(false), WAIT);
    expect(text(chat, 'failure')).not.toContain('Try again in');
  });

  it('stops, and says that it did', async () => {
    const page = openPage({
      engine: {
        ask: (_request, options) =>
          new Promise((_resolve, reject) => {
            options?.onEvent?.({ type: 'retrieved', passages: 4 });
            options?.signal?.addEventListener('abort', () => reject(options.signal?.reason));
          }),
      },
    });
    const chat = await page.add();
    const asking = chat.ask('How large?');
    await vi.waitFor(() => expect(text(chat, 'progress')).toContain('Reading 4 passages'), WAIT);
    expect(one(chat, 'send').hidden).toBe(true);
    one(chat, 'stop').click();
    await asking;
    expect(one(chat, 'turn').dataset['state']).toBe('stopped');
    expect(text(chat, 'turn')).toContain('Stopped.');
  });

  it('asks what is written, on Enter but not while a word is being composed', async () => {
    const page = openPage({ engine: { ask: async () => ANSWERED } });
    const chat = await page.add();
    const input = one(chat, 'input') as HTMLTextAreaElement;
    const press = (more: object) =>
      input.dispatchEvent(
        Object.assign(new page.window.Event('keydown', { cancelable: true }), {
          key: 'Enter',
          ...more,
        }),
      );
    input.value = '한국';
    press({ isComposing: true });
    press({ shiftKey: true });
    expect(all(chat, 'turn')).toHaveLength(0);
    press({});
    await vi.waitFor(() => expect(one(chat, 'turn').dataset['state']).toBe('answered'), WAIT);
    expect(input.value).toBe('');
    expect(text(chat, 'question')).toBe('한국');
    one(chat, 'clear').click();
    expect(all(chat, 'turn')).toHaveLength(0);
    const submit = () =>
      input.parentElement?.dispatchEvent(new page.window.Event('submit', { cancelable: true }));
    submit();
    input.value = 'Written';
    submit();
    await vi.waitFor(() => expect(one(chat, 'turn').dataset['state']).toBe('answered'), WAIT);
    expect(text(chat, 'question')).toBe('Written');
  });

  it('floats, opens and closes, and gives the focus back', async () => {
    const page = openPage();
    const chat = await page.add({ position: 'floating' });
    const toggled: unknown[] = [];
    chat.addEventListener('footnote-toggle', (event) => toggled.push(event.detail));
    const frame = one(chat, 'frame');
    one(chat, 'launcher').click();
    expect(frame.hasAttribute('open')).toBe(true);
    chat.open();
    one(chat, 'close').click();
    expect(frame.hasAttribute('open')).toBe(false);
    page.state.narrow = true;
    chat.open();
    expect(frame.hasAttribute('data-modal')).toBe(true);
    chat.close();
    chat.close();
    expect(toggled).toEqual([{ open: true }, { open: false }, { open: true }, { open: false }]);
    expect((page.document as { focused?: unknown }).focused).toBe(one(chat, 'launcher'));
  });

  it('keeps the visit only where the site says so', async () => {
    const page = openPage({ engine: { ask: async () => ANSWERED } });
    const plain = await page.add();
    await plain.ask('How large?');
    expect(page.storage.length).toBe(0);
    const keeping = await page.add({ history: 'visit' });
    await keeping.ask('How large?');
    const later = await page.add({ history: 'visit' });
    expect(text(later, 'sentence')).toBe(CITATION.quote);
    later.clear();
    expect(page.storage.length).toBe(0);
  });

  it('reflects properties, whichever came first, and follows them', async () => {
    const page = openPage();
    const chat = await page.add({ title: 'By title' });
    expect(chat.hasAttribute('title')).toBe(false);
    expect([chat.title, chat.heading]).toEqual(['By title', 'By title']);
    const input = one(chat, 'input') as HTMLTextAreaElement;
    input.value = 'A draft';
    chat.suggestions = ['a | b?'];
    chat.language = 'ja';
    await vi.waitFor(() => expect(text(chat, 'suggestion')).toBe('a | b?'), WAIT);
    expect(chat.suggestions).toEqual(['a | b?']);
    expect((one(chat, 'input') as HTMLTextAreaElement).value).toBe('A draft');
    expect(one(chat, 'send').getAttribute('aria-label')).toBe('質問する');
    chat.heading = null;
    expect([chat.title, chat.heading]).toEqual(['', null]);
    const early = page.document.createElement('footnote-chat') as FootnoteChat;
    Object.defineProperty(early, 'heading', { value: 'Early', configurable: true, writable: true });
    page.document.body.append(early);
    expect(text(early, 'heading')).toBe('Early');
  });

  it('says when the browser is offline, and leaves the page as it found it', async () => {
    const page = openPage();
    const chat = await page.add();
    expect(one(chat, 'offline').hidden).toBe(true);
    page.state.online = false;
    page.tell('offline');
    expect(one(chat, 'offline').hidden).toBe(false);
    await chat.ask('How large?');
    chat.remove();
    expect(page.listening()).toEqual([]);
  });
});
