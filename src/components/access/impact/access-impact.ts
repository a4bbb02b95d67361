import type { Session } from '../../../db/contract.ts';
import { readLiveResources } from '../../../db/live-resources.ts';
import type { DraftChange } from '../../../engine/changeset/draft-change.ts';
import type { Affected, ToldEffect, ToldImpact } from '../../../engine/changeset/impact.ts';
import type { ImpactContext } from '../../contract.ts';
import { accessStates, type AccessStates } from './access-states.ts';
import { createAscribe } from './ascribe.ts';
import { createCompare, type PermissionChanges } from './compare-role-sets.ts';
import { type Holder, selectHolders, selectRoleSets } from './queries.ts';
import { relationshipEffect } from './relationship-effect.ts';
import { type AffectedHolder, memberEffects } from './member-effects.ts';

/**
 * Who gains and loses which permissions by changes to roles and resource types: everybody's roles are compared
 * before and after the whole changeset, once for each distinct set of roles.
 */
export async function accessImpact(
  all: readonly DraftChange[],
  session: Session,
  { now }: ImpactContext,
): Promise<readonly (ToldImpact | null)[]> {
  const changes = all.filter(({ kind }) => kind === 'Role' || kind === 'ResourceType');
  if (changes.length === 0) return all.map(() => null);
  const states = accessStates(await readLiveResources(session, ['Role', 'ResourceType']), changes);
  const sets = (await selectRoleSets(session, now)).map((name) => ({ name, roles: name.split(' ') }));
  const shares = sharesOf(sets, states, changes);
  const leaving = changes.filter(({ action, kind }) => kind === 'Role' && (action === 'delete' || action === 'rename'));
  const concerned = sets.filter(
    ({ name, roles }) => shares.has(name) || leaving.some(({ from, key }) => roles.includes(from ?? key)),
  );
  const holders = await selectHolders(
    session,
    now,
    concerned.map(({ name }) => name),
  );
  const told: (ToldImpact | null)[] = [];
  for (const change of all) {
    if (!changes.includes(change)) told.push(null);
    else {
      const effects = [
        ...memberEffects(affectedBy(change, holders, shares), states),
        ...holdingEffect(change, holders),
        ...(await relationshipEffect(change, session)),
      ];
      told.push(
        effects.length === 0 && change.action === 'create' ? null : { effects, unknown: [], none: unfelt(change) },
      );
    }
  }
  return told;
}

type Shares = ReadonlyMap<string, ReadonlyMap<DraftChange, PermissionChanges>>;

/** For each set of roles that loses or gains anything, what of it each change is behind. */
function sharesOf(
  sets: readonly { readonly name: string; readonly roles: readonly string[] }[],
  states: AccessStates,
  changes: readonly DraftChange[],
): Shares {
  const compare = createCompare(states);
  const ascribe = createAscribe(states, changes);
  return new Map(
    sets.flatMap(({ name, roles }) => {
      const fates = compare(roles);
      return fates === null ? [] : [[name, ascribe(roles, fates)] as const];
    }),
  );
}

function affectedBy(change: DraftChange, holders: readonly Holder[], shares: Shares): readonly AffectedHolder[] {
  return holders.flatMap((holder) => {
    const fates = shares.get(holder.roles)?.get(change);
    return fates === undefined ? [] : [{ ...holder, fates }];
  });
}

/** Whoever holds a role that goes or gets another name, whether or not they lose anything by it. */
function holdingEffect({ action, from, key, kind }: DraftChange, holders: readonly Holder[]): readonly ToldEffect[] {
  if (kind !== 'Role' || (action !== 'delete' && action !== 'rename')) return [];
  const holding = holders.filter(({ roles }) => roles.split(' ').includes(from ?? key));
  if (holding.length === 0) return [];
  const [hold, keep] = holding.length === 1 ? ['member holds', 'keeps'] : ['members hold', 'keep'];
  const then = action === 'rename' ? `, and ${keep} it under its new name` : '';
  return [
    {
      figure: 'membersHoldingRole',
      text: `${holding.length} ${hold} the role${then}`,
      affected: holding.map(({ id, name, tenant, type }): Affected => ({ name, tenant, subject: { type, id } })),
    },
  ];
}

function unfelt({ kind }: DraftChange): string {
  return kind === 'Role'
    ? 'nobody who holds the role gains or loses a permission'
    : 'nobody gains or loses a permission on it';
}
