import type { Hooks } from './hooks.ts';

/** A user's token, or what gets one: asked before every attempt, so that it may refresh. */
export type UserToken = string | (() => UserTokenAnswer | Promise<UserTokenAnswer>);

/** `null` or `undefined`: nobody is signed in at present. */
type UserTokenAnswer = string | null | undefined;

/** The settings of a client. */
export interface ClientOptions extends Hooks {
  /** Where the server is. Absent: `DREAM_BASE_URL` of the environment. */
  readonly baseUrl?: string | undefined;
  /** `sk_…`, for servers only. Absent: `DREAM_SECRET_KEY` of the environment. */
  readonly secretKey?: string | undefined;
  /** `pk_…`, for browsers and apps. Absent: `DREAM_PUBLISHABLE_KEY` of the environment. */
  readonly publishableKey?: string | undefined;
  /** Who is signed in; goes with the publishable key. */
  readonly userToken?: UserToken | null | undefined;
  /** The tenant that operations are about, where they may be about one. */
  readonly tenant?: string | null | undefined;
  /** The version of the API, a date. Absent: the one that this SDK was made for. */
  readonly version?: string | undefined;
  /**
   * Milliseconds for one attempt, its body included; for a stream or a document, until it begins.
   * @default 30000
   */
  readonly timeout?: number | undefined;
  /**
   * Attempts beyond the first. Only what is safe to send again is.
   * @default 2
   */
  readonly maxRetries?: number | undefined;
  /**
   * Milliseconds that are waited at most before another attempt. Where the server asks for more, the error is thrown.
   * @default 60000
   */
  readonly maxRetryDelay?: number | undefined;
  /** Sent with every request; `null` leaves out one that the SDK would send. */
  readonly headers?: HeaderOptions | undefined;
  /** In place of the platform's own, for proxies, caches and tests. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/** The settings of one call, which go over those of the client. */
export interface CallOptions {
  /** The tenant that the call is about; `null` names none. */
  readonly tenant?: string | null | undefined;
  /** The version of the API, a date. */
  readonly version?: string | undefined;
  /** Milliseconds for one attempt, its body included; for a stream or a document, until it begins. */
  readonly timeout?: number | undefined;
  /** Attempts beyond the first. */
  readonly maxRetries?: number | undefined;
  /** Ends the call, and any wait within it, with an `AbortedError`. */
  readonly signal?: AbortSignal | undefined;
  /** `null` leaves out one that would be sent. */
  readonly headers?: HeaderOptions | undefined;
  /** Of an operation that changes something. Absent: a random one, the same for all attempts of the call. */
  readonly idempotencyKey?: string | undefined;
}

export type HeaderOptions = Readonly<Record<string, string | null | undefined>>;
