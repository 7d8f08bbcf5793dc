import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/contract/engine.js';
import { browserForTests, PHONE } from './browser.js';
import { answering, cite, documentOf, NOT_THERE } from './harbour.js';
import { IMAGE, openHostileEngine, QUESTION, SCRIPT } from './hostile-corpus.js';
import { keepScreen } from './screens.js';
import { scriptedEngine } from './scripted-engine.js';
import { startService } from './service.js';
import { openSite } from './site.js';

const open = browserForTests();

let hostile: Engine;

beforeAll(async () => {
  hostile = await openHostileEngine();
});

afterAll(async () => {
  await hostile?.close();
});

const STYLE = '</span></style><style>*{display:none}</style>';
const LINK = '<a href="https://evil.example/">Source 1</a>';
const QUOTE = `${IMAGE} ships ${SCRIPT} called [1] [9] ${LINK} ${STYLE} \u202egnola og\u202c ${'x'.repeat(300)}`;

const DOCUMENT = documentOf({
  id: 'a/b?c#d "e',
  title: `${IMAGE}${SCRIPT} The harbour`,
  author: `"><svg onload=alert(3)>`,
  published: '2025<b>',
  paragraphs: [`Before ${IMAGE}. ${QUOTE} After ${SCRIPT}.`],
});

const CITATION = cite(DOCUMENT, 1, QUOTE);
const ANSWER = {
  ...answering(QUESTION, [CITATION], { shortAnswer: `${IMAGE}5,120` }),
  disagreement: {
    about: `${IMAGE} about`,
    sides: [
      { value: `${SCRIPT} one`, citations: [1] },
      { value: `${LINK} two`, citations: [1, 7] },
    ],
  },
};

/** Links a service that was broken into could send. */
const ELSEWHERE = [
  'javascript:alert(4)',
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  'data:text/html,<script>alert(5)</script>',
];

describe('what a hostile document or service sends', () => {
  it('is shown as text: nothing runs, nothing is restyled, no number is a citation but ours', async () => {
    const engine = scriptedEngine({ answers: [ANSWER], documents: [DOCUMENT] });
    const { chat, page, service } = await openSite(open, { service: { engine } });
    await chat.askUntil(QUESTION, 'answered');
    expect(await chat.inLast('question').innerText()).toBe(QUESTION);
    expect(await chat.inLast('sentence').innerText()).toBe(QUOTE);
    await chat.inLast('answer').locator('[part~="reference"]').click();
    await chat.part('card').getByText(`Before ${IMAGE}.`).waitFor();
    expect(await chat.part('quote').innerText()).toBe(QUOTE);
    const card = await chat.part('card').innerText();
    expect(card).toContain(DOCUMENT.title);
    expect(card).toContain('"><svg onload=alert(3)>');
    // One number for the sentence, one for each side; what the text calls [1] or [9] is none.
    expect(await chat.inLast('reference').allInnerTexts()).toEqual(['1', '1', '1']);
    const made = chat.element.locator(':is(script, img, style, iframe, b, [onerror], [onload])');
    expect(await made.count()).toBe(0);
    const links = chat.element.locator('a');
    for (const href of await links.evaluateAll((all) => all.map((link) => String(link))))
      expect(href.startsWith(`${service.url}/documents/`), href).toBe(true);
    await page.setViewportSize(PHONE);
    expect(
      await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
    ).toBeLessThanOrEqual(0);
    await keepScreen(page, 'hostile-phone');
  });

  it('leads nowhere but to the service, whatever address it names', async () => {
    const citations = ELSEWHERE.map((href, index) => ({
      ...{ ...CITATION, href, url: href },
      ...{ number: index + 1, documentId: `${index}` },
    }));
    const [passage] = NOT_THERE.abstention?.nearest ?? [];
    const nearest = ELSEWHERE.flatMap((href) =>
      passage === undefined ? [] : [{ ...passage, href }],
    );
    const engine = scriptedEngine({
      answers: [
        answering(QUESTION, citations),
        { ...NOT_THERE, abstention: { reason: 'no_evidence', message: IMAGE, nearest } },
      ],
      documents: [DOCUMENT],
    });
    const { chat } = await openSite(open, { service: { engine } });
    await chat.askUntil(QUESTION, 'answered');
    expect(await chat.inLast('source').count()).toBe(ELSEWHERE.length);
    await chat.inLast('reference').first().click();
    await chat.part('card').waitFor();
    expect(await chat.element.locator('a').count()).toBe(0);
    await chat.askUntil(NOT_THERE.question, 'abstained');
    expect(await chat.inLast('abstention').innerText()).toContain(IMAGE);
    expect(await chat.element.locator('a').count()).toBe(0);
  });

  it('is shown as text where the service refuses', async () => {
    const engine = scriptedEngine();
    const { chat, page, service } = await openSite(open, { service: { engine } });
    await page.route(`${service.url}/v1/ask`, (route) =>
      route.fulfill({
        status: 429,
        headers: {
          'Access-Control-Allow-Origin': new URL(page.url()).origin,
          'Content-Type': 'application/problem+json',
        },
        body: JSON.stringify({
          type: 'about:blank',
          code: 'rate_limited',
          title: IMAGE,
          status: 429,
          detail: `${IMAGE} ${SCRIPT}`,
          requestId: 'r',
        }),
      }),
    );
    await chat.askUntil(QUESTION, 'failed');
    expect(await chat.inLast('failure').innerText()).toContain(`${IMAGE} ${SCRIPT}`);
    expect(await chat.element.locator(':is(script, img)').count()).toBe(0);
  });
});

