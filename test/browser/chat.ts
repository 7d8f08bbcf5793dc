import type { Locator, Page } from 'playwright-core';

/** The widget on a page, by the names its documentation gives its parts. */
export interface Chat {
  readonly element: Locator;
  part(name: string): Locator;
  /** A part of the turn that was asked last. */
  inLast(name: string): Locator;
  ask(question: string): Promise<void>;
  /** Waits until the turn that was asked last has come to the given state. */
  until(state: string): Promise<void>;
  /** Asks and waits for the state it comes to. */
  askUntil(question: string, state: string): Promise<void>;
}

export function chatOn(page: Page): Chat {
  const element = page.locator('footnote-chat');
  const part = (name: string) => element.locator(`[part~="${name}"]`);
  const until = (state: string) =>
    element.locator(`[part~="turn"]:last-child[data-state="${state}"]`).waitFor();
  async function ask(question: string): Promise<void> {
    const before = await part('turn').count();
    await part('input').fill(question);
    await part('send').click();
    await part('turn').nth(before).waitFor();
  }
  return {
    element,
    part,
    inLast: (name) => part('turn').last().locator(`[part~="${name}"]`),
    ask,
    until,
    async askUntil(question, state) {
      await ask(question);
      await until(state);
    },
  };
}
