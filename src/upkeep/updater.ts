/** Brings an index up to date, once at a time. */
export interface Updater {
  /**
   * Resolves once an update that began after this call has ended and its index answers. Calls that come
   * while an update runs share the next one.
   * @throws FootnoteError what the update failed with
   */
  update(): Promise<void>;
}

/** @param run One update from its beginning to its end. */
export function createUpdater(run: () => Promise<void>): Updater {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  function begin(): Promise<void> {
    running = run().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    update: () => {
      if (running === undefined) return begin();
      next ??= running
        .catch(() => undefined)
        .then(() => {
          next = undefined;
          return begin();
        });
      return next;
    },
  };
}
