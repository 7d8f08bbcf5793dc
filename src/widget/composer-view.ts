import { button, icon, make } from './make.js';
import type { Texts } from './texts.js';

const MAX_QUESTION_LENGTH = 2000;

export interface ComposerView {
  readonly element: HTMLElement;
  readonly input: HTMLTextAreaElement;
  /** Whether a question is being answered, so that the way to stop takes the place of the way to ask. */
  setBusy(busy: boolean): void;
}

interface ComposerActions {
  ask(question: string): void;
  stop(): void;
}

/** Where a question is written. Enter asks, with Shift it begins a line. */
export function composerView(texts: Texts, { ask, stop }: ComposerActions): ComposerView {
  const input = make('textarea', {
    part: 'input',
    rows: '1',
    maxlength: String(MAX_QUESTION_LENGTH),
    'aria-label': texts.question,
    placeholder: texts.askHere,
    enterkeyhint: 'send',
    dir: 'auto',
  });
  const send = make(
    'button',
    { type: 'submit', part: 'send', 'aria-label': texts.ask },
    icon('ask'),
  );
  const halt = button('stop', { 'aria-label': texts.stop }, [icon('stop')], () => {
    stop();
    input.focus();
  });
  const element = make('form', { class: 'composer' }, input, send, halt);
  let busy = false;

  function submit(): void {
    if (busy || input.value.trim() === '') return;
    const question = input.value;
    input.value = '';
    ask(question);
  }

  element.addEventListener('submit', (event) => {
    event.preventDefault();
    input.focus();
    submit();
  });
  input.addEventListener('keydown', (event) => {
    // Enter also ends the composition of a Korean or Japanese word, which asks nothing yet.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });

  function setBusy(now: boolean): void {
    busy = now;
    send.hidden = busy;
    halt.hidden = !busy;
  }
  setBusy(false);
  return { element, input, setBusy };
}
