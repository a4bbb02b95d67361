import { Reader, type Response, validate } from 'maxmind';
import { isJsonObject } from '../../../engine/json.ts';
import type { EntryLocation } from '../entries/entry.ts';

/** Tells the country of an address. Never throws: what it does not know is absent. */
export type Locate = (ip: string) => EntryLocation | undefined;

/**
 * Reads a database in MaxMind's format, whoever made it: of countries or of cities. What it says is told together with
 * its name and the day it was made, since another one may say otherwise.
 *
 * @throws Error for bytes that are no such database
 */
export function readLocations(bytes: Uint8Array): Locate {
  const reader = new Reader<Response>(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const { buildEpoch, databaseType } = reader.metadata;
  const data = `${databaseType} ${buildEpoch.toISOString().slice(0, 10)}`;
  return (ip) => {
    const country = countryOf(lookUp(reader, ip));
    return country === undefined ? undefined : { country, data };
  };
}

function lookUp(reader: Reader<Response>, ip: string): unknown {
  // As a socket names a client of IPv4 that reached it by IPv6.
  const address = ip.replace(/^::ffff:(?=\d+\.)/iu, '');
  // It would look up a part of an address too.
  if (!validate(address)) return null;
  try {
    return reader.get(address);
  } catch {
    return null;
  }
}

/** `country.iso_code` as MaxMind has it, or `country_code` as others do. */
function countryOf(found: unknown): string | undefined {
  if (!isJsonObject(found)) return undefined;
  const { country, country_code: plain } = found;
  const code = isJsonObject(country) ? country['iso_code'] : plain;
  return typeof code === 'string' && /^[A-Z]{2}$/u.test(code) ? code : undefined;
}
