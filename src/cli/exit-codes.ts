/** What the program's exit status means; `footnote --help` tells people. */
export const EXIT_CODES = {
  done: 0,
  failed: 1,
  misused: 2,
  abstained: 3,
  locked: 4,
} as const;

export const EXIT_CODES_HELP = `
Examples:
  CORPUS_DIR=~/documents footnote serve         answer over HTTP; follow what changes in the folder
  footnote index --watch                        keep the index up to date, for services elsewhere
  footnote ask "When does the office open?"     one answer, with its sources
  footnote search "office hours" --json | jq    passages, for programs
  footnote doctor                               what is wrong here, and what to do

Exit status:
  0  done
  1  failed; what went wrong and what to do is on standard error, or among what the doctor found
  2  used wrongly: unknown command or option, or a question that is none
  3  asked, and the documents hold no answer
  4  another process builds this index; try again when it is done

Settings are environment variables; README.md lists them.`;
