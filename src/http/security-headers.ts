import { secureHeaders } from 'hono/secure-headers';

/** Pages load our own stylesheet and icon, send forms to us, run no script and stand in no frame. */
const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** Of the one page that runs a script, which is our own and asks us alone; it turns no text into script. */
export const scriptedPagePolicy = [
  ...Object.entries({
    ...contentSecurityPolicy,
    scriptSrc: ["'self'"],
    connectSrc: ["'self'"],
  }).map(
    ([name, values]) =>
      `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${values.join(' ')}`,
  ),
  "require-trusted-types-for 'script'",
].join('; ');

/**
 * Strict-Transport-Security is left to whoever terminates TLS. A header that a route set itself stays:
 * a page that needs more, its own script for instance, says so where it is served.
 */
export const securityHeaders = secureHeaders({
  overwrite: false,
  contentSecurityPolicy,
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
  permissionsPolicy: { camera: false, geolocation: false, microphone: false },
});
