import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { searchOperations } from '../../../../src/components/audit/search/operations.ts';
import { readFeed } from '../../../../src/components/audit/search/feed/read-feed.ts';
import type { Database, SessionScope, Transaction } from '../../../../src/db/contract.ts';
import { environments } from '../../../../src/db/tables/index.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import { anyDatabase, type TestDatabases, useDatabases } from '../../../support/databases.ts';
import { longRun } from '../../../support/long-run.ts';
import { startServer } from '../../../support/test-server.ts';

const { ids } = createHost();

interface Part {
  readonly data: readonly { readonly id: string; readonly sequence: number | null }[];
  readonly hasMore: boolean;
  readonly nextCursor: string;
}

interface Feed {
  readonly database: Database;
  part(query?: string, tenant?: string): Promise<Part>;
  refused(query: string): Promise<readonly [number, string, string]>;
}

async function feeding(databases: TestDatabases): Promise<Feed> {
  const database = await databases.shared();
  const trail = { write: () => undefined, writeBeside: () => Promise.resolve() };
  const { admin, call } = await startServer(database, { operations: () => searchOperations(), trail });
  // Makes the environment.
  await call('GET', '/v1/audit/entries', { headers: admin() });
  await database.withControlPlane('write', (tx) =>
    tx.execute(sql`INSERT INTO tenants (environment_id, id, name, attributes, created_at, updated_at)
      SELECT e.id, t.id, t.id, '{}', now(), now() FROM environments AS e, (VALUES ('acme'), ('rival')) AS t (id)`),
  );
  const ask = (query: string, tenant?: string) =>
    call('GET', `/v1/audit/entries/feed?${query}`, {
      headers: { ...admin(), ...(tenant === undefined ? {} : { 'x-tenant-id': tenant }) },
    });
  return {
    database,
    async part(query = '', tenant) {
      const answer = await ask(query, tenant);
      expect(answer.status, answer.text).toBe(200);
      return answer.json as unknown as Part;
    },
    async refused(query) {
      const { code, json, status } = await ask(query);
      return [status, String(code), JSON.stringify(json)];
    },
  };
}

async function scopeOf(database: Database): Promise<SessionScope> {
  const [row] = await database.withControlPlane('read', (tx) =>
    tx.select({ environmentId: environments.id, projectId: environments.projectId }).from(environments),
  );
  if (row === undefined) throw new Error('there is no environment');
  return row;
}

/** Resolves to the id. */
async function write(tx: Transaction, { action = 'note.read', tenant = 'acme' } = {}): Promise<string> {
  const id = ids.next('aud');
  await tx.execute(sql`
    INSERT INTO audit_entries (id, environment_id, tenant_id, recorded_at, occurred_at, action, outcome, actor_type, actor_id, body)
    SELECT ${id}, e.id, ${tenant}, now(), now(), ${action}, 'success', 'user', 'ada', json_build_object('id', ${id}::text)
    FROM environments AS e`);
  return id;
}

const writing = (database: Database, entry = {}): Promise<string> =>
  database.withControlPlane('write', (tx) => write(tx, entry));

/** Asks on from a place; resolves to all ids so far. */
function reading(part: Feed['part'], after: string, query = '', tenant?: string): () => Promise<readonly string[]> {
  const seen: string[] = [];
  let place = after;
  return async () => {
    for (let hasMore = true; hasMore; ) {
      const read = await part(`after=${place}&${query}`, tenant);
      seen.push(...read.data.map(({ id }) => id));
      place = read.nextCursor;
      hasMore = read.hasMore;
    }
    return seen;
  };
}

