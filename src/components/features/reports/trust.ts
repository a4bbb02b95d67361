import type { JsonObject } from '../../../engine/json.ts';
import { objectOf } from '../../../engine/json-fields.ts';
import type { Caller } from '../../../server/caller.ts';

/** Whom a reporter speaks for. */
export interface Reporter {
  /** A secret key is believed; whoever holds a publishable key may say anything. */
  readonly trusted: boolean;
  /** Of a signed-in user, whatever the report says. */
  readonly userId: string | null;
  readonly tenantId: string | null;
}

/** Whom the caller speaks for. */
export function reporterOf({ mode, tenantId, user }: Pick<Caller, 'mode' | 'tenantId' | 'user'>): Reporter {
  return mode === 'secret'
    ? { trusted: true, userId: null, tenantId: null }
    : { trusted: false, userId: user?.id ?? null, tenantId };
}

/** Under which tenant what they tell is kept: a user's, `-` for a publishable key alone, none for a secret key. */
export function keptFor({ mode, tenantId }: Pick<Caller, 'mode' | 'tenantId'>): string {
  return mode === 'secret' ? '' : (tenantId ?? '-');
}

/** What may be believed of a context: of those who are not trusted, who they are is known already, and their plan too. */
export function believable(context: JsonObject, { tenantId, trusted, userId }: Reporter): JsonObject {
  if (trusted) return context;
  const { tenant: told, user, ...others } = context;
  const { plan: _plan, ...tenant } = objectOf(told);
  return {
    ...others,
    ...(user === undefined && userId === null ? {} : { user: { ...objectOf(user), ...keyed(userId) } }),
    ...(told === undefined && tenantId === null ? {} : { tenant: { ...tenant, ...keyed(tenantId) } }),
  };
}

/** Whether the unit may be theirs: a signed-in user reports no other user, and no other tenant. */
export function mayReport(
  { by, unit }: { readonly by: string; readonly unit: string },
  { tenantId, trusted, userId }: Reporter,
): boolean {
  if (trusted) return true;
  if (by === 'user.key') return userId === null || unit === userId;
  return by !== 'tenant.key' || tenantId === null || unit === tenantId;
}

function keyed(key: string | null): JsonObject {
  return key === null ? {} : { key };
}
