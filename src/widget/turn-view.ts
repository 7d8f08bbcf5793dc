import { abstentionView, disagreementView, sentenceView, sourcesView } from './answer-view.js';
import { isUnderWay, type Turn } from './conversation.js';
import { copiedAnswer } from './copied-text.js';
import { copyText } from './copy-text.js';
import { failureView } from './failure-view.js';
import { confidenceLevel } from './in-words.js';
import { judgementView } from './judgement-view.js';
import { button, FOREIGN, icon, make } from './make.js';
import { fill } from './texts.js';
import type { TurnActions, ViewContext } from './view-context.js';

export interface TurnView {
  readonly element: HTMLElement;
  /** Shows what has come since; what stands already stays, and so does the focus in it. */
  update(turn: Turn): void;
}

/** A question and what has come of it. */
export function turnView(
  { id, question }: Pick<Turn, 'id' | 'question'>,
  context: ViewContext,
  actions: TurnActions,
): TurnView {
  const { texts } = context;
  const progress = make('p', { part: 'progress' });
  const short = make('div', {});
  const text = make('div', { part: 'answer', dir: 'auto' });
  const rest = make('div', {});
  const body = make('div', { class: 'body' }, progress, short, text, rest);
  const element = make(
    'li',
    { part: 'turn', 'data-turn': String(id) },
    make('h3', { part: 'question', ...FOREIGN }, question),
    body,
  );
  const judgement = judgementView(context, actions);
  let shownSentences = 0;
  let shownState: Turn['state'] | undefined;

  function begin(): void {
    shownSentences = 0;
    for (const part of [short, text, rest]) part.replaceChildren();
  }

  function showSentences({ sentences, citations }: Turn): void {
    for (const sentence of sentences.slice(shownSentences))
      text.append(sentenceView(sentence, citations, context));
    shownSentences = sentences.length;
  }

  function showEnd(turn: Turn): void {
    const { answer, abstention, disagreement, citations } = turn.response ?? {};
    if (answer?.shortAnswer)
      short.append(make('p', { part: 'short-answer', ...FOREIGN }, answer.shortAnswer));
    if (turn.state === 'stopped') rest.append(make('p', { class: 'quiet' }, texts.stopped));
    if (turn.failure !== null) rest.append(failureView(turn.failure, context, actions.retry));
    if (disagreement) rest.append(disagreementView(disagreement, citations ?? [], context));
    if (abstention) rest.append(abstentionView(abstention, context));
    if (citations !== undefined && citations.length > 0)
      rest.append(sourcesView(citations, context));
    if (turn.state === 'stopped') rest.append(button('retry', {}, [texts.retry], actions.retry));
    if (turn.response !== null) rest.append(tools(turn), judgement.note);
  }

  function tools({ response }: Turn): HTMLElement {
    const level = response?.answer ? confidenceLevel(response.answer.confidence) : undefined;
    const confidence =
      level === undefined
        ? null
        : make('span', { part: 'confidence', 'data-level': level }, texts.confidence[level]);
    const copy = () =>
      copyText(response ? copiedAnswer(response, context) : '').then(
        () => context.announce(texts.copied),
        () => context.announce(texts.notCopied),
      );
    const copyButton = response?.answer
      ? button('copy', { 'aria-label': texts.copy, title: texts.copy }, [icon('copy')], copy)
      : null;
    return make(
      'div',
      { class: 'tools' },
      confidence,
      make('span', { class: 'acts' }, copyButton, ...judgement.buttons),
    );
  }

  function showProgress({ state, passages }: Turn): void {
    const words =
      passages === null ? texts.searching : fill(texts.reading, { count: String(passages) });
    progress.replaceChildren(words, make('i', { 'aria-hidden': 'true' }));
    progress.hidden = !(state === 'waiting' || state === 'answering');
  }

  return {
    element,
    update(turn) {
      if (turn.state === 'waiting' && shownState !== 'waiting') begin();
      element.dataset['state'] = turn.state;
      body.setAttribute('aria-busy', String(isUnderWay(turn)));
      showProgress(turn);
      showSentences(turn);
      if (turn.state !== shownState && !isUnderWay(turn)) showEnd(turn);
      judgement.update(turn.judgement);
      shownState = turn.state;
    },
  };
}
