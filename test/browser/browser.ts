import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { findChromium } from './chromium.js';

/** A busy machine may take long for a step; nothing here waits without an event to wait for. */
const STEP_TIMEOUT_MS = 180_000;
const TEST_TIMEOUT_MS = 600_000;
const VIOLATION = 'csp-violation: ';

const ARGUMENTS = [
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--font-render-hinting=none',
  // Whatever asks for another host than this machine is told that there is none.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/** What a page did that none of ours may do, whatever the test is about. */
interface Watch {
  readonly violations: string[];
  readonly errors: string[];
  readonly dialogs: string[];
  readonly requests: string[];
}

/** Told by the page itself, so that a policy that blocks something without a word in the log is heard too. */
const TELL_VIOLATIONS = `document.addEventListener('securitypolicyviolation', (event) =>
  console.error('${VIOLATION}' + event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample));`;

/**
 * One browser for the tests of a file, a context of its own for each page. After each test every page
 * must have kept to what holds everywhere: nothing ran that was not ours, no error was left uncaught, no
 * policy was broken, no other machine was asked, no cookie was set.
 */
export function browserForTests() {
  vi.setConfig({ testTimeout: TEST_TIMEOUT_MS, hookTimeout: TEST_TIMEOUT_MS });
  let browser: Browser;
  const open: { page: Page; watch: Watch }[] = [];

  beforeAll(async () => {
    const { executablePath, env } = await findChromium();
    browser = await chromium.launch({
      executablePath,
      chromiumSandbox: false,
      args: ARGUMENTS,
      env: { ...process.env, ...env },
    });
  });

  afterAll(async () => {
    await browser?.close();
  });

  afterEach(async () => {
    for (const { page, watch } of open.splice(0)) {
      const { violations, errors, dialogs, requests } = watch;
      const cookies = await page.context().cookies();
      await page.context().close();
      expect({
        violations,
        errors,
        dialogs,
        cookies,
        elsewhere: requests.filter(isElsewhere),
      }).toEqual({ violations: [], errors: [], dialogs: [], cookies: [], elsewhere: [] });
    }
  });

  /** A page at `url`, all of it loaded. */
  return async (url: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: DESK, ...options });
    context.setDefaultTimeout(STEP_TIMEOUT_MS);
    await context.addInitScript(TELL_VIOLATIONS);
    const watch: Watch = { violations: [], errors: [], dialogs: [], requests: [] };
    context.on('request', (request) => watch.requests.push(request.url()));
    context.on('console', (message) => {
      const text = message.text();
      if (text.startsWith(VIOLATION)) watch.violations.push(text.slice(VIOLATION.length));
    });
    context.on('weberror', (thrown) => watch.errors.push(String(thrown.error())));
    context.on('dialog', async (dialog) => {
      watch.dialogs.push(dialog.message());
      await dialog.dismiss();
    });
    const page = await context.newPage();
    open.push({ page, watch });
    await page.goto(url);
    return page;
  };
}

export const DESK = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 780 };

function isElsewhere(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return !(protocol.startsWith('http') && ['127.0.0.1', 'localhost'].includes(hostname));
}
