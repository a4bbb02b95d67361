// Sends every operation that there is, as whoever it belongs to, and looks at what the record then holds. An operation
// that is new is tried without anybody thinking of it.
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database, Transaction } from '../../../src/db/contract.ts';
import type { JsonObject } from '../../../src/engine/json.ts';
import type { AuthMode } from '../../../src/server/caller.ts';
import type { Operation } from '../../../src/server/operation.ts';
import { forgetting } from '../../isolation/support/forgetting.ts';
import { fillWorld, type Headers, type Place } from '../../isolation/support/places.ts';
import { validRequests } from '../../isolation/support/valid-request.ts';
import { eachDatabase } from '../../support/databases.ts';
import { undeclared, type WrittenEvent } from '../../support/declared-events.ts';
import { startServer } from '../../support/test-server.ts';
import { wholeTable } from '../../support/whole-table.ts';

interface Seen {
  readonly entries: readonly (JsonObject & { readonly transaction: string })[];
  /** Of the transaction: the request's own. */
  readonly events: readonly WrittenEvent[];
  readonly transaction: string;
}

const requestId = 'req_of-this-test';

async function look(tx: Transaction): Promise<Seen> {
  // What the product records says so, and is not what the server itself says of a request.
  const entries = await tx.execute<{ body: string; transaction: string }>(
    sql`SELECT body, transaction::text FROM audit_entries
      WHERE request_id = ${requestId} AND NOT body::jsonb ? 'reported'`,
  );
  const { rows } = await tx.execute<{ events: readonly WrittenEvent[]; transaction: string }>(sql`
    SELECT coalesce(jsonb_agg(jsonb_build_object('type', type, 'payload', payload)), '[]') AS events, pg_current_xact_id()::text AS transaction
    FROM domain_events WHERE transaction = pg_current_xact_id()`);
  const [found] = rows;
  return {
    entries: entries.rows.map(({ body, transaction }) => ({ ...(JSON.parse(body) as JsonObject), transaction })),
    events: found?.events ?? [],
    transaction: found?.transaction ?? '',
  };
}

async function headersOf(place: Place, mode: AuthMode): Promise<Headers> {
  if (mode === 'secret') return place.secretKey;
  return mode === 'publishable'
    ? place.publishableKey
    : { ...place.publishableKey, authorization: `Bearer ${await place.token()}` };
}

/** What came of each operation, by its first mode. */
async function trials(database: Database): Promise<readonly { readonly operation: Operation; readonly seen: Seen }[]> {
  const { victim, server } = await fillWorld(database);
  let seen: Seen | null = null;
  const { call } = await startServer(
    forgetting(database, async (tx) => {
      const now = await look(tx);
      if (seen === null || now.entries.length > 0 || now.events.length > 0) seen = now;
    }),
    { operations: wholeTable, masterKey: server.masterKey, logLevel: 'silent' },
  );
  const tried: { readonly operation: Operation; readonly seen: Seen }[] = [];
  for (const operation of wholeTable(server.host, server.masterKey)) {
    const [mode] = operation.auth;
    if (mode === undefined) continue;
    const [request] = validRequests(operation, victim.names, mode);
    if (request === undefined) throw new Error(`${operation.id} cannot be tried`);
    seen = null;
    const answer = await call(operation.method, request.path, {
      headers: {
        ...(await headersOf(victim, mode)),
        'x-request-id': requestId,
        'user-agent': 'the-browser/7',
        ...(operation.tenant === 'required' ? { 'x-tenant-id': victim.names.tenant } : {}),
      },
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    expect([operation.id, answer.status]).toEqual([operation.id, expect.toSatisfy((status: number) => status < 300)]);
    // An entity tag is of use where 304 may be the answer, which OpenAPI says by what is declared.
    expect([operation.id, 'etag' in answer.headers]).toEqual([operation.id, '304' in operation.responses]);
    // What only reads is sent for the sake of its statements, which both databases have to understand.
    if (operation.method === 'GET') continue;
    tried.push({ operation, seen: seen ?? { entries: [], events: [], transaction: '' } });
  }
  return tried;
}

eachDatabase((databases) => {
  it('FR-A001 FR-A002 SC-006 every operation that changes or decides something leaves one entry, in its own transaction, and no other leaves any', async () => {
    const tried = await trials(await databases.shared());
    expect(tried.length).toBeGreaterThan(50);
    for (const { operation, seen } of tried) {
      const { id, recordedAs } = operation;
      expect({ id, entries: seen.entries.length }).toEqual({ id, entries: recordedAs === undefined ? 0 : 1 });
      expect({ id, undeclared: undeclared(seen.events) }).toEqual({ id, undeclared: [] });
      const [entry] = seen.entries;
      if (entry === undefined) continue;
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
      const changedSomething =
        JSON.stringify([entry['before'], entry['personal']]) !== JSON.stringify([entry['after'], undefined]) ||
        'changes' in entry;
      expect({ id, events: seen.events.length > 0 }).toEqual({ id, events: changedSomething });
    }
  });
});
