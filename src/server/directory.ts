import type { Session } from '../db/contract.ts';

/**
 * What the server asks of whoever keeps tenants, users and roles, to say for whom a request is made. A component
 * offers it; the server does not know which.
 */
export interface Directory {
  /** As the environment was last applied: asked once for each revision. */
  settings(session: Session): Promise<DirectorySettings>;
  hasTenant(session: Session, tenantId: string): Promise<boolean>;
  /** Rises with every change of what somebody may do within the tenant; 0 before the first, and for no tenant of ours. */
  accessVersion(session: Session, tenantId: string): Promise<number>;
  /** What the user has in the tenant at `now`, as a member or by a grant; null: nothing. */
  accessOf(session: Session, tenantId: string, userId: string, now: Date): Promise<UserAccess | null>;
  /** What the roles grant, as it is written, inherited included and conditions excluded; sorted. */
  permissionsOf(session: Session, roles: readonly string[]): Promise<readonly string[]>;
}

export interface DirectorySettings {
  readonly identityProviders: readonly IdentityProvider[];
  /** Id of the only tenant there is; null: there may be many. */
  readonly singleTenant: string | null;
}

/** Where users sign in, and how their tokens are verified. */
export interface IdentityProvider {
  /** What stands in `iss`. */
  readonly issuer: string;
  /** One of them must stand in `aud`; null: none is asked for. */
  readonly audience: readonly string[] | null;
  /** One of them must stand in `azp`; null: none is asked for. */
  readonly authorizedParties: readonly string[] | null;
  /** `RS256`, …: asymmetric ones only. */
  readonly algorithms: readonly string[];
  /** Address of the keys; null: the issuer's discovery document tells. */
  readonly jwks: string | null;
  /** Milliseconds. */
  readonly clockSkew: number;
  /** Dotted paths into the token. */
  readonly claims: {
    readonly user: string;
    /** Null: where Dream's own claims put it, or Clerk's. */
    readonly tenant: string | null;
    readonly publishableKey: string;
    readonly session: string;
    /** Null: Dream's own claims stand directly in the token. */
    readonly enriched: string | null;
  };
}

/** What a user has in one tenant. */
export interface UserAccess {
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  readonly plan: string | null;
  /** The end of a grant that has one. */
  readonly until: Date | null;
}
