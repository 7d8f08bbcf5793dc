import { basename, resolve } from 'node:path';

const here = import.meta.dirname;

/** The folder of datasets, baselines and gates: this one, also for the built program, which lies two folders deep beside it. */
export const EVAL_DIR = basename(here) === 'eval' ? here : resolve(here, '../../eval');
