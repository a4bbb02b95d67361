import type { Affected, ToldEffect } from '../../../engine/changeset/impact.ts';
import type { AccessState, AccessStates } from './access-states.ts';
import type { PermissionChanges } from './compare-role-sets.ts';
import { permissionsText, shortenPermissions } from './permission-wording.ts';
import type { Holder } from './queries.ts';

/** Somebody who loses or gains something by a change. */
export interface AffectedHolder extends Holder {
  readonly fates: PermissionChanges;
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
export function memberEffects(
  holders: readonly AffectedHolder[],
  { after, before }: AccessStates,
): readonly ToldEffect[] {
  return directions.flatMap(({ fate, figure, suffix, verbs }) => {
    const shorten = createShorten(fate, fate === 'lost' ? before : after);
    const concerned = holders.filter(({ fates }) => fates[fate].length > 0);
    if (concerned.length === 0) return [];
    const affected = concerned.map(
      ({ fates, id, name, tenant, type }): Affected => ({
        name,
        tenant,
        subject: { type, id },
        [fate]: shorten(fates),
      }),
    );
    const permissions = permissionsText(affected.map((one) => one[fate] ?? []));
    const who = `${grouped(concerned.length)} ${concerned.length === 1 ? 'member' : 'members'}`;
    const verb = verbs[concerned.length === 1 ? 0 : 1];
    const tenants = new Set(concerned.map(({ tenant }) => tenant)).size;
    const where = `in ${grouped(tenants)} ${tenants === 1 ? 'tenant' : 'tenants'}`;
    return [{ figure, text: `${who} ${verb} ${permissions}${suffix} ${where}`, affected: withTenants(affected) }];
  });
}

/** Whoever holds the same roles loses the same: it is put into words once. */
function createShorten(
  fate: keyof PermissionChanges,
  state: AccessState,
): (fates: PermissionChanges) => readonly string[] {
  const known = new Map<PermissionChanges, readonly string[]>();
  return (fates) => {
    const shortened = known.get(fates) ?? shortenPermissions(fates[fate], state);
    known.set(fates, shortened);
    return shortened;
  };
}

/** A name that comes up twice says of which tenant. */
function withTenants(affected: readonly Affected[]): readonly Affected[] {
  const amounts = new Map<string, number>();
  for (const { name } of affected) amounts.set(name, (amounts.get(name) ?? 0) + 1);
  return affected.map((one) =>
    amounts.get(one.name) === 1 ? one : { ...one, name: `${one.name} (${one.tenant ?? ''})` },
  );
}

function grouped(amount: number): string {
  return String(amount).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
}
