import type { DraftChange } from '../../../../engine/changeset/draft-change.ts';
import { canonicalJson } from '../../../../engine/canonical-json.ts';
import type { AccessState, AccessStates } from '../access-states.ts';
import { collectFates, type createCompare, wholeOf } from '../compare-role-sets.ts';
import { changesFrom, type Fate, fateNames, isNothing, type PermissionChanges, saysAll } from '../fates.ts';
import { allowsOtherwise, differing, type RelationPath } from './relation-paths.ts';
import type { PathSet } from './relation-profiles.ts';
import type { Way } from '../ways.ts';

/** What becomes of permissions on the resources that somebody is related to, and by which relations. */
export interface RelatedChanges {
  readonly fates: PermissionChanges;
  readonly relations: RelationNames;
  readonly behind: readonly DraftChange[];
}

/** The relations by which it comes about: `owner`, `parent.editor`. */
export type RelationNames = { readonly [fate in Fate]: readonly string[] };

/** Whoever stands in a relation that allows something may do it always. */
const always: readonly Way[] = [{ condition: null, scope: null }];

/**
 * Compares what relations allow before and after, together with what the roles grant: whoever may do it by a role
 * loses nothing with the relation.
 */
export function createCompareRelated(
  states: AccessStates,
  changes: readonly DraftChange[],
  paths: readonly RelationPath[],
  rolesHold: ReturnType<typeof createCompare>['waysOf'],
) {
  const { after, before } = states;
  const typeChanges = new Map(
    changes.flatMap((change) => (change.kind === 'ResourceType' ? [[change.key, change]] : [])),
  );
  return (
    roles: readonly string[],
    sets: readonly PathSet[],
    byRoles: PermissionChanges | null,
  ): readonly RelatedChanges[] =>
    sets.flatMap((indexes): readonly RelatedChanges[] => {
      const set = indexes.flatMap((index) => paths[index] ?? []);
      const may = { before: allowed(set, 'before'), after: allowed(set, 'after') };
      const fates = collectFates(differing(may.before, may.after), (permission) => {
        const { is, was } = rolesHold(roles, permission);
        return {
          was: may.before.has(permission) ? always : was,
          is: may.after.has(permission) ? always : is,
        };
      });
      const further = fates === null ? null : beyond(fates, byRoles);
      if (further === null) return [];
      const concerned = set.filter(allowsOtherwise);
      return [{ fates: further, relations: namesOf(concerned, further), behind: behind(concerned) }];
    });

  /** Changes of the types on the way that say otherwise what relations there are, and what they allow. */
  function behind(set: readonly RelationPath[]): readonly DraftChange[] {
    const types = new Set(set.flatMap(({ steps }) => steps.map(({ type }) => type)));
    const near = [...types].flatMap((type) => typeChanges.get(type) ?? []);
    const saying = near.filter(({ key }) => wordingOf(before, key) !== wordingOf(after, key));
    return saying.length > 0 ? saying : near;
  }
}

/** What is lost is lost by relations that allowed it, what is gained is gained by those that will. */
function namesOf(set: readonly RelationPath[], fates: PermissionChanges): RelationNames {
  const was = ({ after, before }: RelationPath, one: string): boolean => before.has(one) && !after.has(one);
  const will = ({ after, before }: RelationPath, one: string): boolean => after.has(one) && !before.has(one);
  const among = (fate: Fate, allows: (path: RelationPath, permission: string) => boolean): readonly string[] => {
    const names = set.filter((path) => fates[fate].some((one) => allows(path, one))).map(({ name }) => name);
    return [...new Set(names)];
  };
  return {
    lost: among('lost', was),
    narrowed: among('narrowed', was),
    gained: among('gained', will),
    widened: among('widened', will),
    changed: among('changed', (path, one) => was(path, one) || will(path, one)),
  };
}

function allowed(set: readonly RelationPath[], when: 'before' | 'after'): ReadonlySet<string> {
  return new Set(set.flatMap((path) => [...path[when]]));
}

function wordingOf({ types }: AccessState, key: string): string {
  const { actions = null, grants = null, relations = null, scopes = null } = types.get(key) ?? {};
  return canonicalJson([actions, grants, relations, scopes]);
}

/** What is not already said of the roles: of them it is said for whatever resource. */
function beyond(fates: PermissionChanges, byRoles: PermissionChanges | null): PermissionChanges | null {
  if (byRoles === null) return fates;
  const rest = changesFrom((fate) => {
    const said = new Set(fateNames.flatMap((one) => (saysAll(one, fate) ? byRoles[one] : [])));
    return fates[fate].filter((permission) => !said.has(permission) && !said.has(wholeOf(permission)));
  });
  return isNothing(rest) ? null : rest;
}
