import { environmentVariable, isBrowser } from './environment.ts';
import { ConfigurationError } from './errors.ts';
import { definedHeaders } from './header-options.ts';
import type { Hooks } from './hooks.ts';
import type { ClientOptions, HeaderOptions } from './options.ts';
import { apiVersion } from './version.ts';

/** The options of a client, looked through and completed. */
export interface Settings {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly secretKey: string | undefined;
  readonly publishableKey: string | undefined;
  readonly tenant: string | null | undefined;
  readonly version: string;
  readonly timeout: number;
  readonly maxRetries: number;
  readonly maxRetryDelay: number;
  readonly headers: HeaderOptions;
  readonly fetch: typeof globalThis.fetch | undefined;
  readonly hooks: Hooks;
}

/**
 * Completed by the environment. Its keys count where the code gives none of either kind: a client that was given a
 * publishable key must never go by the secret key of the server that it happens to run on.
 */
export function withEnvironment(options: ClientOptions): ClientOptions {
  const baseUrl = options.baseUrl ?? environmentVariable('DREAM_BASE_URL');
  if ((options.secretKey ?? options.publishableKey ?? undefined) !== undefined) return { ...options, baseUrl };
  const secretKey = environmentVariable('DREAM_SECRET_KEY');
  return { ...options, baseUrl, secretKey, publishableKey: environmentVariable('DREAM_PUBLISHABLE_KEY') };
}

/** Nothing but white space says as little as nothing. */
export function required<T extends string | null | undefined>(value: T, name: string): T {
  if (typeof value === 'string' && value.trim() === '') throw new ConfigurationError(`${name} must not be empty`);
  return value;
}

/** The environment is not looked at. */
export function readSettings(options: ClientOptions): Settings {
  const { fetch, onRequest, onResponse, onRetry, tenant } = options;
  return {
    baseUrl: readBaseUrl(options.baseUrl),
    secretKey: readSecretKey(options.secretKey),
    publishableKey: readKey('publishableKey', 'pk_', options.publishableKey, 'sk_'),
    tenant,
    version: required(`${options.version ?? apiVersion}`, 'version'),
    timeout: readTimeout(options.timeout ?? 30_000),
    maxRetries: requireWhole(options.maxRetries ?? 2, 'maxRetries'),
    maxRetryDelay: readMaxRetryDelay(options.maxRetryDelay ?? 60_000),
    headers: definedHeaders(options.headers),
    fetch,
    hooks: { onRequest, onResponse, onRetry },
  };
}

export function readTimeout(timeout: number): number {
  if (timeout > 0) return timeout;
  throw new ConfigurationError('timeout must be more than 0 milliseconds');
}

export function requireWhole(value: number, name: string): number {
  if (Number.isInteger(value) && value >= 0) return value;
  throw new ConfigurationError(`${name} must be a whole number, 0 or more`);
}

function readMaxRetryDelay(maxRetryDelay: number): number {
  if (maxRetryDelay >= 0) return maxRetryDelay;
  throw new ConfigurationError('maxRetryDelay must be 0 milliseconds or more');
}

function readBaseUrl(text: string | null | undefined): string {
  if (text === undefined || text === null) {
    throw new ConfigurationError('Where is the server? Give baseUrl, or set DREAM_BASE_URL in the environment');
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // Of credentials in it `fetch` would complain with the address, and so with the password, in its message.
  if (
    url === undefined ||
    // Much else is made into an address by platforms, or cut off from it without a word.
    !/^https?:\/\/[^\s\\?#\p{Cc}]+$/iu.test(text) ||
    url.port === '0' ||
    url.username + url.password !== ''
  ) {
    throw new ConfigurationError('baseUrl must be an http(s) address without user, query and fragment');
  }
  return url.href.replace(/\/+$/, '');
}

function readSecretKey(given: string | null | undefined): string | undefined {
  const key = readKey('secretKey', 'sk_', given, 'pk_');
  if (key === undefined || !isBrowser()) return key;
  throw new ConfigurationError(
    'A secret key is not for browsers, where whoever opens the page can read it: give publishableKey',
  );
}

/** No message holds any of the key, not even of one that was mistyped. */
function readKey(setting: string, prefix: string, key: string | null | undefined, other: string): string | undefined {
  if (key === undefined || key === null) return undefined;
  if (!key.startsWith(prefix)) {
    const what = key.startsWith(other) ? `; this one begins with ${other}` : '';
    throw new ConfigurationError(`${setting} must be a key that begins with ${prefix}${what}`);
  }
  if (isHeaderToken(key)) return key;
  throw new ConfigurationError(`${setting} has white space or other characters no key has`);
}

/** Checked here because the platform names the whole value when it refuses one. */
export function isHeaderToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
