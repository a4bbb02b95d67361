import { ConfigurationError } from './errors.ts';
import type { Input, Operation } from './operation.ts';

/** What {@link queryTexts} leaves, and the number of a page. */
type TakenValue = string | number | undefined | readonly (string | undefined)[];

/** The query as texts, so that it stays what it was when the call was made. */
export function queryTexts({ id }: Operation, query?: object | null): object {
  const entries = Object.entries(query ?? {}).map(([name, value]: [string, unknown]): [string, unknown] => {
    const text = (item: unknown): string | undefined => queryText(item, `${id}: ${name}`);
    return [name, Array.isArray(value) ? value.map(text) : text(value)];
  });
  return Object.fromEntries(entries);
}

/** The path of a call with its parameters in their places. */
export function pathOf({ id, route }: Operation, path: Input['path'] = {}): string {
  return route.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const text = String(path[name] ?? '');
    // `..` would end up at another operation: the platform takes it for a step upwards, encoded or not.
    if (/^\.{0,2}$/.test(text)) {
      throw new ConfigurationError(`${id}: ${name} must not be ${text === '' ? 'empty' : `'${text}'`}`);
    }
    return encode(text, `${id}: ${name}`);
  });
}

/** Of {@link queryTexts}, and the place in a list: `?a=1&b=2`, or nothing. */
export function queryOf({ id }: Operation, query?: object | null): string {
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]: [string, TakenValue]) =>
    [value]
      .flat()
      .flatMap((item) => (item === undefined ? [] : [`${encode(name, id)}=${encode(String(item), `${id}: ${name}`)}`])),
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function queryText(value: unknown, what: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw new ConfigurationError(`${what} is a Date without an instant`);
    return value.toISOString();
  }
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  throw new ConfigurationError(`${what} cannot stand in a query`);
}

/** All but what RFC 3986 leaves as it is. */
function encode(text: string, what: string): string {
  try {
    return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  } catch {
    throw new ConfigurationError(`${what} is no well-formed text`);
  }
}
