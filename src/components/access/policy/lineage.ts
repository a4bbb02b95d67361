import type { CompiledRole, RoleGrant } from './compiled-role.ts';
import type { Roles } from './roles.ts';

/** Who inherits from whom. A circle, which validation refuses, is gone round once. */
export interface Lineage {
  /** What a role grants: its own first, then what it inherits, nearest first. Empty for a role that is unknown. */
  grantsOf(role: string): readonly RoleGrant[];
  /** The same, by what they are on. */
  lineOf(role: string): Line;
  /** The given roles and every role that inherits from one of them. */
  heirsOf(roles: Iterable<string>): ReadonlySet<string>;
}

/** What a role grants, its own and what it inherits. */
export interface Line {
  readonly all: readonly RoleGrant[];
  /** What `*` grants; it stands among those of each type, too. */
  readonly ofEverything: readonly RoleGrant[];
  readonly ofType: ReadonlyMap<string, readonly RoleGrant[]>;
}

/** Of what a line grants, that which concerns a resource type, in the same order. */
export function grantsOn({ ofEverything, ofType }: Line, resourceType: string): readonly RoleGrant[] {
  return ofType.get(resourceType) ?? ofEverything;
}

export function createLineage(roles: Roles): Lineage {
  const lines = new Map<string, Line>();
  let heirs: ReadonlyMap<string, readonly string[]> | undefined;

  function lineOf(role: string): Line {
    const before = lines.get(role);
    if (before !== undefined) return before;
    if (roles.find(role) === undefined) return none;
    const reached = reach([role], (key) => roles.find(key)?.inherits ?? []);
    const line = byType(Array.from(reached).flatMap((key) => roles.find(key)?.grants ?? []));
    lines.set(role, line);
    return line;
  }

  return {
    grantsOf: (role) => lineOf(role).all,
    lineOf,
    heirsOf(from) {
      heirs ??= heirsByRole(roles.all());
      const known = heirs;
      return reach(from, (key) => known.get(key) ?? []);
    },
  };
}

const none: Line = { all: [], ofEverything: [], ofType: new Map() };

function byType(all: readonly RoleGrant[]): Line {
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

function heirsByRole(roles: readonly CompiledRole[]): ReadonlyMap<string, readonly string[]> {
  const heirs = new Map<string, string[]>();
  for (const { inherits, key } of roles) {
    for (const ancestor of inherits) {
      const among = heirs.get(ancestor);
      if (among === undefined) heirs.set(ancestor, [key]);
      else among.push(key);
    }
  }
  return heirs;
}
