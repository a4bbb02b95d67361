import type { Database, Session } from '../../db/contract.ts';
import { readRevision } from '../../db/live-resources.ts';
import { makeError } from '../../engine/platform-error/index.ts';
import { BoundedMap } from '../../engine/bounded-map.ts';
import type { EndUser } from '../caller.ts';
import type { Directory, UserAccess } from '../directory.ts';
import { tenantErrors } from '../tenant/errors.ts';
import { AccessVersions } from './access-versions.ts';
import type { KnownSettings } from './directory-settings.ts';
import type { StoredKey } from './queries.ts';
import { tokenErrors } from './token-errors.ts';
import type { EnrichedClaims, UserClaims } from './tokens/user-claims.ts';
import type { TokenVerifier } from './tokens/verify-tokens.ts';

export interface UserRequest {
  readonly key: StoredKey;
  /** As it came in `X-Publishable-Key`. */
  readonly publishableKey: string;
  readonly token: string;
  /** The tenant that `X-Tenant-ID` names. */
  readonly named: string | null;
  readonly now: Date;
  /** Called with the user's id when the token has proven it, before the directory is asked about the user. */
  readonly count: (userId: string) => Promise<void>;
}

interface Known {
  readonly policyVersion: string;
  readonly access: UserAccess | null;
}

/**
 * Makes an end user of a token. What the token says about roles, permissions and the plan counts only while its
 * policy version is the present one; otherwise the directory is asked, and its answer kept for as long as the version
 * stays. So a token may live for hours, and what is taken from its holder is felt within a second.
 */
export class Users {
  readonly #database: Database;
  readonly #directory: Directory | null;
  readonly #settings: KnownSettings;
  readonly #tokens: TokenVerifier;
  readonly #versions = new AccessVersions();
  readonly #known = new BoundedMap<Known>(50_000);
  readonly #permissions = new BoundedMap<readonly string[]>(5_000);

  constructor(database: Database, directory: Directory | null, settings: KnownSettings, tokens: TokenVerifier) {
    this.#database = database;
    this.#directory = directory;
    this.#settings = settings;
    this.#tokens = tokens;
  }

  /** Throws an AuthenticationError, `auth/provider-unavailable`, or what keeps the user from the tenant. */
  async establish(request: UserRequest): Promise<{ readonly user: EndUser; readonly tenantId: string }> {
    const { key, now } = request;
    const directory = this.#directory;
    const { identityProviders, singleTenant } = await this.#settings.of(key.environmentId, key.revision, (work) =>
      this.#read(key, undefined, work),
    );
    const claims = await this.#tokens.verify({
      token: request.token,
      environmentId: key.environmentId,
      identityProviders,
      now,
    });
    refuseOtherKey(claims, request.publishableKey);
    await request.count(claims.userId);
    const tenantId = chooseTenant(claims, request.named, singleTenant);
    if (directory === null) throw notAllowed(tenantId);
    const access = await this.#accessOf(directory, request, claims, tenantId);
    if (access === null) throw notAllowed(tenantId);
    const { roles, permissions, plan } = access;
    return { tenantId, user: { id: claims.userId, roles, permissions, plan, sessionId: claims.sessionId } };
  }

  async #accessOf(
    directory: Directory,
    { key, now }: UserRequest,
    { enriched, userId }: UserClaims,
    tenantId: string,
  ): Promise<UserAccess | null> {
    const version = await this.#versions.of(key.environmentId, tenantId, now, () =>
      this.#read(key, tenantId, (session) => directory.accessVersion(session, tenantId)),
    );
    const policyVersion = `${key.revision}.${version}`;
    if (enriched?.tenantId === tenantId && enriched.policyVersion === policyVersion) {
      const access = await this.#fromToken(directory, key, enriched);
      if (!isOver(access, now)) return access;
    }
    const id = JSON.stringify([key.environmentId, tenantId, userId]);
    const known = this.#known.get(id);
    if (known?.policyVersion === policyVersion && !isOver(known.access, now)) return known.access;
    const read = await this.#read(key, tenantId, async (session) => ({
      policyVersion: `${await readRevision(session)}.${await directory.accessVersion(session, tenantId)}`,
      access: await directory.accessOf(session, tenantId, userId, now),
    }));
    this.#known.set(id, read);
    return read.access;
  }

  async #fromToken(directory: Directory, key: StoredKey, claims: EnrichedClaims): Promise<UserAccess> {
    const { roleSlugs: roles, permissions, planTier: plan, accessUntil } = claims;
    return {
      roles,
      permissions: permissions ?? (await this.#permissionsOf(directory, key, roles)),
      plan,
      until: accessUntil === null ? null : new Date(accessUntil * 1000),
    };
  }

  /** For tokens that had no room for permissions: roles grant the same to everybody, as long as the revision stays. */
  async #permissionsOf(directory: Directory, key: StoredKey, roles: readonly string[]): Promise<readonly string[]> {
    const id = JSON.stringify([key.environmentId, key.revision, roles]);
    const known = this.#permissions.get(id);
    if (known !== undefined) return known;
    const read = await this.#read(key, undefined, (session) => directory.permissionsOf(session, roles));
    this.#permissions.set(id, read);
    return read;
  }

  #read<T>(key: StoredKey, tenantId: string | undefined, work: (session: Session) => Promise<T>): Promise<T> {
    const { projectId, environmentId } = key;
    const scope = { projectId, environmentId, ...(tenantId === undefined ? {} : { tenantId }) };
    return this.#database.withEnvironment(scope, 'read', work);
  }
}

function refuseOtherKey(claims: UserClaims, publishableKey: string): void {
  if (claims.publishableKeys.every((key) => key === publishableKey)) return;
  throw makeError(tokenErrors.keyMismatch, {
    message: 'The token was made for another publishable key than the one it came with.',
    param: 'X-Publishable-Key',
  });
}

/**
 * The header goes over the token, which must be allowed there; a product with a single tenant need not name it. A token
 * that names another one binds all the same: whoever it was made for there is not let act here by it.
 */
function chooseTenant({ tenantId }: UserClaims, named: string | null, singleTenant: string | null): string {
  if (named === null && tenantId !== null && singleTenant !== null && tenantId !== singleTenant) {
    throw makeError(tenantErrors.notAllowed, {
      message: `The token names tenant '${tenantId}', which is not the only one of the product.`,
    });
  }
  const chosen = named ?? tenantId ?? singleTenant;
  if (chosen !== null) return chosen;
  throw makeError(tenantErrors.missing, {
    message: 'The token names no tenant: send X-Tenant-ID, or have the identity provider put one into the token.',
    param: 'X-Tenant-ID',
  });
}

function notAllowed(tenantId: string): Error {
  return makeError(tenantErrors.notAllowed, {
    message: `The user is no member of tenant '${tenantId}', and no grant lets them in.`,
    param: 'X-Tenant-ID',
  });
}

/** The grant it rests on has ended since, which raises no version. A membership may be left, so it is asked for again. */
function isOver(access: UserAccess | null, now: Date): boolean {
  return access !== null && access.until !== null && access.until <= now;
}
