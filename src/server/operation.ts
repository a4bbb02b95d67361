import type { Isolation } from '../db/contract.ts';
import type { Json, JsonObject } from '../engine/json.ts';
import type { ErrorDefinition, PlatformError } from '../engine/platform-error/index.ts';
import type { AuthMode, Scope } from './caller.ts';
import type { Changed } from './changed.ts';
import type { OperationContext, OperationInput, RespondContext } from './operation-context.ts';
import type { ByteStream, EventStream, OperationResult } from './operation-result.ts';

/**
 * One operation of the API. The operation table is the only source of routes, of authentication and
 * scopes, of OpenAPI and, later, of the SDKs; a route that is not in the table does not exist.
 */
export type Operation = OperationInTransaction | (OperationDescription & WithoutTransaction);

/** One that is answered in a transaction, as nearly all are. */
export type OperationInTransaction = OperationDescription & WithTransaction;

export interface OperationDescription {
  /** `revisions.list`: unique, the SDK's `client.revisions.list()`. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/v1/revisions/{number}` */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly tag: string;
  readonly auth: readonly AuthMode[];
  readonly scope: Scope;
  /**
   * Whether it is about one tenant. `required` refuses a request that names none; `optional` narrows the session
   * to the tenant when one is named; `none`, the default, works on what is the environment's and no tenant's, whatever
   * is named. `in-body` takes what the header names, or the product's only tenant; failing both, the operation finds it
   * in its body, and whether there is such a tenant it finds out by itself. `checked` works on what tenants share: the
   * session is not narrowed, and the operation itself refuses what is not the named tenant's alone. A user is always
   * narrowed to their own tenant.
   */
  readonly tenant?: 'none' | 'optional' | 'required' | 'in-body' | 'checked';
  /** JSON Schemas; Fastify validates by them (no coercion of bodies), OpenAPI shows them. */
  readonly params?: JsonObject;
  readonly query?: JsonObject;
  readonly body?: JsonObject;
  readonly responses: { readonly [status: number]: OperationResponse };
  /** What this operation may answer with, beyond the errors that every operation may (src/server/errors.ts). */
  readonly errors: readonly ErrorDefinition[];
  /** For OpenAPI, where what is made of the schemas would be no likely one. */
  readonly examples?: { readonly body?: Json; readonly answer?: Json };
  /**
   * What it writes is a record of what was asked, and nothing that a key or its environment consists of. After any
   * other operation that writes, the server reads the keys of the environment anew.
   */
  readonly recordsOnly?: true;
  /**
   * What the record calls it: `tenant.updated`. Every operation that changes something, or is asked for a decision, has
   * one; what only adds to a stream of records that lasts by itself has none.
   */
  readonly recordedAs?: string;
  /** Largest body accepted, in bytes. Absent: 1 MB. */
  readonly bodyLimit?: number;
  /** The answer holds a secret that is shown once: it is only ever kept sealed. */
  readonly sensitiveAnswer?: boolean;
  /**
   * The protocol is a standard's and not ours. An error is answered as the standard writes it: as a plain text, or by
   * the body that is given here; with its code in the header `Dream-Error-Code`. An `X-Request-ID` is given back
   * exactly as it came, whatever it holds.
   */
  readonly foreignProtocol?: true | ForeignErrors;
  /**
   * Where else the standard's clients put a key, besides the usual headers: `headers`: any key in `X-API-Key` or as
   * `Authorization: Bearer`. `address`: there, or a publishable key in the query parameter `pk`, for clients that
   * cannot set headers.
   */
  readonly keysIn?: 'headers' | 'address';
}

export interface OperationResponse {
  readonly description: string;
  /** Of the body; of the data of each event, where it is a stream. */
  readonly schema: JsonObject;
  /** Absent: JSON. Of a stream of bytes, each one that it may be. */
  readonly contentType?: string | readonly string[];
}

export interface ForeignErrors {
  readonly schema: JsonObject;
  readonly bodyOf: (error: PlatformError, params: { readonly [name: string]: string }) => JsonObject;
}

/** Answered in one transaction. */
export interface WithTransaction {
  /** `serializable` for operations that read, compare and write; `read` never writes. */
  readonly transaction: Isolation;
  readonly handle: (context: OperationContext, input: OperationInput) => Promise<OperationResult>;
  /**
   * Does what `handle` does for several requests at once, in one transaction, and gives one outcome for each in their
   * order. The server comes here with requests of one environment, and of one tenant where they name one, that arrived
   * while it was busy with others of theirs; `session`, `now` and `scopes` are the same for all. What is thrown rolls
   * all of it back, and the requests are tried apart. A request with an `Idempotency-Key` goes to `handle`.
   */
  readonly handleTogether?: (requests: readonly RequestTogether[]) => Promise<readonly Outcome[]>;
  readonly respond?: never;
}

/** Changes nothing, and is answered from memory, or by a stream that may last for days. */
export interface WithoutTransaction {
  readonly transaction: 'none';
  /** Where whoever reads has to answer for it: what the record says of that, in an entry before the first byte. */
  readonly recordsReading?: RecordedReading;
  /** The error of a query parameter `tenant` that contradicts the header. Absent: it has no such parameter. */
  readonly tenantMismatch?: ErrorDefinition;
  /** Where it is about a tenant, it binds its sessions to `caller.tenantId` by itself. */
  readonly respond: (
    context: RespondContext,
    input: OperationInput,
  ) => Promise<OperationResult | EventStream | ByteStream>;
  readonly handle?: never;
  readonly handleTogether?: never;
}

export interface RecordedReading {
  /** `audit.exported` */
  readonly action: string;
  /** What was read, and which part of it: without anything that was read. `tenantId`: what the request is about. */
  readonly about: (input: OperationInput, tenantId: string | null) => Required<Pick<Changed, 'resource' | 'metadata'>>;
}

/** One of several requests that are answered together. */
export interface RequestTogether {
  readonly context: OperationContext;
  readonly input: OperationInput;
}

/** What became of one of them. A `problem` is answered as if `handle` had thrown it, and leaves the others alone. */
export type Outcome = { readonly result: OperationResult } | { readonly problem: unknown };
