import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { browserForTests } from './browser.js';
import { chatOn } from './chat.js';
import { CHANNEL, SHIPS } from './harbour.js';
import { startPageServer, strictPolicy } from './page-server.js';
import { createSteps, scriptedEngine } from './scripted-engine.js';
import { startService } from './service.js';
import { openSite } from './site.js';

const open = browserForTests();

const [CALLED = ''] = SHIPS.citations.map(({ quote }) => quote);

describe('the widget on the page of another origin', () => {
  it('answers under a policy that trusts the service alone and takes no text for script', async () => {
    const { chat, page, service } = await openSite(open);
    expect(new URL(page.url()).origin).not.toBe(service.url);
    await chat.askUntil(SHIPS.question, 'answered');
    await chat.inLast('reference').first().click();
    expect(await chat.part('quote').innerText()).toBe(CALLED);
    const styles = await page.locator('footnote-chat :is([style], style, link)').count();
    expect(styles).toBe(0);
    const colour =
      'getComputedStyle(document.querySelector("footnote-chat").shadowRoot.querySelector("[part=send]")).backgroundColor';
    expect(await page.evaluate(colour)).not.toBe('rgba(0, 0, 0, 0)');
  });

  it('says so where the service does not allow the site', async () => {
    const { chat } = await openSite(open, { allowed: false });
    await chat.askUntil(SHIPS.question, 'failed');
    expect(await chat.inLast('failure').getAttribute('data-kind')).toBe('origin');
    expect(await chat.inLast('failure').innerText()).toContain('This site is not allowed');
    expect(await chat.inLast('sentence').count()).toBe(0);
  });

  it('tells of a service that is down, and asks again once it is back', async () => {
    const { chat, service } = await openSite(open);
    await chat.part('input').waitFor();
    await service.stop();
    await chat.askUntil(SHIPS.question, 'failed');
    expect(await chat.inLast('failure').getAttribute('data-kind')).toBe('unreachable');
    await service.startAgain();
    await chat.inLast('retry').click();
    await chat.until('answered');
    expect(await chat.part('turn').count()).toBe(1);
    expect(await chat.inLast('sentence').first().innerText()).toContain(CALLED);
  });

  it('keeps the sentences that came before the service went down', async () => {
    const steps = createSteps();
    const { chat, service } = await openSite(open, {
      service: { engine: scriptedEngine({ steps }) },
    });
    await chat.ask(SHIPS.question);
    steps.next();
    steps.next();
    await chat.until('answering');
    await service.stop();
    await chat.until('failed');
    expect(await chat.inLast('sentence').allInnerTexts()).toEqual([CALLED]);
    expect(await chat.inLast('retry').isVisible()).toBe(true);
  });

  it('tells of too many questions, and how long to wait', async () => {
    const limit = 20;
    const { chat, service } = await openSite(open, {
      service: { engine: scriptedEngine(), rateLimitPerAddress: limit },
    });
    await chat.part('input').waitFor();
    for (let asked = 0; asked < limit; asked += 1) await fetch(`${service.url}/v1/documents`);
    await chat.askUntil(SHIPS.question, 'failed');
    expect(await chat.inLast('failure').getAttribute('data-kind')).toBe('rate-limited');
    expect(await chat.inLast('failure').innerText()).toMatch(/Try again in \d+ s/);
  });

  it('says that the browser is offline, and goes on when it no longer is', async () => {
    const { chat, page } = await openSite(open);
    await chat.part('input').waitFor();
    await page.context().setOffline(true);
    await chat.part('offline').waitFor();
    await chat.askUntil(SHIPS.question, 'failed');
    expect(await chat.inLast('failure').getAttribute('data-kind')).toBe('offline');
    await page.context().setOffline(false);
    await chat.part('offline').waitFor({ state: 'hidden' });
    await chat.inLast('retry').click();
    await chat.until('answered');
  });

  it('says that the service is still starting', async () => {
    const { chat } = await openSite(open, { service: {} });
    await chat.askUntil(SHIPS.question, 'failed');
    expect(await chat.inLast('failure').getAttribute('data-kind')).toBe('starting');
  });

  it('tells the site of answers and failures', async () => {
    const { chat, page, service } = await openSite(open);
    await chat.part('input').waitFor();
    await page.evaluate(`globalThis.told = [];
      for (const name of ['footnote-answer', 'footnote-failure'])
        document.addEventListener(name, ({ detail }) => told.push(detail.kind ?? detail.id))`);
    await chat.askUntil(SHIPS.question, 'answered');
    await service.stop();
    await chat.askUntil(SHIPS.question, 'failed');
    expect(await page.evaluate('told')).toEqual([SHIPS.id, 'unreachable']);
  });
});

