import type { Citation } from '../contract/citation.js';
import { button, make } from './make.js';
import { quoteCard } from './quote-card.js';
import { fill } from './texts.js';
import type { ViewContext } from './view-context.js';

/** A pointer that only passes by opens nothing, and one that leaves on its way to the card closes nothing. */
const HOVER_OPENS_MS = 120;
const HOVER_CLOSES_MS = 300;

let lastCard = 0;

/**
 * The number of a citation. Hover and focus show its card for as long as they last, a tap or Enter until it is
 * closed: by another one, by Escape, or by a tap elsewhere.
 */
export function referenceView(citation: Citation, context: ViewContext): HTMLElement {
  const { number, title } = citation;
  const label = fill(context.texts.source, { number, title });
  const face = make('span', {}, String(number));
  const opener = button(
    'reference',
    { 'aria-label': label, 'aria-expanded': 'false', 'data-number': String(number) },
    [face],
    toggle,
  );
  const place = make('span', { class: 'place' }, opener);
  let card: HTMLElement | undefined;
  let pinned = false;
  let focused = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const self = { close };

  function open(): void {
    clearTimeout(timer);
    if (card !== undefined) return;
    context.openCard.opened(self);
    lastCard += 1;
    card = quoteCard(citation, { context, id: `card-${lastCard}`, label, onGrown: show });
    opener.setAttribute('aria-expanded', 'true');
    opener.setAttribute('aria-controls', card.id);
    place.append(card);
  }

  function close(returnFocus: boolean): void {
    clearTimeout(timer);
    if (returnFocus) opener.focus();
    card?.remove();
    card = undefined;
    pinned = false;
    opener.setAttribute('aria-expanded', 'false');
    opener.removeAttribute('aria-controls');
    context.openCard.closed(self);
  }

  function toggle(): void {
    if (pinned) {
      close(false);
      return;
    }
    open();
    pinned = true;
    show();
  }

  /** Brings all of the card into sight, unless the pointer alone opened it: what it points at must not move. */
  function show(): void {
    if (pinned || focused) card?.scrollIntoView({ block: 'nearest' });
  }

  function soon(act: () => void, afterMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(act, afterMs);
  }

  place.addEventListener('pointerenter', ({ pointerType }) => {
    if (pointerType === 'mouse') soon(open, HOVER_OPENS_MS);
  });
  place.addEventListener('pointerleave', () => {
    if (!pinned && !focused) soon(() => close(false), HOVER_CLOSES_MS);
  });
  place.addEventListener('focusin', ({ target }) => {
    focused = true;
    if (target !== opener) return;
    open();
    show();
  });
  place.addEventListener('focusout', ({ relatedTarget }) => {
    focused = relatedTarget instanceof Node && place.contains(relatedTarget);
    if (!focused && !pinned) close(false);
  });
  return place;
}
