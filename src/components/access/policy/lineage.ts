import type { CompiledRole, RoleGrant } from './compiled-role.ts';

/** Who inherits from whom. A circle, which validation refuses, is gone round once. */
export interface Lineage {
  /** What a role grants: its own first, then what it inherits, nearest first. Empty for a role that is unknown. */
  grantsOf(role: string): readonly RoleGrant[];
  /** Those of them that concern a resource type, in the same order. */
  grantsOn(role: string, resourceType: string): readonly RoleGrant[];
  /** The given roles and every role that inherits from one of them. */
  heirsOf(roles: Iterable<string>): ReadonlySet<string>;
}

export function createLineage(roles: ReadonlyMap<string, CompiledRole>): Lineage {
  const grants = new Map<string, GrantsByType>();
  let heirs: ReadonlyMap<string, readonly string[]> | undefined;

  function grantsBy(role: string): GrantsByType {
    const before = grants.get(role);
    if (before !== undefined) return before;
    if (!roles.has(role)) return none;
    const line = reach([role], (key) => roles.get(key)?.inherits ?? []);
    const found = byType(Array.from(line).flatMap((key) => roles.get(key)?.grants ?? []));
    grants.set(role, found);
    return found;
  }

  return {
    grantsOf: (role) => grantsBy(role).all,
    grantsOn(role, resourceType) {
      const { ofEverything, ofType } = grantsBy(role);
      return ofType.get(resourceType) ?? ofEverything;
    },
    heirsOf(from) {
      heirs ??= heirsByRole(roles);
      const known = heirs;
      return reach(from, (key) => known.get(key) ?? []);
    },
  };
}

interface GrantsByType {
  readonly all: readonly RoleGrant[];
  /** What `*` grants; it stands among those of each type, too. */
  readonly ofEverything: readonly RoleGrant[];
  readonly ofType: ReadonlyMap<string, readonly RoleGrant[]>;
}

const none: GrantsByType = { all: [], ofEverything: [], ofType: new Map() };

function byType(all: readonly RoleGrant[]): GrantsByType {
  const ofEverything = all.filter(({ parts }) => parts.resource === '*');
  const groups = Map.groupBy(all, ({ parts }) => parts.resource);
  if (ofEverything.length === 0) return { all, ofEverything, ofType: groups };
  const types = Array.from(groups.keys());
  const ofType = new Map(
    types.map((type) => [type, all.filter(({ parts }) => parts.resource === '*' || parts.resource === type)] as const),
  );
  return { all, ofEverything, ofType };
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
