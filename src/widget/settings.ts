import { type InterfaceLanguage, interfaceLanguage, TEXTS } from './texts.js';

/** Attributes of the element that change what it shows; each is a property too. */
export const ATTRIBUTES = [
  'endpoint',
  'heading',
  'greeting',
  'suggestions',
  'language',
  'theme',
  'position',
  'history',
] as const;

export type AttributeName = (typeof ATTRIBUTES)[number];

/** What the attributes and the page around the element come to. */
export interface Settings {
  /** Absolute, without a slash at its end. */
  readonly endpoint: string;
  readonly heading: string;
  readonly greeting: string;
  readonly suggestions: readonly string[];
  readonly language: InterfaceLanguage;
  readonly floating: boolean;
  /** Whether the conversation is kept until the tab is closed. */
  readonly keepsHistory: boolean;
}

/** What an element knows of the page it stands in. */
export interface PageFacts {
  /** Address of the script that defined the element. */
  readonly script: string;
  /** Address that relative ones are relative to. */
  readonly page: string;
  /** Language of the text around the element, BCP 47; null where the page does not say. */
  readonly language: string | null;
}

/** @param attribute Value of an attribute, null where it is not set. */
export function readSettings(
  attribute: (name: AttributeName) => string | null,
  page: PageFacts,
): Settings {
  const language = interfaceLanguage([attribute('language'), page.language]);
  const texts = TEXTS[language];
  return {
    endpoint: endpointAddress(attribute('endpoint'), page),
    heading: attribute('heading')?.trim() || texts.heading,
    greeting: attribute('greeting')?.trim() || texts.greeting,
    suggestions: parseSuggestions(attribute('suggestions')),
    language,
    floating: attribute('position') === 'floating',
    keepsHistory: attribute('history') === 'visit',
  };
}

/** A JSON array of texts, or texts separated by `|`. */
export function parseSuggestions(given: string | null): string[] {
  return listed(given ?? '')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function listed(given: string): string[] {
  if (!given.trim().startsWith('[')) return given.split('|');
  try {
    const parsed: unknown = JSON.parse(given);
    return Array.isArray(parsed) ? parsed.filter((one) => typeof one === 'string') : [];
  } catch {
    return given.split('|');
  }
}

/** The endpoint that was named, or the folder of the script; one that is no web address is as good as none. */
function endpointAddress(named: string | null, { script, page }: PageFacts): string {
  const candidates = named?.trim() ? [[named.trim(), page]] : [];
  const found = [...candidates, ['.', script], ['/', page]]
    .filter(([address = '', base]) => URL.canParse(address, base))
    .map(([address = '', base]) => new URL(address, base))
    .find(({ protocol }) => protocol === 'http:' || protocol === 'https:');
  return found === undefined ? '' : `${found.origin}${found.pathname}`.replace(/\/+$/, '');
}
