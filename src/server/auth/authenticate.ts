import type { Database } from '../../db/contract.ts';
import { makeError } from '../../engine/platform-error/index.ts';
import type { Host } from '../../host/contract.ts';
import type { Caller } from '../caller.ts';
import type { Operation } from '../operation.ts';
import { authErrors } from './errors.ts';
import { readTenantHeader } from '../tenant/tenant-header.ts';
import { refuseOtherMode } from './authorize.ts';
import { type RequestHeaders, readCredential } from './credential.ts';
import { type BroughtAbout, ensureEnvironment } from './ensure-environment.ts';
import { readEnvironmentHeaders } from './environment-headers.ts';
import { findKey } from './find-key.ts';
import type { KnownKeys } from './known-keys.ts';
import type { StoredKey } from './queries.ts';
import type { Users } from './users.ts';

export interface Authentication {
  readonly host: Pick<Host, 'clock' | 'ids'>;
  readonly database: Database;
  /** `local_…`: lets the machine's own user in, into any environment. Only for embedded servers. */
  readonly localToken: string | undefined;
  readonly keys: KnownKeys;
  readonly users: Users;
}

/** What a caller by local token is called in records, and its key id. */
export const localActor = 'local';

/** A caller as far as its credentials tell; the tenant is still what it named, see `resolveTenant`. */
export interface Authenticated {
  readonly caller: Caller;
  /** Of the environment, at this moment or one of the last quarter of a second. */
  readonly revision: number;
}

/** Whose requests are counted: a key, and the user who came with it. */
export interface KeyUse {
  readonly environmentId: string;
  readonly keyId: string;
  readonly user: { readonly id: string } | null;
  /** The key may be in anybody's hands, and no user has shown that it is in theirs. */
  readonly isAnybodys: boolean;
}

/** What is done on the way. */
export interface AuthenticationSteps {
  readonly count: (use: KeyUse) => Promise<void>;
  /**
   * Told whose key it is as soon as that is known, be it dead or not enough, and then which user: who asks may still be
   * refused. Their tenant is the key's own, or the one that the user was let into, and never one that is merely named.
   */
  readonly identified: (caller: Caller) => void;
  /** Writes down what the machine's own user has brought about by asking, before any operation. */
  readonly broughtAbout: BroughtAbout;
}

/**
 * Who is asking. `count` is called when a key, and the token that came with it, have proven to be good, and before the
 * operation or the tenant can be refused: those requests are counted too. Not for the machine's own user.
 *
 * Throws an AuthenticationError when it cannot be established who is asking, an AuthorizationError for a way of asking
 * that the operation does not take, or a user who has nothing in the tenant they ask about, and whatever `count` throws.
 */
export async function authenticate(
  authentication: Authentication,
  headers: RequestHeaders,
  operation: Pick<Operation, 'id' | 'auth'>,
  { broughtAbout, count, identified }: AuthenticationSteps,
): Promise<Authenticated> {
  const { host, keys, localToken, users } = authentication;
  const credential = readCredential(headers, localToken);
  const named = readTenantHeader(headers);
  if (credential.kind === 'local') {
    const authenticated = await callerByLocalToken(authentication, headers, named, broughtAbout);
    identified({ ...authenticated.caller, tenantId: null });
    return authenticated;
  }
  const now = host.clock.now();
  const key = await findKey(keys, credential, headers, now, (found) => {
    identified({ ...callerByKey(found), tenantId: ownTenant(found, named) });
  });
  const use = { environmentId: key.environmentId, keyId: key.id };
  const byKeyAlone = { ...use, user: null, isAnybodys: key.type === 'publishable' };
  if (credential.kind === 'key') {
    await count(byKeyAlone);
    refuseOtherMode(key.type, operation);
    // A publishable key alone acts for nobody, so the header means nothing with it.
    const tenantId = key.type === 'secret' ? (named ?? key.defaultTenant) : null;
    return { caller: { ...callerByKey(key), tenantId }, revision: key.revision };
  }
  if (!operation.auth.includes('user')) await count(byKeyAlone);
  refuseOtherMode('user', operation);
  const { user, tenantId } = await users.establish({
    key,
    publishableKey: credential.key,
    token: credential.token,
    named,
    now,
    count: (id) => count({ ...use, user: { id }, isAnybodys: false }),
  });
  const caller: Caller = { ...callerByKey(key), mode: 'user', actor: user.id, tenantId, user };
  identified(caller);
  return { caller, revision: key.revision };
}

/** Of a key that names no other. */
function ownTenant({ defaultTenant }: StoredKey, named: string | null): string | null {
  return named === null || named === defaultTenant ? defaultTenant : null;
}

async function callerByLocalToken(
  authentication: Authentication,
  headers: RequestHeaders,
  tenantId: string | null,
  broughtAbout: BroughtAbout,
): Promise<Authenticated> {
  const named = readEnvironmentHeaders(headers);
  if (named.project === undefined || named.environment === undefined) {
    throw makeError(authErrors.environmentHeaders, {
      message:
        'A local token belongs to no environment: name one with the headers Dream-Project and Dream-Environment.',
      param: named.project === undefined ? 'Dream-Project' : 'Dream-Environment',
    });
  }
  const asked = {
    project: named.project,
    environment: named.environment,
    ...(named.mode === undefined ? {} : { mode: named.mode }),
  };
  const found = await ensureEnvironment(authentication.database, authentication.host, asked, broughtAbout);
  const caller: Caller = {
    mode: 'secret',
    projectId: found.projectId,
    project: found.project,
    environmentId: found.environmentId,
    environment: found.environment,
    environmentMode: found.mode,
    keyId: localActor,
    actor: localActor,
    scopes: ['*'],
    tenantId,
    user: null,
  };
  return { caller, revision: found.revision };
}

function callerByKey(key: StoredKey): Caller {
  return {
    mode: key.type,
    projectId: key.projectId,
    project: key.project,
    environmentId: key.environmentId,
    environment: key.environment,
    environmentMode: key.mode,
    keyId: key.id,
    actor: key.name,
    scopes: key.scopes,
    tenantId: null,
    user: null,
  };
}
