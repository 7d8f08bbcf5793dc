/** What an answer may tell or not, and figures need. */
export type Ability =
  | 'confidence'
  | 'short answer'
  | 'spans'
  | 'reason'
  | 'disagreement'
  | 'search';

/** What a target's answers cannot tell, and why, as a person reads it. */
export type Lacks = Readonly<Partial<Record<Ability, string>>>;
