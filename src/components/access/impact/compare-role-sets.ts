import type { AccessStates } from './access-states.ts';
import { changesFrom, type Fate, fateOf, isNothing, type PermissionChanges, saysAll } from './fates.ts';
import { joinWays, type Way, type Ways } from './ways.ts';

/** Compares sets of roles before and after. What each single role loses or gains is worked out once. */
export function createCompare({ after, before, renamedRoles }: AccessStates) {
  const touched = new Map<string, ReadonlySet<string>>();

  function touchedBy(role: string): ReadonlySet<string> {
    const known = touched.get(role);
    if (known !== undefined) return known;
    const found = differing(before.waysOf(role), after.waysOf(present(role)));
    touched.set(role, found);
    return found;
  }

  /** An assignment of a role that is renamed becomes one of its new name. */
  function present(role: string): string {
    return renamedRoles.get(role) ?? role;
  }

  /** Roles that grant otherwise than before. Whoever holds none of them loses and gains nothing. */
  function touchedRoles(): readonly string[] {
    const former = new Map([...renamedRoles].map(([from, to]) => [to, from]));
    // Assignments may also be of a key that is not live yet.
    const keys = new Set([
      ...before.roles.keys(),
      ...[...after.roles.keys()].flatMap((key) => [key, former.get(key) ?? key]),
    ]);
    return [...keys].filter((role) => touchedBy(role).size > 0);
  }

  function changesFor(roles: readonly string[]): PermissionChanges | null {
    const candidates = new Set(roles.flatMap((role) => [...touchedBy(role)]));
    return collectFates(candidates, (permission) => waysOf(roles, permission));
  }

  /** The ways in which whoever holds the roles has a permission. */
  function waysOf(roles: readonly string[], permission: string): WaysInTime {
    const together = (waysIn: (role: string) => Ways) =>
      roles.reduce<readonly Way[]>((ways, role) => joinWays(ways, waysIn(role).get(permission) ?? []), []);
    return {
      was: together((role) => before.waysOf(role)),
      is: together((role) => after.waysOf(present(role))),
    };
  }

  return { touchedRoles, changesFor, waysOf };
}

export interface WaysInTime {
  readonly was: readonly Way[];
  readonly is: readonly Way[];
}

/** What becomes of each of the permissions; null: nothing of any. */
export function collectFates(
  permissions: Iterable<string>,
  waysOf: (permission: string) => WaysInTime,
): PermissionChanges | null {
  const fates = new Map<string, Fate>();
  for (const permission of permissions) {
    const { is, was } = waysOf(permission);
    const fate = fateOf(was, is);
    if (fate !== null) fates.set(permission, fate);
  }
  // Whoever hears it of the whole need not hear it of a part.
  const toldOf = [...fates].filter(([permission, fate]) => {
    const whole = wholeOf(permission);
    const ofWhole = whole === permission || fate === 'lost' || fate === 'gained' ? undefined : fates.get(whole);
    return ofWhole === undefined || !saysAll(ofWhole, fate);
  });
  const changes = changesFrom((fate) => toldOf.flatMap(([permission, one]) => (one === fate ? [permission] : [])));
  return isNothing(changes) ? null : changes;
}

/** `employee:read` of `employee:read:self`. */
export function wholeOf(permission: string): string {
  return permission.split(':').slice(0, 2).join(':');
}

function differing(before: Ways, after: Ways): ReadonlySet<string> {
  const permissions = new Set([...before.keys(), ...after.keys()]);
  return new Set(
    [...permissions].filter((permission) => fateOf(before.get(permission), after.get(permission)) !== null),
  );
}
