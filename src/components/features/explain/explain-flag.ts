import type { Json } from '../../../engine/json.ts';
import type { ExplainedStep, FlagContext, FlagExplanation, StepOutcome } from '../../flags-contract.ts';
import type { ExplainedGate, Explanation } from '../evaluation/explain/explanation.ts';
import { explain } from '../evaluation/explain/explain.ts';
import type { FlagRules, Ruleset } from '../evaluation/ruleset.ts';
import { type Asked, conditionInWords, keyIn } from './explain-condition.ts';
import { servingInWords } from './serving-in-words.ts';
import { momentText } from './test-text.ts';

/**
 * How a flag came to its answer, with every condition of every rule, whether it was reached or not: what the evaluator
 * tells, in words. Null where there is no such flag, or it cannot be understood.
 */
export function explainFlag(ruleset: Ruleset, key: string, context: FlagContext, now: number): FlagExplanation | null {
  const flag = Object.hasOwn(ruleset.flags, key) ? ruleset.flags[key] : undefined;
  const explanation = explain(ruleset, key, context, { now: () => now });
  if (flag === undefined || explanation.state === undefined) return null;
  return { steps: withOutcomes(stepsOf(flag, explanation, { context, ruleset }, now), explanation) };
}

type Step = ExplainedStep extends infer S ? (S extends ExplainedStep ? Omit<S, 'outcome'> : never) : never;

function stepsOf(flag: FlagRules, explanation: Explanation, asked: Asked, now: number): readonly Step[] {
  const { entitlement, fallthrough, prerequisites, rules, state = 'on', targets } = explanation;
  const since = flag.schedule?.findLast(({ at }) => at <= now)?.at;
  return [
    { step: 'state', state, scheduled: since === undefined ? null : momentText(since) },
    ...(entitlement === undefined ? [] : [entitlementStep(entitlement, asked)]),
    ...prerequisites.map(({ flag: other, served, wanted }) => ({
      step: 'prerequisite' as const,
      flag: other,
      wanted,
      served,
    })),
    ...(targets.length === 0 ? [] : [targetStep(targets, asked)]),
    ...rules.map(({ condition, fits, index, name = null, serve }) => ({
      step: 'rule' as const,
      index,
      name,
      fits,
      test: condition === undefined ? null : conditionInWords(condition, asked),
      serves: servingInWords(serve),
    })),
    {
      step: 'fallthrough',
      serves: fallthrough === undefined ? { variation: flag.offVariation ?? null } : servingInWords(fallthrough),
    },
  ];
}

function entitlementStep({ entitlement, isGranted, isWithheld }: ExplainedGate, { context, ruleset }: Asked): Step {
  const { plans = [], requiredPlan = null } = ruleset.entitlements[entitlement] ?? {};
  const plan: Json = context['tenant']?.['plan'] ?? ruleset.tenants?.[keyIn(context, 'tenant') ?? '']?.plan ?? null;
  const isGrantedBeyond = isGranted && !plans.some((one) => one === plan);
  const agreed = isWithheld ? false : isGrantedBeyond ? true : null;
  return { step: 'entitlement', entitlement, agreed, plan, plans, requiredPlan };
}

function targetStep(targets: Explanation['targets'], { context }: Asked): Step {
  const kinds = [...new Set(targets.map(({ kind }) => kind))];
  const looked = kinds.map((kind) => ({
    kind,
    key: keyIn(context, kind),
    variation: targets.find((target) => target.kind === kind && target.names)?.variation ?? null,
  }));
  return { step: 'targets', looked };
}

/** The evaluator says what decided; everything before it was passed, everything behind it was not reached. */
function withOutcomes(steps: readonly Step[], explanation: Explanation): readonly ExplainedStep[] {
  const at = steps.findIndex((step) => decides(step, explanation));
  return steps.map((step, index) => {
    const outcome: StepOutcome = index < at ? 'passes' : index === at ? 'decides' : 'not-reached';
    return { ...step, outcome };
  });
}

function decides(step: Step, { decidedBy, outcome, prerequisites }: Explanation): boolean {
  switch (step.step) {
    case 'prerequisite':
      return decidedBy === 'prerequisite' && prerequisites.find(({ isMet }) => !isMet)?.flag === step.flag;
    case 'targets':
      return decidedBy === 'target';
    case 'rule':
      return decidedBy !== 'fallthrough' && outcome.ruleIndex === step.index;
    case 'fallthrough':
      return decidedBy === 'fallthrough' || decidedBy === 'error';
    default:
      return decidedBy === step.step;
  }
}
