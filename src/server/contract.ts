import type { Json, JsonObject } from '../engine/json.ts';
import type { ErrorDefinition, PlatformError } from '../engine/platform-error/index.ts';
import type { Changed, Decided } from './changed.ts';
import type { AnnouncementHandler, Isolation, Session, SessionScope } from '../db/contract.ts';

export type { EventCalls, EventDescriptions } from './event-descriptions.ts';

/** Who may call an operation: a secret key, a publishable key alone, or a publishable key with a user's token. */
export type AuthMode = 'secret' | 'publishable' | 'user';

/** What a key may be used for. `*` is everything. */
export type Scope = '*' | `${string}:${'read' | 'write'}`;

/** A person who signed in at the identity provider, as their token and the directory say. */
export interface EndUser {
  /** The token's `sub`. */
  readonly id: string;
  /** Keys of the roles held in the caller's tenant. */
  readonly roles: readonly string[];
  /** Everything those roles grant there, inherited included; a grant under a condition is not among them. */
  readonly permissions: readonly string[];
  /** Key of the plan that the tenant is on. */
  readonly plan: string | null;
  /** The session of the identity provider that the token belongs to, where the token tells. */
  readonly sessionId: string | null;
}

/** Who is calling, as established by the server before an operation runs. */
export interface Caller {
  readonly mode: AuthMode;
  readonly projectId: string;
  readonly project: string;
  readonly environmentId: string;
  readonly environment: string;
  readonly environmentMode: 'test' | 'live';
  readonly keyId: string;
  /** For people: the key's name, `local` for the machine's own user on an embedded server, the user's id in mode `user`. */
  readonly actor: string;
  readonly scopes: readonly Scope[];
  /**
   * The tenant the request is about. Always there for a user. For a secret key, when the operation is about a tenant
   * and one was named, or is the only one.
   */
  readonly tenantId: string | null;
  /** There in mode `user` only. */
  readonly user: EndUser | null;
}

/** The scopes that the operations of a server ask for. */
export interface OperationScopes {
  readonly all: readonly Scope[];
  /** Of operations that a publishable key may call, alone or with the token of a user. */
  readonly publishable: readonly Scope[];
}

/** What an operation receives. `session` is a transaction already scoped to the caller's environment. */
export interface OperationContext {
  readonly caller: Caller;
  readonly session: Session;
  readonly requestId: string;
  readonly now: Date;
  /** Of all operations of this server. */
  readonly scopes: OperationScopes;
  /**
   * Says what has been changed, for the record and for everybody who wants to hear of it; once, by every operation that
   * changes something, also when there turned out to be nothing to change. Null: nothing was meant to change.
   */
  readonly changed: (changed: Changed | null) => void;
  /** Says what was decided; once, by every operation that is asked for a decision. */
  readonly decided: (decided: Decided) => void;
}

/** What an operation without a transaction receives. */
export interface RespondContext extends Omit<OperationContext, 'session' | 'changed' | 'decided'> {
  readonly background: Background;
  /** Of the program: `0.1.0`. */
  readonly version: string;
  /** `Last-Event-ID`: the last event of a stream that the caller has seen. */
  readonly lastEventId: string | null;
  /** The publishable key that the request came with, to be given back to the same caller. */
  readonly publishableKey: string | null;
  /** Whoever asks has said, by `Sec-GPC: 1` or `DNT: 1`, that nothing about them is to be kept. */
  readonly asksForPrivacy: boolean;
}

/** What there is between requests, for whatever an operation keeps in memory. The same for all requests of a server. */
export interface Background {
  /** One transaction that reads. */
  read<T>(scope: SessionScope, work: (session: Session) => Promise<T>): Promise<T>;
  /** One transaction that writes what no request waits for. */
  write<T>(scope: SessionScope, work: (session: Session) => Promise<T>): Promise<T>;
  /** See `subscribe` of the database. */
  readonly subscribe: (handler: AnnouncementHandler) => () => void;
  /** Aborted at the first moment of a stop. */
  readonly stopping: AbortSignal;
  /** To be done when the last request has been answered and the server goes. It is waited for, and must not reject. */
  atTheEnd(work: () => Promise<void>): void;
  /** Tells the log of what went wrong where no request hears of it. */
  report(problem: unknown): void;
}

export interface OperationInput {
  readonly params: { readonly [name: string]: string };
  readonly query: { readonly [name: string]: unknown };
  readonly body: unknown;
}

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
   * to the tenant when one is named; `none`, the default, works on the environment whatever is named. `in-body` takes
   * what the header names, or the product's only tenant; failing both, the operation finds it in its body, and
   * whether there is such a tenant it finds out by itself. A user is always narrowed to their own tenant.
   */
  readonly tenant?: 'none' | 'optional' | 'required' | 'in-body';
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

/** By the tag that operations have, what they are for: in Markdown, for people. */
export interface TagDescriptions {
  readonly [tag: string]: string;
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
  /** What was read, and which part of it: without anything that was read. */
  readonly about: (input: OperationInput) => Required<Pick<Changed, 'resource' | 'metadata'>>;
}

/** One of several requests that are answered together. */
export interface RequestTogether {
  readonly context: OperationContext;
  readonly input: OperationInput;
}

/** What became of one of them. A `problem` is answered as if `handle` had thrown it, and leaves the others alone. */
export type Outcome = { readonly result: OperationResult } | { readonly problem: unknown };

export interface OperationResponse {
  readonly description: string;
  /** Of the body; of the data of each event, where it is a stream. */
  readonly schema: JsonObject;
  /** Absent: JSON. Of a stream of bytes, each one that it may be. */
  readonly contentType?: string | readonly string[];
}

/** An answer by server-sent events. */
export interface EventStream {
  /**
   * Asked for the next event only when the reader has taken the one before. Ends when `signal` is aborted: the reader
   * has gone, may not read any more, or the server stops. With `once` it ends by itself when it has said what there is
   * now: a request without a connection, as `inject` makes it, has no other end.
   */
  readonly events: (reader: StreamReader) => AsyncIterable<StreamEvent>;
}

/** An answer that may be larger than any memory. */
export interface ByteStream {
  readonly contentType: string;
  readonly headers?: { readonly [name: string]: string };
  /**
   * Sends all of it; `send` resolves when the reader can take more, and rejects when there is no reader any more, or none
   * who has taken anything for 30 seconds, as `gone` tells whoever waits for something else. When it rejects, the answer
   * is broken off: the reader sees that it is not whole, and must not be given anything that looks like an end before.
   */
  readonly write: (send: (bytes: Uint8Array | string) => Promise<void>, gone: AbortSignal) => Promise<void>;
}

export interface StreamReader {
  readonly signal: AbortSignal;
  readonly once: boolean;
}

export interface StreamEvent {
  /** Absent: `message`. */
  readonly event?: string;
  /** What the reader sends as `Last-Event-ID` when it comes back. One line. */
  readonly id?: string;
  readonly data: string;
}

export interface OperationResult {
  readonly status: number;
  readonly body: unknown;
  /** The body as JSON, where somebody has written it before. */
  readonly text?: string;
  /** With an `etag`, what changes nothing is answered 304 to a caller that has the answer already. */
  readonly headers?: { readonly [name: string]: string };
}

/** A document that anybody may read without a key. It tells of the server itself, and of no environment. */
export interface PublicDocument {
  /** What logs and metrics call it. */
  readonly id: string;
  /** `/.well-known/…`; answers to GET. */
  readonly path: string;
  /** `base` is where the server is reached, without a slash at its end: `https://dream.acme.com`. */
  readonly render: (base: string) => JsonObject;
}
