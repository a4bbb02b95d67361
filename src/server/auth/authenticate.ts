import type { Database } from '../../db/contract.ts';
import { makeError } from '../../engine/platform-error/index.ts';
import type { Host } from '../../host/contract.ts';
import type { Caller } from '../contract.ts';
import { authErrors } from '../errors.ts';
import { hashApiKey } from './api-key-format.ts';
import { type Credential, type RequestHeaders, readCredential, singleHeader } from './credential.ts';
import { ensureEnvironment } from './ensure-environment.ts';
import { selectKeyByHash, type StoredKey } from './queries.ts';

export interface Authentication {
  readonly host: Pick<Host, 'clock' | 'ids'>;
  readonly database: Database;
  /** `local_…`: lets the machine's own user in, into any environment. Only for embedded servers. */
  readonly localToken: string | undefined;
}

/** What a caller by local token is called in records, and its key id. */
export const localActor = 'local';

/** Who is asking. Throws an AuthenticationError when that cannot be established. */
export async function authenticate(authentication: Authentication, headers: RequestHeaders): Promise<Caller> {
  const credential = readCredential(headers, authentication.localToken);
  return credential.kind === 'local'
    ? callerByLocalToken(authentication, headers)
    : callerByKey(authentication, credential, headers);
}

async function callerByLocalToken(authentication: Authentication, headers: RequestHeaders): Promise<Caller> {
  const named = readEnvironmentHeaders(headers);
  if (named.project === undefined || named.environment === undefined) {
    throw makeError(authErrors.environmentHeaders, {
      message:
        'A local token belongs to no environment: name one with the headers Dream-Project and Dream-Environment.',
      param: named.project === undefined ? 'Dream-Project' : 'Dream-Environment',
    });
  }
  const found = await ensureEnvironment(authentication.database, authentication.host, {
    project: named.project,
    environment: named.environment,
    ...(named.mode === undefined ? {} : { mode: named.mode }),
  });
  return {
    mode: 'secret',
    projectId: found.projectId,
    project: found.project,
    environmentId: found.environmentId,
    environment: found.environment,
    environmentMode: found.mode,
    keyId: localActor,
    actor: localActor,
    scopes: ['*'],
    tenantId: null,
    user: null,
  };
}

async function callerByKey(
  { database, host }: Authentication,
  credential: Extract<Credential, { kind: 'key' }>,
  headers: RequestHeaders,
): Promise<Caller> {
  const stored = await database.withControlPlane('read', (tx) => selectKeyByHash(tx, hashApiKey(credential.key)));
  if (stored === undefined) {
    throw makeError(authErrors.unknownKey, { message: 'This server never issued the key. Is it for another server?' });
  }
  refuseDeadKey(stored, host.clock.now());
  if (stored.mode !== credential.mode || stored.type !== credential.type) {
    throw makeError(authErrors.modeMismatch, {
      message: `A ${credential.mode} key cannot be used for environment '${stored.environment}', which is in ${stored.mode} mode.`,
    });
  }
  refuseOtherEnvironment(stored, headers);
  return {
    mode: stored.type,
    projectId: stored.projectId,
    project: stored.project,
    environmentId: stored.environmentId,
    environment: stored.environment,
    environmentMode: stored.mode,
    keyId: stored.id,
    actor: stored.name,
    scopes: stored.scopes,
    tenantId: null,
    user: null,
  };
}

function refuseDeadKey(key: StoredKey, now: Date): void {
  if (key.revokedAt !== null) {
    throw makeError(authErrors.revokedKey, { message: `Key ${key.id} was revoked at ${key.revokedAt.toISOString()}.` });
  }
  if (key.expiresAt !== null && key.expiresAt <= now) {
    throw makeError(authErrors.expiredKey, { message: `Key ${key.id} expired at ${key.expiresAt.toISOString()}.` });
  }
}

/** A key knows its environment; headers that name another one show that the caller is about to change the wrong place. */
function refuseOtherEnvironment(key: StoredKey, headers: RequestHeaders): void {
  const named = readEnvironmentHeaders(headers);
  const wrong =
    (named.project !== undefined && named.project !== key.project) ||
    (named.environment !== undefined && named.environment !== key.environment);
  if (wrong) {
    throw makeError(authErrors.environmentMismatch, {
      message:
        `The key belongs to environment '${key.environment}' of project '${key.project}', ` +
        `and the request names '${named.environment ?? key.environment}' of '${named.project ?? key.project}'.`,
      param: named.project !== undefined && named.project !== key.project ? 'Dream-Project' : 'Dream-Environment',
    });
  }
  if (named.mode !== undefined && named.mode !== key.mode) {
    throw makeError(authErrors.modeMismatch, {
      message: `Environment '${key.environment}' is in ${key.mode} mode, and the request is for ${named.mode} mode.`,
      param: 'Dream-Environment-Mode',
    });
  }
}

function readEnvironmentHeaders(headers: RequestHeaders): {
  readonly project: string | undefined;
  readonly environment: string | undefined;
  readonly mode: 'test' | 'live' | undefined;
} {
  const mode = singleHeader(headers, 'dream-environment-mode');
  if (mode !== undefined && mode !== 'test' && mode !== 'live') {
    throw makeError(authErrors.environmentHeaders, {
      message: 'The mode of an environment is test or live.',
      param: 'Dream-Environment-Mode',
    });
  }
  return { project: readName(headers, 'Dream-Project'), environment: readName(headers, 'Dream-Environment'), mode };
}

function readName(headers: RequestHeaders, header: string): string | undefined {
  const name = singleHeader(headers, header.toLowerCase());
  if (name !== undefined && !/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name)) {
    throw makeError(authErrors.environmentHeaders, {
      message: `${header} is 1 to 100 letters, digits, dots, underscores and hyphens, and begins with a letter or digit.`,
      param: header,
    });
  }
  return name;
}
