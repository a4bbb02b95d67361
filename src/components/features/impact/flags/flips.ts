import { canonicalJson } from '../../../../engine/canonical-json.ts';
import { memberOf } from '../../../../engine/json-fields.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../../engine/json.ts';
import type { Somebody } from '../../../../engine/changeset/impact.ts';
import type { Outcome } from '../../evaluation/contract.ts';
import { identityOf } from '../../reports/strip-context.ts';
import type { FlagEvaluators } from './flag-evaluators.ts';
import type { ComparedFlag } from './flag-states.ts';

/** What code is given: a variation and its value; null where it falls back to its own default. */
export type Given = { readonly variation: string; readonly value: Json } | null;

/** Contexts that get one thing of a flag in place of another. */
export interface Flip {
  readonly flag: ComparedFlag;
  readonly from: Given;
  readonly to: Given;
  readonly who: readonly Somebody[];
}

/** Evaluates the flags for contexts, handed over some at a time, before and after. */
export class FlipCounter {
  readonly #evaluators: FlagEvaluators;
  readonly #flags: readonly ComparedFlag[];
  readonly #flips = new Map<ComparedFlag, Map<string, Growing>>();
  /** The same outcomes are the same objects, so a pair is compared once. */
  readonly #pairs = new Map<Outcome, Map<Outcome, Growing | null>>();
  /** Of contexts, told apart by who they are. */
  readonly #seen = new Set<string>();

  constructor(evaluators: FlagEvaluators, flags: readonly ComparedFlag[]) {
    this.#evaluators = evaluators;
    this.#flags = flags;
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
      for (const flag of this.#flags) {
        const before = evaluator.evaluate(flag.before, now);
        const after = nextEvaluator.evaluate(flag.after, next);
        this.#flipOf(flag, before, after)?.who.push(who);
      }
    }
  }

  flips(): readonly Flip[] {
    return [...this.#flips.values()].flatMap((flips) => [...flips.values()]).filter(({ who }) => who.length > 0);
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
    const [from, to] = [given(before), given(after)];
    if (valueText(from) === valueText(to)) return null;
    const flips = this.#flips.get(flag) ?? new Map<string, Growing>();
    this.#flips.set(flag, flips);
    const id = JSON.stringify([from?.variation ?? null, to?.variation ?? null]);
    const flip = flips.get(id) ?? { flag, from, to, who: [] };
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

interface Growing extends Flip {
  readonly who: (Somebody & { readonly subject: NonNullable<Somebody['subject']> })[];
}

function given({ hasValue, value, variant }: Outcome): Given {
  return hasValue && variant !== null ? { variation: variant, value: value ?? null } : null;
}

/** That another variation has the same value is felt by nobody. */
function valueText(one: Given): string | null {
  return one === null ? null : canonicalJson(one.value);
}

/** `ada in globex`, `cy with device 7f3a`: by user and tenant where they are named, and whatever else is. */
function somebody(context: JsonObject): Growing['who'][number] {
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
