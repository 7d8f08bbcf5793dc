import type { Judgement } from './conversation.js';
import { judgementWords } from './in-words.js';
import { button, icon, make } from './make.js';
import type { TurnActions, ViewContext } from './view-context.js';

const MAX_NOTE_LENGTH = 2000;

export interface JudgementView {
  readonly buttons: readonly HTMLElement[];
  /** Where to say why, once there is a verdict. */
  readonly note: HTMLElement;
  update(judgement: Judgement | null): void;
}

/** Two buttons to say whether an answer helped, and a field to say why. */
export function judgementView({ texts }: ViewContext, { judge }: TurnActions): JudgementView {
  let verdict: 'up' | 'down' = 'up';
  const choice = (which: 'up' | 'down') =>
    button(
      `feedback-${which}`,
      { 'aria-label': texts[which], title: texts[which], 'aria-pressed': 'false' },
      [icon(which)],
      () => judge(which),
    );
  const choices = { up: choice('up'), down: choice('down') };
  const input = make('textarea', {
    part: 'note',
    rows: '2',
    maxlength: String(MAX_NOTE_LENGTH),
    'aria-label': texts.why,
    placeholder: texts.why,
  });
  const send = make('button', { type: 'submit', part: 'note-send' }, texts.sendNote);
  const form = make('form', {}, input, send);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (input.value.trim() !== '') judge(verdict, input.value);
  });
  const told = make('small', { class: 'told' });
  const note = make('div', { class: 'judgement' }, told, form);
  note.hidden = true;

  return {
    buttons: [choices.up, choices.down],
    note,
    update(judgement) {
      note.hidden = judgement === null;
      if (judgement === null) return;
      verdict = judgement.verdict;
      for (const [which, element] of Object.entries(choices))
        element.setAttribute('aria-pressed', String(which === verdict));
      told.replaceChildren(judgementWords(judgement, texts));
      form.hidden = judgement.state === 'failed' || (judgement.noted && judgement.state === 'kept');
    },
  };
}
