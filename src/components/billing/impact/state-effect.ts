import type { ToldEffect } from '../../../engine/changeset/impact.ts';
import type { JsonObject } from '../../../engine/json.ts';
import type { TenantName } from '../../ports.ts';
import { stateOf } from '../plan-state.ts';
import { tenantsEffect } from './tenants-effect.ts';

/**
 * Whoever is on a plan that is archived must be moved, as nobody may be on it, and may stay where it is archived no
 * more. What it grants, it grants meanwhile.
 */
export function stateEffect(
  before: JsonObject,
  after: JsonObject,
  tenants: readonly TenantName[],
): readonly ToldEffect[] {
  const [was, is] = [before, after].map((plan) => stateOf(plan) === 'archived');
  if (was === is) return [];
  return is === true
    ? tenantsEffect('tenantsLosingPlan', tenants, [
        'loses its plan as it is archived, and must be moved to another',
        'lose their plan as it is archived, and must be moved to another',
      ])
    : tenantsEffect('tenantsRegainingPlan', tenants, ['is still on it, and may stay', 'are still on it, and may stay']);
}
