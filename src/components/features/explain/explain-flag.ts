import { isJsonObject, type Json } from '../../../engine/json.ts';
import type { ExplainedStep, FlagExplanation, StepOutcome } from '../../flags-contract.ts';
import { attributeOf, keyOf } from '../evaluation/attribute.ts';
import { Clock } from '../evaluation/clock.ts';
import type { Evaluator, Outcome } from '../evaluation/contract.ts';
import type { FlagRules } from '../evaluation/ruleset.ts';
import { Scope } from '../evaluation/scope.ts';
import { CompiledSegments } from '../evaluation/segments.ts';
import { explainServing } from './explain-serving.ts';
import { type Asked, explainTest } from './explain-test.ts';
import { momentText } from './test-text.ts';

/**
 * How a flag came to its answer, with every condition of every rule, whether it was reached or not. Which step decided
 * is taken from the evaluator's own answer. Null where there is no such flag, or it cannot be understood.
 */
export function explainFlag(evaluator: Evaluator, key: string, context: object, now: number): FlagExplanation | null {
  const { ruleset } = evaluator;
  const flag = Object.hasOwn(ruleset.flags, key) ? ruleset.flags[key] : undefined;
  const outcome = evaluator.evaluate(key, context);
  if (flag === undefined || outcome.errorCode === 'PARSE_ERROR') return null;
  const clock = new Clock(() => now);
  const segments = new CompiledSegments(ruleset.segments);
  const surroundings = { clock, sticky: undefined, segments, ...pickFacts(evaluator) };
  const asked: Asked = { context, ruleset, scope: () => new Scope(surroundings) };
  return { steps: withOutcomes(stepsOf(key, atMoment(flag, now), asked, evaluator), deciding(outcome)) };
}

function pickFacts({ ruleset: { entitlements, tenants } }: Evaluator): Pick<Scope, 'entitlements' | 'tenants'> {
  return { entitlements, tenants };
}

interface FlagNow {
  readonly flag: FlagRules;
  /** When the schedule last changed it. */
  readonly since: number | null;
}

function atMoment(flag: FlagRules, now: number): FlagNow {
  const change = flag.schedule?.findLast(({ at }) => at <= now);
  if (change === undefined) return { flag, since: null };
  const { at: since, ...changed } = change;
  return { flag: { ...flag, ...changed }, since };
}

type Step = ExplainedStep extends infer S ? (S extends ExplainedStep ? Omit<S, 'outcome'> : never) : never;

/** A step, and by what the evaluator's answer is known to come from it. */
interface Candidate {
  readonly step: Step;
  readonly name: string;
}

function stepsOf(key: string, { flag, since }: FlagNow, asked: Asked, evaluator: Evaluator): readonly Candidate[] {
  const { entitlement, fallthrough, prerequisites = [], rules = [], targets } = flag;
  const state: Step = { step: 'state', state: flag.state, scheduled: since === null ? null : momentText(since) };
  return [
    { name: 'state', step: state },
    ...(entitlement === undefined ? [] : [{ name: 'entitlement', step: entitlementStep(entitlement, asked) }]),
    ...prerequisites.map(({ flag: other, variations }) => ({
      name: `prerequisite ${other}`,
      step: {
        step: 'prerequisite' as const,
        flag: other,
        wanted: variations,
        served: evaluator.evaluate(other, asked.context).variant,
      },
    })),
    ...(targets === undefined ? [] : [{ name: 'targets', step: targetStep(targets, asked) }]),
    ...rules.map((rule, index) => {
      const test = rule.if === undefined ? null : explainTest(rule.if, asked);
      const serves = explainServing(rule.serve, key, flag, asked);
      const fits = test?.holds ?? true;
      return {
        name: `rule ${index}`,
        step: { step: 'rule' as const, index, name: rule.name ?? null, fits, test, serves },
      };
    }),
    {
      name: 'fallthrough',
      step: {
        step: 'fallthrough',
        serves:
          fallthrough === undefined
            ? { variation: flag.offVariation ?? null }
            : explainServing(fallthrough, key, flag, asked),
      },
    },
  ];
}

function entitlementStep(entitlement: string, { context, ruleset }: Asked): Step {
  const gate = ruleset.entitlements[entitlement];
  const tenant = keyOf(context, 'tenant');
  const known = tenant === undefined ? undefined : ruleset.tenants?.[tenant]?.plan;
  const plan = attributeOf(context, 'tenant', 'plan') ?? known ?? null;
  return {
    step: 'entitlement',
    entitlement,
    plan: asJson(plan),
    plans: gate?.plans ?? [],
    requiredPlan: gate?.requiredPlan ?? null,
  };
}

function asJson(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return isJsonObject(value) || Array.isArray(value) ? (value as Json) : null;
}

function targetStep(targets: NonNullable<FlagRules['targets']>, { context }: Asked): Step {
  const kinds = [...new Set(targets.map(({ kind }) => kind))];
  const looked = kinds.map((kind) => {
    const key = keyOf(context, kind) ?? null;
    const found = targets.find((target) => target.kind === kind && key !== null && target.keys.includes(key));
    return { kind, key, variation: found?.variation ?? null };
  });
  return { step: 'targets', looked };
}

function deciding({ prerequisiteKey, reason, ruleIndex }: Outcome): string {
  if (prerequisiteKey !== undefined) return `prerequisite ${prerequisiteKey}`;
  if (ruleIndex !== undefined) return `rule ${ruleIndex}`;
  switch (reason) {
    case 'DISABLED':
      return 'state';
    case 'plan_restriction':
      return 'entitlement';
    case 'TARGETING_MATCH':
      return 'targets';
    default:
      return 'fallthrough';
  }
}

function withOutcomes(candidates: readonly Candidate[], decided: string): readonly ExplainedStep[] {
  const at = candidates.findIndex(({ name }) => name === decided);
  return candidates.map(({ step }, index) => {
    const outcome: StepOutcome = index < at ? 'passes' : index === at ? 'decides' : 'not-reached';
    return { ...step, outcome };
  });
}
