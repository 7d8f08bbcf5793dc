import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds against WCAG 2.2 AA and good practice: each rule with the elements that break it. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

/** How far anything of the page or the widget reaches beyond the window, sideways; empty where nothing does. */
export async function reachesOut(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const root = document.querySelector('footnote-chat').shadowRoot;
    const out = [...root.querySelectorAll('button, a, textarea, [part]')]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.left < -0.5 || box.right > innerWidth + 0.5))
      .map(({ element, box }) => (element.getAttribute('part') ?? element.tagName) + ' ' + box.left + ' to ' + box.right);
    const scrolled = document.documentElement.scrollWidth - innerWidth;
    return scrolled > 0 ? ['the page scrolls by ' + scrolled, ...out] : out;
  })()`);
}

/** Buttons and links that are smaller than 24 by 24, the least WCAG 2.2 AA asks for. */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const root = document.querySelector('footnote-chat').shadowRoot;
    return [...root.querySelectorAll('button, textarea')]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ element, box }) => element.getAttribute('part') + ' ' + box.width + ' by ' + box.height);
  })()`);
}

/** The part that has the focus; the name of the element where it is outside the widget. */
export async function focusedPart(page: Page): Promise<string> {
  return page.evaluate<string>(
    `document.activeElement?.shadowRoot?.activeElement?.getAttribute('part') ?? document.activeElement?.tagName ?? ''`,
  );
}

/** Presses a key until the part has the focus. */
export async function press(page: Page, key: string, part: string): Promise<void> {
  for (let pressed = 0; pressed < 40; pressed += 1) {
    await page.keyboard.press(key);
    if ((await focusedPart(page)) === part) return;
  }
  throw new Error(`${key} did not come to ${part}; the focus is on ${await focusedPart(page)}.`);
}
