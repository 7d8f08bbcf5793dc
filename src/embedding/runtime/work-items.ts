/** Texts that go to a thread together, by their places in the caller's list. */
export interface WorkItem {
  readonly places: readonly number[];
  readonly texts: readonly string[];
}

/** Few enough that a question never waits long for an item under way, enough to make messages cheap. */
const MOST_TEXTS = 16;
const MOST_CHARACTERS = 1500;

/** Cuts a list into items of texts of like length, longest first, so that all threads finish together. */
export function workItems(texts: readonly string[]): WorkItem[] {
  const items: { places: number[]; texts: string[]; characters: number }[] = [];
  const byLength = texts.map((text, place) => ({ text, place }));
  byLength.sort((a, b) => b.text.length - a.text.length || a.place - b.place);
  for (const { text, place } of byLength) {
    let item = items.at(-1);
    if (
      item === undefined ||
      item.texts.length === MOST_TEXTS ||
      item.characters + text.length > MOST_CHARACTERS
    ) {
      item = { places: [], texts: [], characters: 0 };
      items.push(item);
    }
    item.places.push(place);
    item.texts.push(text);
    item.characters += text.length;
  }
  return items;
}
