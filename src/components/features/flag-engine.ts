import type { Json, JsonObject } from '../../engine/json.ts';
import type { FlagAnswer, FlagEngine } from '../flags-contract.ts';
import { namedKinds } from './evaluation/context/named-kinds.ts';
import { readContext } from './evaluation/context/read-context.ts';
import { createEvaluator } from './evaluation/index.ts';
import { EverybodyGets } from './everybody.ts';
import { explainFlag } from './explain/explain-flag.ts';
import { makeRuleset } from './ruleset/make-ruleset.ts';

/** What the command line asks: the same ruleset and the same evaluator as everywhere else, over files. */
export const flagEngine: FlagEngine = {
  compile({ environment, resources }, moment) {
    const now = moment.getTime();
    const evaluator = createEvaluator(makeRuleset({ environment, revision: 0, madeAt: now, resources }), {
      now: () => now,
    });
    const declared = resources.flatMap(({ key, kind }) => (kind === 'ContextKind' ? [key] : []));
    const kinds = new Set([...namedKinds(evaluator.ruleset), ...declared]);
    const isBroken = (key: string): boolean => evaluator.evaluate(key, {}).errorCode === 'PARSE_ERROR';
    const everybody = new EverybodyGets(evaluator.ruleset, now, isBroken);
    return {
      keys: Object.keys(evaluator.ruleset.flags),
      kinds,
      readContext(input) {
        const { context, problem } = readContext(input, kinds);
        // What was read of JSON is JSON.
        return problem === undefined ? { context: context as { readonly [kind: string]: JsonObject } } : { problem };
      },
      evaluate: (key, context, defaultValue = null): FlagAnswer => ({
        key,
        ...evaluator.variationDetail<Json>(key, context, defaultValue),
      }),
      explain: (key, context) => explainFlag(evaluator.ruleset, key, context, now),
      everybody: (key) => everybody.of(key),
    };
  },
};
