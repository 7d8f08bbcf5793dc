import { writeFile } from 'node:fs/promises';
import { FootnoteError } from '../../src/errors.js';
import type { Options } from '../options.js';
import { junitXml } from './junit.js';
import { reportPage } from './page/report-page.js';
import type { Report } from './report.js';
import { reportJson } from './report-json.js';

const FORMS = { html: reportPage, json: reportJson, junit: junitXml } as const;

/**
 * Writes the forms of the report that the options name.
 * @throws FootnoteError `invalid_request` where a file cannot be written
 */
export async function writeReports(
  files: Pick<Options, keyof typeof FORMS>,
  report: Report,
): Promise<void> {
  for (const [form, write] of Object.entries(FORMS)) {
    const file = files[form as keyof typeof FORMS];
    if (file === undefined) continue;
    try {
      await writeFile(file, write(report));
    } catch (cause) {
      throw new FootnoteError(
        'invalid_request',
        `${file} cannot be written: ${cause}. Name another file with --${form}.`,
        { cause },
      );
    }
  }
}
