import { plainText, type StatedFacts, statedFacts } from './metadata-values.js';

/** Names under which pages state what is known here by the first, the more telling first. */
const META = {
  title: ['citation_title', 'og:title', 'twitter:title', 'dc.title'],
  author: ['author', 'citation_author', 'article:author', 'dc.creator', 'parsely-author'],
  publisher: [
    'citation_publisher',
    'dc.publisher',
    'publisher',
    'og:site_name',
    'application-name',
  ],
  published: [
    'article:published_time',
    'citation_publication_date',
    'dc.date',
    'dc.date.issued',
    'dcterms.issued',
    'date',
    'pubdate',
    'parsely-pub-date',
  ],
  modified: ['article:modified_time', 'dcterms.modified', 'last-modified'],
  language: ['dc.language', 'content-language'],
  licence: ['dc.rights', 'dcterms.license'],
  description: ['description', 'og:description'],
} as const;
const TAGS = ['keywords', 'article:tag', 'citation_keywords', 'news_keywords'];
/** A visible by-line is only taken for the author's name if it is as short as names are. */
const BYLINE_LIMIT = 80;

/** What a page says about itself in its head, and what its furniture tells. */
export function htmlFacts(
  document: Document,
  found: { readonly title: string | null; readonly byline: string | null },
): StatedFacts {
  const metas = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('http-equiv')
    )?.toLowerCase();
    const content = plainText(meta.getAttribute('content'));
    if (name && content !== null) metas.set(name, [...(metas.get(name) ?? []), content]);
  }
  const stated = (names: readonly string[]) =>
    names.map((name) => metas.get(name)).find((values) => values !== undefined);
  const facts = Object.entries(META).map(([key, names]) => {
    const values = stated(names)?.filter((value) => key !== 'author' || !/^https?:/.test(value));
    return [key, key === 'author' ? values?.join(', ') : values?.[0]] as const;
  });
  const values = new Map<string, unknown>(facts.filter(([, value]) => value));
  const canonical = document.querySelector('link[rel~=canonical]')?.getAttribute('href');
  const language = document.documentElement.getAttribute('lang');
  const tags = TAGS.flatMap((name) => metas.get(name) ?? []).flatMap((list) => list.split(','));
  const time = document.querySelector('time[datetime]')?.getAttribute('datetime');
  if (language) values.set('language', language);
  if (canonical) values.set('url', canonical);
  if (tags.length > 0) values.set('tags', tags);
  if (!values.has('published') && time) values.set('date', time);
  if (!values.has('author') && found.byline !== null && found.byline.length <= BYLINE_LIMIT)
    values.set('author', found.byline.replace(/^\s*by\s+/i, ''));
  const heading = plainText(document.querySelector('h1')?.textContent);
  const whole = plainText(document.querySelector('title')?.textContent);
  // A title often has the name of the site in it; the heading that it repeats does not.
  const isHeadingInTitle = heading !== null && heading.length > 3 && whole?.includes(heading);
  const title = found.title ?? whole ?? values.get('title') ?? heading;
  values.set('title', isHeadingInTitle ? heading : title);
  return statedFacts(values);
}
