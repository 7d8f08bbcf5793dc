/** A step through a path: one character, or a wildcard. */
type Step = string | { readonly repeats: boolean; readonly crossesFolders: boolean };

const ONE: Step = { repeats: false, crossesFolders: false };
const SOME: Step = { repeats: true, crossesFolders: false };
const DEEP: Step = { repeats: true, crossesFolders: true };
const WILDCARDS = /\*\*|\*|\?/;

/**
 * Tells whether a path (`/` between its parts) is one of those meant. Without a wildcard a pattern means a file or a folder with all
 * below it; with wildcards it means whole paths: `*` stands for anything within one part, `**` for anything, `?` for one
 * character other than `/`, and `**` between slashes also for no folder at all. Takes time in proportion to path times wildcards.
 */
export function pathMatcher(patterns: readonly string[]): (path: string) => boolean {
  const tests = patterns.map((pattern) => {
    const bare = pattern.normalize('NFC').replace(/^(?:\.?\/)+|\/+$/g, '');
    if (!WILDCARDS.test(bare))
      return (path: string) => bare === '' || path === bare || path.startsWith(`${bare}/`);
    // `a/**/b` also means `a/b`, and `**/b` also `b`.
    const ways = [...new Set([bare, bare.replace(/(^|\/)\*\*\//g, '$1')])].map(stepsOf);
    return (path: string) => ways.some((steps) => walks(steps, path));
  });
  return (path) => {
    const composed = path.normalize('NFC');
    return tests.some((test) => test(composed));
  };
}

function stepsOf(pattern: string): Step[] {
  const steps: Step[] = [];
  for (const [part] of pattern.matchAll(/\*{2,}|[\s\S]/gu)) {
    if (part === '?') steps.push(ONE);
    else if (part === '*') steps.push(SOME);
    else if (part.startsWith('**')) steps.push(DEEP);
    else steps.push(part);
  }
  return steps;
}

/** Goes through the path once with every place of the pattern that may be reached, so no pattern can make it slow. */
function walks(steps: readonly Step[], path: string): boolean {
  let reached = withSkipped([0], steps);
  for (const character of path) {
    const next: number[] = [];
    for (const at of reached) {
      const step = steps[at];
      if (step === undefined) continue;
      if (typeof step === 'string') {
        if (step === character) next.push(at + 1);
      } else if (step.crossesFolders || character !== '/') {
        next.push(step.repeats ? at : at + 1);
      }
    }
    if (next.length === 0) return false;
    reached = withSkipped(next, steps);
  }
  return reached.includes(steps.length);
}

/** A wildcard that repeats may also stand for nothing. */
function withSkipped(places: readonly number[], steps: readonly Step[]): number[] {
  const reached = new Set<number>();
  for (let at of places) {
    reached.add(at);
    while (isRepeating(steps[at])) reached.add(++at);
  }
  return [...reached];
}

function isRepeating(step: Step | undefined): boolean {
  return typeof step === 'object' && step.repeats;
}
