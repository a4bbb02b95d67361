// Sends every operation that there is, as whoever it belongs to, and looks at what the record then holds. An operation
// that is new is tried without anybody thinking of it.
import { getTableName, isTable, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database, Transaction } from '../../../src/db/contract.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../src/engine/json.ts';
import { objectOf } from '../../../src/engine/json-fields.ts';
import type { AuthMode } from '../../../src/server/caller.ts';
import type { Operation } from '../../../src/server/operation.ts';
import { isAboutTenant } from '../../../src/server/tenant/resolve-tenant.ts';
import { forgetting } from '../../isolation/support/forgetting.ts';
import { fillWorld, type Headers, type Names, type Place } from '../../isolation/support/places.ts';
import { validRequests } from '../../isolation/support/valid-request.ts';
import { allTables } from '../../support/all-tables.ts';
import { eachDatabase } from '../../support/databases.ts';
import { undeclared, type WrittenEvent } from '../../support/declared-events.ts';
import { startServer } from '../../support/test-server.ts';
import { wholeTable } from '../../support/whole-table.ts';

/** Whose it is: a tenant's, or, without a name, the environment's. */
interface InChain {
  readonly chain: string;
}

interface Seen {
  readonly entries: readonly (JsonObject & InChain & { readonly transaction: string })[];
  /** Of the transaction: the request's own. */
  readonly events: readonly (WrittenEvent & InChain)[];
  readonly transaction: string;
  /** Tables in which it added, changed or removed rows. */
  readonly touched: readonly string[];
}

type Counts = ReadonlyMap<string, { readonly all: number; readonly own: number }>;

interface Trial {
  readonly operation: Operation;
  readonly seen: Seen;
  /** Where its entry belongs. */
  readonly chain: string;
}

const requestId = 'req_of-this-test';

/** What only grows, or counts, and lasts by itself: what is added there leaves no entry. */
const streams = ['audit_receipts', 'decisions', 'entitlement_counts', 'exposures', 'observations', 'seen_contexts'];
/** The record itself, and what finds it. */
const record = ['audit_entries', 'audit_mentions', 'domain_events'];
/** Written over with what stood there: who may change it has to hold it. */
const held = ['webhook_states'];

const tables = Object.values(allTables)
  .filter((table) => isTable(table))
  .map((table) => getTableName(table));

/** Of each table, how many rows there are, and how many are of this transaction. */
async function countRows(tx: Transaction): Promise<Counts> {
  const counts = tables.map(
    (table) => sql`SELECT ${table} AS name, count(*)::int AS all,
      count(*) FILTER (WHERE xmin = pg_current_xact_id()::xid)::int AS own FROM ${sql.identifier(table)}`,
  );
  const { rows } = await tx.execute<{ name: string; all: number; own: number }>(sql.join(counts, sql` UNION ALL `));
  return new Map(rows.map(({ name, ...counted }) => [name, counted]));
}

/** @param before what there was before any request */
async function look(tx: Transaction, before: Counts): Promise<Seen> {
  // What the product records says so, and is not what the server itself says of a request.
  const entries = await tx.execute<{ body: string; chain: string; transaction: string }>(
    sql`SELECT body, tenant_id AS chain, transaction::text FROM audit_entries
      WHERE request_id = ${requestId} AND NOT body::jsonb ? 'reported'`,
  );
  const { rows } = await tx.execute<{ events: Seen['events']; transaction: string }>(sql`
    SELECT coalesce(jsonb_agg(jsonb_build_object('type', type, 'payload', payload, 'chain', coalesce(tenant_id, ''))), '[]')
      AS events, pg_current_xact_id()::text AS transaction
    FROM domain_events WHERE transaction = pg_current_xact_id()`);
  const [found] = rows;
  return {
    entries: entries.rows.map(({ body, ...row }) => ({ ...(JSON.parse(body) as JsonObject), ...row })),
    events: found?.events ?? [],
    transaction: found?.transaction ?? '',
    touched: [...(await countRows(tx))].flatMap(([name, { all, own }]) =>
      own > 0 || all !== before.get(name)?.all ? [name] : [],
    ),
  };
}

async function headersOf(place: Place, mode: AuthMode): Promise<Headers> {
  if (mode === 'secret') return place.secretKey;
  return mode === 'publishable'
    ? place.publishableKey
    : { ...place.publishableKey, authorization: `Bearer ${await place.token()}` };
}

/** The tenant that a request is about by its path or its body. Of several questions, each has its own; they are nobody's. */
function tenantTold({ path }: Operation, body: Json | undefined, { tenant }: Names): string {
  if (path.includes('{tenant}')) return tenant;
  if (!isJsonObject(body)) return '';
  const context = isJsonObject(body['context']) ? body['context'] : {};
  return [body['tenant'], body['tenantId'], context['tenant']].includes(tenant) ? tenant : '';
}

