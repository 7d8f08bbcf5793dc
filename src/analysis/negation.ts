/** A word that turns what is said into its contrary. */
export const NEGATION =
  /\b(?:not|never|cannot|no longer|without|nobody|none|neither|nor|nothing|fail(?:s|ed)? to|refus(?:es?|ed) to|unable to|lack(?:s|ed)?)\b|n['’]t\b/iu;
/** Negations that deny nothing: "not only", "whether or not", "not until". */
export const NO_DENIAL = /^not (?:only|just|until|as)\b|\(not\b|\bor not\b/iu;
