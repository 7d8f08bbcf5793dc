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
