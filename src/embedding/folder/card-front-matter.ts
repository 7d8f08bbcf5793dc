import { parse } from 'yaml';

/** What stands between the `---` lines that open a model card; undefined where that is nothing or not YAML. */
export function cardFrontMatter(card: string): unknown {
  const block = /^---\r?\n([\s\S]*?)\r?\n---/.exec(card)?.[1];
  if (block === undefined) return undefined;
  try {
    return parse(block) ?? undefined;
  } catch {
    return undefined;
  }
}
