import type { Surroundings } from './failure.js';

/** What the browser knows of the way to the service. */
export function surroundingsOf(endpoint: () => string): Surroundings {
  return {
    isOnline: () => navigator.onLine,
    // The script is the one thing of the service that every page may load, if not read.
    isThere: () =>
      fetch(`${endpoint()}/widget.js`, { method: 'HEAD', mode: 'no-cors', cache: 'no-store' }).then(
        () => true,
        () => false,
      ),
  };
}
