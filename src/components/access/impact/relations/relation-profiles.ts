import type { Holder } from '../queries.ts';
import type { RelatedRow } from './queries.ts';
import { differing, type RelationPath } from './relation-paths.ts';

/** Indexes of the paths by which somebody stands in relation to a resource, in order. */
export type PathSet = readonly number[];

type Name = Pick<Holder, 'id' | 'tenant' | 'type'>;

/** By which paths people stand in relation to resources: what differs for one resource differs for its likes. */
export interface RelationProfiles {
  /** Each set of paths by which they stand in relation to any resource and are allowed otherwise there than before. */
  setsOf(who: Name): readonly PathSet[];
  /** Those of whom relationships say so by name. */
  readonly named: readonly Name[];
  /** Tenants of which they say so: of everybody there. */
  readonly tenants: readonly string[];
}

export function relationProfiles(rows: readonly RelatedRow[], paths: readonly RelationPath[]): RelationProfiles {
  const matters = rememberMatters(paths);
  const ofTenants = Map.groupBy(
    rows.filter(({ own, type }) => type === 'tenant' && matters(own)),
    ({ tenant }) => tenant,
  );
  const ofNamed = new Map<string, { readonly who: Name; readonly rows: RelatedRow[] }>();
  for (const row of rows) {
    const { id, tenant, type } = row;
    if (type === 'tenant') continue;
    const known = ofNamed.get(nameOf({ id, tenant, type }));
    if (known === undefined) ofNamed.set(nameOf({ id, tenant, type }), { who: { id, tenant, type }, rows: [row] });
    else known.rows.push(row);
  }
  return {
    setsOf(who) {
      if (rows.length === 0) return [];
      const own = ofNamed.get(nameOf(who))?.rows ?? [];
      // Resources to which everybody is related, except those to which this one is so by further paths.
      const shared = (ofTenants.get(who.tenant) ?? []).filter(
        (all) => all.amount > own.reduce((sum, row) => sum + (isSame(row.shared, all.own) ? row.amount : 0), 0),
      );
      const sets = [...own.map(together).filter(matters), ...shared.map((row) => row.own)];
      return [...new Map(sets.map((set) => [set.join(), set])).values()].sort((a, b) => (a.join() < b.join() ? -1 : 1));
    },
    named: [...ofNamed.values()].flatMap((one) => (one.rows.map(together).some(matters) ? [one.who] : [])),
    tenants: [...ofTenants.keys()],
  };
}

/** Whether the paths together allow anything otherwise than before. */
function rememberMatters(paths: readonly RelationPath[]): (set: PathSet) => boolean {
  const known = new Map<string, boolean>();
  return (set) => {
    const before = known.get(set.join());
    if (before !== undefined) return before;
    const [was, is] = (['before', 'after'] as const).map(
      (when) => new Set(set.flatMap((index) => [...(paths[index]?.[when] ?? [])])),
    );
    const found = differing(was ?? new Set(), is ?? new Set()).length > 0;
    known.set(set.join(), found);
    return found;
  };
}

/** Everything by which one is related to the same resources, alone and with all of the tenant. */
function together({ own, shared }: RelatedRow): PathSet {
  return [...new Set([...own, ...shared])].sort((a, b) => a - b);
}

function nameOf({ id, tenant, type }: Name): string {
  return `${tenant} ${type} ${id}`;
}

function isSame(left: PathSet, right: PathSet): boolean {
  return left.join() === right.join();
}
