import type { Somebody, ToldEffect, ToldImpact } from '../../../engine/changeset/impact.ts';
import type { AccessStates } from './access-states.ts';
import type { RelationNames } from './relations/compare-related.ts';
import type { PermissionChanges } from './fates.ts';
import { grouped, permissionsText, shortenPermissions } from './permission-wording.ts';
import { whoText } from './who-text.ts';

/** Members who hold the same roles and stand in the same relations, and what they lose or gain by a change. */
export interface AffectedGroup {
  readonly who: readonly Somebody[];
  readonly fates: PermissionChanges;
  /** By which relations to resources they do; absent where it is by their roles. */
  readonly relations?: RelationNames;
}

const openFigure = 'membersWithChangedCondition';

const directions = [
  { fate: 'lost', listed: 'lost', figure: 'membersLosingPermission', verbs: ['loses', 'lose'], suffix: '' },
  {
    fate: 'narrowed',
    listed: 'lost',
    figure: 'membersLosingPermission',
    verbs: ['loses a way to', 'lose a way to'],
    suffix: '',
  },
  { fate: 'gained', listed: 'gained', figure: 'membersGainingPermission', verbs: ['gains', 'gain'], suffix: '' },
  {
    fate: 'widened',
    listed: 'gained',
    figure: 'membersGainingPermission',
    verbs: ['gains a way to', 'gain a way to'],
    suffix: '',
  },
  {
    fate: 'changed',
    listed: 'changed',
    figure: openFigure,
    verbs: ['holds', 'hold'],
    suffix: ' under another condition',
  },
] as const;

/** One effect for those who lose, one for those who gain, of all or of a way to it, one for those whose conditions change. */
export function memberEffects(all: readonly AffectedGroup[], { after, before }: AccessStates): readonly ToldEffect[] {
  return directions.flatMap(({ fate, figure, listed, suffix, verbs }) => {
    const concerned = all.filter(({ fates }) => fates[fate].length > 0);
    if (concerned.length === 0) return [];
    const groups = concerned.map(({ fates, who }) => {
      const permissions = shortenPermissions(fates[fate], listed === 'lost' ? before : after);
      return { who, permissions, what: { [listed]: permissions } };
    });
    const permissions = permissionsText(groups.map((group) => [group.permissions, group.who.length]));
    const { amount, text: who } = whoText(groups);
    const tenants = tenantsIn(concerned);
    const where = `in ${grouped(tenants)} ${tenants === 1 ? 'tenant' : 'tenants'}`;
    const how = `${suffix}${relationsText(concerned.flatMap(({ relations }) => relations?.[fate] ?? []))}`;
    return [{ figure, text: `${who} ${verbs[amount === 1 ? 0 : 1]} ${permissions}${how} ${where}`, groups }];
  });
}

/** Whether another condition is less or more, only whoever asks for something in particular can tell. */
export function openQuestions(effects: readonly ToldEffect[]): ToldImpact['unknown'] {
  if (!effects.some(({ figure }) => figure === openFigure)) return [];
  const reason = 'whether another condition allows less or more depends on what it is asked about';
  return [{ reason, figures: ['membersLosingPermission', 'membersGainingPermission'] }];
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
