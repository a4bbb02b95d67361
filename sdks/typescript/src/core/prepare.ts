import { pathOf, queryOf } from './address.ts';
import { isBrowser } from './environment.ts';
import type { Operation, TakenInput } from './operation.ts';
import { setHeader } from './header-options.ts';
import type { CallOptions } from './options.ts';
import { readTimeout, required, requireWhole, type Settings } from './settings.ts';
import { sdkVersion } from './version.ts';

/** A call on its way to the server. */
export interface Request {
  readonly operation: Operation;
  readonly input: TakenInput;
  readonly options: CallOptions;
  readonly lastEventId?: string | undefined;
}

/** What all attempts of a call have alike. */
export interface Prepared {
  readonly operation: Operation;
  /** Without its query. */
  readonly address: string;
  readonly query: string;
  readonly headers: Headers;
  /** Names in lower case that the caller set or left out, so that credentials do not go over them. */
  readonly overridden: ReadonlySet<string>;
  readonly body: string | undefined;
  readonly timeout: number;
  /** 0 where it is not safe to send the request again. */
  readonly maxRetries: number;
  readonly signal: AbortSignal | undefined;
}

export function prepare(
  { operation, input, options, lastEventId }: Request,
  accept: string,
  settings: Settings,
): Prepared {
  const tenant = options.tenant === undefined ? settings.tenant : options.tenant;
  const { body } = input;
  const headers = new Headers();
  const overridden = new Set<string>();
  const set = (name: string, value: string | null | undefined): void => {
    if (value !== undefined) setHeader(headers, name, value);
  };

  set('Accept', accept);
  set('Dream-Version', required(options.version ?? settings.version, 'version'));
  // Browsers send their own, and would ask the server first whether a page may send another.
  if (!isBrowser()) set('User-Agent', `dream-sdk-typescript/${sdkVersion}`);
  if (body !== undefined) set('Content-Type', 'application/json');
  if (operation.isAboutTenant) set('X-Tenant-ID', required(tenant, 'tenant'));
  if (operation.isMutation) set('Idempotency-Key', required(options.idempotencyKey, 'idempotencyKey') ?? randomKey());
  // Where to go on is lost with an id that not every client and proxy takes in a header; the stream is not.
  if (lastEventId && !/[^\x20-\x7e]/.test(lastEventId)) set('Last-Event-ID', lastEventId);
  for (const [name, value] of [settings.headers, options.headers].flatMap((given) => Object.entries(given ?? {}))) {
    set(name, value);
    overridden.add(name.toLowerCase());
  }

  // An empty one is none to the server.
  const isSafe = !operation.isMutation || Boolean(headers.get('Idempotency-Key'));
  return {
    operation,
    address: settings.baseUrl + pathOf(operation, input.path),
    query: queryOf(operation, input.query),
    headers,
    overridden,
    body,
    timeout: readTimeout(options.timeout ?? settings.timeout),
    maxRetries: isSafe ? requireWhole(options.maxRetries ?? settings.maxRetries, 'maxRetries') : 0,
    signal: options.signal ?? undefined,
  };
}

/** A UUID. `crypto.randomUUID` is missing from pages that were not loaded over HTTPS. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(36));
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (sign, place: number) => {
    const digit = (bytes[place] ?? 0) % 16;
    return (sign === 'x' ? digit : 8 + (digit % 4)).toString(16);
  });
}
