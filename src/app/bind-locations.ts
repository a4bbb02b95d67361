import type { Component, LocationsKept } from '../components/contract.ts';
import type { Host } from '../host/contract.ts';
import { findGeolocationFile } from './find-geolocation-file.ts';

/** Who says where addresses are; undefined when no component does. Throws a RangeError when two do. */
export function bindLocations(
  components: readonly Component[],
  { files, variables }: Pick<Host, 'files' | 'variables'>,
): LocationsKept | undefined {
  const offers = components.flatMap(({ name, locations }) => (locations === undefined ? [] : [{ name, locations }]));
  if (offers.length > 1) {
    throw new RangeError(`where addresses are is said by ${offers.map(({ name }) => name).join(' and ')}`);
  }
  return offers[0]?.locations(files, findGeolocationFile(variables));
}
