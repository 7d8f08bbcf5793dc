import type { Variation } from '../src/compose.js';
import { FootnoteError } from '../src/errors.js';
import { runImported } from './import/run-imported.js';
import { HELP, type Options, parseOptions } from './options.js';
import { runQuestions } from './run-questions.js';
import type { DocumentText } from './target/document-text.js';
import { ServiceError } from './target/service-error.js';
import type { Target, TargetCorpus } from './target/target.js';

/** What the program needs of the world. */
export interface Surroundings {
  /** Opens what is evaluated, with parts put in the place of others where that is measured. */
  readonly openTarget: (
    options: Options,
    dataset: TargetCorpus,
    variation?: Variation,
  ) => Promise<Target>;
  /** Reads the documents a dataset is about; undefined where they are not at hand. */
  readonly readDocuments?: (dataset: TargetCorpus) => Promise<readonly DocumentText[]>;
  readonly print: (text: string) => void;
  readonly onProgress?: (done: number, all: number) => void;
  /** Folder that `--save` writes to. */
  readonly baselinesDir: string;
  /** File of the gates. */
  readonly gatesFile: string;
}

/**
 * Runs the evaluation as the command line says.
 * @returns The exit code: 0 good, 1 below a gate, worse than the baseline or not the same twice, 2 could not run.
 */
export async function main(args: readonly string[], world: Surroundings): Promise<0 | 1 | 2> {
  try {
    const options = parseOptions(args);
    const imported = options.beir !== undefined || options.squad !== undefined;
    if (!options.help)
      return imported ? await runImported(options, world) : await runQuestions(options, world);
    world.print(HELP);
    return 0;
  } catch (error) {
    const meant = error instanceof FootnoteError || error instanceof ServiceError;
    const shown = error instanceof Error && !meant ? (error.stack ?? error.message) : error;
    world.print(`Could not run: ${meant ? error.message : shown}`);
    return 2;
  }
}
