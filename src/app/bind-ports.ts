import type { Component } from '../components/contract.ts';
import type { Ports } from '../components/ports.ts';

/** What the components offer one another, in one value. Throws a RangeError when two offer the same port. */
export function bindPorts(components: readonly Component[]): Ports {
  const offers = components.flatMap(({ name, ports = {} }) => Object.keys(ports).map((port) => ({ name, port })));
  for (const [port, owners] of Map.groupBy(offers, (offer) => offer.port)) {
    if (owners.length > 1) {
      throw new RangeError(`the port ${port} is offered by ${owners.map(({ name }) => name).join(' and ')}`);
    }
  }
  return Object.assign({}, ...components.map(({ ports }) => ports ?? {}));
}
