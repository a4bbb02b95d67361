import type { Database } from '../db/contract.ts';
import type { Host } from '../host/contract.ts';
import type { Directory } from './directory.ts';
import type { RateLimits } from './limits/limit.ts';
import type { LogLevel, LogStream } from './logging.ts';
import type { Metrics } from './metrics.ts';
import type { AboutApi } from './openapi/openapi.ts';
import type { Operation } from './operation.ts';
import type { PublicDocument } from './public-document.ts';
import type { Trail } from './trail.ts';
import type { Worker } from './worker.ts';

/** What a server is made from. */
export interface ServerOptions {
  readonly host: Host;
  /** Opened and migrated; whoever opened it closes it, after the server. */
  readonly database: Database;
  readonly operations: readonly Operation[];
  /** Who keeps tenants and users. Absent, no token of a user is taken, and there are no tenants. */
  readonly directory?: Directory;
  /** Who keeps the record of what was done. Absent, nobody does. */
  readonly trail?: Trail;
  /** What anybody may read without a key. */
  readonly documents?: readonly PublicDocument[];
  /** What is done beside requests, once somebody calls `startWork`. */
  readonly workers?: readonly Worker[];
  /** Origins whose pages may call what publishable keys may: `https://app.acme.com`, `https://*.acme.com`, `*`. Default: none. */
  readonly allowedOrigins?: readonly string[];
  /** Where the server is reached from outside, without a slash at its end: `https://dream.acme.com`. */
  readonly publicUrl?: string;
  /** 32 bytes, or null: sensitive answers are then not kept for replay, and secrets cannot be set. */
  readonly masterKey: Uint8Array | null;
  /** `local_…`: lets the machine's own user in. Only for embedded servers. */
  readonly localToken?: string;
  /** How many requests are answered. Default: {@link defaultLimits}. */
  readonly limits?: RateLimits;
  /** Addresses and networks of proxies whose word about the address of a client is taken. Default: nobody's. */
  readonly trustedProxies?: readonly string[];
  /** What the OpenAPI document says besides the operations. */
  readonly about?: AboutApi;
  /** The product's version. */
  readonly version: string;
  /** Default `info`. */
  readonly logLevel?: LogLevel;
  /** Default: standard output. */
  readonly logStream?: LogStream;
  /** One set for each server. Default: a new one, without figures of the process. */
  readonly metrics?: Metrics;
  /** Milliseconds that running requests get on `close`. Default 10,000. */
  readonly stopDeadline?: number;
}
