/** What a check found. */
export interface Finding {
  readonly check: string;
  /** `attention`: it works, but a person should know. `wrong`: it does not work. */
  readonly status: 'fine' | 'attention' | 'wrong';
  readonly found: string;
  /** What to do; null where all is well. */
  readonly remedy: string | null;
}

export function fine(check: string, found: string): Finding {
  return { check, status: 'fine', found, remedy: null };
}

export function attention(check: string, found: string, remedy: string): Finding {
  return { check, status: 'attention', found, remedy };
}

export function wrong(check: string, found: string, remedy: string): Finding {
  return { check, status: 'wrong', found, remedy };
}

/** The first line of what an error says. */
export function said(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? '';
}
