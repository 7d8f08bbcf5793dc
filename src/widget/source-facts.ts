import type { Citation } from '../contract/citation.js';
import { fill, type InterfaceLanguage, TEXTS } from './texts.js';

/** Author, publisher, date and page of a source, as far as they are known, in the order a reference names them. */
export function sourceFacts(
  citation: Pick<Citation, 'author' | 'publisher' | 'published' | 'page' | 'pageEnd'>,
  language: InterfaceLanguage,
): string[] {
  const { author, publisher, published, page, pageEnd } = citation;
  const pages = pageEnd === undefined ? page : `${page}–${pageEnd}`;
  return [
    author,
    publisher === author ? null : publisher,
    published === null ? null : readableDate(published, language),
    pages === undefined ? null : fill(TEXTS[language].page, { page: pages }),
  ].flatMap((fact) => fact || []);
}

/** A date as precise as it was given: YYYY, YYYY-MM or YYYY-MM-DD; what is no date stays as it is. */
export function readableDate(published: string, language: InterfaceLanguage): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(published) ?? [];
  const date = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (year === undefined || Number.isNaN(date.getTime())) return published;
  return new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  }).format(date);
}
