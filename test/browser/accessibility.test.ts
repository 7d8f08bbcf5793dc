import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings, focusedPart, press, reachesOut, smallTargets } from './accessibility.js';
import { browserForTests, DESK, PHONE } from './browser.js';
import type { Chat } from './chat.js';
import { CHANNEL, NOT_THERE, SHIPS } from './harbour.js';
import { keepScreen } from './screens.js';
import { createSteps, scriptedEngine } from './scripted-engine.js';
import { openSite } from './site.js';

const open = browserForTests();

const SUGGESTIONS = [SHIPS, CHANNEL, NOT_THERE].map(({ question }) => question).join('|');
const INLINE = `suggestions="${SUGGESTIONS}" heading="Ask the harbour board"`;
const FLOATING = `${INLINE} position="floating"`;

type Site = Awaited<ReturnType<typeof openSite>>;

/** Every state the widget can be in: how the tag is written and how to come there. */
const STATES: Readonly<Record<string, readonly [string, (site: Site) => Promise<unknown>]>> = {
  closed: [FLOATING, ({ chat }) => chat.part('launcher').waitFor()],
  open: [FLOATING, ({ chat }) => openPanel(chat)],
  welcome: [INLINE, ({ chat }) => chat.part('suggestion').first().waitFor()],
  answering: [
    FLOATING,
    async ({ chat, steps }: Site & { steps?: ReturnType<typeof createSteps> }) => {
      await openPanel(chat);
      await chat.ask(SHIPS.question);
      steps?.next();
      steps?.next();
      await chat.until('answering');
    },
  ],
  answered: [INLINE, ({ chat }) => chat.askUntil(SHIPS.question, 'answered')],
  'answered-floating': [
    FLOATING,
    async ({ chat }) => {
      await openPanel(chat);
      await chat.askUntil(SHIPS.question, 'answered');
    },
  ],
  citation: [
    INLINE,
    async ({ chat }) => {
      await chat.askUntil(SHIPS.question, 'answered');
      await openCard(chat);
    },
  ],
  'citation-floating': [
    FLOATING,
    async ({ chat }) => {
      await openPanel(chat);
      await chat.askUntil(SHIPS.question, 'answered');
      await openCard(chat);
    },
  ],
  abstained: [INLINE, ({ chat }) => chat.askUntil(NOT_THERE.question, 'abstained')],
  judged: [
    INLINE,
    async ({ chat }) => {
      await chat.askUntil(CHANNEL.question, 'answered');
      await chat.inLast('feedback-down').click();
      await chat.part('turn').getByText('could not be kept').waitFor();
    },
  ],
  error: [
    INLINE,
    async ({ chat, service }) => {
      await chat.part('input').waitFor();
      await service.stop();
      await chat.askUntil(SHIPS.question, 'failed');
    },
  ],
  offline: [
    INLINE,
    async ({ chat, page }) => {
      await chat.askUntil(CHANNEL.question, 'answered');
      await page.context().setOffline(true);
      await chat.part('offline').waitFor();
    },
  ],
};

async function openPanel(chat: Chat): Promise<void> {
  await chat.part('launcher').click();
  await chat.part('input').waitFor();
}

async function openCard(chat: Chat): Promise<void> {
  await chat.inLast('reference').first().click();
  await chat.part('card').getByText('Most of them carried timber').waitFor();
}

async function come(to: string, options: Parameters<typeof openSite>[1] = {}): Promise<Site> {
  const [attributes, act] = STATES[to] ?? [INLINE, async () => {}];
  const steps = to === 'answering' ? createSteps() : undefined;
  const engine = scriptedEngine(steps === undefined ? {} : { steps });
  const site = await openSite(open, { attributes, service: { engine }, ...options });
  await act({ ...site, steps } as Site);
  return site;
}

