/** The work of retention, as the record and its turn among servers call it. */
export const retentionName = 'audit-retention';

/** What it leaves in the record of the chain that it was at. */
export const prunedAction = 'audit.pruned';
/** That what was given back for a while has been taken away again. */
export const restoreEndedAction = 'audit.restore_ended';
/** That an archive whose own time was over has been removed. */
export const archiveRemovedAction = 'audit.archive_removed';
