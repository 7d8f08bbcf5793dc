import { type ZodType, z } from 'zod';
import { FootnoteError } from '../errors.js';

/** What a person typed, as the contract wants it. @throws FootnoteError `invalid_request` */
export function checkedRequest<Request>(schema: ZodType<Request>, typed: unknown): Request {
  const checked = schema.safeParse(typed);
  if (checked.success) return checked.data;
  throw new FootnoteError('invalid_request', z.prettifyError(checked.error), {
    cause: checked.error,
  });
}
