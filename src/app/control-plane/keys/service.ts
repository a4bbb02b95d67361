import type { Session } from '../../../db/contract.ts';
import type { Ports } from '../../../components/ports.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { EnvironmentMode } from '../../../engine/resource.ts';
import type { Host } from '../../../host/contract.ts';
import { formatApiKey, hashApiKey, hintOfApiKey, keyEntropyLength } from '../../../server/auth/api-key-format.ts';
import { holdsScope, isScope } from '../../../server/auth/scope.ts';
import { requestErrors } from '../../../server/request/errors.ts';
import type { Caller, OperationScopes, Scope } from '../../../server/caller.ts';
import type { OperationContext } from '../../../server/operation-context.ts';
import type { Named } from '../../../server/changed.ts';
import { type Page, pageBounds, type PageRequest, toPage } from '../../../server/page.ts';
import type { ApiKey, CreatedKey, CreateKeyRequest } from '../../control-plane-client.ts';
import { chooseScopes } from './choose-scopes.ts';
import { keyErrors } from './errors.ts';
import {
  countKeys,
  insertKey,
  type KeyRow,
  selectFixedMode,
  selectKeyForUpdate,
  selectKeys,
  updateKey,
} from './queries.ts';

/** In whose name, in which environment and when something is done with keys. */
export interface KeyContext {
  readonly session: Session;
  readonly caller: Pick<Caller, 'actor' | 'environmentMode' | 'scopes'>;
  readonly now: Date;
}

/** For what changes keys: who is told of it. */
export interface KeyChange extends KeyContext {
  readonly changed: OperationContext['changed'];
}

/** To create a key it must be known besides what there is to be allowed. */
export interface CreateKeyContext extends KeyChange {
  readonly scopes: OperationScopes;
}

export async function listKeys({ session, caller }: KeyContext, request: PageRequest): Promise<Page<ApiKey>> {
  const rows = await selectKeys(session, pageBounds(request));
  return toPage(
    rows.map((row) => toApiKey(row, caller.environmentMode)),
    await countKeys(session),
    request,
  );
}

export async function createKey(
  context: CreateKeyContext,
  { host, ports }: { readonly host: Pick<Host, 'ids' | 'random'>; readonly ports: Pick<Ports, 'tenants'> },
  request: CreateKeyRequest,
): Promise<CreatedKey> {
  const expiresAt = request.expiresAt === undefined ? null : new Date(request.expiresAt);
  if (expiresAt !== null && expiresAt <= context.now) {
    throw makeError(keyErrors.expiryInThePast, {
      message: `expiresAt is not an instant after ${context.now.toISOString()}.`,
      param: '/expiresAt',
    });
  }
  const scopes = chooseScopes(request, context.scopes);
  const { type, name, defaultTenant = null } = request;
  if (type === 'publishable' && defaultTenant !== null) {
    throw makeError(keyErrors.publishableTenant, {
      message: 'A publishable key acts for no tenant: the token of the user names theirs.',
      param: '/defaultTenant',
    });
  }
  if (defaultTenant !== null) await refuseUnknownTenant(context.session, ports, defaultTenant);
  const created = await issueKey(context, host, { type, name, scopes, defaultTenant, expiresAt });
  context.changed({ resource: resourceOf(created), before: null, after: tellKey(created) });
  return created;
}

/** Where nobody keeps tenants, none can be unknown. A tenant that is deleted later is refused when the key is used. */
async function refuseUnknownTenant(
  session: Session,
  { tenants }: Pick<Ports, 'tenants'>,
  tenantId: string,
): Promise<void> {
  if (tenants === undefined || (await tenants.find(session, [tenantId])).length > 0) return;
  throw makeError(keyErrors.unknownTenant, {
    message: `The environment has no tenant ${tenantId}.`,
    param: '/defaultTenant',
  });
}

/**
 * Issues a successor with the same name, scopes and lifetime. The old key lives on for `expiresInSeconds`,
 * though never longer than it would have.
 */
