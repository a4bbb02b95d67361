/** What is shown of an experiment. */
export interface ExperimentFacts {
  readonly flag: string;
  readonly environment: string;
  /** Instants. */
  readonly now: string;
  readonly start: string;
  readonly end: string | null;
  readonly control: string | null;
  readonly confidence: number;
  readonly keptUntil: string | null;
  readonly cut: { readonly exposures: string | null; readonly observations: string | null };
  readonly units: number;
  readonly quarantined: number;
  readonly variations: readonly {
    readonly variation: string;
    readonly units: number;
    readonly expectedShare: number | null;
  }[];
  readonly sampleRatio: { readonly pValue: number; readonly mismatch: boolean } | null;
  readonly metrics: readonly MetricFacts[];
}

export interface MetricFacts {
  readonly key: string;
  readonly event: string;
  readonly measure: string;
  readonly property: string | null;
  readonly goal: string;
  readonly variations: readonly MeasuredFacts[];
}

export interface MeasuredFacts {
  readonly variation: string;
  readonly units: number;
  readonly mean: number;
  readonly comparison: (ComparisonFacts & { readonly correctedPValue: number }) | null;
  readonly verdict: 'control' | 'better' | 'worse' | 'undecided';
  readonly once: {
    readonly welch: ComparisonFacts | null;
    readonly chiSquare: { readonly pValue: number } | null;
  } | null;
}

export interface ComparisonFacts {
  readonly difference: number;
  readonly interval: { readonly from: number; readonly to: number };
  readonly lift: number | null;
  readonly pValue: number;
}

/** `0.0312`, `< 0.0001`. */
export function pText(pValue: number): string {
  return pValue < 0.0001 ? '< 0.0001' : pValue.toFixed(4);
}
