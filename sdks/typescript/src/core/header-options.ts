import { ConfigurationError } from './errors.ts';
import type { HeaderOptions } from './options.ts';

/** Names that are the connection's own: a `fetch` fails of them each time, or leaves them out. */
const ofConnection = /^(connection|content-length|expect|host|keep-alive|te|trailer|transfer-encoding|upgrade)$/i;

/** A copy without what is `undefined`: that is not given. */
export function defined<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}

/** The headers that are given. */
export function definedHeaders(headers: HeaderOptions | null = {}): HeaderOptions {
  // A `Headers` has no properties: taken as they are, they would be lost without a word.
  if (typeof headers !== 'object' || (headers !== null && Symbol.iterator in headers)) {
    throw new ConfigurationError('headers must be an object of names with their values');
  }
  return defined(headers ?? {});
}

/** The platform's own complaint would name the value, which may be a secret, and comes only when it is sent. */
export function setHeader(headers: Headers, name: string, value: string | null): void {
  const isOfConnection = ofConnection.test(name);
  try {
    if (value === null) return headers.delete(name);
    if (/^[\t\x20-\x7e\x80-\xff]*$/.test(value) && !isOfConnection) return headers.set(name, value);
  } catch {
    // Below, as for what the platform takes here and refuses later.
  }
  const what = isOfConnection ? 'is for the connection to set' : 'or its value has characters that no header may have';
  throw new ConfigurationError(`The header ${JSON.stringify(name)} ${what}`);
}
