import { announcement } from './announcement.js';
import { composerView } from './composer-view.js';
import { type ChatEvent, isUnderWay, type Turn } from './conversation.js';
import { button, icon, make } from './make.js';
import type { Session } from './session.js';
import type { Settings } from './settings.js';
import { type TurnView, turnView } from './turn-view.js';
import type { ViewContext } from './view-context.js';

export interface ChatView {
  readonly heading: HTMLElement;
  /** Buttons that stand beside the heading. */
  readonly buttons: readonly HTMLElement[];
  /** Everything below the heading. */
  readonly content: readonly HTMLElement[];
  readonly input: HTMLTextAreaElement;
  setOnline(online: boolean): void;
  /** Shows the turns; `event` is what changed them, undefined where they are shown for the first time. */
  update(turns: readonly Turn[], event?: ChatEvent): void;
}

/** A conversation as it is seen, without the frame around it. */
export function chatView(
  settings: Settings,
  context: ViewContext,
  session: () => Session,
): ChatView {
  const { texts } = context;
  const heading = make('h2', { part: 'heading', id: 'heading' }, settings.heading);
  const clear = button(
    'clear',
    { 'aria-label': texts.clear, title: texts.clear },
    [icon('clear')],
    () => {
      session().clear();
      composer.input.focus();
    },
  );
  const composer = composerView(texts, {
    ask: (question) => void session().ask(question),
    stop: () => session().stop(),
  });
  const welcome = welcomeView(settings, texts, (question) => {
    composer.input.focus();
    void session().ask(question);
  });
  const list = make('ol', {});
  const conversation = make(
    'div',
    { part: 'conversation', role: 'group', 'aria-label': texts.conversation, tabindex: '0' },
    welcome,
    list,
  );
  const offline = make('p', { part: 'offline' }, texts.offline);
  const views = new Map<number, TurnView>();

  function viewOf(turn: Turn): TurnView {
    const known = views.get(turn.id);
    if (known !== undefined) return known;
    const view = turnView(turn, context, {
      retry() {
        composer.input.focus();
        void session().retry(turn.id);
      },
      judge: (verdict, note) => void session().judge(turn.id, verdict, note),
    });
    views.set(turn.id, view);
    list.append(view.element);
    return view;
  }

  offline.hidden = true;
  return {
    heading,
    buttons: [clear],
    content: [conversation, offline, composer.element, make('p', { class: 'hint' }, texts.hint)],
    input: composer.input,
    setOnline(online) {
      offline.hidden = online;
    },
    update(turns, event) {
      welcome.hidden = turns.length > 0;
      clear.hidden = turns.length === 0;
      composer.setBusy(turns.some(isUnderWay));
      if (turns.length === 0) {
        views.clear();
        list.replaceChildren();
      }
      for (const turn of turns) viewOf(turn).update(turn);
      const changed = turns.find(
        (turn) => event !== undefined && 'id' in event && turn.id === event.id,
      );
      const told = event === undefined ? null : announcement(event, changed, texts);
      if (told !== null) context.announce(told);
      if (changed !== undefined && event?.type !== 'judged')
        viewOf(changed).element.scrollIntoView({ block: 'nearest' });
    },
  };
}

function welcomeView(
  { greeting, suggestions }: Settings,
  texts: ViewContext['texts'],
  ask: (question: string) => void,
): HTMLElement {
  const items = suggestions.map((question) =>
    make(
      'li',
      {},
      button('suggestion', { dir: 'auto' }, [question], () => ask(question)),
    ),
  );
  return make(
    'div',
    { class: 'welcome' },
    make('p', { part: 'greeting', dir: 'auto' }, greeting),
    items.length === 0 ? null : make('ul', { 'aria-label': texts.suggestions }, ...items),
  );
}
