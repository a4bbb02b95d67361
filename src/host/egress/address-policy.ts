import ipaddr from 'ipaddr.js';

/**
 * Where this server may connect to on behalf of somebody else's configuration: public addresses, and whatever the
 * operator allows besides.
 */
export interface AddressPolicy {
  /** Whether a connection to this address, as `dns.lookup` writes it, may be made. What is no address may not. */
  allows(address: string): boolean;
}

/** Public addresses that answer to nobody but the machine that asks: the host agents of clouds. */
const inwardFacing: ReadonlySet<string> = new Set(['168.63.129.16']);
/**
 * All of IPv6 that is given to anybody on the public internet. What ipaddr.js takes for public beyond it leads inside, or
 * stands for an IPv4 address that nobody would look at: `::10.0.0.1`, NAT64 of one's own network, sites of old.
 */
const publicIpv6 = ipaddr.parseCIDR('2000::/3');

/** `allowed` are addresses and networks: `10.1.0.0/16`, `127.0.0.1`, `fd00::/8`. Throws on what is neither. */
export function addressPolicy(allowed: readonly string[]): AddressPolicy {
  const networks = allowed.map((text) => (text.includes('/') ? ipaddr.parseCIDR(text) : single(ipaddr.process(text))));
  return {
    allows(text) {
      if (!ipaddr.isValid(text)) return false;
      // An IPv4 address in the clothes of IPv6 is reached as what it is.
      const address = ipaddr.process(text);
      if (networks.some((network) => isWithin(address, network))) return true;
      if (address.range() !== 'unicast' || inwardFacing.has(address.toString())) return false;
      return address.kind() === 'ipv4' || isWithin(address, publicIpv6);
    },
  };
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = [Address, number];

function single(address: Address): Network {
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

function isWithin(address: Address, [network, bits]: Network): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}
