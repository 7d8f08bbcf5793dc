/**
 * Where a link of the service leads: `href`, which begins with a slash, below the endpoint. Undefined where it would
 * leave the endpoint or is no web address: nothing that is sent may lead elsewhere.
 */
export function sourceAddress(endpoint: string, href: string): string | undefined {
  const base = endpoint.replace(/\/+$/, '');
  const address = `${base}${href}`;
  if (!/^\/(?![/\\])/.test(href) || !URL.canParse(address)) return undefined;
  const { protocol, origin, pathname, href: resolved } = new URL(address);
  const below = new URL(`${base}/`);
  const stays = origin === below.origin && pathname.startsWith(below.pathname);
  return /^https?:$/.test(protocol) && stays ? resolved : undefined;
}
