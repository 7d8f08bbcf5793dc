/** A sentence on what a run shows. */
export interface Finding {
  /** `fault`: the service says or does what it must not; `caution`: read the figures with care; `good`: checked, and it holds. */
  readonly kind: 'fault' | 'caution' | 'good';
  readonly text: string;
  /** Ids of the questions concerned, in the order they were asked; none where it is about all of them. */
  readonly questions: readonly string[];
}

/** `3 of 40 questions`, with the noun in its plural. */
export function countOf(part: number, all: number, plural: string): string {
  return `${part} of ${all} ${plural}`;
}

/** The verb of a count: `was` of one, `were` of more. */
export function were(count: number): string {
  return count === 1 ? 'was' : 'were';
}

/** `1 question`, `3 questions`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

/** A share in whole per cent. */
export function perCent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Milliseconds as a person says them. */
export function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
