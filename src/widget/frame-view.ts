import type { ChatView } from './chat-view.js';
import { button, icon, make } from './make.js';
import type { Settings } from './settings.js';
import { fill, type Texts } from './texts.js';

/** Below this width a floating panel takes the whole window, and the page behind it takes no part. */
const NARROW = '(max-width: 30rem)';

export interface FrameView {
  readonly elements: readonly HTMLElement[];
  open(): void;
  /** Whether there was anything to close. */
  close(): boolean;
}

/** What holds the conversation in the flow of the page. */
export function inlineFrame({ heading, buttons, content }: ChatView): FrameView {
  const header = make('header', {}, heading, ...buttons);
  const frame = make(
    'section',
    { part: 'frame', 'aria-labelledby': 'heading' },
    header,
    ...content,
  );
  return { elements: [frame], open() {}, close: () => false };
}

/** A button in the corner of the window, and the panel that it opens. */
export function floatingFrame(
  { heading, buttons, content, input }: ChatView,
  { heading: name }: Settings,
  texts: Texts,
  onToggle: (open: boolean) => void,
): FrameView {
  const launcher = button(
    'launcher',
    {
      'aria-label': fill(texts.open, { heading: name }),
      'aria-expanded': 'false',
      'aria-haspopup': 'dialog',
    },
    [icon('chat'), make('span', {}, name)],
    open,
  );
  const dismiss = button(
    'close',
    { 'aria-label': texts.close, title: texts.close },
    [icon('close')],
    close,
  );
  const header = make('header', {}, heading, ...buttons, dismiss);
  const panel = make('dialog', { part: 'frame', 'aria-labelledby': 'heading' }, header, ...content);

  function open(): void {
    if (panel.open) return;
    if (matchMedia(NARROW).matches) panel.showModal();
    else panel.show();
    launcher.setAttribute('aria-expanded', 'true');
    input.focus();
    onToggle(true);
  }

  function close(): boolean {
    const was = panel.open;
    if (was) panel.close();
    return was;
  }

  panel.addEventListener('close', () => {
    launcher.setAttribute('aria-expanded', 'false');
    launcher.focus();
    onToggle(false);
  });
  return { elements: [launcher, panel], open, close };
}
