import type { AskResponse } from '../contract/ask.js';
import type { FailureKind } from './failure.js';
import { ENGLISH } from './texts-english.js';
import { JAPANESE } from './texts-japanese.js';
import { KOREAN } from './texts-korean.js';

type AbstentionReason = NonNullable<AskResponse['abstention']>['reason'];

/** Every word of the interface in one language. `{name}` stands for what is filled in. */
export interface Texts {
  readonly heading: string;
  readonly greeting: string;
  /** Of the button that opens the panel; `{heading}`. */
  readonly open: string;
  readonly close: string;
  readonly clear: string;
  readonly conversation: string;
  readonly suggestions: string;
  readonly question: string;
  readonly askHere: string;
  readonly ask: string;
  readonly stop: string;
  readonly hint: string;
  readonly searching: string;
  /** `{count}` passages are read. */
  readonly reading: string;
  readonly stopped: string;
  readonly offline: string;
  /** `{number}` and `{title}` of a source. */
  readonly source: string;
  readonly sources: string;
  /** `{page}` of a source. */
  readonly page: string;
  readonly openSource: string;
  readonly newTab: string;
  readonly unchecked: string;
  readonly differ: string;
  readonly confidence: { readonly high: string; readonly fair: string; readonly low: string };
  readonly abstained: Readonly<Record<AbstentionReason, string>>;
  readonly nearest: string;
  readonly openPassage: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly up: string;
  readonly down: string;
  readonly why: string;
  readonly sendNote: string;
  readonly thanks: string;
  readonly notKept: string;
  readonly failures: Readonly<Record<FailureKind, string>>;
  /** `{seconds}` until the next attempt may succeed. */
  readonly wait: string;
  readonly retry: string;
  /** What is read out when `{count}` sources prove an answer. */
  readonly announceSources: string;
}

/** Languages the interface speaks. */
export const TEXTS: Readonly<Record<'en' | 'ko' | 'ja', Texts>> = {
  en: ENGLISH,
  ko: KOREAN,
  ja: JAPANESE,
};

export type InterfaceLanguage = keyof typeof TEXTS;

/** The language of the interface for the first tag (BCP 47) whose language it speaks; English where it speaks none. */
export function interfaceLanguage(tags: readonly (string | null | undefined)[]): InterfaceLanguage {
  for (const tag of tags) {
    const language = tag?.trim().toLowerCase().split(/[-_]/)[0] ?? '';
    if (Object.hasOwn(TEXTS, language)) return language as InterfaceLanguage;
  }
  return 'en';
}

/** The text with each `{name}` replaced by its value. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
