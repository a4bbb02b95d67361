import { memberOf } from '../../../../engine/json-fields.ts';
import { isJsonObject, type JsonObject } from '../../../../engine/json.ts';
import type { DraftChange } from '../../../../engine/changeset/draft-change.ts';
import type { Somebody } from '../../../../engine/changeset/impact.ts';
import type { Outcome } from '../../evaluation/contract.ts';
import { identityOf } from '../../reports/strip-context.ts';
import { Credit } from './credit.ts';
import { Doubt } from './doubt.ts';
import type { FlagEvaluators } from './flag-evaluators.ts';
import type { ComparedFlag } from './flag-states.ts';
import { type Given, given, valueText } from './given.ts';

/** Contexts that get one thing of a flag in place of another, by one change or with others. */
export interface Flip {
  readonly flag: ComparedFlag;
  readonly from: Given;
  readonly to: Given;
  readonly who: readonly Somebody[];
}

/** Evaluates the flags for contexts, handed over some at a time, before and after. */
export class FlipCounter {
  readonly #evaluators: FlagEvaluators;
  readonly #flags: ReadonlyMap<ComparedFlag, { readonly credit: Credit; readonly doubt: Doubt }>;
  readonly #flips = new Map<ComparedFlag, Map<string, Growing>>();
  /** The same outcomes are the same objects, so a pair is compared once. */
  readonly #pairs = new Map<Outcome, Map<Outcome, Growing | null>>();
  /** Of contexts, told apart by who they are. */
  readonly #seen = new Set<string>();

  /** For each flag, the changes that may touch it. */
  constructor(evaluators: FlagEvaluators, touching: ReadonlyMap<ComparedFlag, readonly DraftChange[]>) {
    this.#evaluators = evaluators;
    this.#flags = new Map(
      [...touching].map(([flag, changes]) => [
        flag,
        { credit: new Credit(flag, changes, evaluators), doubt: new Doubt(flag, evaluators) },
      ]),
    );
  }

  get contexts(): number {
    return this.#seen.size;
  }

  add(contexts: readonly JsonObject[]): void {
    for (const context of contexts) {
      const who = somebody(context);
      if (this.#seen.has(who.subject.id)) continue;
      this.#seen.add(who.subject.id);
      const { before: evaluator, after: nextEvaluator, plans } = this.#evaluators;
      const [now, next] = [onPlan(context, plans.before), onPlan(context, plans.after)];
      for (const [flag, { credit, doubt }] of this.#flags) {
        const before = evaluator.evaluate(flag.before, now);
        const after = nextEvaluator.evaluate(flag.after, next);
        doubt.ask({ context: now, outcome: before }, { context: next, outcome: after });
        const flip = this.#flipOf(flag, before, after);
        if (flip === null) continue;
        const was = { context: now, value: valueText(before) };
        const is = { context: next, value: valueText(after) };
        for (const change of credit.behind({ was, is })) {
          const known = flip.who.get(change);
          if (known === undefined) flip.who.set(change, [who]);
          else known.push(who);
        }
      }
    }
  }

  /** Attributes that no context has and without which it is not known for sure what flips of the flag. */
  hiddenFrom(flag: ComparedFlag): ReadonlySet<string> {
    return this.#flags.get(flag)?.doubt.attributes ?? new Set();
  }

  /** Those that the change stands behind. */
  flipsBy(change: DraftChange): readonly Flip[] {
    return [...this.#flips.values()].flatMap((flips) =>
      [...flips.values()].flatMap(({ who, ...flip }) => {
        const by = who.get(change);
        return by === undefined ? [] : [{ ...flip, who: by }];
      }),
    );
  }

  #flipOf(flag: ComparedFlag, before: Outcome, after: Outcome): Growing | null {
    const known = this.#pairs.get(before)?.get(after);
    if (known !== undefined) return known;
    const found = this.#compare(flag, before, after);
    const pairs = this.#pairs.get(before) ?? new Map<Outcome, Growing | null>();
    this.#pairs.set(before, pairs.set(after, found));
    return found;
  }

  #compare(flag: ComparedFlag, before: Outcome, after: Outcome): Growing | null {
    if (valueText(before) === valueText(after)) return null;
    const [from, to] = [given(before), given(after)];
    const flips = this.#flips.get(flag) ?? new Map<string, Growing>();
    this.#flips.set(flag, flips);
    const id = JSON.stringify([from?.variation ?? null, to?.variation ?? null]);
    const flip = flips.get(id) ?? { flag, from, to, who: new Map<DraftChange, Named[]>() };
    flips.set(id, flip);
    return flip;
  }
}

/** A context as the server evaluates it. */
function onPlan(context: JsonObject, planOf: (tenantId: string) => string | undefined): JsonObject {
  const { tenant } = context;
  const key = memberOf(tenant, 'key');
  if (!isJsonObject(tenant) || typeof key !== 'string' || tenant['plan'] !== undefined) return context;
  const plan = planOf(key);
  return plan === undefined ? context : { ...context, tenant: { ...tenant, plan } };
}

type Named = Somebody & { readonly subject: NonNullable<Somebody['subject']> };

interface Growing extends Omit<Flip, 'who'> {
  readonly who: Map<DraftChange, Named[]>;
}

/** `ada in globex`, `cy with device 7f3a`: by user and tenant where they are named, and whatever else is. */
function somebody(context: JsonObject): Named {
  const identity = identityOf(context);
  const keys = new Map(identity);
  const [user, tenant] = [keys.get('user'), keys.get('tenant')];
  const others = identity.flatMap(([kind, key]) => (kind === 'user' || kind === 'tenant' ? [] : [`${kind} ${key}`]));
  const first = [...(user === undefined ? [] : [user]), ...others].join(' with ');
  const name = tenant === undefined ? first : first === '' ? tenant : `${first} in ${tenant}`;
  return {
    name,
    ...(tenant === undefined ? {} : { tenant }),
    subject: { type: 'context', id: JSON.stringify(Object.fromEntries(identity)) },
  };
}
