import type { DraftChange } from '../../../../engine/changeset/draft-change.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import { createEvaluator, type Evaluator } from '../../evaluation/index.ts';
import type { Ruleset } from '../../evaluation/ruleset.ts';
import { type FlagEvaluators, onlyFor } from './flag-evaluators.ts';
import type { ComparedFlag } from './flag-states.ts';
import { valueText } from './given.ts';

/** Changes that may touch one flag and are tried one by one: each is two more evaluations of whoever flips. */
const mostTried = 8;

/** Somebody who gets another value: as a context before, and as one after. */
export interface Flipping {
  readonly was: { readonly context: JsonObject; readonly value: string | null };
  readonly is: { readonly context: JsonObject; readonly value: string | null };
}

/**
 * Which of the changes that may touch a flag stand behind a flip: those without which it would not be the same, and
 * those that make one by themselves. All of them where there are too many, or none is such, or anything is renamed: what
 * has another key cannot be taken back alone.
 */
export class Credit {
  readonly #flag: ComparedFlag;
  readonly #changes: readonly DraftChange[];
  readonly #evaluators: FlagEvaluators;
  #trials: readonly Trial[] | undefined;

  constructor(flag: ComparedFlag, changes: readonly DraftChange[], evaluators: FlagEvaluators) {
    this.#flag = flag;
    this.#changes = changes;
    this.#evaluators = evaluators;
  }

  behind({ is, was }: Flipping): readonly DraftChange[] {
    const { length } = this.#changes;
    if (length === 1 || length > mostTried || this.#evaluators.hasRenames) return this.#changes;
    this.#trials ??= this.#changes.map((change) => this.#trialOf(change));
    const { after, before } = this.#flag;
    const found = this.#trials.filter(
      ({ alone, without }) =>
        without === 'unknown' ||
        valueText(without.evaluate(after, is.context)) !== is.value ||
        (alone !== 'same' && valueText(alone.evaluate(before, was.context)) !== was.value),
    );
    return found.length === 0 ? this.#changes : found.map(({ change }) => change);
  }

  #trialOf(change: DraftChange): Trial {
    const { after, before, now } = this.#evaluators;
    const compiled = (ruleset: Ruleset): Evaluator => createEvaluator(onlyFor(ruleset, [this.#flag.after]), { now });
    const [own, former] = [entryOf(after.ruleset, change), entryOf(before.ruleset, change)];
    const isOwn = change.kind === 'Flag' && change.key === this.#flag.after;
    // What is gone is asked for by nothing that stays, and what nothing asked for before is not at hand as it was.
    const alone = own === undefined && !isOwn ? 'same' : compiled(this.#mixed(before.ruleset, after.ruleset, change));
    const without =
      former === undefined && !isOwn ? 'unknown' : compiled(this.#mixed(after.ruleset, before.ruleset, change));
    return { change, alone, without };
  }

  /** All as in the first, but for what the change is of, which is as in the other. */
  #mixed(most: Ruleset, other: Ruleset, change: DraftChange): Ruleset {
    const { after: flag } = this.#flag;
    const both = {
      ...most,
      // What only the other has may be asked for by what is changed.
      flags: { ...except(other.flags, flag), ...most.flags },
      segments: { ...other.segments, ...most.segments },
      entitlements: { ...other.entitlements, ...most.entitlements },
    };
    const { key, kind } = change;
    if (kind === 'Flag') return { ...both, flags: asIn(other.flags, both.flags, key) };
    if (kind === 'Segment') return { ...both, segments: asIn(other.segments, both.segments, key) };
    return { ...both, entitlements: asIn(other.entitlements, both.entitlements, key) };
  }
}

interface Trial {
  readonly change: DraftChange;
  /** With this change and none of the others; `same`: as before. */
  readonly alone: Evaluator | 'same';
  /** With all the others; `unknown`: that cannot be told. */
  readonly without: Evaluator | 'unknown';
}

interface Entries<T> {
  readonly [key: string]: T;
}

function entryOf({ entitlements, flags, segments }: Ruleset, { key, kind }: DraftChange): unknown {
  const entries: Entries<unknown> = kind === 'Flag' ? flags : kind === 'Segment' ? segments : entitlements;
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}

function asIn<T>(other: Entries<T>, entries: Entries<T>, key: string): Entries<T> {
  const entry = Object.hasOwn(other, key) ? other[key] : undefined;
  return entry === undefined ? except(entries, key) : { ...entries, [key]: entry };
}

function except<T>(entries: Entries<T>, key: string): Entries<T> {
  const { [key]: _, ...others } = entries;
  return others;
}
