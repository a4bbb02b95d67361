import type { CallOptions, ClientOptions } from '../core/options.ts';
import type { AskedOfServer } from '../permissions/contract.ts';
import type { LocalDecision } from '../permissions/local-decision.ts';
import type { PermissionAnswer, ResourceInHand } from '../permissions/role-policy.ts';

/** What the middleware needs of a client; every `Dream` has it. It takes a publishable key. */
export interface MiddlewareClient {
  withOptions(options: ClientOptions): {
    readonly me: { get(options?: CallOptions): PromiseLike<SignedInUser> };
    readonly access: {
      check(body: AskedOfServer, options?: CallOptions): PromiseLike<{ readonly allowed: boolean }>;
    };
  };
}

/** What `me.get` answers. */
export interface SignedInUser {
  readonly id: string;
  readonly tenantId: string;
  readonly roles: readonly string[];
  /** What the roles grant without a condition, as it is written: `invoice:*`. */
  readonly permissions: readonly string[];
  /** Key of the plan that the tenant is on. */
  readonly plan: string | null;
  readonly sessionId: string | null;
}

export interface MiddlewareOptions {
  readonly client: MiddlewareClient;
  /** Spares questions about what roles grant under a condition. Absent: the server is asked. */
  readonly permissions?:
    | {
        readonly policy?: { readonly revision: number } | undefined;
        can(roles: readonly string[], permission: string, resource?: ResourceInHand | null): PermissionAnswer;
      }
    | undefined;
  /** A `DecisionReporter`, told of each permission that is decided here. Absent: nobody is. */
  readonly decisions?: { report(decision: LocalDecision): unknown } | undefined;
  /** Where the token stands. Absent: `Authorization: Bearer …`. */
  readonly tokenOf?: ((header: HeaderReader) => string | null | undefined) | undefined;
  /** Which tenant the request is about; the server says whether the user may act there. Absent: `X-Tenant-ID`. */
  readonly tenantOf?: ((header: HeaderReader) => string | null | undefined) | undefined;
  /**
   * Milliseconds for which it counts what the server said of a token.
   * @default 5000
   */
  readonly timeToLive?: number | undefined;
  /** Told what was answered with a status of 500 or above. Absent: nobody is. */
  readonly onError?: ((error: unknown, request: { readonly requestId: string }) => unknown) | undefined;
}

/** A header of the request by its name in lower case; undefined where there is none. */
export type HeaderReader = (name: string) => string | undefined;

/** Who is asking, as the server says. */
export interface RequestContext {
  readonly user: SignedInUser;
  readonly tenantId: string;
  /** What the log of the application calls the request. */
  readonly requestId: string;
  /** For flags: the user with their roles, and the tenant with its plan. */
  readonly flagContext: {
    readonly user: { readonly key: string; readonly roles: readonly string[] };
    readonly tenant: { readonly key: string; readonly plan: string | null };
  };
  /**
   * Goes on where the user may do it, with this resource if one is given.
   * @throws ConfigurationError for a resource that is no object, or has an `id` that is neither text nor null
   * @throws AuthorizationError `access/permission-denied` where they may not
   * @throws NotAdmitted where the server refuses their token by now
   */
  authorize(permission: string, resource?: ResourceInHand | null): Promise<void>;
}
