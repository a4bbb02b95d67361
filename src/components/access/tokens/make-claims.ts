import { hash } from 'node:crypto';
import type { Session } from '../../../db/contract.ts';
import { readRevision } from '../../../db/live-resources.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import { sealClaims } from '../../../engine/sealing/seal-claims.ts';
import type { Directory } from '../../../server/directory.ts';
import { allowance, encodedSize, fitClaims, largestClaims, sizeOfLongIds } from './claims.ts';
import { tokenErrors } from './errors.ts';
import { hasPublishableKey, selectDataResidency } from './queries.ts';

export interface ClaimsRequest {
  readonly user: string;
  readonly publishableKey: string;
  readonly sessionId?: string;
  readonly maxBytes?: number;
}

/** What a tenant's token says about a user, all of one moment. */
export interface MadeClaims {
  readonly claims: JsonObject;
  /** At most, of the whole token. */
  readonly tokenBytes: number;
}

/** @throws PlatformError one of {@link tokenErrors} */
export async function makeClaims(
  session: Session,
  directory: Directory,
  {
    tenantId,
    now,
    masterKey,
  }: { readonly tenantId: string; readonly now: Date; readonly masterKey: Uint8Array | null },
  { user, publishableKey, sessionId, maxBytes = largestClaims }: ClaimsRequest,
): Promise<MadeClaims> {
  if (!(await hasPublishableKey(session, hash('sha256', publishableKey), now))) {
    throw makeError(tokenErrors.unknownPublishableKey, {
      message: 'The environment has no such publishable key, or it is not alive.',
      param: '/publishableKey',
    });
  }
  const access = await directory.accessOf(session, tenantId, user, now);
  if (access === null) {
    throw makeError(tokenErrors.notAdmitted, {
      message: `User '${user}' is no member of tenant '${tenantId}', and no grant lets them in.`,
      param: '/user',
    });
  }
  const { roles: roleSlugs, permissions, plan: planTier, until } = access;
  const dataResidency = await selectDataResidency(session, tenantId);
  const policyVersion = `${await readRevision(session)}.${await directory.accessVersion(session, tenantId)}`;
  const seal = (claims: JsonObject): JsonObject =>
    masterKey === null ? claims : { ...claims, seal: sealClaims(masterKey, [session.environmentId, user], claims) };
  const longIds = sizeOfLongIds(user, sessionId);
  const limit = Math.min(maxBytes, largestClaims - longIds);
  const claims = fitClaims(
    { tenantId, roleSlugs, permissions, planTier, dataResidency, publishableKey, policyVersion, sessionId, until },
    limit,
    seal,
  );
  if (claims === null) {
    throw makeError(tokenErrors.tooLarge, {
      message: `The ${roleSlugs.length} roles of user '${user}' take more than ${limit} bytes of a token.`,
    });
  }
  return { claims, tokenBytes: encodedSize(claims) + allowance + longIds };
}
