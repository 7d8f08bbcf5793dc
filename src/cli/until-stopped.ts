const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** The exit status of a process that a signal ended, as shells count it. */
const SIGNAL_NUMBERS = { SIGINT: 2, SIGTERM: 15 } as const;

/** Resolves at the first request to stop; a second one ends the process at once. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) {
      process.once(signal, () => {
        for (const again of SIGNALS) {
          process.removeAllListeners(again);
          process.once(again, () => process.exit(128 + SIGNAL_NUMBERS[again]));
        }
        resolve();
      });
    }
  });
}
