import type { ResourceInHand } from './role-policy.ts';

/** What an application decided by itself. */
export interface LocalDecision {
  /** Whom it is about; absent `type`: a user. */
  readonly subject: { readonly type?: 'user' | 'service-account' | undefined; readonly id: string };
  /** `invoice:approve` */
  readonly permission: string;
  /** Of which the `id` alone is reported. */
  readonly resource?: ResourceInHand | null | undefined;
  /** Absent: that of the client. */
  readonly tenant?: string | null | undefined;
  readonly allowed: boolean;
  /** The `revision` of the policy that decided. */
  readonly policyRevision: number;
}

/** The same as `access.decisions.report` takes it. */
export interface DecisionBody {
  readonly decidedAt: string;
  readonly tenant?: string;
  readonly subject: { readonly type?: 'user' | 'service-account'; readonly id: string };
  readonly action: string;
  readonly resource: { readonly type: string; readonly id?: string };
  readonly allowed: boolean;
  readonly policyRevision: number;
}

/**
 * Of now; undefined for what is none: the server would refuse a whole report for it. May throw whatever reading throws
 * that it is given.
 */
export function bodyOf(decision: LocalDecision): DecisionBody | undefined {
  const { allowed, permission, policyRevision } = decision;
  if (typeof permission !== 'string' || typeof allowed !== 'boolean') return undefined;
  if (!Number.isSafeInteger(policyRevision) || policyRevision < 0) return undefined;
  const colon = permission.indexOf(':');
  const [type, action] = [permission.slice(0, colon), permission.slice(colon + 1)];
  if (colon < 1 || !isName(type, 255) || !isName(action, 128)) return undefined;
  const { id, type: subjectType = null } = decision.subject;
  if (!isName(id, 255) || !(subjectType === null || subjectType === 'user' || subjectType === 'service-account')) {
    return undefined;
  }
  const resourceId = decision.resource?.id ?? null;
  if (resourceId !== null && !isName(resourceId, 255)) return undefined;
  const tenant = decision.tenant ?? null;
  if (tenant !== null && !isTenant(tenant)) return undefined;
  return {
    decidedAt: new Date().toISOString(),
    ...(tenant === null ? {} : { tenant }),
    subject: subjectType === null ? { id } : { type: subjectType, id },
    action,
    resource: resourceId === null ? { type } : { type, id: resourceId },
    allowed,
    policyRevision,
  };
}

/** Half of a surrogate pair and U+0000 can be stored nowhere. */
const unstorable = /[\0\p{Cs}]/u;

function isName(value: unknown, most: number): value is string {
  if (typeof value !== 'string' || value === '' || value.length > 2 * most || unstorable.test(value)) return false;
  return value.length <= most || Array.from(value).length <= most;
}

/** What no tenant can be called. */
function isTenant(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(value);
}
