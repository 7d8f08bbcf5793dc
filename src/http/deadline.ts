import { FootnoteError } from '../errors.js';

/**
 * Runs `work` until it ends, `timeoutMs` is over or the client goes away, whichever comes first. The
 * signal tells `work` to stop; the caller gets its error even where `work` does not listen.
 * @throws FootnoteError `timeout` or `cancelled`, and whatever `work` throws before either
 */
export async function withDeadline<Result>(
  client: AbortSignal,
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const stop = (error: FootnoteError) => controller.abort(error);
  const leave = () => stop(new FootnoteError('cancelled', 'The client went away.'));
  const timer = setTimeout(() => {
    const detail = `No answer within ${timeoutMs} ms. Try again, or ask a shorter question.`;
    stop(new FootnoteError('timeout', detail));
  }, timeoutMs);
  client.addEventListener('abort', leave, { once: true });
  if (client.aborted) leave();
  try {
    const aborted = new Promise<never>((_, reject) => {
      controller.signal.throwIfAborted();
      controller.signal.addEventListener('abort', () => reject(controller.signal.reason));
    });
    return await Promise.race([aborted, work(controller.signal)]);
  } catch (error) {
    if (controller.signal.aborted) throw controller.signal.reason;
    // Hono hands its error handler nothing but an Error.
    throw error instanceof Error ? error : new Error(String(error));
  } finally {
    clearTimeout(timer);
    client.removeEventListener('abort', leave);
  }
}
