type Child = Node | string | null;

/** Attributes by name; one that is null is left out. Handlers are added by whoever needs them, never as text. */
type Attributes = Readonly<Record<string, string | null>>;

/** An element with attributes and children; a text becomes a text node and nothing else, whatever it holds. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== null) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A button that does `act`; `content` is what is seen, its name too unless `attributes` hold an aria-label. */
export function button(
  part: string,
  attributes: Attributes,
  content: readonly Child[],
  act: () => void,
): HTMLButtonElement {
  const element = make('button', { type: 'button', part, ...attributes }, ...content);
  element.addEventListener('click', act);
  return element;
}

/** Text that came from the service or a document: in a language that is not known, and a direction of its own. */
export const FOREIGN: Attributes = { dir: 'auto', lang: '' };

const NAMESPACE = 'http://www.w3.org/2000/svg';

const PATHS = {
  ask: 'M4 12h15M13 6l6 6-6 6',
  stop: 'M7 7h10v10H7z',
  close: 'M6 6l12 12M18 6L6 18',
  clear: 'M5 12a7 7 0 1 0 2.2-5.1M5 4v4h4',
  chat: 'M5 5h14v10H11l-4 4v-4H5zM8.5 8.7h7M8.5 11.5h4',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  up: 'M7 11v8H4v-8zM7 18.5h9.2l2.3-7.5H13l.7-5.5-1.5-.5L7 11',
  down: 'M7 13V5H4v8zM7 5.5h9.2l2.3 7.5H13l.7 5.5-1.5.5L7 13',
  out: 'M9 5H5v14h14v-4M13 5h6v6M19 5l-9 9',
} as const;

/** A drawing for the eye alone. */
export function icon(name: keyof typeof PATHS): SVGSVGElement {
  const svg = document.createElementNS(NAMESPACE, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(NAMESPACE, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
