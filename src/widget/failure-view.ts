import type { Failure } from './failure.js';
import { failureWords } from './in-words.js';
import { button, FOREIGN, make } from './make.js';
import type { ViewContext } from './view-context.js';

const SECOND_MS = 1000;

/** What went wrong and a way to try again; counts down for as long as the service asked to wait. */
export function failureView(
  failure: Failure,
  { texts }: ViewContext,
  retry: () => void,
): HTMLElement {
  let left = failure.retryAfterSeconds ?? 0;
  const words = make('p', {}, failureWords(failure, left, texts));
  const again = button('retry', {}, [texts.retry], retry);
  const detail =
    failure.detail === null || left > 0
      ? null
      : make('small', { ...FOREIGN, class: 'detail' }, failure.detail);
  const view = make(
    'div',
    {
      part: 'failure',
      'data-kind': failure.kind,
      role: 'group',
      'aria-label': texts.failures[failure.kind],
    },
    words,
    detail,
    again,
  );
  again.hidden = left > 0;
  const tick = setInterval(() => {
    left -= 1;
    if (left <= 0 || !view.isConnected) clearInterval(tick);
    again.hidden = left > 0;
    words.replaceChildren(failureWords(failure, left, texts));
  }, SECOND_MS);
  if (left === 0) clearInterval(tick);
  return view;
}
