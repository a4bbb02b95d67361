// Tries every operation from everywhere that has no business in the victim's place, and tells what came of it. Usage:
//
//   const world = await fillWorld(database);
//   expect(await attack(world, database, wholeTable)).toStrictEqual([]);
//
// An attacker finds nothing out when no answer holds a text or an id of the place that was not in the request, and
// when each answer is the same as it would be if what the request names were not there. They change nothing when all
// rows of the place stay as they were, byte for byte. Of each operation it is proven first that the request is valid: whoever it belongs to gets what they ask for.
import { isOfAllTenants } from './of-all-tenants.ts';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database } from '../../../src/db/contract.ts';
import { isJsonObject, type Json } from '../../../src/engine/json.ts';
import type { AuthMode } from '../../../src/server/caller.ts';
import type { Operation } from '../../../src/server/operation.ts';
import { isAboutTenant } from '../../../src/server/tenant/resolve-tenant.ts';
import { type Received, startServer, type TestServerOptions } from '../../support/test-server.ts';
import { type Attacker, attackersOf } from './attackers.ts';
import { forgetting } from './forgetting.ts';
import { ghostOf, type Headers, type Names, type Place, unmarked, type World } from './places.ts';
import { changedTables, rowsOf, writtenIn } from './rows.ts';
import { type ValidRequest, validRequests } from './valid-request.ts';

export interface Finding {
  readonly operation: string;
  readonly by: string;
  readonly found: string;
}

/** A request that is watched, with the tables that it wrote to. */
interface Watched {
  readonly from: Attacker['from'];
  readonly written: string[];
}

export async function attack(
  world: World,
  database: Database,
  operations: NonNullable<TestServerOptions['operations']>,
  tried: (operation: Operation) => boolean = () => true,
): Promise<readonly Finding[]> {
  const { victim, server } = world;
  const stored = {
    environment: await database.withControlPlane('read', (tx) => rowsOf(tx, victim, 'environment')),
    tenant: await database.withControlPlane('read', (tx) => rowsOf(tx, victim, 'tenant')),
  };
  const concerned = (from: Attacker['from']) => (from === 'tenant' ? 'tenant' : 'environment');
  // What a server writes beside requests, of what the rightful owners asked before, is nobody's attack.
  const watched = new AsyncLocalStorage<Watched>();
  const { call } = await startServer(
    forgetting(database, async (tx) => {
      const attempt = watched.getStore();
      if (attempt === undefined) return;
      const whose = concerned(attempt.from);
      const tables = await writtenIn(tx);
      attempt.written.push(...changedTables(stored[whose], await rowsOf(tx, victim, whose, tables), tables));
    }),
    { operations, masterKey: server.masterKey, logLevel: 'silent' },
  );
  const send = async (operation: Operation, { path, body }: ValidRequest, headers: Headers): Promise<Received> =>
    call(operation.method, path, { headers, ...(body === undefined ? {} : { body }) });

  const findings: Finding[] = [];
  const attackers = await attackersOf(world);
  const owner = await ownerOf(victim);
  for (const operation of operations(server.host, server.masterKey).filter(tried)) {
    const report = (by: string, found: string): number => findings.push({ operation: operation.id, by, found });
    const wrong = await whyNotValid(operation, victim, (request, mode) =>
      send(operation, request, owner(operation, mode)),
    );
    if (wrong !== null) {
      report('the rightful owner', wrong);
      continue;
    }
    for (const attacker of attackers) {
      const { name, from, place, headers } = attacker;
      const by = `another ${from}: ${name}`;
      const takesMode = operation.auth.includes(attacker.mode);
      const form = takesMode ? attacker.mode : firstMode(operation);
      const asked = new Set<string>();
      for (const own of [{}, { tenant: place.names.tenant }]) {
        const names = { ...victim.names, ...own };
        const ghost = { ...ghostOf(victim, from), ...own };
        const ghosts = validRequests(operation, ghost, form);
        for (const [index, request] of validRequests(operation, names, form).entries()) {
          // Who is refused at the door needs to be refused once.
          const id = takesMode ? JSON.stringify([request, headers(names)]) : '';
          if (asked.has(id)) continue;
          asked.add(id);
          const attempt: Watched = { from, written: [] };
          const answer = await watched.run(attempt, () => send(operation, request, headers(names)));
          for (const table of attempt.written) report(by, `wrote ${table}`);
          for (const told of leaksIn(answer, request, headers(names), victim, from)) report(by, `told ${told}`);
          if (!takesMode) continue;
          const ofGhost = await send(operation, ghosts[index] ?? request, headers(ghost));
          if (shapeOf(answer, names, victim, from) !== shapeOf(ofGhost, ghost, victim, from)) {
            report(by, `told that it is there: ${answer.status}, ${ofGhost.status} if it were not`);
          }
        }
      }
    }
  }
  for (const whose of ['environment', 'tenant'] as const) {
    const now = await database.withControlPlane('read', (tx) => rowsOf(tx, victim, whose));
    for (const table of changedTables(stored[whose], now)) {
      findings.push({ operation: 'all', by: whose, found: `wrote ${table} for good` });
    }
  }
  const unlike = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...unlike.values()];
}

