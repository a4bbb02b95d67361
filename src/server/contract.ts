import type { JsonObject } from '../engine/json.ts';
import type { ErrorDefinition } from '../engine/platform-error/index.ts';
import type { Isolation, Session } from '../db/contract.ts';

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
export interface Operation {
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
  /** `serializable` for operations that read, compare and write; `read` never writes. */
  readonly transaction: Isolation;
  /**
   * What it writes is a record of what was asked, and nothing that a key or its environment consists of. After any
   * other operation that writes, the server reads the keys of the environment anew.
   */
  readonly recordsOnly?: true;
  /** Largest body accepted, in bytes. Absent: 1 MB. */
  readonly bodyLimit?: number;
  /** The answer holds a secret that is shown once: it is only ever kept sealed. */
  readonly sensitiveAnswer?: boolean;
  /**
   * The protocol is a standard's and not ours. An error is answered as the standard writes it, a plain text, with
   * its code in the header `Dream-Error-Code`; an `X-Request-ID` is given back exactly as it came, whatever it holds.
   */
  readonly foreignProtocol?: true;
  readonly handle: (context: OperationContext, input: OperationInput) => Promise<OperationResult>;
  /**
   * Does what `handle` does for several requests at once, in one transaction, and gives one outcome for each in their
   * order. The server comes here with requests of one environment, and of one tenant where they name one, that arrived
   * while it was busy with others of theirs; `session`, `now` and `scopes` are the same for all. What is thrown rolls
   * all of it back, and the requests are tried apart. A request with an `Idempotency-Key` goes to `handle`.
   */
  readonly handleTogether?: (requests: readonly RequestTogether[]) => Promise<readonly Outcome[]>;
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
  readonly schema: JsonObject;
}

export interface OperationResult {
  readonly status: number;
  readonly body: unknown;
  /** With an `etag`, a GET is answered 304 to a caller that has the answer already. */
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
