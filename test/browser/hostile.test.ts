import { describe, expect, it } from 'vitest';
import { browserForTests, PHONE } from './browser.js';
import { answering, cite, documentOf, NOT_THERE } from './harbour.js';
import { keepScreen } from './screens.js';
import { scriptedEngine } from './scripted-engine.js';
import { openSite } from './site.js';

const open = browserForTests();

const SCRIPT = '<script>alert(1)</script>';
const IMAGE = '<img src=x onerror=alert(2)>';
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
const QUESTION = `How many ${SCRIPT} ships?`;

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
