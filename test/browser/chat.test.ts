import { describe, expect, it } from 'vitest';
import type { FeedbackRequest, FeedbackStore } from '../../src/contract/feedback.js';
import { browserForTests, PHONE } from './browser.js';
import { CHANNEL, NOT_THERE, SHIPS } from './harbour.js';
import { createSteps, scriptedEngine } from './scripted-engine.js';
import { openSite } from './site.js';

const open = browserForTests();

const [CALLED = '', COUNTED = ''] = SHIPS.citations.map(({ quote }) => quote);

describe('a question', () => {
  it('is answered sentence by sentence, each with its numbers', async () => {
    const steps = createSteps();
    const { chat } = await openSite(open, { service: { engine: scriptedEngine({ steps }) } });
    await chat.ask(SHIPS.question);
    await chat.until('waiting');
    expect(await chat.inLast('question').innerText()).toContain(SHIPS.question);
    steps.next();
    steps.next();
    await chat.until('answering');
    await chat.inLast('sentence').first().waitFor();
    expect(await chat.inLast('sentence').count()).toBe(1);
    expect(await chat.inLast('sentence').first().innerText()).toContain(CALLED);
    steps.next();
    await chat.inLast('sentence').nth(1).waitFor();
    steps.next();
    await chat.until('answered');
    expect(await chat.inLast('sentence').nth(1).innerText()).toContain(COUNTED);
    expect(await chat.inLast('short-answer').innerText()).toContain('5,120');
    expect(await chat.inLast('confidence').innerText()).toMatch(/confidence/i);
    expect(await chat.inLast('answer').locator('[part~="reference"]').allInnerTexts()).toEqual([
      expect.stringContaining('1'),
      expect.stringContaining('2'),
    ]);
  });

  it('is stopped, at the service too, and another can be asked', async () => {
    const steps = createSteps();
    const engine = scriptedEngine({ steps });
    const { chat } = await openSite(open, { service: { engine } });
    await chat.ask(SHIPS.question);
    steps.next();
    steps.next();
    await chat.until('answering');
    const cancelled = new Promise((done) =>
      engine.calls.at(-1)?.signal?.addEventListener('abort', done),
    );
    await chat.part('stop').click();
    await chat.until('stopped');
    await cancelled;
    expect(await chat.inLast('sentence').first().innerText()).toContain(CALLED);
    for (let step = 0; step < 3; step += 1) steps.next();
    await chat.askUntil(CHANNEL.question, 'answered');
    expect(engine.calls.filter(({ method }) => method === 'ask').length).toBe(2);
  });

  it('that nothing answers is told so, with the nearest passages', async () => {
    const { chat, page, service } = await openSite(open);
    await chat.askUntil(NOT_THERE.question, 'abstained');
    expect(await chat.inLast('abstention').innerText()).toContain('do not name its master');
    expect(await chat.inLast('nearest').innerText()).toContain('Almanac of the northern coast');
    expect(await chat.inLast('short-answer').count()).toBe(0);
    const link = chat.inLast('nearest').getByRole('link').first();
    expect(await link.getAttribute('href')).toContain(`${service.url}/documents/almanac`);
    const [document] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    expect(await document.locator('mark#quote').innerText()).toContain('pilots of Saltmere');
  });

  it('that sources answer differently shows every side', async () => {
    const { chat } = await openSite(open);
    await chat.askUntil(SHIPS.question, 'answered');
    expect(await chat.inLast('disagreement').innerText()).toContain('how many ships called');
    const sides = await chat.inLast('side').allInnerTexts();
    expect(sides).toEqual([expect.stringContaining('5,120'), expect.stringContaining('5,090')]);
    await chat.inLast('side').nth(1).locator('[part~="reference"]').click();
    await chat.part('card').getByText(COUNTED).waitFor();
  });
});

