import { BlockList, isIP } from 'node:net';
import { FootnoteError } from '../../errors.js';
import { plainAddress } from './plain-address.js';

/** Proxies between the last ones of a chain and us that are looked at; a longer chain is no honest one. */
const MOST_HOPS = 32;

/** Finds the address of a client from that of the connection and, behind proxies we trust, from what they say. */
export type ClientAddress = (connection: string, forwardedFor: string | undefined) => string;

/**
 * The header X-Forwarded-For is read from its end, each proxy having added who called it, and only as
 * far as the proxies are trusted: what stands before, a client can write itself.
 * @param trusted Addresses, or networks in CIDR notation.
 * @throws FootnoteError `config_invalid` where one is neither
 */
export function clientAddressBehind(trusted: readonly string[]): ClientAddress {
  const proxies = new BlockList();
  for (const entry of trusted) add(proxies, entry);
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return (connection, forwardedFor) => {
    let client = plainAddress(connection) ?? connection;
    const chain = forwardedFor?.split(',').slice(-MOST_HOPS) ?? [];
    while (isTrusted(client)) {
      const before = plainAddress(chain.pop()?.trim() ?? '');
      if (before === undefined) break;
      client = before;
    }
    return client;
  };
}

function add(proxies: BlockList, entry: string): void {
  const [, address = '', prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  const most = family === 'ipv6' ? 128 : 32;
  if (isIP(address) === 0 || Number(prefix ?? 0) > most)
    throw new FootnoteError(
      'config_invalid',
      `TRUSTED_PROXIES holds "${entry}", which is no address and no network such as 10.0.0.0/8. Correct or remove it.`,
      { details: { variable: 'TRUSTED_PROXIES' } },
    );
  proxies.addSubnet(address, Number(prefix ?? most), family);
}
