import type { Context, MiddlewareHandler } from 'hono';
import { FootnoteError } from '../errors.js';

const MAX_BODY_BYTES = 64 * 1024;

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json$/;
const CHARSET = /;\s*charset\s*=\s*"?([^\s;"]+)/i;

/**
 * Reads a JSON body in UTF-8, so that the schema's validator finds it read and parsable.
 * @throws FootnoteError `unsupported_media_type`, `payload_too_large`, `invalid_json` or `cancelled`
 */
export function jsonBodyUpTo(maxBytes: number): MiddlewareHandler {
  return async (c, next) => {
    await readJson(c, maxBytes);
    await next();
  };
}

/** A JSON body of at most 64 KB. */
export const jsonBody: MiddlewareHandler = jsonBodyUpTo(MAX_BODY_BYTES);

async function readJson(c: Context, maxBytes: number): Promise<void> {
  checkContentType(c.req.header('content-type') ?? '');
  const text = await readTextBody(c, maxBytes);
  Object.assign(c.req.bodyCache, { text: Promise.resolve(checkedJson(text)) });
}

/**
 * Reads a body in UTF-8, whatever it holds.
 * @throws FootnoteError `unsupported_media_type`, `payload_too_large`, `invalid_json` where it is not UTF-8, or `cancelled`
 */
export async function readTextBody(c: Context, maxBytes: number): Promise<string> {
  const encoding = c.req.header('content-encoding') ?? 'identity';
  if (encoding !== 'identity')
    throw new FootnoteError(
      'unsupported_media_type',
      `The body came with Content-Encoding "${encoding}". Send it without any.`,
    );
  const bytes = await readBytes(c.req.raw, c.req.header('content-length'), maxBytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new FootnoteError('invalid_json', 'The body is not UTF-8.', { cause });
  }
}

function checkContentType(contentType: string): void {
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const charset = CHARSET.exec(contentType)?.[1]?.toLowerCase() ?? 'utf-8';
  if (JSON_TYPE.test(mediaType) && (charset === 'utf-8' || charset === 'utf8')) return;
  throw new FootnoteError(
    'unsupported_media_type',
    `Send the header "Content-Type: application/json" and the body in UTF-8; what came was "${contentType}".`,
  );
}

async function readBytes(
  request: Request,
  announced: string | undefined,
  maxBytes: number,
): Promise<Uint8Array> {
  if (Number(announced) > maxBytes) throw tooLarge(maxBytes);
  try {
    // Node's server holds a client to the length it announced, and reads such a body the quick way.
    if (announced !== undefined)
      return limited(new Uint8Array(await request.arrayBuffer()), maxBytes);
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of request.body ?? []) {
      length += chunk.length;
      if (length > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (cause) {
    if (cause instanceof FootnoteError) throw cause;
    throw new FootnoteError('cancelled', 'The body ended early.', { cause });
  }
}

function limited(bytes: Uint8Array, maxBytes: number): Uint8Array {
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  return bytes;
}

function tooLarge(maxBytes: number): FootnoteError {
  return new FootnoteError(
    'payload_too_large',
    `A body may hold ${maxBytes} bytes. Ask a shorter question, or send less history.`,
  );
}

function checkedJson(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.slice(0, 200) : '';
    throw new FootnoteError('invalid_json', `The body is not valid JSON: ${reason}.`, { cause });
  }
}
