// Beyond the golden questions: further random rulesets, others with each seed, asked of both evaluators.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEvaluator } from '../../../src/components/features/evaluation/index.ts';
import { brokenRulesets } from '../../conformance/flags/random/broken-rulesets.ts';
import { Random } from '../../conformance/flags/random/random.ts';
import { randomContext } from '../../conformance/flags/random/random-context.ts';
import { moments, randomRuleset } from '../../conformance/flags/random/random-ruleset.ts';
import { longRun } from '../../support/long-run.ts';
import { oddities } from './oddities.ts';
import { pythonAnswers, withPython } from './with-python.ts';

interface Case {
  readonly ruleset: unknown;
  readonly flags: readonly string[];
  readonly contexts: readonly unknown[];
  readonly now: number;
}

function randomCase(seed: number): Case {
  const random = new Random(seed);
  const made = randomRuleset(random);
  const ruleset = seed % 3 === 0 ? { ...made, plans: 'in-context' } : made;
  const contexts = random.list(6, 6, () => randomContext(random));
  return { ruleset, flags: Object.keys(made.flags), contexts, now: random.pick(moments) + random.below(3) - 1 };
}

/** As the answers travel: in JSON, in which what is absent is not there. */
function expected({ contexts, flags, now, ruleset }: Case): unknown {
  const kept = new Map<string, string>();
  const evaluator = createEvaluator(ruleset, {
    now: () => now,
    sticky: {
      get: (flag, unit) => kept.get(`${flag} ${unit}`),
      set: (flag, unit, variation) => void kept.set(`${flag} ${unit}`, variation),
    },
  });
  const answers = contexts.map((context) =>
    flags.map((flag) => {
      const { errorMessage: _, ...detail } = evaluator.variationDetail(flag, context, null);
      return { ...detail, unit: evaluator.evaluate(flag, context).unit };
    }),
  );
  return JSON.parse(JSON.stringify(answers));
}

function differences(cases: readonly Case[]): readonly unknown[] {
  const answers = pythonAnswers('answers.py', cases);
  return cases
    .map((one, index) => ({ one, python: answers[index], typescript: expected(one) }))
    .filter(({ python, typescript }) => !isDeepStrictEqual(python, typescript));
}

withPython('agreement', () => {
  test('FR-F004 both evaluators say the same of every flag of random rulesets', () => {
    const seeds = fc.sample(fc.nat(0xffffffff), longRun ? 20_000 : 300);
    expect(differences(seeds.map(randomCase)).slice(0, 1)).toEqual([]);
  });

  test('FR-F004 both evaluators say the same of rulesets that are none, and of odd values', () => {
    const broken = brokenRulesets.map(({ flags, ruleset }) => ({
      ruleset,
      flags,
      contexts: [{ user: { key: 'ada' } }, null, 'no context', [], 5, {}],
      now: moments[0],
    }));
    expect(differences([...broken, ...oddities]).slice(0, 1)).toEqual([]);
  });
});
