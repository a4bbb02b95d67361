import type { Session } from '../../../db/contract.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { Caller } from '../../../server/caller.ts';
import type { Ports } from '../../ports.ts';
import { entitlementErrors } from './errors.ts';

export const errorsOfTenant = [
  entitlementErrors.tenantMissing,
  entitlementErrors.tenantMismatch,
  entitlementErrors.unknownTenant,
];

/**
 * The tenant that a request is about: of its header or token, or of its body.
 *
 * @throws ValidationError `entitlements/tenant-missing`, `entitlements/tenant-mismatch`
 */
export function tenantOf({ tenantId }: Caller, named: string | undefined): string {
  if (tenantId !== null && named !== undefined && named !== tenantId) {
    throw makeError(entitlementErrors.tenantMismatch, {
      message: `The body names tenant ${named}, and the request is about ${tenantId}.`,
      param: '/tenantId',
    });
  }
  const tenant = tenantId ?? named;
  if (tenant === undefined) {
    throw makeError(entitlementErrors.tenantMissing, {
      message: 'The request names no tenant: send X-Tenant-ID, or tenantId in the body.',
      param: '/tenantId',
    });
  }
  return tenant;
}

/** @throws NotFoundError `entitlements/unknown-tenant` */
export async function refuseUnknownTenant(
  session: Session,
  { tenants }: Ports,
  tenantId: string,
  param: string,
): Promise<void> {
  if ((await tenants?.find(session, [tenantId]))?.length !== 1) throw noTenant(tenantId, param);
}

/**
 * For what is written of a tenant: nobody deletes it before the transaction ends.
 *
 * @throws NotFoundError `entitlements/unknown-tenant`
 */
export async function holdTenant(session: Session, { tenants }: Ports, tenantId: string, param: string): Promise<void> {
  if ((await tenants?.hold(session, tenantId)) !== true) throw noTenant(tenantId, param);
}

function noTenant(tenantId: string, param: string): Error {
  return makeError(entitlementErrors.unknownTenant, {
    message: `The environment has no tenant ${tenantId}.`,
    param,
  });
}
