import { readAttribute } from '../../evaluation/attribute-path.ts';
import { frozenValue } from '../../evaluation/frozen.ts';
import type { Json } from '../../evaluation/json.ts';
import type { Deal, FlagRule, FlagRules, Rollout, Test } from '../../evaluation/ruleset.ts';
import type { CompileTestCondition } from './compile-test-condition.ts';
import type { Condition } from './condition.ts';
import { checkVariations, servedVariations } from './variation-names.ts';

/** Rounded weights of variations, or percentages: what matters is how they stand to each other. */
export interface TestWeights {
  readonly [variation: string]: number;
}

/**
 * One flag of a {@link TestFlagData}. Each call takes effect at once, in every client made from it. One that names a
 * variation which the flag does not have throws TypeError, and changes nothing.
 */
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

  /** Everybody gets this value, whoever asks. A copy of it is kept. Throws TypeError for what is no JSON. */
  value(value: Json): this {
    const variations = this.#copied({ value });
    const { clientSide } = this.#rules;
    this.#rules = {
      state: 'on',
      variations,
      offVariation: 'value',
      fallthrough: { variation: 'value' },
      clientSide,
    };
    return this.#set({});
  }

  /**
   * What it can be, by name, in place of `on` and `off`. The first is what everybody gets, until something else is said.
   * Copies of the values are kept. Throws TypeError for what is no JSON, and where there is none, or a target, a rule, the
   * schedule or the experiment gives another one.
   */
  variations(variations: { readonly [name: string]: Json }): this {
    const copies = this.#copied(variations);
    const [first = ''] = Object.keys(copies);
    checkVariations(this.#key, copies, [first, ...servedVariations(this.#rules)]);
    const { offVariation, ...rest } = this.#rules;
    this.#rules = {
      ...rest,
      ...(offVariation !== undefined && Object.hasOwn(copies, offVariation) ? { offVariation } : {}),
    };
    return this.#set({ variations: copies, fallthrough: { variation: first } });
  }

  /** What those get of whom nothing else was said. */
  fallthrough(variation: string): this {
    this.#check(variation);
    return this.#set({ fallthrough: { variation } });
  }

  offVariation(name: string): this {
    this.#check(name);
    return this.#set({ offVariation: name });
  }

  /** Those with these keys get the variation. */
  target(variation: string, kind: string, ...keys: readonly string[]): this {
    this.#check(variation);
    return this.#set({ targets: [...(this.#rules.targets ?? []), { kind, keys, variation }] });
  }

  /**
   * Those of whom all of it holds get the variation; asked in the order in which rules were given. The condition is one as files
   * have it, or the ruleset's own. Throws TypeError for one that a file would not be let through with.
   */
  rule(condition: Condition | Test, variation: string, name?: string): this {
    this.#check(variation);
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
    const parts = partsOf(weights);
    this.#check(...Object.keys(weights));
    const { fallthrough } = this.#rules;
    const deal: Deal =
      fallthrough !== undefined && 'rollout' in fallthrough
        ? fallthrough.rollout.deal
        : { hash: 'murmur3', salt: this.#key };
    return this.#set({ fallthrough: { rollout: { by: readAttribute(by), deal, parts } } });
  }

  /** What nothing above can say, in the ruleset's own words. */
  rules(changes: Partial<FlagRules>): this {
    return this.#set(changes);
  }

  #check(...names: readonly string[]): void {
    checkVariations(this.#key, this.#rules.variations, names);
  }

  #copied(variations: FlagRules['variations']): FlagRules['variations'] {
    try {
      return Object.fromEntries(Object.entries(variations).map(([name, value]) => [name, frozenValue(value)]));
    } catch (cause) {
      throw new TypeError(`A value of the flag \`${this.#key}\` is no JSON.`, { cause });
    }
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
