import { isIP, SocketAddress } from 'node:net';

/** An address of IPv4 as a socket of IPv6 names it, or with the port behind it that some proxies add. */
const ofVersion4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/iu;
const withBrackets = /^\[([^\]]+)\](?::\d+)?$/u;
/** Longer than any network card is called. It must not fill an index with whatever somebody says. */
const longestZone = 64;

/** The one way in which an address is written, so that it is found again; null for what is none. */
export function plainAddress(text: string): string | null {
  const bare = text.trim();
  const address = ofVersion4.exec(bare)?.[1] ?? withBrackets.exec(bare)?.[1] ?? bare;
  const version = isIP(address);
  if (version !== 6) return version === 0 ? null : address;
  const [, zone = ''] = address.split('%');
  if (zone.length > longestZone) return null;
  const written = new SocketAddress({ address, family: 'ipv6' }).address;
  return ofVersion4.exec(written)?.[1] ?? (zone === '' ? written : `${written}%${zone}`);
}
