import type { DraftChange } from '../../../engine/changeset/draft-change.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { textsOf } from '../../../engine/json-fields.ts';
import type { AccessState, AccessStates } from './access-states.ts';
import { changesFrom, type Fate, fateNames, fateOf, type PermissionChanges } from './fates.ts';
import { joinWays, type Ways } from './ways.ts';

/**
 * Says which changes are behind what a set of roles loses or gains: those that by themselves take part in it. What
 * only comes about by several together is ascribed to each that the roles have to do with.
 */
export function createAscribe(states: AccessStates, changes: readonly DraftChange[]) {
  const { after, before, renamedRoles } = states;
  const touching = new Map(changes.map((change) => [change, touchedBy(change, states)]));
  const typeChanges = new Map(changes.filter(isOfType).map((change) => [change.key, change]));
  const lines = new Map<string, readonly DraftChange[]>();

  /** Changes of roles that the role is, or inherits from, before or after. */
  function roleChangesOf(role: string): readonly DraftChange[] {
    const known = lines.get(role);
    if (known !== undefined) return known;
    const [was, is] = [before.lineOf(role), after.lineOf(renamedRoles.get(role) ?? role)];
    const found = changes.filter(
      (change) => !isOfType(change) && (was.has(change.from ?? change.key) || is.has(change.key)),
    );
    lines.set(role, found);
    return found;
  }

  return (roles: readonly string[], fates: PermissionChanges): ReadonlyMap<DraftChange, PermissionChanges> => {
    const involved = [...new Set(roles.flatMap(roleChangesOf))];
    const shares = new Map<DraftChange, Map<Fate, string[]>>();
    for (const fate of fateNames) {
      for (const permission of fates[fate]) {
        const typeChange = typeChanges.get(permission.slice(0, permission.indexOf(':')));
        const near = [...involved, ...(typeChange === undefined ? [] : [typeChange])];
        const behind = near.filter((change) => touching.get(change)?.has(permission));
        for (const change of behind.length > 0 ? behind : near) {
          const share = shares.get(change) ?? new Map<Fate, string[]>();
          const permissions = share.get(fate) ?? [];
          permissions.push(permission);
          shares.set(change, share.set(fate, permissions));
        }
      }
    }
    return new Map([...shares].map(([change, share]) => [change, changesFrom((fate) => share.get(fate) ?? [])]));
  };
}

function isOfType({ kind }: DraftChange): boolean {
  return kind === 'ResourceType';
}

/** Permissions whose fate the change by itself has a part in. */
function touchedBy(change: DraftChange, states: AccessStates): ReadonlySet<string> {
  const { after, before } = states;
  if (isOfType(change)) {
    const all = new Set([...before.declared.permissions, ...after.declared.permissions]);
    return new Set(
      [...all].filter(
        (permission) =>
          permission.startsWith(`${change.key}:`) &&
          (before.declared.permissions.has(permission) !== after.declared.permissions.has(permission) ||
            before.declared.scopeOf(permission) !== after.declared.scopeOf(permission) ||
            before.declared.datesOf(permission).join() !== after.declared.datesOf(permission).join()),
      ),
    );
  }
  const was = directWays(change.from ?? change.key, before.roles.get(change.from ?? change.key), before, states);
  const is = directWays(change.key, change.after, after, states);
  return new Set(
    [...was.keys(), ...is.keys()].filter((permission) => fateOf(was.get(permission), is.get(permission)) !== null),
  );
}

/**
 * What a role grants by itself, and by inheriting from roles as they stood before: what changes in those is theirs
 * to answer for. Scopes are left out, since what they cover is the resource type's to answer for.
 */
function directWays(
  key: string,
  body: JsonObject | null | undefined,
  own: AccessState,
  { after, before, renamedRoles }: AccessStates,
): Ways {
  if (body === null || body === undefined) return new Map();
  const former = new Map([...renamedRoles].map(([from, to]) => [to, from]));
  const inherited = textsOf(body['inherits']).map((role) => {
    const stood = own === after ? (former.get(role) ?? role) : role;
    return before.roles.has(stood) ? before.waysOf(stood) : after.waysOf(role);
  });
  const ways = new Map<string, Ways extends ReadonlyMap<string, infer W> ? W : never>();
  for (const part of [own.ownWays(key, body), ...inherited]) {
    for (const [permission, held] of part) {
      const unscoped = held.map(({ condition, scope }) => ({ condition, scope: scope === null ? null : '' }));
      ways.set(permission, joinWays(ways.get(permission) ?? [], unscoped));
    }
  }
  return ways;
}
