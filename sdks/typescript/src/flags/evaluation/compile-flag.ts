import { Answers, type Because } from './answers.ts';
import type { Check } from './check.ts';
import { compileExperiment } from './compile-experiment.ts';
import { compileGate } from './compile-gate.ts';
import { compilePrerequisite, type FlagFinder } from './compile-prerequisite.ts';
import { compileRollout, type Decide, type RolloutPlace } from './compile-rollout.ts';
import { compileTargets } from './compile-targets.ts';
import { compileTest } from './compile-test.ts';
import type { Answer, Found } from './found.ts';
import { choiceIn, numberIn, objectIn, objectsIn, optional, own, refuse, textIn } from './read.ts';
import type { FlagRules } from './ruleset.ts';
import type { Scope } from './scope.ts';

/** Throws `Malformed` where the flag cannot be understood as a whole: half a flag would answer wrongly. */
export function compileFlag(key: string, source: object, scope: Scope, flagOf: FlagFinder): Answer {
  const answers = new Answers(key, source);
  const experiment = optional(source, 'experiment', objectIn);
  const parts = {
    answers,
    scope,
    experiment: experiment === undefined ? undefined : compileExperiment(experiment, scope.clock),
  };
  const first = [
    ...gateStep(source, parts),
    ...(optional(source, 'prerequisites', objectsIn) ?? []).map((one) => compilePrerequisite(one, answers, flagOf)),
  ];
  const rules = (optional(source, 'rules', objectsIn) ?? []).map((rule, index) => compileRule(rule, index, parts));
  const asks = first.length + rules.length + (optional(source, 'targets', objectsIn) ?? []).length > 0;
  const off = answers.off({ reason: 'DISABLED' });
  const { begin, changes } = readPhases(source);
  const answerIn = ({ state, fallthrough }: Phase): Answer => {
    // Compiled also where the flag is off: whether a flag can be understood does not depend on its state.
    const last = inOrder(rules, compileFallthrough(fallthrough, asks, parts));
    const answer = inOrder(first, compileTargets(source, answers, scope, last));
    return state === 'on' ? answer : () => off;
  };
  return scheduled(
    answerIn(begin),
    changes.map((phase) => ({ at: phase.at, answer: answerIn(phase) })),
    scope,
  );
}

/** What a schedule changes, and when. */
interface Phase {
  readonly at: number;
  readonly state: FlagRules['state'];
  readonly fallthrough: object | undefined;
}

function readPhases(source: object): { readonly begin: Phase; readonly changes: readonly Phase[] } {
  const begin = { at: 0, state: stateIn(source), fallthrough: optional(source, 'fallthrough', objectIn) };
  const changes = (optional(source, 'schedule', objectsIn) ?? []).map((change) => ({
    at: numberIn(change, 'at'),
    state: own(change, 'state') === undefined ? begin.state : stateIn(change),
    fallthrough: optional(change, 'fallthrough', objectIn) ?? begin.fallthrough,
  }));
  const isOrdered = changes.every(({ at }, index) => at >= (changes[index - 1]?.at ?? at));
  if (!isOrdered) refuse('`schedule` is not in order');
  return { begin, changes };
}

/** What holds at a moment: the last change whose time has come, to the millisecond. */
export function phaseAt(source: object, now: number): Phase {
  const { begin, changes } = readPhases(source);
  return changes.findLast(({ at }) => at <= now) ?? begin;
}

type Parts = Omit<RolloutPlace, 'rule'>;

const states = { on: 'on', off: 'off', archived: 'archived' } as const;

function stateIn(source: object): FlagRules['state'] {
  return choiceIn(source, 'state', states);
}

function gateStep(source: object, { answers, scope }: Parts): readonly Decide[] {
  const entitlement = optional(source, 'entitlement', textIn);
  if (entitlement === undefined) return [];
  const { isOpen, requiredPlan } = compileGate(entitlement, scope);
  const because = { reason: 'plan_restriction' } as const;
  const withheld = answers.off(because);
  const closed = answers.off({ ...because, requiredPlan });
  const unknown = answers.error('INVALID_CONTEXT', '`tenant.plan` is absent');
  return [
    (context) => {
      const open = isOpen(context);
      return open === undefined ? unknown : open === null ? withheld : open ? undefined : closed;
    },
  ];
}

function compileRule(source: object, ruleIndex: number, parts: Parts): Decide {
  const name = optional(source, 'name', textIn);
  const rule = { ruleIndex, ...(name === undefined ? {} : { ruleName: name }) };
  const test = optional(source, 'if', objectIn);
  const check: Check = test === undefined ? () => true : compileTest(test, parts.scope);
  const serve = compileServing(objectIn(source, 'serve'), { ...parts, rule }, 'TARGETING_MATCH');
  return typeof serve === 'function'
    ? (context) => (check(context) ? serve(context) : undefined)
    : (context) => (check(context) ? serve : undefined);
}

function compileFallthrough(source: object | undefined, asks: boolean, parts: Parts): Answer {
  const because = { reason: asks ? 'DEFAULT' : 'STATIC' } as const;
  const serve =
    source === undefined ? parts.answers.off(because) : compileServing(source, { ...parts, rule: {} }, because.reason);
  if (typeof serve !== 'function') return () => serve;
  // A rollout asks for a unit, so nothing about whom it passes over is static.
  const passedOver = parts.answers.off({ reason: 'DEFAULT' });
  return (context) => serve(context) ?? passedOver;
}

/** Everybody the same, or a rollout. */
export function compileServing(source: object, place: RolloutPlace, reason: Because['reason']): Found | Decide {
  const rollout = optional(source, 'rollout', objectIn);
  if (rollout !== undefined) return compileRollout(rollout, place);
  return place.answers.of(textIn(source, 'variation'), { reason, ...place.rule });
}

/** The first step that finds something decides, else what comes last. */
function inOrder(steps: readonly Decide[], last: Answer): Answer {
  const [only, second] = steps;
  if (only === undefined) return last;
  if (second === undefined) return (context) => only(context) ?? last(context);
  return (context) => {
    for (const step of steps) {
      const found = step(context);
      if (found !== undefined) return found;
    }
    return last(context);
  };
}

function scheduled(
  first: Answer,
  changes: readonly { readonly at: number; readonly answer: Answer }[],
  { clock }: Scope,
): Answer {
  if (changes.length === 0) return first;
  return (context) => {
    const now = clock.now();
    let answer = first;
    for (const change of changes) if (change.at <= now) answer = change.answer;
    return answer(context);
  };
}