export async function rotateKey(
  context: KeyChange,
  host: Pick<Host, 'ids' | 'random'>,
  id: string,
  expiresInSeconds: number,
): Promise<CreatedKey> {
  const { session, now } = context;
  const old = await findKey(session, id);
  if (old.revokedAt !== null || old.replacedBy !== null || (old.expiresAt !== null && old.expiresAt <= now)) {
    const state =
      old.revokedAt !== null ? 'revoked' : old.replacedBy === null ? 'expired' : `rotated to ${old.replacedBy}`;
    throw makeError(keyErrors.notActive, { message: `Key ${id} cannot be rotated: it is ${state}.`, param: 'id' });
  }
  const lifetime = old.expiresAt === null ? null : old.expiresAt.getTime() - old.createdAt.getTime();
  const successor = await issueKey(context, host, {
    type: old.type,
    name: old.name,
    scopes: old.scopes.filter(isScope),
    defaultTenant: old.defaultTenant,
    expiresAt: lifetime === null ? null : new Date(now.getTime() + lifetime),
  });
  const graceEnd = new Date(now.getTime() + expiresInSeconds * 1000);
  const expiresAt = old.expiresAt !== null && old.expiresAt < graceEnd ? old.expiresAt : graceEnd;
  const replaced = await updateKey(session, id, { expiresAt, replacedBy: successor.id });
  const mode = context.caller.environmentMode;
  context.changed({
    resource: resourceOf(old),
    before: tellKey(toApiKey(old, mode)),
    after: { ...tellKey(toApiKey(replaced, mode)), replacedBy: tellKey(successor) },
  });
  session.announce('keys');
  return successor;
}

/** Ends a key at once. Doing it twice is the same as once. */
export async function revokeKey({ session, caller, now, changed }: KeyChange, id: string): Promise<ApiKey> {
  const key = await findKey(session, id);
  const revoked = key.revokedAt === null ? await updateKey(session, id, { revokedAt: now }) : key;
  session.announce('keys');
  const told = (row: KeyRow): JsonObject => tellKey(toApiKey(row, caller.environmentMode));
  changed({ resource: resourceOf(key), before: told(key), after: told(revoked) });
  return toApiKey(revoked, caller.environmentMode);
}

async function issueKey(
  { session, caller, now }: KeyContext,
  host: Pick<Host, 'ids' | 'random'>,
  draft: Pick<KeyRow, 'type' | 'name' | 'defaultTenant' | 'expiresAt'> & { readonly scopes: readonly Scope[] },
): Promise<CreatedKey> {
  const notHeld = draft.scopes.filter((scope) => !holdsScope(caller.scopes, scope));
  if (notHeld.length > 0) {
    throw makeError(keyErrors.scopeNotHeld, {
      message: `The calling key lacks ${notHeld.join(', ')}, so it cannot give ${notHeld.length === 1 ? 'it' : 'them'} to another.`,
      param: '/scopes',
      details: { scopes: notHeld },
    });
  }
  // Before the first key another request may have taken over another mode since this one was let in.
  if ((await selectFixedMode(session)) !== caller.environmentMode) {
    throw makeError(requestErrors.concurrentChange, {
      message: 'The mode of the environment changed at the same moment. No key was created; send the request again.',
    });
  }
  const key = formatApiKey(draft.type, caller.environmentMode, host.random.bytes(keyEntropyLength));
  const row = await insertKey(session, {
    ...draft,
    id: host.ids.next('key'),
    hash: hashApiKey(key),
    hint: hintOfApiKey(key),
    createdBy: caller.actor,
    createdAt: now,
  });
  return { ...toApiKey(row, caller.environmentMode), key };
}

async function findKey(session: Session, id: string): Promise<KeyRow> {
  const row = await selectKeyForUpdate(session, id);
  if (row === undefined) {
    throw makeError(keyErrors.notFound, { message: `The environment has no key ${id}.`, param: 'id' });
  }
  return row;
}

function resourceOf({ id, name }: { readonly id: string; readonly name: string }): Named {
  return { type: 'api-key', id, name };
}

/** Without the key, which only its holder may ever see, and without when it was used, which is no change. */
function tellKey({ key: _key, lastUsedAt: _used, ...told }: ApiKey & { readonly key?: string }): JsonObject {
  return { ...told, scopes: [...told.scopes] };
}

function toApiKey(row: KeyRow, mode: EnvironmentMode): ApiKey {
  const { id, type, name, hint, scopes, defaultTenant, createdBy } = row;
  return {
    id,
    type,
    name,
    hint,
    mode,
    scopes,
    defaultTenant,
    createdBy,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
