import type { ExplainedRollout, ExplainedServing } from '../../flags-contract.ts';
import { Answers } from '../evaluation/answers.ts';
import { compileAttribute } from '../evaluation/attribute.ts';
import { type CompiledExperiment, compileExperiment } from '../evaluation/compile-experiment.ts';
import { compileRollout } from '../evaluation/compile-rollout.ts';
import { cutAt, dealIn } from '../evaluation/deals/compile-deal.ts';
import type { FlagRules, Rollout, Serving } from '../evaluation/ruleset.ts';
import { bucketOf } from './bucket-of.ts';
import type { Asked } from './explain-test.ts';
import { pathText } from './test-text.ts';

/** What a rule or the fallthrough gives to whom it is asked about. */
export function explainServing(serving: Serving, key: string, flag: FlagRules, asked: Asked): ExplainedServing {
  if (!('rollout' in serving)) return { variation: serving.variation };
  const scope = asked.scope();
  const experiment = flag.experiment === undefined ? undefined : compileExperiment(flag.experiment, scope.clock);
  const decide = compileRollout(serving.rollout, { answers: new Answers(key, flag), experiment, rule: {}, scope });
  return {
    variation: decide(asked.context)?.variant ?? null,
    rollout: explainRollout(serving.rollout, experiment, asked),
  };
}

function explainRollout(
  rollout: Rollout,
  experiment: CompiledExperiment | undefined,
  { context }: Asked,
): ExplainedRollout {
  const deal = dealIn(rollout);
  const unit = deal.unit(compileAttribute(rollout.by)(context));
  return {
    by: pathText(rollout.by),
    unit: unit ?? null,
    bucket: unit === undefined ? null : bucketOf(deal, unit),
    parts: rollout.parts.map(({ upTo, variation }, index) => ({
      variation,
      from: rollout.parts[index - 1]?.upTo ?? 0,
      to: upTo,
    })),
    instead: unit === undefined ? null : insteadOf(rollout, unit, experiment),
  };
}

function insteadOf(
  { exposure }: Rollout,
  unit: string,
  experiment: CompiledExperiment | undefined,
): ExplainedRollout['instead'] {
  if (experiment?.isHeldOut(unit) === true) return 'held-out';
  if (experiment?.takesPart(unit) === false) return 'another-experiment';
  if (exposure === undefined) return null;
  const deal = dealIn(exposure);
  return deal.position(unit) < cutAt(deal, exposure.upTo) ? null : 'not-exposed';
}
