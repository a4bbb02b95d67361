import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { buildConnector } from 'undici';
import { EgressFailure } from './egress-failure.ts';
import type { AddressPolicy } from './address-policy.ts';

/** All addresses of a name, in the order in which they are to be tried. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

export const systemResolve: Resolve = async (hostname) => {
  const found = await lookup(hostname, { all: true, verbatim: true });
  return found.map(({ address }) => address);
};

/**
 * Connects to an address that has been looked at, and to no other: the name is resolved here, once, and what comes out
 * is what is connected to. A name of which any address is out of bounds is refused as a whole, since it is a trap.
 */
export function guardedConnector(
  policy: AddressPolicy,
  resolve: Resolve,
  connectTimeout: number,
): buildConnector.connector {
  const connect = buildConnector({ timeout: connectTimeout, allowH2: false });
  return (options, callback) => {
    const hostname = options.hostname.replace(/^\[|\]$/g, '');
    checkedAddress(hostname, policy, resolve).then(
      (address) => {
        const servername = isIP(hostname) === 0 ? hostname : undefined;
        connect({ ...options, hostname: address, ...(servername === undefined ? {} : { servername }) }, callback);
      },
      (error: Error) => callback(error, null),
    );
  };
}

/** The address to connect to for a name, or the failure that says why there is none. */
export async function checkedAddress(hostname: string, policy: AddressPolicy, resolve: Resolve): Promise<string> {
  const addresses = isIP(hostname) === 0 ? await resolved(hostname, resolve) : [hostname];
  const refused = addresses.find((address) => !policy.allows(address));
  if (refused !== undefined) {
    const named = refused === hostname ? hostname : `${hostname} (${refused})`;
    throw new EgressFailure('refused', `${named} is not a public address`);
  }
  const [address] = addresses;
  if (address === undefined) throw new EgressFailure('unresolvable', `${hostname} has no address`);
  return address;
}

async function resolved(hostname: string, resolve: Resolve): Promise<readonly string[]> {
  try {
    return await resolve(hostname);
  } catch (cause) {
    throw new EgressFailure('unresolvable', `${hostname} has no address`, cause);
  }
}
