import type { Change } from '../../../engine/changeset/changeset.ts';
import type { Session } from '../../../db/contract.ts';
import { renameHeldRoles } from './queries.ts';
import { renameRelatedType } from './relations/queries.ts';

/**
 * What people hold of a role or resource type that is renamed, they hold under its new name. Tokens made before are
 * told apart by the revision, so no version of a tenant needs to rise.
 */
export async function carryRenames(changes: readonly Change[], session: Session): Promise<void> {
  for (const { from, key, kind } of changes) {
    if (from === undefined) continue;
    if (kind === 'Role') await renameHeldRoles(session, from, key);
    if (kind === 'ResourceType') await renameRelatedType(session, from, key);
  }
}
