import type { CompiledRole, RoleGrant } from './compiled-role.ts';

/** Who inherits from whom. A circle, which validation refuses, is gone round once. */
export interface Lineage {
  /** What a role grants: its own first, then what it inherits, nearest first. Empty for a role that is unknown. */
  grantsOf(role: string): readonly RoleGrant[];
  /** The given roles and every role that inherits from one of them. */
  heirsOf(roles: Iterable<string>): ReadonlySet<string>;
}

export function createLineage(roles: ReadonlyMap<string, CompiledRole>): Lineage {
  const grants = new Map<string, readonly RoleGrant[]>();
  let heirs: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    grantsOf(role) {
      const before = grants.get(role);
      if (before !== undefined) return before;
      const line = reach([role], (key) => roles.get(key)?.inherits ?? []);
      const all = Array.from(line).flatMap((key) => roles.get(key)?.grants ?? []);
      if (roles.has(role)) grants.set(role, all);
      return all;
    },
    heirsOf(from) {
      heirs ??= heirsByRole(roles);
      const known = heirs;
      return reach(from, (key) => known.get(key) ?? []);
    },
  };
}

/** Everything that can be reached, nearest first. */
function reach(from: Iterable<string>, next: (key: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set(from);
  // A set is walked in the order of insertion, what is added on the way included.
  for (const key of reached) for (const further of next(key)) reached.add(further);
  return reached;
}

function heirsByRole(roles: ReadonlyMap<string, CompiledRole>): ReadonlyMap<string, readonly string[]> {
  const heirs = new Map<string, string[]>();
  for (const { inherits, key } of roles.values()) {
    for (const ancestor of inherits) {
      const among = heirs.get(ancestor);
      if (among === undefined) heirs.set(ancestor, [key]);
      else among.push(key);
    }
  }
  return heirs;
}