anyDatabase((databases) => {
  describe('a feed of audit entries', () => {
    it('P14 begins at the end, pages by cursor, and goes on from there later', async () => {
      const { database, part } = await feeding(databases);
      const start = await part();
      expect(start).toMatchObject({ data: [], hasMore: false });
      const written = [];
      for (let count = 0; count < 5; count += 1) written.push(await writing(database));
      const seen = reading(part, start.nextCursor, 'limit=2');
      await expect.poll(seen).toEqual(written);
      const first = await part(`after=${start.nextCursor}&limit=3`);
      expect([first.data.map(({ id }) => id), first.hasMore]).toEqual([written.slice(0, 3), true]);
      expect(first.data[0]).toMatchObject({ sequence: null, hash: null, previousHash: null });
      const later = await writing(database);
      await expect.poll(seen).toEqual([...written, later]);
    });

    it('FR-A008 tells only what was asked for, of one tenant or of all', async () => {
      const { database, part } = await feeding(databases);
      const { nextCursor } = await part();
      const read = await writing(database);
      const deleted = await writing(database, { action: 'note.deleted', tenant: 'rival' });
      await expect.poll(reading(part, nextCursor)).toEqual([read, deleted]);
      expect(await reading(part, nextCursor, '', 'acme')()).toEqual([read]);
      expect(await reading(part, nextCursor, 'action=*.deleted')()).toEqual([deleted]);
      expect(await reading(part, nextCursor, 'action=*.deleted', 'acme')()).toEqual([]);
      expect(await reading(part, nextCursor, 'resource=note')()).toEqual([]);
      expect(await reading(part, nextCursor, 'actor=ada&outcome=success')()).toEqual([read, deleted]);
    });

    it('looks at so many transactions at a time, and at nothing twice', async () => {
      const { database, part } = await feeding(databases);
      const start = (await part()).nextCursor;
      for (let count = 0; count < 4; count += 1) await writing(database);
      const rare = await writing(database, { action: 'rare' });
      await expect.poll(reading(part, start, 'action=rare')).toEqual([rare]);
      const transaction = BigInt(start.slice(0, -1));
      const scope = await scopeOf(database);
      const read = (after: bigint) =>
        database.withEnvironment(scope, 'read', (session) =>
          readFeed(session, { action: 'rare' }, { after: { transaction: `${after}`, id: '' }, limit: 5, lookedAt: 3 }),
        );
      let place = transaction;
      const found: string[] = [];
      for (let hasMore = true; hasMore; ) {
        const read3 = await read(place);
        found.push(...read3.entries.map(({ id }) => id));
        const next = BigInt(read3.place.transaction);
        if (read3.hasMore) expect(next).toBe(place + 3n);
        else expect(next - place).toBeLessThanOrEqual(3n);
        [place, hasMore] = [next, read3.hasMore];
      }
      expect(found).toEqual([rare]);
      expect(place).toBeGreaterThan(transaction + 4n);
    });

    it('P14 refuses a place that this database has not reached, and what is no place', async () => {
      const { part, refused } = await feeding(databases);
      const { nextCursor } = await part();
      const [transaction = ''] = nextCursor.split('-');
      for (const ahead of [`${BigInt(transaction) + 1_000_000n}-`, '9999999999999999999-aud_1']) {
        const [status, code, text] = await refused(`after=${ahead}`);
        expect([status, code]).toEqual([400, 'audit/unreadable-place']);
        expect(text).toContain('is ahead of all that was written in this database');
      }
      expect((await refused('after=yesterday'))[2]).toContain('the `nextCursor` of an earlier answer');
      expect((await refused(`after=${nextCursor}&since=2026-11-02T00:00:00Z&until=2026-11-01T00:00:00Z`))[1]).toBe(
        'audit/span-reversed',
      );
    });
  });
});

describe('a feed of audit entries under writers at once', () => {
  const databases = useDatabases('postgres');

  it('waits for a transaction under way, and leaves out none of what was written after it', async () => {
    const { database, part } = await feeding(databases);
    const { nextCursor } = await part();
    const seen = reading(part, nextCursor);
    const [begun, ended] = [Promise.withResolvers<string>(), Promise.withResolvers<void>()];
    const slow = database.withControlPlane('write', async (tx) => {
      begun.resolve(await write(tx));
      await ended.promise;
    });
    const first = await begun.promise;
    const second = await writing(database);
    expect(await seen()).toEqual([]);
    // Begun while that one is under way, too.
    const between = reading(part, (await part()).nextCursor);
    ended.resolve();
    await slow;
    await expect.poll(seen).toEqual([first, second]);
    await expect.poll(between).toContain(first);
  });

  it('FR-A008 tells of every entry of 16 writers once, some of them slow', async () => {
    const { database, part } = await feeding(databases);
    const seen = reading(part, (await part()).nextCursor, 'limit=50');
    const rounds = longRun ? 200 : 20;
    const written: string[] = [];
    const writers = Array.from({ length: 16 }, async (_, writer) => {
      for (let round = 0; round < rounds; round += 1) {
        await database.withControlPlane('write', async (tx) => {
          written.push(await write(tx));
          if ((writer + round) % 5 === 0) await pause(10);
        });
      }
    });
    const all = Promise.all(writers);
    let isDone = false;
    void all.then(() => (isDone = true));
    while (!isDone) await seen();
    await all;
    await expect.poll(async () => (await seen()).length, { timeout: 10_000 }).toBe(16 * rounds);
    expect((await seen()).toSorted()).toEqual(written.toSorted());
  });
});
