import type { ExplainedRollout as InWordsRollout, ExplainedServing as InWords } from '../../flags-contract.ts';
import type { ExplainedRollout, ExplainedServing } from '../evaluation/explain/explanation.ts';

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
  const isOtherwise = variation !== null && dealt?.variation !== variation;
  const apart = keptApart(rollout);
  return {
    variation,
    rollout: {
      by: attribute,
      unit: unit ?? null,
      bucket: bucket ?? null,
      parts,
      instead: unit === undefined ? null : apart !== null || isOtherwise ? 'apart' : isHidden ? 'not-exposed' : null,
      apart,
    },
  };
}

/** By the experiment, in the order in which it is asked. */
function keptApart({ exclusive, holdout }: ExplainedRollout): InWordsRollout['apart'] {
  if (holdout !== undefined && holdout.bucket < holdout.upTo)
    return { by: 'holdout', bucket: holdout.bucket, from: 0, to: holdout.upTo };
  if (exclusive === undefined || (exclusive.bucket >= exclusive.from && exclusive.bucket < exclusive.to)) return null;
  return { by: 'exclusive', ...exclusive };
}
