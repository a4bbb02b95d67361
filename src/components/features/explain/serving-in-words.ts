import type { ExplainedServing as InWords } from '../../flags-contract.ts';
import type { ExplainedServing } from '../evaluation/explain/explanation.ts';

/** What the evaluator tells of a variation or a rollout. */
export function servingInWords({ rollout, variation }: ExplainedServing): InWords {
  if (rollout === undefined) return { variation };
  const { attribute, bucket, exposure, unit } = rollout;
  const parts = rollout.parts.map(({ upTo, variation: dealt }, index) => ({
    variation: dealt,
    from: rollout.parts[index - 1]?.upTo ?? 0,
    to: upTo,
  }));
  const dealt = parts.find(({ from, to }) => bucket !== undefined && bucket >= from && bucket < to);
  const isHidden = exposure?.bucket !== undefined && exposure.bucket >= exposure.upTo;
  // Held out of the experiment, or in another part of its group, or given something before.
  const isOtherwise = variation !== null && dealt?.variation !== variation;
  return {
    variation,
    rollout: {
      by: attribute,
      unit: unit ?? null,
      bucket: bucket ?? null,
      parts,
      instead: unit === undefined ? null : isOtherwise ? 'apart' : isHidden ? 'not-exposed' : null,
    },
  };
}
