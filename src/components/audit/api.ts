import type { ComponentApi } from '../contract.ts';

export const api: ComponentApi = {
  summary: 'The record of who did what: entries, their proofs, where they are sent and how long they are kept.',
  tags: {
    Audit:
      'Adds entries to the record, searches, exports and proves it, and looks after alarms, streams, archives and erasure.',
  },
};