describe('a citation', () => {
  it('opens by pointing at it and closes when the pointer goes', async () => {
    const { chat, page } = await openSite(open);
    await chat.askUntil(SHIPS.question, 'answered');
    await chat.inLast('reference').first().hover();
    await chat.part('card').waitFor();
    const card = await chat.part('card').innerText();
    for (const shown of ['The harbour of Saltmere in 2024', 'Ada Reed', '2025'])
      expect(card).toContain(shown);
    await page.mouse.move(1, 1);
    await chat.part('card').waitFor({ state: 'hidden' });
  });

  it('opens by touch, with the quote in its surrounding text', async () => {
    const browser = { viewport: PHONE, hasTouch: true, isMobile: true };
    const { chat } = await openSite(open, { browser });
    await chat.askUntil(SHIPS.question, 'answered');
    await chat.inLast('reference').first().tap();
    expect(await chat.part('quote').innerText()).toBe(CALLED);
    await chat.part('card').getByText('Most of them carried timber').waitFor();
  });

  it('leads to the source, the quoted words marked', async () => {
    const { chat, page } = await openSite(open);
    await chat.askUntil(SHIPS.question, 'answered');
    await chat.inLast('reference').first().click();
    const [source] = await Promise.all([
      page.context().waitForEvent('page'),
      chat.part('card').locator('[part~="source-link"]').click(),
    ]);
    const mark = source.locator('mark#quote');
    expect(await mark.innerText()).toBe(CALLED);
    expect(await source.locator('h1').innerText()).toBe('The harbour of Saltmere in 2024');
    expect(await source.evaluate('window.opener')).toBeNull();
  });

  it('is copied along with the answer', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const { chat, page } = await openSite(open, { browser: { permissions } });
    await chat.askUntil(SHIPS.question, 'answered');
    await chat.inLast('copy').click();
    await chat.part('announcement').filter({ hasText: /\S/ }).waitFor({ state: 'attached' });
    await expect
      .poll(() => page.evaluate<string>('navigator.clipboard.readText()'), { timeout: 180_000 })
      .toContain('Almanac of the northern coast');
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    for (const part of [CALLED, COUNTED, '[1]', '[2]', 'Ada Reed', 'The harbour of Saltmere'])
      expect(copied).toContain(part);
  });

  it('goes along with words that a visitor selects and copies', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const { chat, page } = await openSite(open, { browser: { permissions } });
    await chat.askUntil(SHIPS.question, 'answered');
    await chat.inLast('sentence').nth(1).click({ clickCount: 3 });
    await page.keyboard.press('Control+c');
    await expect
      .poll(() => page.evaluate<string>('navigator.clipboard.readText()'), { timeout: 180_000 })
      .toContain('Almanac of the northern coast');
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toContain(COUNTED);
  });
});

describe('what a visitor says of an answer', () => {
  function keeping() {
    const kept: FeedbackRequest[] = [];
    const feedback: FeedbackStore = {
      remember: () => {},
      async keep(request) {
        kept.push(request);
        return { answerId: request.answerId, verdict: request.verdict, keptAt: '2026-01-01' };
      },
      close: async () => {},
    };
    return { kept, feedback };
  }

  it('reaches the service, with the reason', async () => {
    const { kept, feedback } = keeping();
    const { chat } = await openSite(open, { service: { engine: scriptedEngine(), feedback } });
    await chat.askUntil(SHIPS.question, 'answered');
    await chat.inLast('feedback-down').click();
    await chat.inLast('note').fill('The year is <b>another</b>.');
    await chat.inLast('note-send').click();
    await expect.poll(() => kept.at(-1)?.note, { timeout: 180_000 }).toBeDefined();
    expect(kept.map(({ verdict }) => verdict)).not.toContain('up');
    expect(kept.at(-1)).toEqual({
      answerId: SHIPS.id,
      verdict: 'down',
      note: 'The year is <b>another</b>.',
    });
    expect(await chat.inLast('feedback-down').getAttribute('aria-pressed')).toBe('true');
  });

  it('is told not to be kept where it was not', async () => {
    const { chat } = await openSite(open);
    await chat.askUntil(SHIPS.question, 'answered');
    await chat.inLast('feedback-up').click();
    await chat.part('turn').getByText('could not be kept').waitFor();
  });
});

describe('a conversation', () => {
  it('is sent along with the next question and forgotten when begun anew', async () => {
    const engine = scriptedEngine();
    const { chat } = await openSite(open, { service: { engine } });
    await chat.askUntil(SHIPS.question, 'answered');
    await chat.askUntil(CHANNEL.question, 'answered');
    const asked = () => engine.calls.filter(({ method }) => method === 'ask').at(-1)?.input;
    expect(asked()).toMatchObject({
      question: CHANNEL.question,
      history: [{ question: SHIPS.question, answer: SHIPS.answer?.text }],
    });
    await chat.part('clear').click();
    await chat.part('turn').first().waitFor({ state: 'detached' });
    await chat.askUntil(NOT_THERE.question, 'abstained');
    expect(JSON.stringify(asked())).not.toContain(SHIPS.question);
  });

  it('is forgotten with the page unless the site wants it kept for the visit', async () => {
    const { chat, page } = await openSite(open);
    await chat.askUntil(SHIPS.question, 'answered');
    await page.reload();
    await chat.part('input').waitFor();
    expect(await chat.part('turn').count()).toBe(0);
    expect(await page.evaluate('sessionStorage.length + localStorage.length')).toBe(0);
  });

  it('is kept for the visit where the site wants it', async () => {
    const { chat, page } = await openSite(open, { attributes: 'history="visit"' });
    await chat.askUntil(SHIPS.question, 'answered');
    await page.reload();
    await chat.until('answered');
    expect(await chat.inLast('sentence').first().innerText()).toContain(CALLED);
    expect(await page.evaluate('localStorage.length')).toBe(0);
    await chat.part('clear').click();
    await chat.part('turn').first().waitFor({ state: 'detached' });
    await page.reload();
    await chat.part('input').waitFor();
    expect(await chat.part('turn').count()).toBe(0);
  });
});
