import type { JsonObject } from '../../../engine/json.ts';
import { entriesOf } from '../../../engine/json-fields.ts';
import type { EntitlementGate } from '../evaluation/ruleset.ts';
import { grantedBy } from '../impact/entitlements/plan-value.ts';

/** Which plans grant an entitlement; `order` holds the keys of the plans on sale, lowest first. */
export function compileEntitlement(body: JsonObject, order: readonly string[]): EntitlementGate {
  const plans = entriesOf(body['plans'])
    .map(([plan]) => plan)
    .filter((plan) => grantedBy(body, plan) !== null)
    .toSorted();
  return { plans, requiredPlan: order.find((plan) => plans.includes(plan)) ?? null };
}
