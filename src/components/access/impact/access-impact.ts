import type { Session } from '../../../db/contract.ts';
import { readLiveResources } from '../../../db/live-resources.ts';
import type { DraftChange } from '../../../engine/changeset/draft-change.ts';
import type { Somebody, ToldEffect, ToldImpact } from '../../../engine/changeset/impact.ts';
import type { ImpactContext } from '../../contract.ts';
import { accessStates } from './access-states.ts';
import { createAscribe } from './ascribe.ts';
import { createCompare, type PermissionChanges } from './compare-role-sets.ts';
import { type Holder, selectHolders } from './queries.ts';
import { relationshipImpact } from './relationship-effect.ts';
import { type AffectedGroup, memberEffects } from './member-effects.ts';
import { grouped } from './permission-wording.ts';

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
  const compare = createCompare(states);
  const leaving = changes.flatMap(({ action, from, key, kind }) =>
    kind === 'Role' && (action === 'delete' || action === 'rename') ? [from ?? key] : [],
  );
  const concerned = [...new Set([...compare.touchedRoles(), ...leaving])];
  const most = concerned.length * 4 > states.before.roles.size;
  const groups = groupHolders(await selectHolders(session, now, concerned, most));
  const shares = sharesOf([...groups.keys()], compare.changesFor, createAscribe(states, changes));
  const told: (ToldImpact | null)[] = [];
  for (const change of all) {
    if (!changes.includes(change)) told.push(null);
    else {
      const related = await relationshipImpact(change, states.renamedTypes, session);
      const effects = [
        ...memberEffects(affectedBy(change, groups, shares), states),
        ...holdingEffect(change, groups),
        ...related.effects,
      ];
      const isUnfelt = effects.length === 0 && change.action === 'create';
      told.push(isUnfelt ? null : { effects, unknown: related.unknown, none: unfelt(change) });
    }
  }
  return told;
}

/** Everybody by the set of roles they hold. */
function groupHolders(holders: readonly Holder[]): ReadonlyMap<string, readonly Somebody[]> {
  const groups = new Map<string, Somebody[]>();
  for (const { id, name, roles, tenant, type } of holders) {
    const one = { name, tenant, subject: { type, id } };
    const group = groups.get(roles);
    if (group === undefined) groups.set(roles, [one]);
    else group.push(one);
  }
  return groups;
}

type Shares = ReadonlyMap<string, ReadonlyMap<DraftChange, PermissionChanges>>;

/** For each set of roles that loses or gains anything, what of it each change is behind. */
function sharesOf(
  sets: readonly string[],
  changesFor: ReturnType<typeof createCompare>['changesFor'],
  ascribe: ReturnType<typeof createAscribe>,
): Shares {
  return new Map(
    sets.flatMap((name) => {
      const roles = name.split(' ');
      const fates = changesFor(roles);
      return fates === null ? [] : [[name, ascribe(roles, fates)] as const];
    }),
  );
}

function affectedBy(
  change: DraftChange,
  groups: ReadonlyMap<string, readonly Somebody[]>,
  shares: Shares,
): readonly AffectedGroup[] {
  return [...groups].flatMap(([roles, who]) => {
    const fates = shares.get(roles)?.get(change);
    return fates === undefined ? [] : [{ who, fates }];
  });
}

/** Whoever holds a role that goes or gets another name, whether or not they lose anything by it. */
function holdingEffect(
  { action, from, key, kind }: DraftChange,
  groups: ReadonlyMap<string, readonly Somebody[]>,
): readonly ToldEffect[] {
  if (kind !== 'Role' || (action !== 'delete' && action !== 'rename')) return [];
  const holding = [...groups].flatMap(([roles, who]) =>
    roles.split(' ').includes(from ?? key) ? [{ who, what: {} }] : [],
  );
  const amount = holding.reduce((sum, { who }) => sum + who.length, 0);
  if (amount === 0) return [];
  const [hold, keep] = amount === 1 ? ['member holds', 'keeps'] : ['members hold', 'keep'];
  const then = action === 'rename' ? `, and ${keep} it under its new name` : '';
  const figure = action === 'rename' ? 'membersKeepingRole' : 'membersHoldingRole';
  return [{ figure, text: `${grouped(amount)} ${hold} the role${then}`, groups: holding }];
}

function unfelt({ kind }: DraftChange): string {
  return kind === 'Role'
    ? 'nobody who holds the role gains or loses a permission'
    : 'nobody gains or loses a permission on it';
}
