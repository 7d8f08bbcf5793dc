/** What is wrong with one file of the corpus, for the person who owns it. */
export interface DocumentProblem {
  /** Path below the corpus folder, with `/` between its parts. */
  readonly file: string;
  /** Line counted from 1, or null where no single line is to blame. */
  readonly line: number | null;
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** Says that a file cannot become a document; the corpus loader adds the file's name and makes it a `DocumentProblem`. */
export class InvalidDocument extends Error {
  readonly line: number | null;
  readonly remedy: string;

  constructor(message: string, remedy: string, line: number | null = null) {
    super(message);
    this.name = 'InvalidDocument';
    this.line = line;
    this.remedy = remedy;
  }
}
