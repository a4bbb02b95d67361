import type { Session } from '../../../../db/contract.ts';
import type { ImpactContext } from '../../../contract.ts';
import { overrideFacts } from '../../entitlements/overrides/override-facts.ts';
import { createEvaluator, type Evaluator } from '../../evaluation/index.ts';
import type { Ruleset, TenantFacts } from '../../evaluation/ruleset.ts';
import { type ComparedFlag, type FlagState, type FlagStates, renames } from './flag-states.ts';
import { restsOn } from './rests-on.ts';

/** The flags that are compared, as they are and as they will be. */
export interface FlagEvaluators {
  readonly before: Evaluator;
  readonly after: Evaluator;
  /** Milliseconds since 1970, of the question. */
  readonly now: () => number;
  /** Whether anything goes by another key afterwards. */
  readonly hasRenames: boolean;
  /** The plan that a tenant is on: what the server puts into a context that says none. */
  readonly plans: { readonly before: PlanOf; readonly after: PlanOf };
}

type PlanOf = (tenantId: string) => string | undefined;

/** More tenants than any impact is asked about; the port wants a bound. */
const mostTenants = 10_000_000;

/** Only what `flags` rest on is compiled: of a large environment a change touches little. */
export async function flagEvaluators(
  session: Session,
  { changeset, now, ports }: ImpactContext,
  states: FlagStates,
  flags: readonly ComparedFlag[],
): Promise<FlagEvaluators> {
  const plans = (await ports.plans?.all(session, mostTenants)) ?? new Map<string, string>();
  const renamedPlans = renames(changeset, 'Plan');
  const renamed = (plan: string): string => renamedPlans.get(plan) ?? plan;
  const formerEntitlements = new Map([...renames(changeset, 'Entitlement')].map(([from, to]) => [to, from]));
  const millisecond = (): number => now.getTime();
  const compile = async (
    { entitlements, ruleset }: FlagState,
    keys: readonly string[],
    planOf: (plan: string) => string,
    formerly: (entitlement: string) => string,
  ): Promise<Evaluator> => {
    // Agreements are carried along with a rename, so they are found under the name that is live.
    const present = new Map([...entitlements.keys()].map((key) => [formerly(key), key]));
    const bodies = new Map([...entitlements].map(([key, body]) => [formerly(key), body]));
    const tenants = new Map<string, TenantFacts>([...plans].map(([id, plan]) => [id, { plan: planOf(plan) }]));
    for (const [id, overrides] of await overrideFacts(session, bodies, { now })) {
      const carried = Object.entries(overrides).map(([key, value]) => [present.get(key) ?? key, value]);
      tenants.set(id, { ...tenants.get(id), overrides: Object.fromEntries(carried) });
    }
    return createEvaluator({ ...onlyFor(ruleset, keys), tenants: Object.fromEntries(tenants) }, { now: millisecond });
  };
  return {
    now: millisecond,
    hasRenames: changeset.some(({ from }) => from !== undefined),
    before: await compile(
      states.before,
      flags.map(({ before }) => before),
      (plan) => plan,
      (key) => key,
    ),
    after: await compile(
      states.after,
      flags.map(({ after }) => after),
      renamed,
      (key) => formerEntitlements.get(key) ?? key,
    ),
    plans: {
      before: (tenantId) => plans.get(tenantId),
      after: (tenantId) => {
        const plan = plans.get(tenantId);
        return plan === undefined ? undefined : renamed(plan);
      },
    },
  };
}

/** As much of a ruleset as decides about these flags. */
export function onlyFor(ruleset: Ruleset, keys: readonly string[]): Ruleset {
  const needed = new Set(keys.flatMap((key) => [...restsOn(ruleset, key)]));
  const only = <T>(entries: { readonly [key: string]: T }, kind: string): { readonly [key: string]: T } =>
    Object.fromEntries(Object.entries(entries).filter(([key]) => needed.has(`${kind}/${key}`)));
  return { ...ruleset, flags: only(ruleset.flags, 'Flag'), segments: only(ruleset.segments, 'Segment') };
}
