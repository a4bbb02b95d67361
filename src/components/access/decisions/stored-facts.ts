import type { JsonObject } from '../../../engine/json.ts';
import type { StoredFacts, StoredTenant, StoredTuple, StoredUser } from './queries.ts';
import { relationsOf, type Tuple } from './relation-graph.ts';
import { type Facts, type Standing, stranger, type SubjectFacts, type SubjectName } from './situation.ts';

/** What was read, in the form that questions are answered from; null when there is no such tenant. */
export function readFacts(tenantId: string, now: Date, stored: StoredFacts): Facts | null {
  if (stored.tenant === null) return null;
  const subjects = subjectsOf(stored);
  return {
    tenant: { id: tenantId, properties: propertiesOfTenant(stored.tenant) },
    now,
    relations: relationsOf(stored.tuples.map(toTuple)),
    subject: (name) => subjects.get(nameOf(name)) ?? stranger,
  };
}

/** Everybody in what was read who may act within the tenant, by type and then by id. */
export function everybodyIn(stored: StoredFacts): readonly SubjectName[] {
  const ids = new Set([...stored.members, ...stored.grants.map(({ user }) => user)]);
  return [
    ...[...stored.accounts].sort().map((id) => ({ type: 'service-account', id })),
    ...[...ids].sort().map((id) => ({ type: 'user', id })),
  ];
}

export function toTuple([type, id, relation, subjectType, subjectId]: StoredTuple): Tuple {
  return { resource: { type, id }, relation, subject: { type: subjectType, id: subjectId } };
}

function subjectsOf(stored: StoredFacts): ReadonlyMap<string, SubjectFacts> {
  const assigned = Map.groupBy(stored.assignments, nameOf);
  const rolesOf = (name: SubjectName) => assigned.get(nameOf(name))?.map(({ role }) => role) ?? [];
  const properties = new Map(stored.users.map((user) => [user.id, propertiesOfUser(user)]));
  const granted = new Map(stored.grants.map(({ user, roles }) => [user, roles]));
  const members = new Set(stored.members);
  const user = (id: string): readonly [string, SubjectFacts] => {
    const name = { type: 'user', id };
    const standing: Standing = members.has(id) ? 'member' : 'guest';
    // Assignments count for members alone: what somebody held before they left is nothing to build on.
    const roles = new Set([...(members.has(id) ? rolesOf(name) : []), ...(granted.get(id) ?? [])]);
    return [nameOf(name), { standing, roles: [...roles].sort(), properties: properties.get(id) ?? {} }];
  };
  const account = (id: string): readonly [string, SubjectFacts] => {
    const name = { type: 'service-account', id };
    return [nameOf(name), { standing: 'service-account', roles: [...rolesOf(name)].sort(), properties: {} }];
  };
  const users = new Set([...members, ...granted.keys()]);
  return new Map([...Array.from(users, user), ...stored.accounts.map(account)]);
}

/** What is kept in columns of its own goes over an attribute that happens to have its name. */
function propertiesOfUser({ email, name, attributes }: StoredUser): JsonObject {
  return { ...attributes, ...(email === null ? {} : { email }), ...(name === null ? {} : { name }) };
}

function propertiesOfTenant({ name, currency, region, dataResidency, attributes }: StoredTenant): JsonObject {
  return {
    ...attributes,
    name,
    ...(currency === null ? {} : { currency }),
    ...(region === null ? {} : { region }),
    ...(dataResidency === null ? {} : { dataResidency }),
  };
}

/** Of a subject or a resource. No id holds U+0000: neither the server nor the database takes it. */
export function nameOf({ type, id }: SubjectName): string {
  return `${type}\0${id}`;
}
