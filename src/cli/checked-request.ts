import type { ZodType } from 'zod';
import { FootnoteError } from '../errors.js';

/** What a person typed, as the contract wants it. @throws FootnoteError `invalid_request` */
export function checkedRequest<Request>(schema: ZodType<Request>, typed: unknown): Request {
  const checked = schema.safeParse(typed);
  if (checked.success) return checked.data;
  const wrong = checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new FootnoteError('invalid_request', wrong.join('\n'), { cause: checked.error });
}
