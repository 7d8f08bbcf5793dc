const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Resolves at the first request to stop; a second one is not caught, so it ends the process at once. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      for (const signal of SIGNALS) process.removeListener(signal, stop);
      resolve();
    };
    for (const signal of SIGNALS) process.once(signal, stop);
  });
}
