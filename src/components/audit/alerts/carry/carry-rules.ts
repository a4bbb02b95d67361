import type { Session } from '../../../../db/contract.ts';
import type { Change } from '../../../../engine/changeset/changeset.ts';
import { renameStates } from './queries.ts';

/**
 * What is remembered of a rule that is renamed is remembered of it under its new name: half of an attack counts, and a
 * cooldown lasts. What has fired keeps the name that it had then.
 */
export async function carryRules(changes: readonly Change[], session: Session): Promise<void> {
  const renamings = changes.flatMap(({ from, key, kind }) =>
    kind === 'AlertRule' && from !== undefined ? [{ from, to: key }] : [],
  );
  if (renamings.length > 0) await renameStates(session, renamings);
}