function firstMode({ auth: [mode = 'secret'] }: Operation): AuthMode {
  return mode;
}

/** Null when every request is valid, for every mode that the operation takes. */
async function whyNotValid(
  operation: Operation,
  { names }: Place,
  send: (request: ValidRequest, mode: AuthMode) => Promise<Received>,
): Promise<string | null> {
  for (const mode of operation.auth) {
    try {
      for (const request of validRequests(operation, names, mode)) {
        const { status, text } = await send(request, mode);
        if (status >= 300) return `needs an entry in test/isolation/support/requests.ts: ${status} ${text}`;
      }
    } catch (error) {
      return `needs an entry in test/isolation/support/requests.ts: ${String(error)}`;
    }
  }
  return null;
}

async function ownerOf(place: Place): Promise<(operation: Operation, mode: AuthMode) => Headers> {
  const { secretKey, publishableKey, names } = place;
  const token = await place.token();
  return (operation, mode) => {
    if (mode === 'publishable') return publishableKey;
    if (mode === 'user') return { ...publishableKey, authorization: `Bearer ${token}` };
    return {
      ...secretKey,
      ...(isAboutTenant(operation) && !isOfAllTenants(operation) ? { 'x-tenant-id': names.tenant } : {}),
    };
  };
}

/** What an answer tells of the place that was not in the request. */
function leaksIn(
  { text }: Received,
  request: ValidRequest,
  headers: Headers,
  { names, environmentMark, tenantMark, scope }: Place,
  from: Attacker['from'],
): readonly string[] {
  const sent = [
    ...textsIn(request.body ?? null),
    ...textsIn({ ...headers }),
    ...claimsIn(headers),
    ...pathTexts(request.path),
  ];
  let rest = text;
  for (const said of sent.toSorted((a, b) => b.length - a.length)) {
    if (said.length > 3) rest = rest.replaceAll(said, '');
  }
  const marks =
    from === 'tenant'
      ? [tenantMark, names.account]
      : [environmentMark, environmentMark.toUpperCase(), names.account, names.keyId, names.publishableKey];
  // Environments of one project know of each other.
  const ids = from === 'project' ? [scope.environmentId, scope.projectId] : [];
  return [...marks, ...ids].filter((mark) => rest.includes(mark));
}

function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isJsonObject(value) ? Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]) : [];
}

function claimsIn(headers: Headers): readonly string[] {
  const [, payload = ''] = headers['authorization']?.split('.') ?? [];
  return payload === '' ? [] : textsIn(JSON.parse(Buffer.from(payload, 'base64url').toString()) as Json);
}

function pathTexts(path: string): readonly string[] {
  return path.split(/[/?&=]/).map(decodeURIComponent);
}

/** An answer with nothing in it that differs from one request to the next. */
function shapeOf({ status, text }: Received, names: Names, place: Place, from: Attacker['from']): string {
  const { account, keyId, publishableKey, number } = names;
  let shape = unmarked(text, place, from);
  for (const id of [account, keyId, publishableKey]) shape = shape.replaceAll(id, 'id');
  return `${status} ${shape
    .replaceAll(/\b(req|dec|key|tnt|svc|rev|aud|evt)_[0-9A-Za-z]+/g, '$1')
    .replaceAll(/\b[0-9a-f]{64}\b/g, 'hash')
    .replaceAll(/\b(?:[sp]k_test_|whsec_)[^"]+/g, 'key')
    .replaceAll(new RegExp(`revision ${number}\\b`, 'g'), 'revision')}`;
}
