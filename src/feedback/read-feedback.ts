import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { FootnoteError } from '../errors.js';
import { type FeedbackEntry, FeedbackEntrySchema } from './feedback-entry.js';
import { feedbackFile } from './feedback-file.js';

export interface KeptFeedback {
  /** In the order they were kept. */
  readonly entries: readonly FeedbackEntry[];
  /** Lines that could not be read: cut off by a crash, or changed by hand. */
  readonly unreadable: number;
}

/**
 * Everything that was kept; nothing where there is no file yet.
 * @throws FootnoteError `feedback_failed` where the file is there and cannot be read
 */
export async function readFeedback(dir: string): Promise<KeptFeedback> {
  const path = feedbackFile(dir);
  const entries: FeedbackEntry[] = [];
  let unreadable = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(path) })) {
      if (line.trim() === '') continue;
      const entry = parse(line);
      if (entry === undefined) unreadable += 1;
      else entries.push(entry);
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return { entries, unreadable };
    throw new FootnoteError('feedback_failed', `${path} cannot be read. Check FEEDBACK_DIR.`, {
      cause,
    });
  }
  return { entries, unreadable };
}

function parse(line: string): FeedbackEntry | undefined {
  try {
    return FeedbackEntrySchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
