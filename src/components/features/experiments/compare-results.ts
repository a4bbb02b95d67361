import type { Experiment, Metric } from './experiment.ts';
import { type ChiSquare, goodnessOfFit, sameShares } from './statistics/chi-square-tests.ts';
import { compareAtAnyTime, compareOnce, type Comparison, type Sample } from './statistics/compare-means.ts';
import { holm } from './statistics/holm.ts';

/** Of all intervals; and the level that corrected p-values are held against. */
const alpha = 0.05;
/** Below it, the split of units is no chance. */
const mismatchLevel = 0.001;
/** Units that must be expected of each variation before: of fewer, the chi-square distribution is no measure. */
const leastExpected = 5;

export interface ComparedResults {
  readonly flag: string;
  readonly start: string;
  readonly end: string | null;
  readonly control: string | null;
  readonly confidence: number;
  /** Units that count. */
  readonly units: number;
  /** Units that were dealt more than one variation, and count for none. */
  readonly quarantined: number;
  readonly variations: readonly {
    readonly variation: string;
    readonly units: number;
    /** Of all units; null where the flag's rollouts deal differently. */
    readonly expectedShare: number | null;
  }[];
  /** Null: no shares are expected, or nobody was exposed. */
  readonly sampleRatio: (ChiSquare & { readonly mismatch: boolean }) | null;
  readonly metrics: readonly MetricResults[];
}

export interface MetricResults extends Metric {
  readonly variations: readonly MeasuredVariation[];
}

export interface MeasuredVariation {
  readonly variation: string;
  readonly units: number;
  readonly mean: number;
  readonly deviation: number;
  /** Against the control, holding at any time; null for the control itself, and where there is nothing to compare. */
  readonly comparison: (Comparison & { readonly correctedPValue: number }) | null;
  readonly verdict: 'control' | 'better' | 'worse' | 'undecided';
  /** The same by tests that hold for one look alone, at a moment settled beforehand. */
  readonly once: { readonly welch: Comparison | null; readonly chiSquare: ChiSquare | null } | null;
}

export interface Counted {
  readonly units: ReadonlyMap<string, number>;
  readonly quarantined: number;
  readonly measured: readonly { readonly metric: Metric; readonly samples: ReadonlyMap<string, Sample> }[];
}

const nobody: Sample = { size: 0, mean: 0, variance: 0 };

/** What may be concluded. Pure. */
export function compareResults(
  { control, end, flag, shares, start }: Experiment,
  { measured, quarantined, units }: Counted,
): ComparedResults {
  const names = [...new Set([...(shares?.keys() ?? []), ...units.keys()])].toSorted(
    (left, right) => Number(right === control) - Number(left === control) || (left < right ? -1 : 1),
  );
  const compared = measured.flatMap(({ metric, samples }) =>
    names.map((variation) => {
      const sample = samples.get(variation) ?? nobody;
      const ofControl = control === null || variation === control ? undefined : samples.get(control);
      const anyTime = ofControl === undefined ? null : compareAtAnyTime(ofControl, sample, alpha);
      return { metric, variation, sample, ofControl, anyTime };
    }),
  );
  const judged = compared.flatMap((one) => (one.anyTime === null ? [] : [{ one, pValue: one.anyTime.pValue }]));
  const levels = holm(judged.map(({ pValue }) => pValue));
  const corrected = new Map(judged.map(({ one }, index) => [one, levels[index] ?? 1]));
  const byMetric = Map.groupBy(compared, ({ metric }) => metric);
  return {
    flag,
    start: start.toISOString(),
    end: end?.toISOString() ?? null,
    control,
    confidence: 1 - alpha,
    units: [...units.values()].reduce((total, count) => total + count, 0),
    quarantined,
    variations: names.map((variation) => ({
      variation,
      units: units.get(variation) ?? 0,
      expectedShare: shares === null ? null : (shares.get(variation) ?? 0),
    })),
    sampleRatio: shares === null ? null : ratioOf(names, units, shares),
    metrics: measured.map(({ metric }) => ({
      ...metric,
      variations: (byMetric.get(metric) ?? []).map((one): MeasuredVariation => {
        const { anyTime, ofControl, sample, variation } = one;
        const correctedPValue = corrected.get(one) ?? 1;
        return {
          variation,
          units: sample.size,
          mean: sample.mean,
          deviation: Math.sqrt(sample.variance),
          comparison: anyTime === null ? null : { ...anyTime, correctedPValue },
          verdict: variation === control ? 'control' : verdictOf(metric, anyTime?.difference ?? 0, correctedPValue),
          once: ofControl === undefined ? null : onceOf(metric, ofControl, sample),
        };
      }),
    })),
  };
}

function ratioOf(
  names: readonly string[],
  units: ReadonlyMap<string, number>,
  shares: ReadonlyMap<string, number>,
): ComparedResults['sampleRatio'] {
  const counts = names.map((variation) => units.get(variation) ?? 0);
  const expected = names.map((variation) => shares.get(variation) ?? 0);
  const ratio = units.size === 0 ? null : goodnessOfFit(counts, expected);
  if (ratio === null) return null;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const fewest = total * Math.min(...expected.filter((share) => share > 0));
  const isTelling = fewest >= leastExpected || ratio.statistic === Number.POSITIVE_INFINITY;
  return { ...ratio, mismatch: isTelling && ratio.pValue < mismatchLevel };
}

function verdictOf({ goal }: Metric, difference: number, pValue: number): 'better' | 'worse' | 'undecided' {
  if (pValue >= alpha) return 'undecided';
  return difference > 0 === (goal === 'increase') ? 'better' : 'worse';
}

function onceOf({ measure }: Metric, control: Sample, treated: Sample): MeasuredVariation['once'] {
  const shareOf = ({ mean, size }: Sample) => ({ size, converted: Math.round(mean * size) });
  return {
    welch: compareOnce(control, treated, alpha),
    chiSquare: measure === 'conversion' ? sameShares(shareOf(control), shareOf(treated)) : null,
  };
}
