import type { Session } from '../../../../db/contract.ts';
import type { Change } from '../../../../engine/changeset/changeset.ts';
import { renameCounts, renameOverrides } from './queries.ts';

/** What tenants have agreed and used of an entitlement that is renamed, they have of it under its new name. */
export async function carryEntitlements(changes: readonly Change[], session: Session): Promise<void> {
  const renamings = changes.flatMap(({ from, key, kind }) =>
    kind === 'Entitlement' && from !== undefined ? [{ from, to: key }] : [],
  );
  if (renamings.length === 0) return;
  await renameOverrides(session, renamings);
  await renameCounts(session, renamings);
}
