import { makeError } from '../../engine/platform-error/index.ts';
import { authErrors } from './errors.ts';
import { hashApiKey } from './api-key-format.ts';
import type { Credential, RequestHeaders } from './credential.ts';
import { refuseOtherEnvironment } from './environment-headers.ts';
import type { KnownKeys } from './known-keys.ts';
import type { StoredKey } from './queries.ts';

/** The key of a request, with its environment. Throws an AuthenticationError when it is not alive there. */
export async function findKey(
  keys: KnownKeys,
  credential: Extract<Credential, { kind: 'key' | 'user' }>,
  headers: RequestHeaders,
  now: Date,
  found: (key: StoredKey) => void,
): Promise<StoredKey> {
  const stored = await keys.find(hashApiKey(credential.key), now);
  if (stored === undefined) {
    throw makeError(authErrors.unknownKey, { message: 'This server never issued the key. Is it for another server?' });
  }
  found(stored);
  refuseDeadKey(stored, now);
  if (stored.mode !== credential.mode || stored.type !== credential.type) {
    throw makeError(authErrors.modeMismatch, {
      message: `A ${credential.mode} key cannot be used for environment '${stored.environment}', which is in ${stored.mode} mode.`,
    });
  }
  refuseOtherEnvironment(stored, headers);
  return stored;
}

function refuseDeadKey(key: StoredKey, now: Date): void {
  if (key.revokedAt !== null) {
    throw makeError(authErrors.revokedKey, { message: `Key ${key.id} was revoked at ${key.revokedAt.toISOString()}.` });
  }
  if (key.expiresAt !== null && key.expiresAt <= now) {
    throw makeError(authErrors.expiredKey, { message: `Key ${key.id} expired at ${key.expiresAt.toISOString()}.` });
  }
}
