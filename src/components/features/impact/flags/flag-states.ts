import type { Session } from '../../../../db/contract.ts';
import { readLiveResources } from '../../../../db/live-resources.ts';
import type { DraftChange } from '../../../../engine/changeset/draft-change.ts';
import type { Resource } from '../../../../engine/resource.ts';
import type { ImpactContext } from '../../../contract.ts';
import { overrideFacts } from '../../entitlements/overrides/override-facts.ts';
import { createEvaluator, type Evaluator } from '../../evaluation/index.ts';
import type { TenantFacts } from '../../evaluation/ruleset.ts';
import { makeRuleset, rulesetKinds } from '../../ruleset/make-ruleset.ts';
import { resourcesAfter } from './resources-after.ts';

/** The flags of an environment as they are, and as they will be once the whole changeset is applied. */
export interface FlagStates {
  readonly before: Evaluator;
  readonly after: Evaluator;
}

/** More tenants than any impact is asked about; the port wants a bound. */
const mostTenants = 10_000_000;

export async function flagStates(session: Session, { changeset, now, ports }: ImpactContext): Promise<FlagStates> {
  const live = await readLiveResources(session, rulesetKinds);
  const next = resourcesAfter(live, changeset, rulesetKinds);
  const plans = (await ports.plans?.all(session, mostTenants)) ?? new Map<string, string>();
  const renamedPlans = renames(changeset, 'Plan');
  const compile = async (
    resources: readonly Resource[],
    planOf: (plan: string) => string,
    formerly: (entitlement: string) => string,
  ): Promise<Evaluator> => {
    const bodies = resources.flatMap(({ body, key, kind }) => (kind === 'Entitlement' ? [[key, body] as const] : []));
    // Agreements are carried along with a rename, so they are found under the name that is live.
    const present = new Map(bodies.map(([key]) => [formerly(key), key]));
    const agreed = await overrideFacts(session, new Map(bodies.map(([key, body]) => [formerly(key), body])), { now });
    const tenants = new Map<string, TenantFacts>([...plans].map(([id, plan]) => [id, { plan: planOf(plan) }]));
    for (const [id, overrides] of agreed) {
      const renamed = Object.entries(overrides).map(([key, value]) => [present.get(key) ?? key, value]);
      tenants.set(id, { ...tenants.get(id), overrides: Object.fromEntries(renamed) });
    }
    return createEvaluator(
      makeRuleset({ environment: '', revision: 0, madeAt: 0, resources, tenants: Object.fromEntries(tenants) }),
      { now: () => now.getTime() },
    );
  };
  const formerEntitlements = new Map([...renames(changeset, 'Entitlement')].map(([from, to]) => [to, from]));
  return {
    before: await compile(
      live,
      (plan) => plan,
      (key) => key,
    ),
    after: await compile(
      next,
      (plan) => renamedPlans.get(plan) ?? plan,
      (key) => formerEntitlements.get(key) ?? key,
    ),
  };
}

/** New keys by the old. */
export function renames(changeset: readonly DraftChange[], kind: string): ReadonlyMap<string, string> {
  return new Map(
    changeset.flatMap((change) =>
      change.kind === kind && change.from !== undefined ? [[change.from, change.key] as const] : [],
    ),
  );
}
