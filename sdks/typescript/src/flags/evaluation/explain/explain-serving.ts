import { attributeName } from '../attribute.ts';
import { compileServing } from '../compile-flag.ts';
import type { RolloutPlace } from '../compile-rollout.ts';
import { dealIn } from '../deals/compile-deal.ts';
import { numberIn, objectIn, optional } from '../read.ts';
import type { Rollout } from '../ruleset.ts';
import { bucketOf } from './bucket.ts';
import { present } from './explain-condition.ts';
import type { ExplainedRollout, ExplainedServing } from './explanation.ts';

/** Where a rollout stands, and the experiment around it as the ruleset has it. */
export interface ServingPlace extends RolloutPlace {
  readonly written: object | undefined;
}

export function explainServing(source: object, place: ServingPlace, context: object): ExplainedServing {
  const served = compileServing(source, place, 'TARGETING_MATCH');
  const found = typeof served === 'function' ? served(context) : served;
  const rollout = optional(source, 'rollout', objectIn);
  return {
    variation: found?.variant ?? null,
    decides: found !== undefined,
    ...(rollout === undefined
      ? {}
      : { rollout: explainRollout(rollout, place, context, found?.outcome.inExperiment === true) }),
  };
}

function explainRollout(
  source: object,
  { scope, written }: ServingPlace,
  context: object,
  inExperiment: boolean,
): ExplainedRollout {
  const by = objectIn(source, 'by');
  const deal = dealIn(source);
  const unit = deal.unit(scope.attributes.of(by).read(context));
  const exposure = optional(source, 'exposure', objectIn);
  return {
    attribute: attributeName(by),
    ...present('unit', unit),
    ...present('bucket', bucketOf(deal, unit)),
    // What could be compiled has parts as the ruleset says.
    parts: (source as Rollout).parts,
    ...(exposure === undefined
      ? {}
      : {
          exposure: {
            ...present('bucket', bucketOf(dealIn(exposure), unit)),
            upTo: numberIn(exposure, 'upTo'),
          },
        }),
    ...explainExperiment(written, unit),
    inExperiment,
  };
}

function explainExperiment(
  experiment: object | undefined,
  unit: string | undefined,
): Pick<ExplainedRollout, 'holdout' | 'exclusive'> {
  const [holdout, exclusive] = ['holdout', 'exclusive'].map((name) =>
    experiment === undefined ? undefined : optional(experiment, name, objectIn),
  );
  const bucketIn = (dealt: object | undefined): number | undefined =>
    dealt === undefined ? undefined : bucketOf(dealIn(dealt), unit);
  const [held, inGroup] = [bucketIn(holdout), bucketIn(exclusive)];
  return {
    ...(holdout === undefined || held === undefined
      ? {}
      : { holdout: { bucket: held, upTo: numberIn(holdout, 'upTo') } }),
    ...(exclusive === undefined || inGroup === undefined
      ? {}
      : { exclusive: { bucket: inGroup, from: numberIn(exclusive, 'from'), to: numberIn(exclusive, 'to') } }),
  };
}
