import type { Json, JsonObject } from '../../../engine/json.ts';
import type { Caller } from '../../../server/caller.ts';
import type { EvaluationContext, Outcome } from '../evaluation/contract.ts';
import type { FlagRules } from '../evaluation/ruleset.ts';
import type { LiveRuleset } from './live-ruleset.ts';

/** Whoever has no secret key is told only of flags that browsers may know; the others are not there for them. */
function isTold(rules: FlagRules, { mode }: Pick<Caller, 'mode'>): boolean {
  return mode === 'secret' || rules.clientSide;
}

/** Undefined where there is no such flag for the caller. */
export function evaluateOne(
  { evaluator, ruleset }: LiveRuleset,
  key: string,
  context: EvaluationContext,
  caller: Pick<Caller, 'mode'>,
): Outcome | undefined {
  const rules = Object.hasOwn(ruleset.flags, key) ? ruleset.flags[key] : undefined;
  return rules === undefined || !isTold(rules, caller) ? undefined : evaluator().evaluate(key, context);
}

/** Everything that browsers may know of. */
export function evaluateAll({ evaluator }: LiveRuleset, context: EvaluationContext): readonly Outcome[] {
  return evaluator().allFlags(context, { clientSideOnly: true }).outcomes;
}

/** An outcome as JSON. What it tells of the rules is for secret keys alone. */
export function toAnswer(
  outcome: Outcome,
  { mode }: Pick<Caller, 'mode'>,
  exposure: JsonObject | undefined,
): { readonly [field: string]: Json } {
  const { errorCode, errorMessage, hasValue, inExperiment, prerequisiteKey, requiredPlan, ruleIndex, ruleName } =
    outcome;
  const { reason, value, variant } = outcome;
  const answer: [string, Json | undefined][] = [
    ['value', hasValue ? value : undefined],
    ['variant', variant],
    ['reason', reason],
    ['requiredPlan', requiredPlan],
    ['inExperiment', inExperiment],
    ['exposure', exposure],
    ['errorCode', errorCode],
  ];
  const rules: [string, Json | undefined][] = [
    ['ruleIndex', ruleIndex],
    ['ruleName', ruleName],
    ['prerequisiteKey', prerequisiteKey],
    ['errorMessage', errorMessage],
  ];
  const told = mode === 'secret' ? [...answer, ...rules] : answer;
  return Object.fromEntries(told.flatMap(([name, field]) => (field === undefined ? [] : [[name, field] as const])));
}
