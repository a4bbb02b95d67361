import type { EvaluationDetail } from '../../../src/components/features/evaluation/contract.ts';
import type { Json } from '../../../src/components/features/evaluation/json.ts';
import type { FlagRules, Ruleset } from '../../../src/components/features/evaluation/ruleset.ts';
import { brokenRulesets } from './random/broken-rulesets.ts';
import { Random } from './random/random.ts';
import { randomContext } from './random/random-context.ts';
import { moments, randomRuleset } from './random/random-ruleset.ts';
import { type Answer, evaluateByTheBook } from './reference/evaluate.ts';

/* The 10,000 questions with their answers; README.md describes their fields. */

export interface GoldenRuleset {
  readonly name: string;
  readonly ruleset: unknown;
  readonly contexts: readonly unknown[];
}

export interface GoldenQuestion {
  readonly of: string;
  readonly flag: string;
  readonly context: number;
  readonly now: number;
  readonly default: Json;
  readonly sticky?: { readonly [unit: string]: string };
  readonly detail: Omit<EvaluationDetail, 'errorMessage'>;
  readonly unit?: string;
  readonly stuck?: { readonly [unit: string]: string };
}

export interface Golden {
  readonly rulesets: readonly GoldenRuleset[];
  readonly questions: readonly GoldenQuestion[];
}

const count = 10_000;

export function goldenQuestions(): Golden {
  const rulesets: GoldenRuleset[] = [];
  const questions: GoldenQuestion[] = [];
  for (const { answers, flags, name, ruleset } of brokenRulesets) {
    const contexts = [{ user: { key: 'ada' } }, null, 'no context'];
    rulesets.push({ name, ruleset, contexts });
    for (const [index, flag] of flags.entries()) {
      const errorCode = answers[index] ?? 'PARSE_ERROR';
      const detail = { value: false, variant: null, reason: 'ERROR', errorCode } as const;
      questions.push({ of: name, flag, context: 0, now: moments[0], default: false, detail });
    }
  }
  for (let seed = 1; questions.length < count; seed += 1) {
    const random = new Random(seed);
    const ruleset = randomRuleset(random);
    const contexts = random.list(9, 9, () => randomContext(random));
    const name = `r${seed}`;
    rulesets.push({ name, ruleset, contexts });
    for (const [context, asked] of contexts.entries()) {
      for (const flag of [...Object.keys(ruleset.flags), ...(context === 0 ? ['no-such-flag', 'constructor'] : [])]) {
        if (questions.length < count) questions.push(ask(random, { of: name, ruleset, flag, context, asked }));
      }
    }
  }
  return { rulesets, questions };
}

interface Asked {
  readonly of: string;
  readonly ruleset: Ruleset;
  readonly flag: string;
  readonly context: number;
  readonly asked: unknown;
}

function ask(random: Random, { asked, context, flag, of, ruleset }: Asked): GoldenQuestion {
  const now = random.pick(moments) + random.below(3) - 1;
  const before = stickyBefore(random, ruleset, flag, asked);
  const sticky = before === undefined ? undefined : new Map(Object.entries(before));
  const { unit, ...answer } = evaluateByTheBook({
    ruleset,
    flag,
    context: asked,
    now,
    ...(sticky === undefined ? {} : { sticky }),
  });
  const defaultValue = defaultFor(random, ruleset, flag);
  return {
    of,
    flag,
    context,
    now,
    default: defaultValue,
    ...(before === undefined ? {} : { sticky: before }),
    detail: detailOf(answer, defaultValue),
    ...(unit === undefined ? {} : { unit }),
    ...(sticky === undefined ? {} : { stuck: Object.fromEntries(sticky) }),
  };
}

/** A store is given where something may stick, and holds something beforehand in half the cases. */
function stickyBefore(
  random: Random,
  ruleset: Ruleset,
  flag: string,
  context: unknown,
): { readonly [unit: string]: string } | undefined {
  if (!JSON.stringify(flagOf(ruleset, flag) ?? null).includes('"sticky":true')) return undefined;
  if (random.percent(50)) return {};
  const sticky = new Map<string, string>();
  evaluateByTheBook({ ruleset, flag, context, now: moments[0], sticky });
  const names = [...Object.keys(flagOf(ruleset, flag)?.variations ?? {}), 'gone'];
  return Object.fromEntries([...sticky.keys()].map((unit) => [unit, random.pick(names) ?? '']));
}

function flagOf(ruleset: Ruleset, key: string): FlagRules | undefined {
  return Object.hasOwn(ruleset.flags, key) ? ruleset.flags[key] : undefined;
}

/** Of the flag's type in most cases. */
function defaultFor(random: Random, ruleset: Ruleset, flag: string): Json {
  if (random.percent(10)) return random.pick<Json>([null, true, 'x', 7, {}, []]);
  const value = Object.values(flagOf(ruleset, flag)?.variations ?? {})[0];
  if (typeof value === 'boolean') return random.percent(50);
  return typeof value === 'number' ? -1 : typeof value === 'string' ? 'default' : { default: true };
}

function detailOf({ value, ...answer }: Omit<Answer, 'unit'>, defaultValue: Json): GoldenQuestion['detail'] {
  if (value === undefined) return { value: defaultValue, ...answer };
  if (defaultValue === null || typeof value === typeof defaultValue) return { value, ...answer };
  return { value: defaultValue, variant: null, reason: 'ERROR', errorCode: 'TYPE_MISMATCH' };
}

export function lines(list: readonly unknown[]): string {
  return list.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}
