import type { AuditEntry, EntryResource } from './entry.ts';
import type { Personal } from './commit-to-personal.ts';

/** An entry as it is written: what it is found by, and the text that is hashed. */
export interface WrittenEntry {
  readonly entry: AuditEntry;
  /** Empty: of the environment as a whole. */
  readonly tenantId: string;
  readonly recordedAt: Date;
  readonly body: string;
  readonly personal?: Personal;
  /** What it changed besides its own resource. */
  readonly mentioned?: readonly EntryResource[];
}
