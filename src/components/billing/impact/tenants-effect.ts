import type { ToldEffect } from '../../../engine/changeset/impact.ts';
import type { TenantName } from '../../ports.ts';

/** What becomes of tenants, all alike; nothing where there are none. */
export function tenantsEffect(
  figure: string,
  tenants: readonly TenantName[],
  [one, many]: readonly [string, string],
): readonly ToldEffect[] {
  if (tenants.length === 0) return [];
  const text = tenants.length === 1 ? `1 tenant ${one}` : `${tenants.length} tenants ${many}`;
  return [{ figure, text, groups: [{ who: tenants.map(({ id, name }) => ({ name, tenant: id })), what: {} }] }];
}
