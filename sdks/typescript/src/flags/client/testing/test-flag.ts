import { readAttribute } from '../../evaluation/attribute-path.ts';
import type { Json } from '../../evaluation/json.ts';
import type { Deal, FlagRule, FlagRules, Rollout, Test } from '../../evaluation/ruleset.ts';
import type { CompileTestCondition } from './compile-test-condition.ts';
import type { Condition } from './condition.ts';

/** Rounded weights of variations, or percentages: what matters is how they stand to each other. */
export interface TestWeights {
  readonly [variation: string]: number;
}

/** One flag of a {@link TestFlagData}. Each call takes effect at once, in every client made from it. */
export class TestFlag {
  readonly #key: string;
  readonly #update: (rules: FlagRules) => void;
  readonly #compile: CompileTestCondition;
  #rules: FlagRules = { state: 'on', variations: { on: true, off: false }, offVariation: 'off', clientSide: true };

  constructor(
    key: string,
    rules: FlagRules | undefined,
    { compile, update }: { readonly compile: CompileTestCondition; readonly update: (rules: FlagRules) => void },
  ) {
    this.#key = key;
    this.#update = update;
    this.#compile = compile;
    this.#rules = rules ?? { ...this.#rules, fallthrough: { variation: 'on' } };
    this.#set({});
  }

  /** It is asked: targets, rules, then what everybody else gets. A boolean flag of which nothing else was said is true. */
  on(): this {
    return this.#set({ state: 'on' });
  }

  /** Everybody gets the off variation; where there is none, the default given in code. */
  off(): this {
    return this.#set({ state: 'off' });
  }

  /** Everybody gets this value, whoever asks. */
  value(value: Json): this {
    const {
      entitlement: _e,
      experiment: _x,
      prerequisites: _p,
      rules: _r,
      schedule: _s,
      targets: _t,
      ...rest
    } = this.#rules;
    this.#rules = rest;
    return this.#set({
      state: 'on',
      variations: { value },
      offVariation: 'value',
      fallthrough: { variation: 'value' },
    });
  }

  /** What it can be, by name, in place of `on` and `off`. The first is what everybody gets, until something else is said. */
  variations(variations: { readonly [name: string]: Json }): this {
    const [first = ''] = Object.keys(variations);
    const { offVariation, ...rest } = this.#rules;
    this.#rules = {
      ...rest,
      ...(offVariation !== undefined && Object.hasOwn(variations, offVariation) ? { offVariation } : {}),
    };
    return this.#set({ variations, fallthrough: { variation: first } });
  }

  /** What those get of whom nothing else was said. */
  fallthrough(variation: string): this {
    return this.#set({ fallthrough: { variation } });
  }

  offVariation(name: string): this {
    return this.#set({ offVariation: name });
  }

  /** Those with these keys get the variation. */
  target(variation: string, kind: string, ...keys: readonly string[]): this {
    return this.#set({ targets: [...(this.#rules.targets ?? []), { kind, keys, variation }] });
  }

  /**
   * Those of whom all of it holds get the variation; asked in the order in which rules were given. The condition is one as files
   * have it, or the ruleset's own. Throws TypeError for one that a file would not be let through with.
   */
  rule(condition: Condition | Test, variation: string, name?: string): this {
    const rule: FlagRule = {
      if: this.#compile(condition, this.#key),
      serve: { variation },
      ...(name === undefined ? {} : { name }),
    };
    return this.#set({ rules: [...(this.#rules.rules ?? []), rule] });
  }

  /**
   * Deals everybody who comes that far: `{ on: 10, off: 90 }`, to the same people as these percentages in a file. A flag
   * whose fallthrough has a rollout keeps its salt, hash and seed. Throws TypeError for weights that deal nothing.
   */
  rollout(weights: TestWeights, by = 'user.key'): this {
    const { fallthrough } = this.#rules;
    const deal: Deal =
      fallthrough !== undefined && 'rollout' in fallthrough
        ? fallthrough.rollout.deal
        : { hash: 'murmur3', salt: this.#key };
    return this.#set({ fallthrough: { rollout: { by: readAttribute(by), deal, parts: partsOf(weights) } } });
  }

  /** What nothing above can say, in the ruleset's own words. */
  rules(changes: Partial<FlagRules>): this {
    return this.#set(changes);
  }

  #set(changes: Partial<FlagRules>): this {
    this.#rules = { ...this.#rules, ...changes };
    this.#update(this.#rules);
    return this;
  }
}

/** Of a total of 100,000, by name as in files. */
function partsOf(weights: TestWeights): Rollout['parts'] {
  const entries = Object.entries(weights).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  if (!(total > 0 && Number.isFinite(total)) || entries.some(([, weight]) => weight < 0))
    throw new TypeError('The weights of a rollout are numbers from 0, of which one is above it.');
  const parts: Rollout['parts'][number][] = [];
  let sum = 0;
  for (const [variation, weight] of entries.filter(([, share]) => share > 0)) {
    sum += weight;
    const upTo = Math.round((sum / total) * 100_000);
    // What is too small for one in 100,000 deals nobody, as in files.
    if (upTo > (parts.at(-1)?.upTo ?? 0)) parts.push({ variation, upTo });
  }
  return parts;
}
