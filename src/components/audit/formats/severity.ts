import type { EntryOutcome } from '../entries/entry.ts';

/** How grave an entry is, as each format counts it. */
export interface EntrySeverity {
  /** 0 to 10. */
  readonly cef: number;
  /** RFC 5424: from 0, the gravest, to 7. */
  readonly syslog: number;
  /** OCSF's `severity_id`: from 1, informational, to 6. */
  readonly ocsf: number;
}

/** By outcome alone: what an action means to a company, its alert rules say. */
export const severityOf: { readonly [outcome in EntryOutcome]: EntrySeverity } = {
  success: { cef: 3, syslog: 5, ocsf: 1 },
  failure: { cef: 5, syslog: 4, ocsf: 3 },
  denied: { cef: 6, syslog: 4, ocsf: 3 },
};
