import type { Somebody, ToldEffect } from '../../../engine/changeset/impact.ts';
import type { AccessStates } from './access-states.ts';
import type { RelationNames } from './relations/compare-related.ts';
import type { PermissionChanges } from './compare-role-sets.ts';
import { grouped, permissionsText, shortenPermissions } from './permission-wording.ts';

/** Members who hold the same roles and stand in the same relations, and what they lose or gain by a change. */
export interface AffectedGroup {
  readonly who: readonly Somebody[];
  readonly fates: PermissionChanges;
  /** By which relations to resources they do; absent where it is by their roles. */
  readonly relations?: RelationNames;
}

const directions = [
  { fate: 'lost', figure: 'membersLosingPermission', verbs: ['loses', 'lose'], suffix: '' },
  { fate: 'gained', figure: 'membersGainingPermission', verbs: ['gains', 'gain'], suffix: '' },
  {
    fate: 'changed',
    figure: 'membersWithChangedCondition',
    verbs: ['holds', 'hold'],
    suffix: ' under another condition',
  },
] as const;

/** One effect for those who lose, one for those who gain, one for those whose conditions change. */
export function memberEffects(all: readonly AffectedGroup[], { after, before }: AccessStates): readonly ToldEffect[] {
  return directions.flatMap(({ fate, figure, suffix, verbs }) => {
    const concerned = all.filter(({ fates }) => fates[fate].length > 0);
    if (concerned.length === 0) return [];
    const groups = concerned.map(({ fates, who }) => {
      const permissions = shortenPermissions(fates[fate], fate === 'lost' ? before : after);
      return { who, permissions, what: { [fate]: permissions } };
    });
    const amount = groups.reduce((sum, { who }) => sum + who.length, 0);
    const permissions = permissionsText(groups.map((group) => [group.permissions, group.who.length]));
    const who = `${grouped(amount)} ${amount === 1 ? 'member' : 'members'}`;
    const tenants = tenantsIn(concerned);
    const where = `in ${grouped(tenants)} ${tenants === 1 ? 'tenant' : 'tenants'}`;
    const how = `${suffix}${relationsText(concerned.flatMap(({ relations }) => relations?.[fate] ?? []))}`;
    return [{ figure, text: `${who} ${verbs[amount === 1 ? 0 : 1]} ${permissions}${how} ${where}`, groups }];
  });
}

function tenantsIn(groups: readonly AffectedGroup[]): number {
  const tenants = new Set<string>();
  for (const { who } of groups) for (const { tenant } of who) if (tenant !== undefined) tenants.add(tenant);
  return tenants.size;
}

/** ` by the relations editor and owner` */
function relationsText(all: readonly string[]): string {
  const names = [...new Set(all)].sort();
  if (names.length === 0) return '';
  if (names.length > 3) return ` by ${names.length} relations`;
  return names.length === 1
    ? ` by the relation ${names.join()}`
    : ` by the relations ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
