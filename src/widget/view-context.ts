import type { DocumentView } from '../contract/document.js';
import type { OpenCard } from './open-card.js';
import type { InterfaceLanguage, Texts } from './texts.js';

/** What every view knows of the element it stands in. */
export interface ViewContext {
  readonly texts: Texts;
  readonly language: InterfaceLanguage;
  /** Address of the service, without a slash at its end. */
  readonly endpoint: string;
  /** The card that is open, wherever it is. */
  readonly openCard: OpenCard;
  /** A document with its text, fetched once. */
  documentOf(id: string): Promise<DocumentView>;
  /** Has a text read out once. */
  announce(text: string): void;
}

/** What a person can do with a turn. */
export interface TurnActions {
  retry(): void;
  judge(verdict: 'up' | 'down', note?: string): void;
}
