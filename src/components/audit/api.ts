import type { ComponentApi } from '../contract.ts';
import { alarmSchema } from './alerts/api-schemas.ts';

export const api: ComponentApi = {
  summary: 'The record of who did what: entries, their proofs, where they are sent and how long they are kept.',
  events: {
    'audit-stream.replayed': 'A stream of entries goes back to an earlier place.',
    'audit.archive_removed': 'Archived entries were deleted, since their time was over.',
    'audit.pruned': 'Entries were taken out of the record, since their time was over.',
    'audit.restore_ended': 'Entries that were given back from an archive are gone again.',
    'audit.restored': 'Entries were given back from an archive.',
    'personal.erased': 'What the record held of a person was forgotten.',
    'alert.fired': {
      summary: 'An alert rule has raised an alarm. A rule may name other types that say the same.',
      data: alarmSchema,
    },
  },
  tags: {
    Audit:
      'Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.',
  },
};
