import type { Session } from '../../../db/contract.ts';
import { readLiveResources } from '../../../db/live-resources.ts';
import type { DraftChange } from '../../../engine/changeset/draft-change.ts';
import type { Somebody, ToldEffect, ToldImpact } from '../../../engine/changeset/impact.ts';
import type { ImpactContext } from '../../contract.ts';
import { type AccessStates, accessStates } from './access-states.ts';
import { createAscribe } from './ascribe.ts';
import { createCompareRelated, type RelatedChanges } from './relations/compare-related.ts';
import { createCompare } from './compare-role-sets.ts';
import { changesFrom, type PermissionChanges } from './fates.ts';
import { selectAmongEverybody } from './everybody/select-among-everybody.ts';
import { type AffectedGroup, memberEffects, openQuestions } from './member-effects.ts';
import { endsAsDefault, newMembers } from './new-members.ts';
import { type Holder, selectHolders, selectStanding } from './queries.ts';
import { selectRelated } from './relations/queries.ts';
import { relationPaths } from './relations/relation-paths.ts';
import { type PathSet, type RelationProfiles, relationProfiles } from './relations/relation-profiles.ts';
import { relationshipEffect } from './relations/relationship-effect.ts';
import { tenancyImpact } from './tenancy/tenancy-impact.ts';
import { whoText } from './who-text.ts';

/**
 * Who gains and loses which permissions by changes to roles and resource types: everybody's roles, and the relations
 * they stand in, are compared before and after the whole changeset, once for those who have the same.
 */
export async function accessImpact(
  all: readonly DraftChange[],
  session: Session,
  { now }: ImpactContext,
): Promise<readonly (ToldImpact | null)[]> {
  const changes = all.filter(({ kind }) => kind === 'Role' || kind === 'ResourceType');
  if (changes.length === 0) return Promise.all(all.map((change) => tenancyImpact(change, all, session)));
  const states = accessStates(await readLiveResources(session, ['Role', 'ResourceType']), changes);
  const compare = createCompare(states);
  const paths = relationPaths(states);
  const profiles = relationProfiles(await selectRelated(session, paths), paths);
  const holders = await holdersOf(session, now, changes, states, compare.touchedRoles());
  const standing = await selectStanding(session, now, profiles);
  const groups = groupAlike([...holders, ...besides(standing, holders)], profiles);
  const ascribe = createAscribe(states, changes);
  const related = createCompareRelated(states, changes, paths, compare.waysOf);
  const felt = groups.map((group): Felt => {
    const fates = compare.changesFor(group.roles);
    return {
      ...group,
      byRoles: fates === null ? new Map() : ascribe(group.roles, fates),
      byRelations: related(group.roles, group.sets, fates),
    };
  });
  const told: (ToldImpact | null)[] = [];
  for (const change of all) {
    if (!changes.includes(change)) told.push(await tenancyImpact(change, all, session));
    else {
      const effects = [
        ...memberEffects(feltByRoles(change, felt), states),
        ...memberEffects(feltByRelations(change, felt), states),
        ...holdingEffect(change, groups),
        ...(await relationshipEffect(change, session)),
      ];
      const unknown = [...openQuestions(effects), ...newMembers(change, states.before)];
      const isUnfelt = effects.length === 0 && unknown.length === 0 && change.action === 'create';
      told.push(isUnfelt ? null : { effects, unknown, none: unfelt(change) });
    }
  }
  return told;
}

/** Those who hold the same roles within a tenant, and stand in the same relations to resources there. */
interface Alike {
  readonly roles: readonly string[];
  readonly sets: readonly PathSet[];
  readonly who: readonly Somebody[];
}

interface Felt extends Alike {
  readonly byRoles: ReadonlyMap<DraftChange, PermissionChanges>;
  readonly byRelations: readonly RelatedChanges[];
}

async function holdersOf(
  session: Session,
  now: Date,
  changes: readonly DraftChange[],
  { before }: AccessStates,
  touched: readonly string[],
): Promise<readonly Holder[]> {
  const leaving = changes.flatMap(({ action, from, key, kind }) =>
    kind === 'Role' && (action === 'delete' || action === 'rename') ? [from ?? key] : [],
  );
  const concerned = [...new Set([...touched, ...leaving])];
  // For few roles, to look for those concerned takes a tenth of the time.
  const most = concerned.length * 4 > before.roles.size;
  return (most ? selectAmongEverybody : selectHolders)(session, now, concerned);
}

/** Those of them who are not among the others. */
function besides(standing: readonly Holder[], holders: readonly Holder[]): readonly Holder[] {
  if (standing.length === 0) return [];
  const identityOf = ({ id, tenant, type }: Holder): string => `${tenant} ${type} ${id}`;
  const known = new Set(holders.map(identityOf));
  return standing.filter((one) => !known.has(identityOf(one)));
}

/** @param holders each once */
function groupAlike(holders: readonly Holder[], profiles: RelationProfiles): readonly Alike[] {
  const groups = new Map<string, Alike & { readonly who: Somebody[] }>();
  for (const { id, name, roles, tenant, type } of holders) {
    const sets = profiles.setsOf({ id, tenant, type });
    const one = { name, tenant, subject: { type, id } };
    const alike = sets.length === 0 ? roles : `${roles}\n${sets.join(';')}`;
    const group = groups.get(alike);
    if (group === undefined) groups.set(alike, { roles: roles === '' ? [] : roles.split(' '), sets, who: [one] });
    else group.who.push(one);
  }
  return [...groups.values()];
}

function feltByRoles(change: DraftChange, all: readonly Felt[]): readonly AffectedGroup[] {
  return all.flatMap(({ byRoles, who }) => {
    const fates = byRoles.get(change);
    return fates === undefined ? [] : [{ who, fates }];
  });
}

function feltByRelations(change: DraftChange, all: readonly Felt[]): readonly AffectedGroup[] {
  return all.flatMap(({ byRelations, who }) => {
    const concerned = byRelations.filter(({ behind }) => behind.includes(change));
    if (concerned.length === 0) return [];
    const together = (of: 'fates' | 'relations') => changesFrom((fate) => concerned.flatMap((one) => one[of][fate]));
    return [{ who, fates: together('fates'), relations: together('relations') }];
  });
}

/** Whoever holds a role that goes or gets another name, whether or not they lose anything by it. */
function holdingEffect({ action, from, key, kind }: DraftChange, groups: readonly Alike[]): readonly ToldEffect[] {
  if (kind !== 'Role' || (action !== 'delete' && action !== 'rename')) return [];
  const holding = groups.flatMap(({ roles, who }) => (roles.includes(from ?? key) ? [{ who, what: {} }] : []));
  const { amount, text } = whoText(holding);
  if (amount === 0) return [];
  const [hold, keep] = amount === 1 ? ['holds', 'keeps'] : ['hold', 'keep'];
  const then = action === 'rename' ? `, and ${keep} it under its new name` : '';
  const figure = action === 'rename' ? 'membersKeepingRole' : 'membersHoldingRole';
  return [{ figure, text: `${text} ${hold} the role${then}`, groups: holding }];
}

function unfelt(change: DraftChange): string {
  if (change.kind !== 'Role') return 'nobody gains or loses a permission on it';
  const rest = endsAsDefault(change) ? '; whoever becomes a member from now on does not get it' : '';
  return `nobody who holds the role gains or loses a permission${rest}`;
}
