const BEARER = /^Bearer +([\w.~+/-]{1,512}=*) *$/i;
const BASIC = /^Basic +([A-Za-z0-9+/]{1,1024}=*) *$/i;

/**
 * The key in an Authorization header: a bearer token, or the password of basic authentication, which
 * is how a browser sends what a person typed to open a page. Undefined where there is none.
 */
export function presentedKey(authorization: string | undefined): string | undefined {
  if (authorization === undefined) return undefined;
  const bearer = BEARER.exec(authorization)?.[1];
  if (bearer !== undefined) return bearer;
  const basic = BASIC.exec(authorization)?.[1];
  if (basic === undefined) return undefined;
  const pair = Buffer.from(basic, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon < 0 ? undefined : pair.slice(colon + 1);
}
