import { writeFile } from 'node:fs/promises';
import { FootnoteError } from '../../src/errors.js';
import type { AblationReport } from '../ablations/ablation.js';
import type { MeasuredReport } from '../import/measured-report.js';
import type { Options } from '../options.js';
import { ablationsJunit } from './junit/ablations-junit.js';
import { measuredJunit } from './junit/measured-junit.js';
import { outcomesJunit } from './junit/outcomes-junit.js';
import { ablationsPage } from './page/ablations-page.js';
import { measuredPage } from './page/measured-page.js';
import { reportPage } from './page/report-page.js';
import type { Report } from './report.js';
import { reportJson } from './report-json.js';

type Files = Pick<Options, 'html' | 'json' | 'junit'>;

/** How a report of some kind is written in each form. */
type Forms<R> = Readonly<Record<keyof Files, (report: R) => string>>;

const OF_OUTCOMES: Forms<Report> = { html: reportPage, json: reportJson, junit: outcomesJunit };
const OF_ABLATIONS: Forms<AblationReport> = {
  html: ablationsPage,
  json: plainJson,
  junit: ablationsJunit,
};
const OF_MEASURED: Forms<MeasuredReport> = {
  html: measuredPage,
  json: plainJson,
  junit: measuredJunit,
};

/**
 * Writes the forms of a report that the options name.
 * @throws FootnoteError `invalid_request` where a file cannot be written
 */
export function writeReports(files: Files, report: Report): Promise<void> {
  return write(OF_OUTCOMES, files, report);
}

/** The same for what each part of the engine is worth. */
export function writeAblations(files: Files, report: AblationReport): Promise<void> {
  return write(OF_ABLATIONS, files, report);
}

/** The same for figures on a public set. */
export function writeMeasured(files: Files, report: MeasuredReport): Promise<void> {
  return write(OF_MEASURED, files, report);
}

async function write<R>(forms: Forms<R>, files: Files, report: R): Promise<void> {
  for (const form of ['html', 'json', 'junit'] as const) {
    const file = files[form];
    if (file === undefined) continue;
    try {
      await writeFile(file, forms[form](report));
    } catch (cause) {
      throw new FootnoteError(
        'invalid_request',
        `${file} cannot be written: ${cause}. Name another file with --${form}.`,
        { cause },
      );
    }
  }
}

function plainJson(report: object): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
