import type { Session } from '../../../../db/contract.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import { type Page, pageBounds, type PageRequest, toPage } from '../../../../server/page.ts';
import { changeAttributes, firstAttributes } from '../attributes/check-attributes.ts';
import { readTenancy } from '../read-tenancy.ts';
import { selectRolesInTenants } from '../roles/queries.ts';
import { raiseVersions } from '../versions/queries.ts';
import { userErrors } from './errors.ts';
import { type Membership, toMembership, toUser, type User } from './mapping.ts';
import {
  countMembershipsOf,
  countUsers,
  deleteUser,
  insertUser,
  isInOthers,
  isMember,
  selectMembershipsOf,
  selectTenantsOfUser,
  selectUser,
  selectUserForUpdate,
  selectUsers,
  updateUser,
  type UserRow,
} from './queries.ts';

export interface UserProfile {
  readonly email?: string | null;
  readonly name?: string | null;
  readonly attributes?: JsonObject;
}

/** Somebody who is to be changed. `within`: only as a member of this tenant, and of no other; null: whoever it is. */
export interface WrittenUser {
  readonly id: string;
  readonly within: string | null;
}

export async function listUsers(
  session: Session,
  { email, ...page }: PageRequest & { readonly email?: string },
): Promise<Page<User>> {
  const filter = email === undefined ? {} : { email: email.toLowerCase() };
  const rows = await selectUsers(session, filter, pageBounds(page));
  return toPage(rows.map(toUser), await countUsers(session, filter), page);
}

export async function readUser(session: Session, id: string): Promise<User> {
  const row = await selectUser(session, id);
  if (row === undefined) throw noUser(id);
  return toUser(row);
}

/** @throws ConflictError `users/exists` */
export async function createUser(session: Session, id: string, profile: UserProfile, now: Date): Promise<User> {
  const created = await insertNew(session, id, profile, now);
  if (created === undefined) {
    throw makeError(userErrors.exists, { message: `The environment has a user ${id} already.`, param: '/id' });
  }
  return created;
}

/** Creates the user, or gives the one that is there this very profile: what is not said is taken away. */
export async function putUser(
  session: Session,
  user: WrittenUser,
  profile: UserProfile,
  now: Date,
): Promise<{ readonly before: User | null; readonly after: User }> {
  // People belong to the environment: whoever is nobody yet is made, whatever tenant is named.
  const created = await insertNew(session, user.id, profile, now);
  if (created !== undefined) return { before: null, after: created };
  const before = await findForUpdate(session, user);
  const { userAttributes } = await readTenancy(session);
  const after = {
    email: profile.email?.toLowerCase() ?? null,
    name: profile.name ?? null,
    attributes: firstAttributes(profile.attributes ?? {}, userAttributes),
  };
  return { before: toUser(before), after: await save(session, before, after, now) };
}

export async function changeUser(
  session: Session,
  user: WrittenUser,
  changes: UserProfile,
  now: Date,
): Promise<{ readonly before: User; readonly after: User }> {
  const before = await findForUpdate(session, user);
  const { userAttributes } = await readTenancy(session);
  const email = changes.email === undefined ? before.email : (changes.email?.toLowerCase() ?? null);
  const name = changes.name === undefined ? before.name : changes.name;
  const attributes = changeAttributes(before.attributes, changes.attributes ?? {}, userAttributes);
  return { before: toUser(before), after: await save(session, before, { email, name, attributes }, now) };
}

/** Returns who it was. */
export async function removeUser(session: Session, user: WrittenUser): Promise<User> {
  const before = await findForUpdate(session, user);
  const concerned = await deleteUser(session, user.id);
  if (concerned === null) throw noUser(user.id);
  await raiseVersions(session, concerned);
  return toUser(before);
}

export async function listMemberships(session: Session, userId: string, page: PageRequest): Promise<Page<Membership>> {
  await readUser(session, userId);
  const rows = await selectMembershipsOf(session, userId, pageBounds(page));
  const tenants = rows.map(({ tenantId }) => tenantId);
  const roles = await selectRolesInTenants(session, { type: 'user', id: userId }, tenants);
  return toPage(
    rows.map((row) => toMembership(row, roles.get(row.tenantId) ?? [])),
    await countMembershipsOf(session, userId),
    page,
  );
}

export function noUser(id: string, param = 'user'): Error {
  return makeError(userErrors.notFound, { message: `The environment has no user ${id}.`, param });
}

async function insertNew(session: Session, id: string, profile: UserProfile, now: Date): Promise<User | undefined> {
  const { userAttributes } = await readTenancy(session);
  const row = await insertUser(session, {
    id,
    email: profile.email?.toLowerCase() ?? null,
    name: profile.name ?? null,
    attributes: firstAttributes(profile.attributes ?? {}, userAttributes),
    createdAt: now,
    updatedAt: now,
  });
  return row === undefined ? undefined : toUser(row);
}

/** @throws NotFoundError `users/not-found`, AuthorizationError `users/shared` */
async function findForUpdate(session: Session, { id, within }: WrittenUser): Promise<UserRow> {
  const row = await selectUserForUpdate(session, id, within === null ? 'no key update' : 'update');
  if (row === undefined) throw noUser(id);
  if (within !== null) await refuseOfOthers(session, id, within);
  return row;
}

/** The session is the whole environment's here: only so can it be seen that somebody is in another tenant too. */
async function refuseOfOthers(session: Session, id: string, within: string): Promise<void> {
  if (!(await isMember(session, id, within))) throw noUser(id);
  if (!(await isInOthers(session, id, within))) return;
  throw makeError(userErrors.shared, {
    message: `User ${id} is in other tenants than ${within} too: send the request without a tenant.`,
    param: 'user',
  });
}

/** Conditions may ask for what is known of a user, wherever the user acts. */
async function save(
  session: Session,
  before: UserRow,
  after: Pick<UserRow, 'email' | 'name' | 'attributes'>,
  now: Date,
): Promise<User> {
  await updateUser(session, before.id, { ...after, updatedAt: now });
  await raiseVersions(session, await selectTenantsOfUser(session, before.id));
  return toUser({ ...before, ...after, updatedAt: now });
}
