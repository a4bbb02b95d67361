import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../../../src/components/features/evaluation/explain/explain.ts';
import type { Explanation } from '../../../src/components/features/evaluation/explain/explanation.ts';
import {
  createEvaluator,
  type Outcome,
  type Ruleset,
  type StickyAssignments,
} from '../../../src/components/features/evaluation/index.ts';
import { longRun } from '../../support/long-run.ts';
import { Random } from './random/random.ts';
import { randomContext } from './random/random-context.ts';
import { moments, randomRuleset } from './random/random-ruleset.ts';
import { type Answer, evaluateByTheBook } from './reference/evaluate.ts';

const timeout = longRun ? 3_600_000 : 600_000;
const runs = { numRuns: longRun ? 20_000 : 120 };

interface Case {
  readonly ruleset: Ruleset;
  readonly contexts: readonly unknown[];
  readonly now: number;
}

/** From a seed, which is all that is needed to see a failure again. */
function caseOf(seed: number): Case {
  const random = new Random(seed);
  const made = randomRuleset(random);
  const ruleset: Ruleset = seed % 3 === 0 ? { ...made, plans: 'in-context' } : made;
  const contexts = random.list(6, 6, () => randomContext(random));
  return { ruleset, contexts, now: random.pick(moments) + random.below(3) - 1 };
}

describe('FR-F004 targeting, rollouts, segments and prerequisites, against an interpreter without any speed', () => {
  test(
    'the compiled evaluator says the same of every flag, one by one and all at once',
    () => {
      fc.assert(
        fc.property(fc.nat(0xffffffff), (seed) => {
          const { contexts, now, ruleset } = caseOf(seed);
          const evaluator = createEvaluator(ruleset, { now: () => now });
          const differing = everyQuestion(ruleset, contexts).filter(({ context, flag }) => {
            const outcome = evaluator.evaluate(flag, context);
            const isSame = isDeepStrictEqual(answerOf(outcome), evaluateByTheBook({ ruleset, flag, context, now }));
            return !isSame || evaluator.allFlags(context).get(flag) !== outcome;
          });
          expect(differing).toEqual([]);
        }),
        runs,
      );
    },
    timeout,
  );

  test(
    'what is sticky stays, with the same stores before and after',
    () => {
      fc.assert(
        fc.property(fc.nat(0xffffffff), (seed) => {
          const { contexts, now, ruleset } = caseOf(seed);
          const [ours, theirs] = [new Map<string, string>(), new Map<string, string>()];
          for (const current of [ruleset, shifted(ruleset)]) {
            const evaluator = createEvaluator(current, { now: () => now, sticky: stickyIn(ours) });
            const differing = everyQuestion(current, contexts).filter(({ context, flag }) => {
              const answer = evaluateByTheBook({ ruleset: current, flag, context, now, sticky: theirs });
              return !isDeepStrictEqual(answerOf(evaluator.evaluate(flag, context)), answer);
            });
            expect(differing).toEqual([]);
          }
          expect(ours).toEqual(theirs);
        }),
        runs,
      );
    },
    timeout,
  );

  test(
    'the explanation comes to the outcome that it explains',
    () => {
      fc.assert(
        fc.property(fc.nat(0xffffffff), (seed) => {
          const { contexts, now, ruleset } = caseOf(seed);
          const evaluator = createEvaluator(ruleset, { now: () => now });
          const differing = everyQuestion(ruleset, contexts).filter(({ context, flag }) => {
            const explanation = explain(ruleset, flag, context, { now: () => now });
            const isSame = isDeepStrictEqual(explanation.outcome, evaluator.evaluate(flag, context));
            return !isSame || !leadsToOutcome(explanation);
          });
          expect(differing).toEqual([]);
        }),
        { numRuns: longRun ? 5000 : 40 },
      );
    },
    timeout,
  );
});

function everyQuestion(
  ruleset: Ruleset,
  contexts: readonly unknown[],
): readonly { readonly context: unknown; readonly flag: string }[] {
  return contexts.flatMap((context) => Object.keys(ruleset.flags).map((flag) => ({ context, flag })));
}

function leadsToOutcome({ decidedBy, fallthrough, outcome, prerequisites, rules, targets }: Explanation): boolean {
  if (decidedBy !== deciderOf(outcome)) return false;
  const rule = rules.find(({ fits, serve }) => fits && serve.decides);
  switch (decidedBy) {
    case 'rule':
      return rule?.index === outcome.ruleIndex && rule?.serve.variation === outcome.variant;
    case 'target':
      return targets.find(({ names }) => names)?.variation === outcome.variant;
    case 'prerequisite':
      return prerequisites.find(({ isMet }) => !isMet)?.flag === outcome.prerequisiteKey;
    case 'fallthrough':
      return fallthrough?.decides !== true || fallthrough.variation === outcome.variant;
    case 'entitlement':
    case 'error':
    case 'state':
      return true;
  }
}

function answerOf({ errorMessage, flag, hasValue, ...answer }: Outcome): Answer {
  const isWhole = flag !== '' && hasValue === 'value' in answer;
  if (!isWhole || (errorMessage === undefined) !== (answer.errorCode === undefined))
    throw new Error(`half an answer: ${flag}`);
  return answer;
}

function deciderOf({ errorCode, prerequisiteKey, reason, ruleIndex }: Outcome): string {
  if (errorCode !== undefined && errorCode !== 'TARGETING_KEY_MISSING') return 'error';
  if (prerequisiteKey !== undefined) return 'prerequisite';
  if (reason === 'DISABLED') return 'state';
  if (reason === 'plan_restriction') return 'entitlement';
  if (ruleIndex !== undefined) return 'rule';
  return reason === 'TARGETING_MATCH' ? 'target' : 'fallthrough';
}

function stickyIn(kept: Map<string, string>): StickyAssignments {
  return {
    get: (flag, unit) => kept.get(`${flag} ${unit}`),
    set: (flag, unit, variation) => void kept.set(`${flag} ${unit}`, variation),
  };
}

/** With other salts, so that everybody who is not kept is dealt anew. */
function shifted(ruleset: Ruleset): Ruleset {
  return JSON.parse(JSON.stringify(ruleset).replaceAll('"salt":"', '"salt":"x'));
}
