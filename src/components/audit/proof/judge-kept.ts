import { openCheckpoint } from './checkpoint.ts';
import type { Finding } from './finding.ts';
import type { KeptCheckpoint } from './kept-checkpoint.ts';
import type { NoteVerifier } from './note.ts';
import type { Reason } from './reasons.ts';

/** What the export comes to that is held against the checkpoint. */
export interface HeldExport {
  /** Null: it cannot be read. */
  readonly origin: string | null;
  /** Of the signed checkpoint in its manifest; 0: there is none. */
  readonly size: number;
  readonly lines: number;
}

/** Null where the chain of the export goes on from the kept checkpoint, with nothing before it taken back. */
export function judgeKept(
  kept: KeptCheckpoint,
  { lines, origin, size }: HeldExport,
  verifiers: readonly NoteVerifier[],
): Finding | null {
  const found = (reason: Reason): Finding => ({ reason, sequence: null, line: lines });
  const opened = openCheckpoint(kept.note, verifiers);
  if (opened.problem !== undefined || opened.checkpoint.origin !== origin) return found('checkpoint-other');
  if (kept.isHeld === false) return found('checkpoint-contradicted');
  if (kept.size > size) return found('checkpoint-ahead');
  return kept.isHeld === null ? found('checkpoint-untold') : null;
}
