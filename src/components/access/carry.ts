import type { Session } from '../../db/contract.ts';
import type { Change } from '../../engine/changeset/changeset.ts';
import type { CarryContext } from '../contract.ts';
import { carryRenames } from './impact/carry-renames.ts';
import { keepSingleTenant } from './tenancy/tenants/keep-single-tenant.ts';

/** What people hold follows the names of roles and resource types, and the one tenant of a product is made. */
export async function carry(changes: readonly Change[], session: Session, context: CarryContext): Promise<void> {
  await carryRenames(changes, session);
  await keepSingleTenant(changes, session, context);
}
