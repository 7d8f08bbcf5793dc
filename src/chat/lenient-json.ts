/** Thrown where the text ends before the value does. */
class Ended extends Error {}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
const PLAIN = /[^\s,:[\]{}"]+/uy;
const DEEPEST = 20;

/**
 * The first JSON object in a text, read as models write it: amid other words or in a fence, with commas too many, line
 * breaks in strings, bare words, or cut off, in which case it holds what was complete.
 * @returns undefined where there is none
 */
export function lenientJson(text: string): Readonly<Record<string, unknown>> | undefined {
  for (let from = text.indexOf('{'); from >= 0; from = text.indexOf('{', from + 1)) {
    const object = objectAt(text, from);
    if (object !== undefined && Object.keys(object).length > 0) return object;
  }
  return undefined;
}

function objectAt(text: string, from: number): Readonly<Record<string, unknown>> | undefined {
  let at = from;
  let isCut = false;

  function value(depth: number): unknown {
    blanks();
    const begins = text[at];
    if (begins === undefined) throw new Ended();
    if (depth > DEEPEST) throw new SyntaxError('nested too deeply');
    if (begins === '{') return object(depth);
    if (begins === '[') return array(depth);
    if (begins === '"') return string();
    return bare();
  }

  function object(depth: number): Record<string, unknown> {
    const members: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    at += 1;
    try {
      for (;;) {
        separators();
        if (text[at] === '}') break;
        const name = String(text[at] === '"' ? string() : bare());
        blanks();
        if (text[at] === undefined) throw new Ended();
        if (text[at] !== ':') throw new SyntaxError('a colon was wanted');
        at += 1;
        members[name] = value(depth + 1);
        if (isCut) throw new Ended();
      }
    } catch (error) {
      if (!(error instanceof Ended) || depth > 0) throw error;
      isCut = true;
      return members;
    }
    at += 1;
    return members;
  }

  /** A list of the outermost object is kept without its last element where that is cut off; others are all or nothing. */
  function array(depth: number): unknown[] {
    const elements: unknown[] = [];
    at += 1;
    try {
      for (;;) {
        separators();
        if (text[at] === ']') break;
        elements.push(value(depth + 1));
      }
    } catch (error) {
      if (!(error instanceof Ended) || depth > 1) throw error;
      isCut = true;
      return elements;
    }
    at += 1;
    return elements;
  }

  function string(): string {
    let read = '';
    for (at += 1; text[at] !== '"'; at++) {
      const one = text[at];
      if (one === undefined) throw new Ended();
      if (one !== '\\') {
        read += one;
        continue;
      }
      at += 1;
      const escaped = text[at];
      if (escaped === undefined) throw new Ended();
      const code = /^[\da-f]{4}/iu.exec(text.slice(at + 1, at + 5))?.[0];
      if (escaped === 'u' && code !== undefined) {
        read += String.fromCharCode(Number.parseInt(code, 16));
        at += 4;
      } else read += ESCAPES[escaped] ?? escaped;
    }
    at += 1;
    return read;
  }

  function bare(): unknown {
    PLAIN.lastIndex = at;
    const word = PLAIN.exec(text)?.[0];
    if (word === undefined) throw new SyntaxError('a value was wanted');
    at += word.length;
    if (/^(?:true|false)$/iu.test(word)) return word.toLowerCase() === 'true';
    if (/^(?:null|none)$/iu.test(word)) return null;
    const number = Number(word);
    return Number.isNaN(number) ? word : number;
  }

  function blanks(): void {
    while (/\s/u.test(text[at] ?? '')) at += 1;
  }

  function separators(): void {
    while (/[\s,]/u.test(text[at] ?? '')) at += 1;
    if (text[at] === undefined) throw new Ended();
  }

  try {
    return object(0);
  } catch {
    return undefined;
  }
}
