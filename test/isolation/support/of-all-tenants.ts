import type { Operation } from '../../../src/server/operation.ts';

/** Whether an operation is refused to whoever names a tenant, since what it tells is of all of them. */
export function isOfAllTenants({ id }: Operation): boolean {
  return id === 'audit.chains.get';
}
