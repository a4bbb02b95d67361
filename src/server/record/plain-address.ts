import { isIP, SocketAddress } from 'node:net';

/** An address of IPv4 as a socket of IPv6 names it, or with the port behind it that some proxies add. */
const ofVersion4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/iu;
const withBrackets = /^\[([^\]]+)\](?::\d+)?$/u;

/** The one way in which an address is written, so that it is found again; null for what is none. */
export function plainAddress(text: string): string | null {
  const address = ofVersion4.exec(text)?.[1] ?? withBrackets.exec(text)?.[1] ?? text;
  const version = isIP(address);
  if (version === 0) return null;
  // What belongs to one network card only (`fe80::1%eth0`) is nothing that a proxy could have said.
  if (version === 4 || address.includes('%')) return address;
  return new SocketAddress({ address, family: 'ipv6' }).address;
}
