/** What an experiment has shown so far, as a control plane says it. Instants are RFC 3339, in UTC. */
export interface ExperimentResults {
  /** Key of the flag. */
  readonly flag: string;
  readonly start: string;
  readonly end: string | null;
  readonly control: string | null;
  /** Of all intervals: 0.95. */
  readonly confidence: number;
  /** When is forgotten what was reported; null: the experiment goes on. */
  readonly keptUntil: string | null;
  /** Up to when something is missing, since the environment kept too much; null: nothing. */
  readonly cut: { readonly exposures: string | null; readonly observations: string | null };
  readonly units: number;
  /** Units that were dealt more than one variation, and count for none. */
  readonly quarantined: number;
  readonly variations: readonly {
    readonly variation: string;
    readonly units: number;
    readonly expectedShare: number | null;
  }[];
  readonly sampleRatio: (ChiSquare & { readonly mismatch: boolean }) | null;
  readonly metrics: readonly MetricResults[];
}

export interface MetricResults {
  readonly key: string;
  readonly event: string;
  readonly measure: string;
  readonly property: string | null;
  readonly goal: string;
  readonly variations: readonly MeasuredVariation[];
}

export interface MeasuredVariation {
  readonly variation: string;
  readonly units: number;
  readonly mean: number;
  readonly deviation: number;
  /** Against the control, however often it is looked at. */
  readonly comparison: (Comparison & { readonly correctedPValue: number }) | null;
  readonly verdict: 'control' | 'better' | 'worse' | 'undecided';
  /** By tests that hold for one look alone. */
  readonly once: { readonly welch: Comparison | null; readonly chiSquare: ChiSquare | null } | null;
}

export interface Comparison {
  readonly difference: number;
  readonly interval: Interval;
  readonly lift: number | null;
  readonly liftInterval: Interval | null;
  readonly pValue: number;
}

export interface Interval {
  readonly from: number;
  readonly to: number;
}

export interface ChiSquare {
  /** Null: beyond all bounds. */
  readonly statistic: number | null;
  readonly degrees: number;
  readonly pValue: number;
}
