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
/** Addresses that ipaddr.js takes for public ones, and that lead inside: NAT64 of one's own network, and sites of old. */
const inwardNetworks = ['64:ff9b:1::/48', 'fec0::/10', '5f00::/16'].map((network) => ipaddr.parseCIDR(network));

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
      return !inwardNetworks.some((network) => isWithin(address, network));
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
