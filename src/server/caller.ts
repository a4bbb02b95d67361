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
