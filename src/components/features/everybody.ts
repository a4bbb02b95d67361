import type { Everybody } from '../flags-contract.ts';
import { Certainties, type Certainty } from './certainty.ts';
import { attributeText } from './evaluation/attribute-path.ts';
import type { FlagRules, Ruleset, Serving } from './evaluation/ruleset.ts';

/**
 * What everybody gets of the flags of a ruleset, where its rules alone prove that there is only one answer, now and for
 * as long as they stay.
 */
export class EverybodyGets {
  readonly #ruleset: Ruleset;
  readonly #now: number;
  readonly #isBroken: (key: string) => boolean;
  readonly #certainties: Certainties;
  /** `null` while they are looked for, and where they are not known. */
  readonly #answers = new Map<string, readonly Answer[] | null>();

  /** `isBroken` says whether a flag cannot be read and answers nothing but that. */
  constructor(ruleset: Ruleset, now: number, isBroken: (key: string) => boolean) {
    this.#ruleset = ruleset;
    this.#now = now;
    this.#isBroken = isBroken;
    this.#certainties = new Certainties(ruleset, now);
  }

  /**
   * Null where there may be several answers, where a change is scheduled, and where the flag cannot be read. Of several
   * variations with the same value the first that is come to is named.
   */
  of(key: string): Everybody | null {
    if (this.#isBroken(key)) return null;
    const answers = this.#answersOf(key);
    const [first] = answers ?? [];
    if (answers === null || first === undefined) return null;
    const values = new Set(answers.map(({ variation }) => this.#valueOf(key, variation)));
    if (values.size > 1) return null;
    const dealtBy = new Set(answers.flatMap(({ dealtBy: by }) => (by === undefined ? [] : [by])));
    return { variation: first.variation, dealtBy: [...dealtBy].toSorted() };
  }

  /** As a text that is the same for equal values; null for the default given in code. */
  #valueOf(key: string, variation: string | null): string | null {
    const value = variation === null ? undefined : this.#ruleset.flags[key]?.variations[variation];
    // Fields stand in order in a ruleset.
    return value === undefined ? null : JSON.stringify(value);
  }

  /** Every answer that somebody may get, one too many rather than one too few; null where any is possible. */
  #answersOf(key: string): readonly Answer[] | null {
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    this.#answers.set(key, null);
    const found = this.#lookFor(key);
    this.#answers.set(key, found);
    return found;
  }

  #lookFor(key: string): readonly Answer[] | null {
    const written = Object.hasOwn(this.#ruleset.flags, key) ? this.#ruleset.flags[key] : undefined;
    if (written === undefined) return null;
    // Whoever hangs on it is never served what they wait for.
    if (this.#isBroken(key)) return [{ variation: null }];
    const { schedule = [], ...flag } = written;
    if (schedule.some(({ at }) => at > this.#now)) return null;
    const { at: _, ...changed } = schedule.at(-1) ?? { at: this.#now };
    return this.#answersOn({ ...flag, ...changed });
  }

  #answersOn(flag: Omit<FlagRules, 'schedule'>): readonly Answer[] {
    const off: Answer = { variation: flag.offVariation ?? null };
    if (flag.state !== 'on') return [off];
    const answers: Answer[] = [];
    if (flag.entitlement !== undefined) {
      if (!mayBeGranted(flag.entitlement, this.#ruleset)) return [off];
      answers.push(off);
    }
    for (const { flag: other, variations } of flag.prerequisites ?? []) {
      const met = this.#isMet(other, variations);
      if (met === 'never') return [...answers, off];
      if (met === 'perhaps') answers.push(off);
    }
    for (const { keys, variation } of flag.targets ?? []) if (keys.length > 0) answers.push({ variation });
    for (const rule of flag.rules ?? []) {
      const holds = rule.if === undefined ? 'always' : this.#certainties.of(rule.if);
      if (holds === 'never') continue;
      const served = servedBy(rule.serve, flag, off);
      answers.push(...served.answers);
      if (holds === 'always' && !served.passesOn) return answers;
    }
    if (flag.fallthrough === undefined) return [...answers, off];
    const served = servedBy(flag.fallthrough, flag, off);
    return [...answers, ...served.answers, ...(served.passesOn ? [off] : [])];
  }

  #isMet(flag: string, wanted: readonly string[]): Certainty {
    const answers = this.#answersOf(flag);
    if (answers === null) return 'perhaps';
    const served = answers.map(({ variation }) => variation !== null && wanted.includes(variation));
    if (!served.includes(true)) return 'never';
    // Who has nothing to be dealt by is served nothing.
    return served.includes(false) || answers.some(({ dealtBy }) => dealtBy !== undefined) ? 'perhaps' : 'always';
  }
}

interface Answer {
  readonly variation: string | null;
  readonly dealtBy?: string;
}

/** By a plan, or by special agreement with a tenant, of which the files know nothing. */
function mayBeGranted(entitlement: string, { entitlements, tenants }: Ruleset): boolean {
  if (tenants === undefined || (entitlements[entitlement]?.plans.length ?? 0) > 0) return true;
  return Object.values(tenants).some(({ overrides }) => overrides?.[entitlement]?.granted === true);
}

function servedBy(
  serving: Serving,
  { experiment, variations }: Pick<FlagRules, 'experiment' | 'variations'>,
  off: Answer,
): { readonly answers: readonly Answer[]; readonly passesOn: boolean } {
  if (!('rollout' in serving)) return { answers: [serving], passesOn: false };
  const { by, exposure, parts, sticky } = serving.rollout;
  const dealtBy = attributeText(by.kind, by.path);
  const wide = parts.filter(({ upTo }, index) => upTo > (parts[index - 1]?.upTo ?? 0));
  const apart = [
    ...(experiment?.holdout === undefined ? [] : [off]),
    ...(experiment?.exclusive === undefined ? [] : [{ variation: experiment.control ?? off.variation }]),
  ];
  // Whoever was dealt something while the percentages were others has it still.
  const dealt = sticky === true ? Object.keys(variations) : wide.flatMap(({ variation }) => variation ?? []);
  return {
    answers: [...apart, ...dealt.map((variation) => ({ variation, dealtBy }))],
    passesOn: wide.some(({ variation }) => variation === null) || (exposure !== undefined && exposure.upTo < 100_000),
  };
}
