import { objectsIn, refuse, textIn } from '../read.ts';
import { addressParts, readAddress } from './address.ts';
import type { ValueCheck } from './value-check.ts';

/** First and last address, each in parts of 32 bits: one for IPv4, four for IPv6. */
interface Network {
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/**
 * The text is an address within one of the networks. An IPv4 address written as IPv6 (`::ffff:10.0.0.1`, as servers
 * that listen on both report it) lies in the networks of either kind that hold it.
 */
export function compileCidr(source: object): ValueCheck {
  const networks = objectsIn(source, 'networks').map((network) => {
    const first = partsOf(textIn(network, 'first'));
    const last = partsOf(textIn(network, 'last'));
    if (first.length !== last.length) refuse('a network of two kinds');
    return { first, last };
  });
  const short = networks.filter(({ first }) => first.length === 1);
  const long = networks.filter(({ first }) => first.length === 4);
  return (value) => {
    const kind = typeof value === 'string' ? readAddress(value) : 'none';
    if (kind === 'none') return false;
    return (kind !== 'ipv6' && isInAny(short, 3)) || (kind !== 'ipv4' && isInAny(long, 0));
  };
}

function partsOf(hexadecimal: string): readonly number[] {
  if (!/^(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{32})$/u.test(hexadecimal)) refuse(`no address: ${hexadecimal}`);
  return Array.from({ length: hexadecimal.length / 8 }, (_, part) =>
    Number.parseInt(hexadecimal.slice(part * 8, part * 8 + 8), 16),
  );
}

function isInAny(networks: readonly Network[], offset: number): boolean {
  for (const { first, last } of networks) {
    if (compared(offset, first) >= 0 && compared(offset, last) <= 0) return true;
  }
  return false;
}

function compared(offset: number, other: readonly number[]): number {
  for (let part = 0; part < other.length; part += 1) {
    const difference = (addressParts[offset + part] ?? 0) - (other[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
