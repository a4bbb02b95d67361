import { Answers } from '../answers.ts';
import { unitOf } from '../attribute.ts';
import { Clock } from '../clock.ts';
import { compileExperiment } from '../compile-experiment.ts';
import { phaseAt } from '../compile-flag.ts';
import { compileGate, type CompiledGate } from '../compile-gate.ts';
import { surroundingsOf } from '../compiled-flags.ts';
import type { Evaluator, EvaluatorOptions, StickyAssignments } from '../contract.ts';
import { createEvaluator } from '../evaluator.ts';
import { isObject, objectIn, objectsIn, optional, textIn, textsIn } from '../read.ts';
import { scopeIn } from '../scope.ts';
import { type Circumstances, explainCondition, present } from './explain-condition.ts';
import { explainServing, type ServingPlace } from './explain-serving.ts';
import type {
  ExplainedGate,
  ExplainedPrerequisite,
  ExplainedRule,
  ExplainedTarget,
  Explanation,
} from './explanation.ts';

/**
 * Why a flag answers as it does to a context. In a file of its own, which a bundler leaves out where nobody asks. It
 * remembers nothing for `sticky`, and never throws: where the flag or the context cannot be read, only the outcome says so.
 */
export function explain(ruleset: unknown, key: string, context: unknown, options?: EvaluatorOptions): Explanation {
  const now = new Clock(options?.now ?? Date.now).now();
  const sticky = readOnly(options?.sticky);
  const evaluator = createEvaluator(ruleset, { now: () => now, ...(sticky === undefined ? {} : { sticky }) });
  const outcome = evaluator.evaluate(key, context);
  const nothing = { flag: key, outcome, decidedBy: 'error', prerequisites: [], targets: [], rules: [] } as const;
  if (outcome.reason === 'ERROR' && outcome.errorCode !== 'TARGETING_KEY_MISSING') return nothing;
  try {
    const clock = new Clock(() => now);
    const surroundings = surroundingsOf(evaluator.ruleset, { clock, sticky });
    const source = objectIn(evaluator.ruleset.flags, key);
    const asked = isObject(context) ? context : {};
    const place = { scope: scopeIn(surroundings), segments: evaluator.ruleset.segments, context: asked };
    return explained(key, source, place, evaluator);
  } catch {
    return nothing;
  }
}

function explained(key: string, source: object, place: Circumstances, evaluator: Evaluator): Explanation {
  const { scope, context } = place;
  const experiment = optional(source, 'experiment', objectIn);
  const parts = {
    answers: new Answers(key, source),
    scope,
    experiment: experiment === undefined ? undefined : compileExperiment(experiment, scope.clock),
    written: experiment,
  };
  const { state, fallthrough } = phaseAt(source, scope.clock.now());
  const entitlement = optional(source, 'entitlement', textIn);
  const gate = entitlement === undefined ? undefined : compileGate(entitlement, scope);
  const steps = {
    state,
    ...(entitlement === undefined || gate === undefined
      ? {}
      : {
          entitlement: explainGate(entitlement, gate, context),
        }),
    prerequisites: (optional(source, 'prerequisites', objectsIn) ?? []).map((one) =>
      explainPrerequisite(one, context, evaluator),
    ),
    targets: (optional(source, 'targets', objectsIn) ?? []).map((target) => explainTarget(target, place)),
    rules: (optional(source, 'rules', objectsIn) ?? []).map((rule, index) => explainRule(rule, index, parts, place)),
    ...(fallthrough === undefined ? {} : { fallthrough: explainServing(fallthrough, { ...parts, rule: {} }, context) }),
  };
  return { flag: key, outcome: evaluator.evaluate(key, context), decidedBy: decider(steps), ...steps };
}

function decider(steps: Omit<Explanation, 'flag' | 'outcome' | 'decidedBy'>): Explanation['decidedBy'] {
  if (steps.state !== 'on') return 'state';
  if (steps.entitlement?.isGranted === false) return 'entitlement';
  if (steps.prerequisites.some(({ isMet }) => !isMet)) return 'prerequisite';
  if (steps.targets.some(({ names }) => names)) return 'target';
  return steps.rules.some(({ fits, serve }) => fits && serve.decides) ? 'rule' : 'fallthrough';
}

function explainGate(entitlement: string, { isOpen, requiredPlan }: CompiledGate, context: object): ExplainedGate {
  const open = isOpen(context);
  return { entitlement, isGranted: open === true, isWithheld: open === null, requiredPlan };
}

function explainPrerequisite(source: object, context: object, evaluator: Evaluator): ExplainedPrerequisite {
  const flag = textIn(source, 'flag');
  const wanted = textsIn(source, 'variations');
  const served = evaluator.evaluate(flag, context).variant;
  return { flag, wanted, served, isMet: served !== null && wanted.includes(served) };
}

function explainTarget(source: object, { context, scope }: Circumstances): ExplainedTarget {
  const kind = textIn(source, 'kind');
  const key = unitOf(scope.attributes.keyOf(kind)(context));
  const names = key !== undefined && textsIn(source, 'keys').includes(key);
  return { kind, variation: textIn(source, 'variation'), names };
}

function explainRule(
  source: object,
  index: number,
  parts: Omit<ServingPlace, 'rule'>,
  place: Circumstances,
): ExplainedRule {
  const name = optional(source, 'name', textIn);
  const test = optional(source, 'if', objectIn);
  const condition = test === undefined ? undefined : explainCondition(test, place);
  const rule = { ruleIndex: index, ...(name === undefined ? {} : { ruleName: name }) };
  return {
    index,
    ...present('name', name),
    fits: condition?.holds ?? true,
    ...present('condition', condition),
    serve: explainServing(objectIn(source, 'serve'), { ...parts, rule }, place.context),
  };
}

function readOnly(sticky: StickyAssignments | undefined): StickyAssignments | undefined {
  if (sticky === undefined) return undefined;
  return { get: (flag, unit) => sticky.get(flag, unit), set: () => undefined };
}
