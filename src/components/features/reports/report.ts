import type { JsonObject } from '../../../engine/json.ts';

/** What was evaluated since the last report, by a client. At most 1,000 of each. */
export interface Report {
  readonly counts?: readonly ReportedCount[];
  /** A sample of who asked: contexts by kind, without sensitive attributes. */
  readonly contexts?: readonly JsonObject[];
  readonly exposures?: readonly ReportedExposure[];
}

export interface ReportedCount {
  /** Key of the flag. */
  readonly flag: string;
  /** Null: the default given in code. */
  readonly variation: string | null;
  readonly reason: string;
  readonly count: number;
  /** A moment of the hour it is about. Absent: now. */
  readonly at?: string;
}

/** A rollout dealt somebody a variation that counts for the flag's experiment. */
export interface ReportedExposure {
  readonly flag: string;
  readonly variation: string;
  /** The attribute whose value was dealt: `user.key`. */
  readonly by: string;
  /** Its value, as a text. */
  readonly unit: string;
  /** When first. Absent: now. */
  readonly at?: string;
}

/** How much of a report was taken. */
export interface ReportReceipt {
  readonly accepted: number;
  /**
   * Of flags or variations that are not live, of units that the flag deals nothing to or that are sensitive, too large,
   * too old, or not the sender's to report.
   */
  readonly dropped: number;
}
