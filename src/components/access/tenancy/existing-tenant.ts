import type { Session } from '../../../db/contract.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import { tenantErrors } from './tenants/errors.ts';
import { holdTenant, selectTenant, type TenantRow } from './tenants/queries.ts';

/** @throws NotFoundError `tenants/not-found` */
export async function readTenant(session: Session, id: string): Promise<TenantRow> {
  const tenant = await selectTenant(session, id);
  if (tenant === undefined) throw noTenant(id);
  return tenant;
}

/**
 * For what is written below a tenant: nobody deletes it before the transaction ends.
 *
 * @throws NotFoundError `tenants/not-found`
 */
export async function keepTenant(session: Session, id: string): Promise<void> {
  if (!(await holdTenant(session, id))) throw noTenant(id);
}

export function noTenant(id: string): Error {
  return makeError(tenantErrors.notFound, { message: `The environment has no tenant ${id}.`, param: 'tenant' });
}
