import type { Ruleset, SegmentRules, Test, ValueTest } from './evaluation/ruleset.ts';

/** What a test or a segment is to whoever asks, as far as the rules alone prove it. */
export type Certainty = 'always' | 'never' | 'perhaps';

/** Proves it of tests, now and for as long as the ruleset stays. What cannot be proved is left at `perhaps`. */
export class Certainties {
  readonly #segments: Ruleset['segments'];
  readonly #now: number;
  readonly #known = new Map<string, Certainty>();

  constructor({ segments }: Pick<Ruleset, 'segments'>, now: number) {
    this.#segments = segments;
    this.#now = now;
  }

  of(test: Test): Certainty {
    switch (test.op) {
      case 'all':
        return allOf(test.of.map((one) => this.of(one)));
      case 'any':
        return anyOf(test.of.map((one) => this.of(one)));
      case 'not':
        return opposite(this.of(test.of));
      case 'segment':
        return anyOf(test.keys.map((key) => this.#ofSegment(key)));
      case 'share':
        return test.upTo === 0 ? 'never' : 'perhaps';
      case 'now':
        return this.#ofMoment(test);
      case 'attribute':
        return test.tests.some(neverPasses) ? 'never' : 'perhaps';
    }
  }

  #ofSegment(key: string): Certainty {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    // What it says of itself meanwhile.
    this.#known.set(key, 'perhaps');
    const segment = Object.hasOwn(this.#segments, key) ? this.#segments[key] : undefined;
    const found = segment === undefined ? 'perhaps' : this.#ofMembers(segment);
    this.#known.set(key, found);
    return found;
  }

  #ofMembers({ exclude, include, rules = [] }: SegmentRules): Certainty {
    const fits = anyOf(rules.map((rule) => this.of(rule.if)));
    if (fits === 'never') return namesSomebody(include) ? 'perhaps' : 'never';
    return namesSomebody(exclude) ? 'perhaps' : fits;
  }

  /** Nobody comes back to a moment that is over. */
  #ofMoment({ after, before }: Extract<Test, { op: 'now' }>): Certainty {
    if (before !== undefined) return before <= this.#now ? 'never' : 'perhaps';
    return after === undefined || after <= this.#now ? 'always' : 'perhaps';
  }
}

function allOf(parts: readonly Certainty[]): Certainty {
  return parts.includes('never') ? 'never' : parts.includes('perhaps') ? 'perhaps' : 'always';
}

function anyOf(parts: readonly Certainty[]): Certainty {
  return parts.includes('always') ? 'always' : parts.includes('perhaps') ? 'perhaps' : 'never';
}

function opposite(certainty: Certainty): Certainty {
  return certainty === 'always' ? 'never' : certainty === 'never' ? 'always' : 'perhaps';
}

function namesSomebody(named: SegmentRules['include']): boolean {
  return Object.values(named ?? {}).some((keys) => keys.length > 0);
}

function neverPasses(test: ValueTest): boolean {
  return (test.is === 'in' || test.is === 'includes') && test.values.length === 0;
}
