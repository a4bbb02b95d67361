import type { Reason } from './reasons.ts';

/** The first thing that is wrong with an export. */
export interface Finding {
  readonly reason: Reason;
  /** Of the entry; null where no single one is to blame. */
  readonly sequence: number | null;
  /** The entry is one of those from `sequence` up to this one. */
  readonly upTo?: number;
  /** Of the file, from 1. */
  readonly line: number;
}
