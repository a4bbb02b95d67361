import { isIP } from 'node:net';
import { any, attribute, type Condition } from '../condition.ts';

/** Those that are networks or addresses; what is neither lets nobody in, there as here. */
export function networksIn(values: readonly string[]): readonly string[] {
  return [...new Set(values)].filter((value) => {
    const [address = '', prefix, ...others] = value.split('/');
    const version = isIP(address);
    const isPrefix =
      prefix === undefined ||
      (version === 4
        ? /^\d{1,2}$/u.test(prefix) && Number(prefix) <= 32
        : /^\d{1,3}$/u.test(prefix) && Number(prefix) <= 128);
    return version !== 0 && isPrefix && others.length === 0;
  });
}

/** An address that is written as IPv6 lies in no network of IPv4 there, even where it stands for one of IPv4. */
export function networkCondition(path: string, networks: readonly string[]): Condition {
  const short = networks.filter((network) => !network.includes(':'));
  const long = networks.filter((network) => network.includes(':'));
  return any([
    short.length > 0 && attribute(path, { cidr: oneOrMore(short), not: { contains: ':' } }),
    long.length > 0 && attribute(path, { cidr: oneOrMore(long) }),
  ]);
}

function oneOrMore(texts: readonly string[]): string | string[] {
  const [only, ...others] = texts;
  return only !== undefined && others.length === 0 ? only : [...texts];
}
