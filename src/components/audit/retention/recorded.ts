import type { DoneBeside } from '../../../server/trail.ts';

/** The work of retention, as the record and its turn among servers call it. */
export const retentionName = 'audit-retention';

/** What it leaves in the record of the chain that it was at. */
export const prunedAction = 'audit.pruned';
/** That what was given back for a while has been taken away again. */
export const restoreEndedAction = 'audit.restore_ended';
/** That an archive whose own time was over has been removed. */
export const archiveRemovedAction = 'audit.archive_removed';

export interface DoneToArchive extends Pick<DoneBeside['changed'], 'before' | 'after' | 'metadata'> {
  readonly environmentId: string;
  /** Empty: of the environment itself. */
  readonly tenantId: string;
  /** Of what was pruned at once, archived or not. */
  readonly id: string;
  readonly now: Date;
}

/** What retention says in a chain of what it took out of that chain. */
export function doneToArchive(
  action: string,
  { environmentId, id, now, tenantId, ...said }: DoneToArchive,
): DoneBeside {
  return {
    action,
    environmentId,
    actor: { type: 'system', id: retentionName },
    now,
    changed: { resource: { type: 'archive', id }, ...(tenantId === '' ? {} : { tenantId }), ...said },
  };
}
