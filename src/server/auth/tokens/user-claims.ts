import { isSealOf } from '../../../engine/sealing/seal-claims.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../engine/json.ts';
import { textOf } from '../../../engine/json-fields.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { IdentityProvider } from '../../directory.ts';
import { tokenErrors } from '../token-errors.ts';
import { claimAt } from './read-token.ts';

/** What this server said about a user when the token was made, proven by its seal. */
export interface EnrichedClaims {
  readonly tenantId: string;
  readonly roleSlugs: readonly string[];
  /** Null: left out for want of room; the roles tell. */
  readonly permissions: readonly string[] | null;
  readonly planTier: string | null;
  readonly publishableKey: string;
  /** `42.7`: revision of the environment, and access version of the tenant. */
  readonly policyVersion: string;
  readonly sessionId: string | null;
  /** Seconds since 1970: the end of a grant that has one. */
  readonly accessUntil: number | null;
}

/** What a verified token says. */
export interface UserClaims {
  readonly userId: string;
  /** Null: the token names none. */
  readonly tenantId: string | null;
  readonly sessionId: string | null;
  /** Publishable keys the token says it is for; each must be the one it came with. */
  readonly publishableKeys: readonly string[];
  readonly enriched: EnrichedClaims | null;
}

/** The fields that a seal covers, which is all of them. */
const enrichedFields = [
  'accessUntil',
  'dataResidency',
  'permissions',
  'planTier',
  'policyVersion',
  'publishableKey',
  'roleSlugs',
  'sessionId',
  'tenantId',
  'truncated',
] as const;

/** OpenID Connect limits `sub` to 255 ASCII characters. */
const userPattern = /^[!-~]{1,255}$/;
const tenantPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** Reads a verified payload. Throws `auth/token-claim-missing` where the user is not named, or not in a form ids have. */
export function readUserClaims(
  payload: JsonObject,
  { claims: paths, issuer }: IdentityProvider,
  environmentId: string,
  masterKey: Uint8Array | null,
): UserClaims {
  const userId = textOf(claimAt(payload, paths.user));
  if (userId === undefined || !userPattern.test(userId)) throw missing(paths.user, issuer);
  const enriched = readEnriched(payload, paths.enriched, [environmentId, userId], masterKey);
  const tenantId = tenantOf(payload, paths.tenant, enriched);
  if (tenantId !== undefined && !tenantPattern.test(tenantId)) throw missing(paths.tenant ?? 'o.id', issuer);
  const named = claimAt(payload, paths.publishableKey) ?? undefined;
  // A key named in a form that cannot be compared must not pass as none.
  if (named !== undefined && typeof named !== 'string') throw missing(paths.publishableKey, issuer);
  return {
    userId,
    tenantId: tenantId ?? null,
    sessionId: textOf(claimAt(payload, paths.session)) ?? enriched?.sessionId ?? null,
    publishableKeys: [named, enriched?.publishableKey].filter((key) => key !== undefined),
    enriched,
  };
}

function tenantOf(payload: JsonObject, path: string | null, enriched: EnrichedClaims | null): string | undefined {
  if (path !== null) return textOf(claimAt(payload, path));
  return enriched?.tenantId ?? textOf(payload['tenantId']) ?? textOf(claimAt(payload, 'o.id'));
}

/**
 * Null unless the claims are whole and sealed here for this user of this environment: whoever can write into their
 * own token gains nothing by it.
 */
function readEnriched(
  payload: JsonObject,
  path: string | null,
  context: readonly string[],
  masterKey: Uint8Array | null,
): EnrichedClaims | null {
  const found = path === null ? payload : claimAt(payload, path);
  if (masterKey === null || !isJsonObject(found)) return null;
  const seal = found['seal'];
  const claims = pick(found);
  const tenantId = textOf(claims['tenantId']);
  const publishableKey = textOf(claims['publishableKey']);
  const policyVersion = textOf(claims['policyVersion']);
  const roleSlugs = textList(claims['roleSlugs']);
  if (tenantId === undefined || publishableKey === undefined || policyVersion === undefined || roleSlugs === null)
    return null;
  if (typeof seal !== 'string' || !isSealOf(seal, masterKey, context, claims)) return null;
  const accessUntil = claims['accessUntil'];
  return {
    tenantId,
    roleSlugs,
    permissions: textList(claims['permissions']),
    planTier: textOf(claims['planTier']) ?? null,
    publishableKey,
    policyVersion,
    sessionId: textOf(claims['sessionId']) ?? null,
    accessUntil: typeof accessUntil === 'number' ? accessUntil : null,
  };
}

function pick(found: JsonObject): JsonObject {
  const fields = enrichedFields.flatMap((name) => {
    const value = found[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(fields);
}

function textList(value: Json | undefined): readonly string[] | null {
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null;
}

function missing(path: string, issuer: string): Error {
  return makeError(tokenErrors.claimMissing, {
    message: `The token of ${issuer} does not say \`${path}\` in the form that ids have.`,
    param: 'Authorization',
  });
}
