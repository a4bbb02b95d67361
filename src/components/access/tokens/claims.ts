import type { JsonObject } from '../../../engine/json.ts';

/** Bytes of a whole token: what browsers keep in one cookie, and what servers take in a header without ado. */
const largestToken = 4096;

/**
 * Bytes of a token besides the claims made here, as it travels: a header with algorithm, type and key id (some 150),
 * `iss`, `aud`, `azp`, `sub`, `sid`, `jti`, `iat`, `nbf`, `exp` (some 450), and the signature of an RSA key of 4096
 * bits (683), the longest in use.
 */
export const allowance = 1300;

/** Characters of a user's id, and of a session's, that the allowance has room for. */
const usualId = 32;

/** Bytes that `sub` and `sid` take beyond that. */
export function sizeOfLongIds(user: string, sessionId: string | undefined): number {
  const more = Math.max(0, user.length - usualId) + Math.max(0, (sessionId?.length ?? 0) - usualId);
  return Math.ceil((more * 4) / 3);
}

/** Bytes that the claims may take in the token, encoded. */
export const largestClaims = largestToken - 1 - allowance;

/** What a token is to say about a user, before it is sealed. */
export interface ClaimsDraft {
  readonly tenantId: string;
  readonly roleSlugs: readonly string[];
  readonly permissions: readonly string[];
  readonly planTier: string | null;
  /** Of the tenant; it never changes. */
  readonly dataResidency: string | null;
  readonly publishableKey: string;
  readonly policyVersion: string;
  readonly sessionId: string | undefined;
  readonly until: Date | null;
}

/** Base64url makes four characters of three bytes. */
export function encodedSize(claims: JsonObject): number {
  return Math.ceil((Buffer.byteLength(JSON.stringify(claims)) * 4) / 3);
}

/**
 * The claims, sealed. Where the permissions have no room they are left out, and `truncated` says so: the role slugs
 * and the policy version tell the same to whoever has the policy. Then where the data resides, which `GET /v1/me` tells.
 * Null when not even the rest has room.
 */
export function fitClaims(
  draft: ClaimsDraft,
  limit: number,
  seal: (claims: JsonObject) => JsonObject,
): JsonObject | null {
  const { dataResidency, permissions, sessionId, until, ...rest } = draft;
  const least = {
    ...rest,
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(until === null ? {} : { accessUntil: Math.floor(until.getTime() / 1000) }),
  };
  const bare = { ...least, ...(dataResidency === null ? {} : { dataResidency }) };
  for (const claims of [
    { ...bare, permissions },
    { ...bare, truncated: true },
    { ...least, truncated: true },
  ]) {
    const sealed = seal(claims);
    if (encodedSize(sealed) <= limit) return sealed;
  }
  return null;
}
