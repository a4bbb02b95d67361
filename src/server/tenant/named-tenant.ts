import { type ErrorDefinition, makeError } from '../../engine/platform-error/index.ts';
import type { Caller } from '../caller.ts';

/**
 * The tenant whose rows are read: the one that the request is about, or else the one that its parameter `tenant` names;
 * null: neither. Whoever is bound to a tenant never reads another's by naming it.
 *
 * @param mismatch undefined: there is no such parameter
 * @throws PlatformError of `mismatch` where both are there and differ
 */
export function namedTenant(
  { tenantId }: Pick<Caller, 'tenantId'>,
  named: unknown,
  mismatch: ErrorDefinition | undefined,
): string | null {
  if (mismatch === undefined || typeof named !== 'string') return tenantId;
  if (tenantId === null || named === tenantId) return named;
  throw makeError(mismatch, {
    message: `The parameter names tenant ${named}, and the request is about ${tenantId}.`,
    param: 'tenant',
  });
}
