import type { AuditEntry, SealedEntry } from '../entries/entry.ts';

/** The entry of a stored body, which was written from one. */
export function readEntry({ body }: SealedEntry): AuditEntry {
  return JSON.parse(body) as AuditEntry;
}