describe('the languages of the interface', () => {
  it.each([
    ['ko', '질문하기', '출처'],
    ['ja', '質問する', '出典'],
    ['en', 'Ask', 'Sources'],
  ])('%s follows the page', async (language, ask, sources) => {
    const { chat } = await openSite(open, { html: `lang="${language}"` });
    expect(await chat.part('send').getAttribute('aria-label')).toBe(ask);
    await chat.askUntil(SHIPS.question, 'answered');
    await chat.part('turn').getByRole('heading', { name: sources, exact: true }).waitFor();
  });

  it('is the one the tag names, and changes with it', async () => {
    const { chat, page } = await openSite(open, { attributes: 'language="ko"' });
    await chat.askUntil(CHANNEL.question, 'answered');
    await page.evaluate('document.querySelector("footnote-chat").language = "ja"');
    await expect
      .poll(() => chat.part('send').getAttribute('aria-label'), { timeout: 180_000 })
      .toBe('質問する');
    await chat.until('answered');
  });
});

describe('the home page of the service', () => {
  it('asks with the widget', async () => {
    const { url } = await startService({ engine: scriptedEngine() });
    const chat = chatOn(await open(url));
    await chat.askUntil(SHIPS.question, 'answered');
    await chat.inLast('reference').first().click();
    expect(await chat.part('quote').innerText()).toBe(CALLED);
  });
});

describe('the examples', () => {
  const bundle = async (entry: string) => {
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      format: 'esm',
      jsx: 'automatic',
      minify: true,
      define: { 'process.env.NODE_ENV': '"production"' },
      write: false,
    });
    return outputFiles[0]?.text ?? '';
  };

  it('show a cited answer on a plain page', async () => {
    const site = await startPageServer();
    const { url } = await startService({
      engine: scriptedEngine(),
      allowedOrigins: [site.origin],
    });
    const body = (await readFile('examples/plain/index.html', 'utf8')).replace(
      'http://127.0.0.1:8787',
      url,
    );
    const page = await open(
      site.serve('/', { body, headers: { 'Content-Security-Policy': strictPolicy(url) } }),
    );
    const chat = chatOn(page);
    await chat.part('suggestion').click();
    await chat.until('answered');
    expect(await chat.part('heading').innerText()).toBe('Ask the harbour board');
    expect(await chat.inLast('reference').count()).toBeGreaterThan(1);
  });

  it.each(['examples/react/app.jsx', 'examples/vue/app.js'])(
    'show a cited answer with %s',
    async (entry) => {
      const site = await startPageServer();
      const { url } = await startService({
        engine: scriptedEngine(),
        allowedOrigins: [site.origin],
      });
      site.serve('/app.js', {
        body: await bundle(entry),
        headers: { 'Content-Type': 'text/javascript' },
      });
      const page = await open(
        site.serve('/', {
          headers: {
            'Content-Security-Policy': `default-src 'none'; script-src 'self'; connect-src ${url}`,
          },
          body: `<!doctype html><html lang="en"><title>Saltmere</title><div id="app" data-endpoint="${url}"></div><script type="module" src="/app.js"></script></html>`,
        }),
      );
      const chat = chatOn(page);
      await chat.part('suggestion').click();
      await chat.until('answered');
      await chat.inLast('reference').first().click();
      expect(await chat.part('quote').innerText()).toBe(CALLED);
      expect(await page.locator('output').innerText()).toBe(
        'The harbour of Saltmere in 2024; Almanac of the northern coast',
      );
    },
  );
});
