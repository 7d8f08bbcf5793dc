/** What the program's exit status means; `footnote --help` tells people. */
export const EXIT_CODES = {
  done: 0,
  failed: 1,
  misused: 2,
  abstained: 3,
  locked: 4,
} as const;

export const EXIT_CODES_HELP = `
Exit status:
  0  done
  1  failed; what went wrong and what to do is on standard error
  2  used wrongly: unknown command or option, or a question that is none
  3  asked, and the documents hold no answer
  4  another process builds this index; try again when it is done

Settings are environment variables; README.md lists them.`;