describe('every state', () => {
  it.each(Object.keys(STATES))('%s has nothing that axe finds', async (state) => {
    const { page } = await come(state);
    for (const [size, viewport] of [['desk', DESK] as const, ['phone', PHONE] as const]) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await keepScreen(page, `${state}-${size}-${colorScheme}`);
        // Each size and each scheme is looked at, but not each with each.
        if ((size === 'desk') === (colorScheme === 'light'))
          expect(await axeFindings(page)).toEqual([]);
      }
      expect(await reachesOut(page)).toEqual([]);
    }
    expect(await smallTargets(page)).toEqual([]);
  });

  it.each(['open', 'citation-floating'])('%s, come to on a phone, too', async (state) => {
    const { page } = await come(state, {
      browser: { viewport: PHONE, hasTouch: true, isMobile: true },
    });
    await keepScreen(page, `${state}-on-a-phone`);
    expect(await axeFindings(page)).toEqual([]);
    expect(await reachesOut(page)).toEqual([]);
  });
});

describe('the keyboard', () => {
  it('goes from opening to closing, and finds its way back', async () => {
    const { page, chat } = await openSite(open, { attributes: FLOATING });
    await chat.part('launcher').waitFor();
    await press(page, 'Tab', 'launcher');
    await page.keyboard.press('Enter');
    await chat.part('frame').waitFor();
    expect(await focusedPart(page)).toBe('input');
    await page.keyboard.type(SHIPS.question);
    await page.keyboard.press('Enter');
    await chat.until('answered');
    expect(await focusedPart(page)).toBe('input');
    await press(page, 'Shift+Tab', 'reference');
    await chat.part('card').waitFor();
    await press(page, 'Tab', 'source-link');
    const [source] = await Promise.all([
      page.context().waitForEvent('page'),
      page.keyboard.press('Enter'),
    ]);
    await source.locator('mark#quote').waitFor();
    await source.close();
    await page.keyboard.press('Escape');
    await chat.part('card').waitFor({ state: 'hidden' });
    expect(await focusedPart(page)).toBe('reference');
    await page.keyboard.press('Escape');
    await chat.part('frame').waitFor({ state: 'hidden' });
    expect(await focusedPart(page)).toBe('launcher');
  });

  it('stops an answer and asks again', async () => {
    const steps = createSteps();
    const { page, chat } = await openSite(open, { service: { engine: scriptedEngine({ steps }) } });
    await chat.part('input').focus();
    await page.keyboard.type(SHIPS.question);
    await page.keyboard.press('Enter');
    await chat.until('waiting');
    await press(page, 'Tab', 'stop');
    await page.keyboard.press('Enter');
    await chat.until('stopped');
    expect(await focusedPart(page)).toBe('input');
    await press(page, 'Shift+Tab', 'retry');
    for (let step = 0; step < 4; step += 1) steps.next();
    await page.keyboard.press('Enter');
    await chat.until('answered');
  });

  it('leaves Escape to the page where nothing is open', async () => {
    const { page, chat } = await openSite(open);
    await chat.part('input').focus();
    await page.evaluate(
      `document.addEventListener('keydown', ({ key, defaultPrevented }) => { globalThis.heard = key + defaultPrevented; })`,
    );
    await page.keyboard.press('Escape');
    expect(await page.evaluate('heard')).toBe('Escapefalse');
  });
});

describe('what is read out', () => {
  const LISTEN = `(() => {
    const root = document.querySelector('footnote-chat').shadowRoot;
    const region = root.querySelector('[part=announcement]');
    globalThis.heard = [];
    new MutationObserver(() => heard.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
    return root.querySelectorAll('[aria-live], [role=status], [role=alert], [role=log]').length;
  })()`;
  const heard = (page: Page) => page.evaluate<string[]>('heard');

  it('is a whole answer, once, and nothing of it while it is made', async () => {
    const steps = createSteps();
    const { page, chat } = await openSite(open, { service: { engine: scriptedEngine({ steps }) } });
    await chat.part('input').waitFor();
    expect(await page.evaluate(LISTEN)).toBe(1);
    await chat.ask(SHIPS.question);
    const [called = ''] = SHIPS.citations.map(({ quote }) => quote);
    for (let step = 0; step < 3; step += 1) steps.next();
    await chat.inLast('sentence').nth(1).waitFor();
    expect((await heard(page)).filter((text) => text.includes(called))).toEqual([]);
    steps.next();
    await chat.until('answered');
    await chat.inLast('reference').first().hover();
    await chat.part('card').waitFor();
    const answers = (await heard(page)).filter((text) => text.includes(called));
    expect(answers).toEqual([expect.stringContaining(SHIPS.answer?.text ?? '')]);
  });

  it('is an abstention and a failure, too', async () => {
    const { page, chat, service } = await openSite(open);
    await chat.part('input').waitFor();
    await page.evaluate(LISTEN);
    await chat.askUntil(NOT_THERE.question, 'abstained');
    expect((await heard(page)).at(-1)).toContain(NOT_THERE.abstention?.message);
    await service.stop();
    await chat.askUntil(SHIPS.question, 'failed');
    expect((await heard(page)).at(-1)).toContain('cannot be reached');
  });
});

