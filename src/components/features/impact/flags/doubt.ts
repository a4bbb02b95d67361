import type { JsonObject } from '../../../../engine/json.ts';
import type { Outcome } from '../../evaluation/contract.ts';
import { createEvaluator, type Evaluator } from '../../evaluation/index.ts';
import { isSensitive } from '../../evaluation/is-sensitive.ts';
import type { AttributePath, Ruleset } from '../../evaluation/ruleset.ts';
import { type FlagEvaluators, onlyFor } from './flag-evaluators.ts';
import type { ComparedFlag } from './flag-states.ts';
import { valueText } from './given.ts';
import { hiddenAttributes } from './hidden-attributes.ts';
import { supposing, testsOf } from './supposing.ts';

/** Tests of hidden attributes that are tried either way: each doubles how often the flag is evaluated. */
const mostTried = 3;

/**
 * Whether what flips of a flag may be another thing than was found, since it looks at attributes that no context has.
 * Each test of them is supposed to hold and not to hold, before and after alike: where the same flips whatever holds,
 * there is no doubt. Whoever cannot be tried so is doubted.
 */
export class Doubt {
  readonly #flag: ComparedFlag;
  readonly #hidden: ReadonlySet<string>;
  readonly #worlds: readonly World[];
  #isCertain: boolean;

  constructor(flag: ComparedFlag, evaluators: FlagEvaluators) {
    const { after, before } = evaluators;
    this.#flag = flag;
    this.#hidden = hiddenAttributes(before.ruleset, after.ruleset, flag);
    const worlds = this.#hidden.size === 0 ? [] : worldsOf(flag, evaluators);
    this.#worlds = worlds ?? [];
    this.#isCertain = worlds !== null;
  }

  /** The attributes that what was found may be wrong for the lack of: `user.email`. */
  get attributes(): ReadonlySet<string> {
    return this.#isCertain ? new Set() : this.#hidden;
  }

  /** Tries whether it would be the same for this context. */
  ask(was: Asked, is: Asked): void {
    if (!this.#isCertain || this.#worlds.length === 0) return;
    const found = flipText(valueText(was.outcome), valueText(is.outcome));
    const { after, before } = this.#flag;
    this.#isCertain = this.#worlds.every(
      (world) =>
        flipText(
          valueText(world.before.evaluate(before, was.context)),
          valueText(world.after.evaluate(after, is.context)),
        ) === found,
    );
  }
}

interface Asked {
  readonly context: JsonObject;
  readonly outcome: Outcome;
}

interface World {
  readonly before: Evaluator;
  readonly after: Evaluator;
}

/** Null where they are too many, or where something else than a test looks at what is hidden. */
function worldsOf(flag: ComparedFlag, { after, before, now }: FlagEvaluators): readonly World[] | null {
  const [was, is] = [onlyFor(before.ruleset, [flag.before]), onlyFor(after.ruleset, [flag.after])];
  const { sensitive = {} } = was;
  const isHidden = (attribute: AttributePath): boolean => isSensitive(sensitive, attribute);
  const tests = [...new Set([...testsOf(was, isHidden), ...testsOf(is, isHidden)])];
  if (tests.length > mostTried) return null;
  const compiled = (ruleset: Ruleset, holds: ReadonlyMap<string, boolean>): Evaluator =>
    createEvaluator(supposing(ruleset, holds), { now });
  const none = new Map(tests.map((test) => [test, false]));
  if (hiddenAttributes(supposing(was, none), supposing(is, none), flag).size > 0) return null;
  return Array.from({ length: 2 ** tests.length }, (_, world) => {
    const holds = new Map(tests.map((test, place) => [test, Math.floor(world / 2 ** place) % 2 === 1]));
    return { before: compiled(was, holds), after: compiled(is, holds) };
  });
}

function flipText(was: string | null, is: string | null): string | null {
  return was === is ? null : JSON.stringify([was, is]);
}
