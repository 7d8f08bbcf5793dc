/** A sentence that says what its quote does not. */
export interface FaultySentence {
  readonly kind: string;
  readonly text: string;
  readonly cites: readonly number[];
}

/** Makes a fault of its kind; null where the sentence has no room for it. */
type Fault = (text: string, number: number) => Omit<FaultySentence, 'kind'> | null;

const OPPOSITES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:increased|rose|grew|surged)\b/iu, 'fell'],
  [/\b(?:decreased|fell|declined|dropped)\b/iu, 'rose'],
  [/\bmore than\b/iu, 'less than'],
  [/\bexports? to\b/iu, 'imports from'],
];

const FAULTS: Readonly<Record<string, Fault>> = {
  figure: (text, number) =>
    changed(text, number, /\d+(?=[^\d]*$)|\d+/u, (figure) => String(Number(figure) + 7)),
  name: (text, number) => changed(text, number, /(?<=\s)\p{Lu}\p{Ll}{3,}/u, () => 'Ruritania'),
  denial: (text, number) =>
    changed(
      text,
      number,
      /\b(?:is|are|was|were|has|have|had|will|can)\b/u,
      (verb) => `${verb} not`,
    ),
  opposite: (text, number) => {
    const [pattern, other] = OPPOSITES.find(([one]) => one.test(text)) ?? [];
    return pattern === undefined ? null : changed(text, number, pattern, () => other ?? '');
  },
  addition: (text, number) => ({
    text: text.replace(/[.!?]?\s*$/u, ', as experts at Ruritania University confirmed in 1911.'),
    cites: [number],
  }),
  link: (text, number) => ({
    text: `${text} See https://ruritania.example/?q=all.`,
    cites: [number],
  }),
  citation: (text) => ({ text: `Indeed, ${text}`, cites: [977] }),
};

/** @param turn from 1: the kinds take turns, and the next is taken where one has no room */
export function writeFaulty(text: string, number: number, turn: number): FaultySentence {
  const kinds = Object.entries(FAULTS);
  for (let place = 0; place < kinds.length; place++) {
    const [kind, fault] = kinds[(turn + place) % kinds.length] ?? [];
    const faulty = fault?.(text, number) ?? null;
    if (kind !== undefined && faulty !== null) return { kind, ...faulty };
  }
  return { kind: 'citation', text, cites: [977] };
}

function changed(
  text: string,
  number: number,
  pattern: RegExp,
  other: (found: string) => string,
): Omit<FaultySentence, 'kind'> | null {
  const altered = text.replace(pattern, other);
  return altered === text ? null : { text: altered, cites: [number] };
}
