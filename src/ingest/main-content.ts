import { Readability } from '@mozilla/readability';

/** Page furniture, left out where the main content could not be told. */
const FURNITURE =
  'nav, header:not(article header):not(main header), footer:not(article footer):not(main footer), aside, form, [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=complementary], [role=dialog]';
const PROSE = 'p, li, dd, pre, td, blockquote, h1, h2, h3, h4, h5, h6';
/** Of the prose outside links, what is taken for the main content must hold so much; else too much of it was thrown away. */
const LEAST_SHARE = 0.5;
/** Elements of a page beyond which telling its main content takes too long. */
const ELEMENT_LIMIT = 60_000;

/** What a page is about, without its furniture. */
export interface MainContent {
  readonly root: Element;
  /** What the page's furniture tells of it. */
  readonly facts: { readonly title: string | null; readonly byline: string | null };
}

/**
 * The main content of a page as Mozilla's Readability (Firefox's reader view) finds it; where it finds nothing, or throws away more than half of the
 * prose, all of the page but navigation, header, footer and sidebars.
 * @param parse gives the page's tree anew each time, for Readability changes it
 */
export function mainContent(parse: () => Document): MainContent {
  const parseMain = () => narrowed(parse());
  const whole = parseMain();
  for (const furniture of whole.body.querySelectorAll(FURNITURE)) furniture.remove();
  const article = readable(parseMain());
  const facts = { title: article?.title || null, byline: article?.byline || null };
  const least = proseLength(whole.body) * LEAST_SHARE;
  const root = article?.content;
  return root && proseLength(root) >= least && root.textContent?.trim() !== ''
    ? { root, facts }
    : { root: whole.body, facts };
}

/** The page with nothing in its body but what it says is its main part, where it names one. */
export function narrowed(document: Document): Document {
  const mains = document.querySelectorAll('main, [role=main]');
  const [main] = mains;
  if (mains.length === 1 && main !== undefined && proseLength(main) > 0)
    document.body.replaceChildren(main);
  return document;
}

function readable(document: Document) {
  try {
    return new Readability<Element>(document, {
      maxElemsToParse: ELEMENT_LIMIT,
      charThreshold: 200,
      serializer: (node) => node as Element,
    }).parse();
  } catch {
    return null;
  }
}

/** Characters of running text that is not in links, which are what furniture is made of. */
function proseLength(root: Element): number {
  let length = 0;
  for (const element of root.querySelectorAll(PROSE)) {
    if (element.querySelector(PROSE) !== null) continue;
    const own = element.textContent?.trim().length ?? 0;
    const linked = [...element.querySelectorAll('a')].reduce(
      (sum, link) => sum + (link.textContent?.trim().length ?? 0),
      0,
    );
    length += Math.max(0, own - linked);
  }
  return length;
}
