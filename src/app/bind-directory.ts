import type { Component, Services } from '../components/contract.ts';
import type { Directory } from '../server/directory.ts';

/** Who tells the server for whom requests are made; undefined when no component does. Throws a RangeError when two do. */
export function bindDirectory(components: readonly Component[], services: Services): Directory | undefined {
  const offers = components.flatMap(({ name, directory }) => (directory === undefined ? [] : [{ name, directory }]));
  if (offers.length > 1) {
    throw new RangeError(`the directory is offered by ${offers.map(({ name }) => name).join(' and ')}`);
  }
  return offers[0]?.directory(services);
}
