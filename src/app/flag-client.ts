import type { ExperimentResults } from './experiment-results.ts';

/** What commands ask of a control plane about flags. */
export interface FlagClient {
  flags: {
    /** Of the last so many days, at most 90. */
    usage(days: number): Promise<FlagsUsage>;
    /** Of the experiment that a live flag declares. */
    experiment(flag: string): Promise<ExperimentResults>;
  };
}

/** Instants are RFC 3339, in UTC. */
export interface FlagsUsage {
  /** From when on is counted. */
  readonly since: string;
  /** When the first report came that is still kept; null: nobody ever reported. */
  readonly reportedSince: string | null;
  /** All that are live, by key. */
  readonly flags: readonly FlagUsage[];
}

export interface FlagUsage {
  readonly key: string;
  readonly liveSince: string;
  /** Beginning of the hour; null: not since it is counted. */
  readonly lastEvaluated: string | null;
}
