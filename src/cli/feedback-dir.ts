import { readConfig } from '../config.js';
import { FootnoteError } from '../errors.js';

/** Where feedback is kept. @throws FootnoteError `config_invalid` where it is switched off */
export function feedbackDir(): string {
  const dir = readConfig(process.env).feedbackDir;
  if (dir !== null) return dir;
  throw new FootnoteError(
    'config_invalid',
    'Feedback is switched off: FEEDBACK_DIR is "none". Name the folder where it was kept.',
    { details: { variable: 'FEEDBACK_DIR' } },
  );
}