/** What came of each operation, by its first mode; of those that do more than read, with the header of a tenant as well. */
async function trials(database: Database): Promise<readonly Trial[]> {
  const { victim, server } = await fillWorld(database);
  const { names } = victim;
  const before = await database.withControlPlane('read', countRows);
  let seen: Seen | null = null;
  const { call } = await startServer(
    forgetting(database, async (tx) => {
      const now = await look(tx, before);
      if (seen === null || now.entries.length > 0 || now.events.length > 0) seen = now;
    }),
    { operations: wholeTable, masterKey: server.masterKey, logLevel: 'silent' },
  );
  const tried: Trial[] = [];
  const attempt = async (operation: Operation, mode: AuthMode, naming: boolean): Promise<void> => {
    const [request] = validRequests(operation, names, mode);
    if (request === undefined) throw new Error(`${operation.id} cannot be tried`);
    seen = null;
    const answer = await call(operation.method, request.path, {
      headers: {
        ...(await headersOf(victim, mode)),
        'x-request-id': requestId,
        'user-agent': 'the-browser/7',
        ...(naming ? { 'x-tenant-id': names.tenant } : {}),
      },
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    expect([operation.id, answer.status]).toEqual([operation.id, expect.toSatisfy((status: number) => status < 300)]);
    // An entity tag is of use where 304 may be the answer, which OpenAPI says by what is declared.
    expect([operation.id, 'etag' in answer.headers]).toEqual([operation.id, '304' in operation.responses]);
    // What only reads is sent for the sake of its statements, which both databases have to understand.
    if (operation.method === 'GET') return;
    tried.push({
      operation,
      seen: seen ?? { entries: [], events: [], transaction: '', touched: [] },
      chain: naming && isAboutTenant(operation) ? names.tenant : tenantTold(operation, request.body, names),
    });
  };
  for (const operation of wholeTable(server.host, server.masterKey)) {
    const [mode] = operation.auth;
    if (mode === undefined) continue;
    if (operation.tenant !== 'required') await attempt(operation, mode, false);
    if (operation.tenant === 'required' || operation.method !== 'GET') await attempt(operation, mode, true);
  }
  return tried;
}

/** Whether an entry tells of a change. What is personal it only commits to, and so may tell no difference besides. */
function tellsChange(entry: JsonObject): boolean {
  const parts = entry['changes'];
  const isChange = (part: Json): boolean =>
    isJsonObject(part) && JSON.stringify(part['before']) !== JSON.stringify(part['after']);
  return isChange(entry) || 'personal' in entry || (Array.isArray(parts) && parts.length > 0 && parts.every(isChange));
}

eachDatabase((databases) => {
  it('FR-A001 FR-A002 SC-006 every operation that changes or decides something leaves one entry, in its own transaction and the chain that it belongs to, and no other leaves any', async () => {
    const tried = await trials(await databases.shared());
    expect(tried.length).toBeGreaterThan(50);
    for (const { chain, operation, seen } of tried) {
      const { id, recordedAs, tenant } = operation;
      expect({ id, entries: seen.entries.length }).toEqual({ id, entries: recordedAs === undefined ? 0 : 1 });
      expect({ id, undeclared: undeclared(seen.events) }).toEqual({ id, undeclared: [] });
      const [entry] = seen.entries;
      const changed = seen.touched.filter((table) => ![...record, ...streams, ...held].includes(table));
      if (entry === undefined) {
        expect({ id, changed }).toEqual({ id, changed: [] });
        continue;
      }
      // A tenant that begins to be has a chain of its own from its first entry on.
      const expected = id === 'tenants.create' ? objectOf(entry['resource'])['id'] : chain;
      expect({ id, chain: entry.chain, said: entry['tenantId'] ?? '' }).toEqual({
        id,
        chain: expected,
        said: expected,
      });
      // What tenants share is the environment's to hear of, whoever has changed it.
      const heard = tenant === 'checked' ? ['', expected] : [expected];
      expect({ id, events: seen.events.filter((event) => !heard.includes(event.chain)) }).toEqual({ id, events: [] });
      expect({ id, entry }).toMatchObject({
        id,
        entry: {
          transaction: seen.transaction,
          actor: { type: 'api-key', id: expect.stringMatching(/^key_/), ip: '127.0.0.1', userAgent: 'the-browser/7' },
          outcome: expect.stringMatching(/^(success|denied)$/),
          requestId,
          authentication: { mode: 'secret' },
          resource: { type: expect.any(String), id: expect.any(String) },
        },
      });
      if (operation.recordsOnly === true) {
        expect({ id, decision: entry['decision'] }).toEqual({ id, decision: expect.any(Object) });
        continue;
      }
      expect({ id, told: 'before' in entry && 'after' in entry }).toEqual({ id, told: true });
      const told = tellsChange(entry);
      expect({ id, events: seen.events.length > 0 }).toEqual({ id, events: told });
      if (!told) expect({ id, changed }).toEqual({ id, changed: [] });
    }
  });
});
