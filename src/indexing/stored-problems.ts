import type { DocumentProblem } from '../ingest/invalid-document.js';
import type { Connection } from './database.js';

/** The files a build had to leave out, in the order of their paths. */
export function storedProblems(database: Connection): DocumentProblem[] {
  return database
    .prepare<[], DocumentProblem>(
      'SELECT file, line, message, remedy FROM problems ORDER BY file, line',
    )
    .all();
}