/** Elements of a page that run or load something, but for our own script, and links that leave the service. */
async function foreign(page: Page, url: string): Promise<string[]> {
  return page.evaluate<string[], string>((own) => {
    const made = document.querySelectorAll(
      'main :is(script:not([src="/widget.js"]), img, svg, iframe, object, embed, [onerror], [onload], [onclick], [onmouseover])',
    );
    const links = [...document.querySelectorAll('a')].map((link) => link.href);
    return [
      ...[...made].map(({ outerHTML }) => outerHTML),
      ...links.filter((link) => !link.startsWith(own)),
    ];
  }, `${url}/`);
}

describe('pages of hostile documents', () => {
  it('show what a document says as text', async () => {
    const { url } = await startService({ engine: hostile });
    const page = await open(`${url}/documents/harbour`);
    expect(await page.locator('h1').innerText()).toContain(SCRIPT);
    expect(await page.locator('dl').innerText()).toContain('<svg onload=alert(4)>');
    expect(await page.locator('article').innerText()).toContain(
      `the harbour ${SCRIPT} of Saltmere`,
    );
    // The address the document was published at is its own to tell, as long as it is only that.
    expect(await foreign(page, url)).toEqual([
      'https://example.org/?a=%22%3E%3Cscript%3Ealert(5)%3C/script%3E',
    ]);
    await page.goto(`${url}/documents/quay.html`);
    expect(await page.locator('h1').innerText()).toContain(SCRIPT);
    expect(await page.locator('article').innerText()).toContain(`and ${IMAGE} was built`);
    expect(await foreign(page, url)).toEqual([]);
    await page.goto(`${url}/documents/plain`);
    expect(await page.locator('article').innerText()).toContain(`A harbour ${SCRIPT} master.`);
    expect(await foreign(page, url)).toEqual([]);
  });

  it('answer a hostile question from a hostile document, and lead to the marked quote', async () => {
    const { url } = await startService({ engine: hostile });
    const page = await open(`${url}/?question=${encodeURIComponent(QUESTION)}`);
    expect(await page.locator('h1').innerText()).toBe(QUESTION);
    expect(await page.locator('input').inputValue()).toBe(QUESTION);
    expect(await page.locator('main').innerText()).toContain(SCRIPT);
    expect(await foreign(page, url)).toEqual([]);
    await page.locator('.sources a').first().click();
    await page.locator('mark#quote').waitFor();
    expect(await page.locator('mark').allInnerTexts()).toContainEqual(
      expect.stringContaining('5,120 ships called'),
    );
  });

  it('list them at home, tell of a page that is not there, and describe the service', async () => {
    const { url } = await startService({ engine: hostile });
    const page = await open(url);
    expect(await page.locator('main').innerText()).toContain(SCRIPT);
    expect(await foreign(page, url)).toEqual([]);
    await page.goto(`${url}/documents/${encodeURIComponent(IMAGE)}`);
    expect(await foreign(page, url)).toEqual([]);
    await page.goto(`${url}/docs`);
    expect(await page.locator('h1').innerText()).toBe('Reference');
    expect(await foreign(page, url)).toEqual([]);
  });
});
