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
export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** The environment is not looked at. */
export function readSettings(options: ClientOptions): Settings {
  const { fetch, onRequest, onResponse, onRetry, tenant } = options;
  const version = `${options.version ?? apiVersion}`;
  if (isBlank(version)) throw new ConfigurationError('version must not be empty');
  return {
    baseUrl: readBaseUrl(options.baseUrl),
    secretKey: readSecretKey(options.secretKey ?? undefined),
    publishableKey: readPublishableKey(options.publishableKey ?? undefined),
    tenant,
    version,
    timeout: readTimeout(options.timeout ?? 30_000),
    maxRetries: readMaxRetries(options.maxRetries ?? 2),
    maxRetryDelay: readMaxRetryDelay(options.maxRetryDelay ?? 60_000),
    headers: Object.fromEntries(definedHeaders(options.headers)),
    fetch,
    hooks: { onRequest, onResponse, onRetry },
  };
}

export function readTimeout(timeout: number): number {
  if (timeout > 0) return timeout;
  throw new ConfigurationError('timeout must be more than 0 milliseconds');
}

export function readMaxRetries(maxRetries: number): number {
  if (Number.isInteger(maxRetries) && maxRetries >= 0) return maxRetries;
  throw new ConfigurationError('maxRetries must be a whole number, 0 or more');
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

function readSecretKey(key: string | undefined): string | undefined {
  if (key === undefined) return undefined;
  requireKey('secretKey', 'sk_', key, 'pk_');
  if (isBrowser()) {
    throw new ConfigurationError(
      'A secret key is not for browsers, where whoever opens the page can read it: give publishableKey',
    );
  }
  return key;
}

function readPublishableKey(key: string | undefined): string | undefined {
  if (key !== undefined) requireKey('publishableKey', 'pk_', key, 'sk_');
  return key;
}

/** No message holds any of the key, not even of one that was mistyped. */
function requireKey(setting: string, prefix: string, key: string, other: string): void {
  if (key.startsWith(other)) {
    throw new ConfigurationError(`${setting} must be a key that begins with ${prefix}; this one begins with ${other}`);
  }
  if (!key.startsWith(prefix)) throw new ConfigurationError(`${setting} must be a key that begins with ${prefix}`);
  if (!isHeaderToken(key)) throw new ConfigurationError(`${setting} has white space or other characters no key has`);
}

/** Checked here because the platform names the whole value when it refuses one. */
export function isHeaderToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
