import type { Component, Services } from '../components/contract.ts';
import type { Trail } from '../server/trail.ts';

/** Who keeps the record of what was done; undefined when no component does. Throws a RangeError when two do. */
export function bindTrail(components: readonly Component[], services: Services): Trail | undefined {
  const offers = components.flatMap(({ name, trail }) => (trail === undefined ? [] : [{ name, trail }]));
  if (offers.length > 1) {
    throw new RangeError(`the record is kept by ${offers.map(({ name }) => name).join(' and ')}`);
  }
  return offers[0]?.trail(services);
}