describe('a window that is narrow, enlarged or mirrored', () => {
  const NARROW = { width: 320, height: 640 };
  /** What is left of 1280 by 800 when everything is shown at twice its size. */
  const ENLARGED = { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 };

  it.each(['open', 'citation', 'citation-floating', 'abstained', 'judged', 'error'])(
    '%s fits 320 pixels',
    async (state) => {
      const { page } = await come(state, { browser: { viewport: NARROW } });
      await keepScreen(page, `${state}-320`);
      expect(await reachesOut(page)).toEqual([]);
    },
  );

  it.each(['open', 'citation', 'citation-floating'])(
    '%s fits when it is shown at twice its size',
    async (state) => {
      const { page, chat } = await come(state, { browser: ENLARGED });
      await keepScreen(page, `${state}-200-percent`);
      expect(await reachesOut(page)).toEqual([]);
      await chat.part('input').scrollIntoViewIfNeeded();
      await chat.part('input').fill('Another question');
      await chat.part('send').click({ trial: true });
    },
  );

  it.each(['closed', 'open', 'citation', 'citation-floating'])(
    '%s is mirrored from right to left',
    async (state) => {
      const { page, chat } = await come(state, { html: 'lang="ar" dir="rtl"' });
      await keepScreen(page, `${state}-rtl`);
      expect(await reachesOut(page)).toEqual([]);
      const box = async (part: string) => chat.part(part).boundingBox();
      if (state === 'closed') expect((await box('launcher'))?.x).toBeLessThan(DESK.width / 2);
      else expect((await box('send'))?.x).toBeLessThan((await box('input'))?.x ?? 0);
    },
  );
});

describe('what a visitor has set', () => {
  const MOVING = `document.querySelector('footnote-chat').shadowRoot.getAnimations().filter(({ playState }) => playState === 'running').length`;

  it('stands still where motion is unwanted', async () => {
    const moving = await come('answering');
    expect(await moving.page.evaluate(MOVING)).toBeGreaterThan(0);
    const still = await come('answering', { browser: { reducedMotion: 'reduce' } });
    expect(await still.page.evaluate(MOVING)).toBe(0);
  });

  it('keeps quote and numbers apart in forced colours', async () => {
    const { page, chat } = await come('citation', { browser: { forcedColors: 'active' } });
    await keepScreen(page, 'citation-forced-colours');
    const style = (part: string, property: string) =>
      chat
        .part(part)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    expect(await style('quote', 'background-color')).not.toBe(
      await style('card', 'background-color'),
    );
    expect(await style('card', 'border-top-style')).toBe('solid');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('is dark or light as the tag says, whatever the system prefers', async () => {
    const ink = (page: Page) =>
      page.evaluate<string>(
        `getComputedStyle(document.querySelector('footnote-chat').shadowRoot.querySelector('[part=frame]')).backgroundColor`,
      );
    const dark = await openSite(open, {
      attributes: 'theme="dark"',
      browser: { colorScheme: 'light' },
    });
    await dark.chat.part('input').waitFor();
    const light = await openSite(open, {
      attributes: 'theme="light"',
      browser: { colorScheme: 'dark' },
    });
    await light.chat.part('input').waitFor();
    expect(await ink(dark.page)).not.toBe(await ink(light.page));
    expect(await ink(light.page)).toBe('rgb(255, 255, 255)');
  });
});
