import type { DocumentText } from '../document-text.js';

/** A source as an answer names it: what it is called there, and the document that is meant, if it is one of those known. */
export interface NamedSource {
  readonly name: string;
  readonly documentId: string | null;
}

export interface SplitAnswer {
  /** What is said, without the list of sources. */
  readonly body: string;
  /** By the number the list gives them; those without one count on from 1 in their order. */
  readonly listed: ReadonlyMap<number, NamedSource>;
}

const HEADING =
  /^[ \t]*(?:#{1,6}[ \t]*|\*\*|__)?(?:sources?|references?|citations?|bibliography|footnotes|works cited|quellen|fuentes|références|출처|참고 ?(?:문헌|자료)?|참조|出典|参考(?:文献|資料)?|来源|參考(?:文獻|資料)?)(?: used| cited)?[ \t]*[:：]?(?:\*\*|__)?[ \t]*[:：]?[ \t]*/gim;
/** What stands alone on its line is a heading; so is a word with a colon after it, and what follows is the list. */
const IS_HEADING = /[:：]|\*\*|__|#/;
const ENTRY = /^[ \t]*(?:[-*•][ \t]+)?(?:\[\^?(\d{1,3})\]:?|(\d{1,3})[.):])?[ \t]*(.+)$/;
const DEFINITION = /^[ \t]*\[\^?(\d{1,3})\]:[ \t]*(.+)$/gm;

/** Parts an answer in plain text into what is said and the list of sources in its end. */
export function splitSources(answer: string, documents: readonly DocumentText[]): SplitAnswer {
  const listed = new Map<number, NamedSource>();
  const name = sourceNamer(documents);
  const heading = [...answer.matchAll(HEADING)].findLast((match) => {
    const rest = answer.slice(match.index + match[0].length);
    return rest.startsWith('\n') || rest === '' || IS_HEADING.test(match[0]);
  });
  const listBegins = heading === undefined ? answer.length : heading.index;
  const list = heading === undefined ? '' : answer.slice(listBegins + heading[0].length);
  let next = 1;
  for (const line of list.split('\n')) {
    const [, bracketed, plain, text = ''] = ENTRY.exec(line) ?? [];
    if (text.trim() === '') continue;
    const number = Number(bracketed ?? plain ?? next);
    if (!listed.has(number)) listed.set(number, name(text));
    next = number + 1;
  }
  const body = answer.slice(0, listBegins).replace(DEFINITION, (_, number, text) => {
    listed.set(Number(number), name(String(text)));
    return '';
  });
  return { body: body.trim(), listed };
}

/** Says which document is meant where a text names one by its address, title, id or file name; the longest name counts. */
export function sourceNamer(documents: readonly DocumentText[]): (text: string) => NamedSource {
  const names = documents
    .flatMap(({ id, title, url }) =>
      [title, id, id.split('/').at(-1) ?? id, url?.replace(/^https?:\/\/(?:www\.)?/, '') ?? '']
        .map((name) => ({ id, key: key(name) }))
        .filter((one) => one.key.length > 5),
    )
    .sort((a, b) => b.key.length - a.key.length);
  return (text) => {
    const within = key(text);
    return {
      name: text.trim(),
      documentId: names.find((one) => ` ${within} `.includes(` ${one.key} `))?.id ?? null,
    };
  };
}

function key(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
