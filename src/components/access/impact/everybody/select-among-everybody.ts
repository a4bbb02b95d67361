import type { Session } from '../../../../db/contract.ts';
import { type Holder, selectServiceAccounts } from '../queries.ts';
import { selectGrants, selectNames, selectTenants } from './queries.ts';

/**
 * The same as `selectHolders` where most roles are asked for: everybody is read, and looked through here. Of each tenant
 * there is one row, found by the beginning of a key: PostgreSQL cannot choose another way, even where, as in the embedded
 * database, it never counted its rows and takes all tables to be empty. There it would look up every person by itself.
 */
export async function selectAmongEverybody(
  session: Session,
  now: Date,
  roles: readonly string[],
): Promise<readonly Holder[]> {
  const concerned = rememberConcerned(new Set(roles));
  const names = await selectNames(session);
  const granted = Map.groupBy(await selectGrants(session, now), ({ tenant }) => tenant);
  const holders: Holder[] = [];
  for (const { assigned, members, tenant } of await selectTenants(session)) {
    const held = heldByMembers(members, assigned);
    for (const grant of granted.get(tenant) ?? []) for (const role of grant.roles) add(held, grant.id, role);
    for (const [id, all] of held) {
      const inOrder = concerned(all);
      // Whoever has no name is called by the id.
      if (inOrder !== null) holders.push({ tenant, type: 'user', id, name: names.get(id) ?? id, roles: inOrder });
    }
  }
  for (const account of await selectServiceAccounts(session)) {
    const inOrder = concerned(account.roles);
    if (inOrder !== null) holders.push({ ...account, roles: inOrder });
  }
  return holders;
}

/** Roles by who holds them: the keys in any order, with a blank between them. */
type Held = Map<string, string>;

function heldByMembers(members: string | null, assigned: string | null): Held {
  const held: Held = new Map();
  if (members === null || assigned === null) return held;
  const standing = new Set(members.split('\n'));
  for (const line of assigned.split('\n')) {
    const end = line.indexOf(' ');
    const id = line.slice(0, end);
    if (standing.has(id)) add(held, id, line.slice(end + 1));
  }
  return held;
}

function add(held: Held, id: string, role: string): void {
  const before = held.get(id);
  held.set(id, before === undefined ? role : `${before} ${role}`);
}

/** Roles in order, each once; null where none of them is asked for. Many people hold the same, and are asked about in turn. */
function rememberConcerned(asked: ReadonlySet<string>): (roles: string) => string | null {
  const known = new Map<string, string | null>();
  return (roles) => {
    const before = known.get(roles);
    if (before !== undefined) return before;
    const all = [...new Set(roles.split(' '))].sort();
    const found = all.some((role) => asked.has(role)) ? all.join(' ') : null;
    known.set(roles, found);
    return found;
  };
}
