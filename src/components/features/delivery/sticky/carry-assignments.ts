import type { Session } from '../../../../db/contract.ts';
import type { Change } from '../../../../engine/changeset/changeset.ts';
import { compileFlag } from '../../ruleset/compile-flag.ts';
import { isSticky } from './memory-of.ts';
import { renameAssignments } from './queries.ts';

/** Whoever keeps a variation of a flag keeps it under the flag's new name. */
export async function carryAssignments(changes: readonly Change[], session: Session): Promise<void> {
  const renamings = changes.flatMap(({ after, before, from, key, kind }) => {
    if (kind !== 'Flag' || from === undefined) return [];
    const keeps = [before, after].some((body) => body !== null && isSticky(compileFlag(key, body)));
    return keeps ? [{ from, to: key }] : [];
  });
  if (renamings.length > 0) await renameAssignments(session, renamings);
}
