import { keptUntil, type KeptArchive } from '../retention/removing/kept-until.ts';
import type { Retention } from '../retention/which-policy.ts';

/** An archive that a changeset lets go at once, and by which policies. */
export interface RemovedArchive {
  readonly tenantId: string;
  readonly policies: readonly string[];
}

/** Archives that are over their time after the change of policies, and were not before. Pure. */
export function archivesRemoved(
  archives: readonly KeptArchive[],
  { after, before }: { readonly before: readonly Retention[]; readonly after: readonly Retention[] },
  now: Date,
): readonly RemovedArchive[] {
  const isOver = (policies: readonly Retention[], archive: KeptArchive): boolean => {
    const until = keptUntil(policies, archive);
    return until !== null && until <= now;
  };
  return archives.flatMap((archive) => {
    if (isOver(before, archive) || !isOver(after, archive)) return [];
    const { policies, tenantId } = archive;
    const held = before.filter(({ holds, tenants }) => holds && (tenants?.has(tenantId) ?? true));
    return [{ tenantId, policies: [...policies, ...held.map(({ key }) => key)] }];
  });
}
