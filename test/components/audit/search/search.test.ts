import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { searchOperations } from '../../../../src/components/audit/search/operations.ts';
import type { AuditEntry } from '../../../../src/components/audit/entries/entry.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { eachDatabase, type TestDatabases } from '../../../support/databases.ts';
import { startServer, textOf } from '../../../support/test-server.ts';
import { entryOf, storeEntries, type StoredEntries } from '../stored-entries.ts';

interface Part {
  readonly data: readonly JsonObject[];
  readonly hasMore: boolean;
  readonly nextCursor: string | null;
}

interface Search {
  readonly stored: StoredEntries;
  /** Ids of what is found, newest first: the same in tenant `acme` and in all of the environment. */
  ids(query?: string): Promise<readonly string[]>;
  part(query?: string, tenant?: string): Promise<Part>;
  read(path: string, tenant?: string): ReturnType<Awaited<ReturnType<typeof startServer>>['call']>;
}

async function searching(databases: TestDatabases, entries: readonly AuditEntry[], unsealed = 0): Promise<Search> {
  const database = await databases.shared();
  // All that there is to be found is stored below.
  const trail = { write: () => undefined, writeBeside: () => Promise.resolve() };
  const { admin, call } = await startServer(database, { operations: () => searchOperations(), trail });
  // Makes the environment.
  await call('GET', '/v1/audit/entries', { headers: admin() });
  const stored = await storeEntries(database, { entries, unsealed });
  await database.withControlPlane('write', (tx) =>
    tx.execute(sql`INSERT INTO tenants (environment_id, id, name, attributes, created_at, updated_at)
      SELECT e.id, t.id, t.id, '{}', now(), now() FROM environments AS e, (VALUES ('acme'), ('rival')) AS t (id)`),
  );
  const read: Search['read'] = (path, tenant) =>
    call('GET', path, { headers: { ...admin(), ...(tenant === undefined ? {} : { 'x-tenant-id': tenant }) } });
  const part: Search['part'] = async (query = '', tenant) => {
    const answer = await read(`/v1/audit/entries?${query}`, tenant);
    expect(answer.status, answer.text).toBe(200);
    return answer.json as unknown as Part;
  };
  return {
    stored,
    read,
    part,
    ids: async (query) => {
      const found = (await part(query, 'acme')).data.map(({ id }) => textOf(id));
      expect((await part(query)).data.map(({ id }) => textOf(id))).toEqual(found);
      return found;
    },
  };
}

const [ada, bob] = [
  { type: 'user', id: 'ada', ip: '203.0.113.42' },
  { type: 'user', id: 'bob', ip: '2001:db8::1' },
];

const acme = { tenantId: 'acme' };

eachDatabase((databases) => {
  describe('a search for audit entries', () => {
    it('FR-A008 finds by actor, action, resource, address, outcome, request and time', async () => {
      const [first, second, third] = [
        entryOf({ ...acme, actor: ada, action: 'auth.login', outcome: 'failure', requestId: 'req_1' }),
        entryOf({ ...acme, actor: bob, action: 'user.role_assigned', resource: { type: 'user', id: 'eve' } }),
        entryOf({
          ...acme,
          actor: ada,
          action: 'configuration.applied',
          changes: [{ action: 'flag.updated', resource: { type: 'flag', id: 'checkout' } }],
        }),
      ];
      const { ids } = await searching(databases, [first, second, third]);
      expect(await ids()).toEqual([third.id, second.id, first.id]);
      expect(await ids('actor=ada')).toEqual([third.id, first.id]);
      expect(await ids('action=auth.login')).toEqual([first.id]);
      expect(await ids('action=*.role_*')).toEqual([second.id]);
      expect(await ids('action=user.*')).toEqual([second.id]);
      expect(await ids('action=user_*')).toEqual([]);
      expect(await ids('resource=eve&resourceType=user')).toEqual([second.id]);
      expect(await ids('resource=checkout')).toEqual([third.id]);
      expect(await ids('ip=2001:db8::1')).toEqual([second.id]);
      expect(await ids('outcome=failure')).toEqual([first.id]);
      expect(await ids('requestId=req_1')).toEqual([first.id]);
      expect(await ids(`since=${second.timestamp}`)).toEqual([third.id, second.id]);
      expect(await ids(`until=${second.timestamp}`)).toEqual([first.id]);
      expect(await ids('actor=ada&action=auth.*&outcome=success')).toEqual([]);
    });

    it('FR-A008 goes on through entries that mention several things by one id', async () => {
      const both = ['plan', 'entitlement'].map((type) => ({
        action: `${type}.updated`,
        resource: { type, id: 'pro' },
      }));
      const entries = Array.from({ length: 5 }, () =>
        entryOf({ ...acme, actor: ada, action: 'configuration.applied', changes: both }),
      );
      const { part } = await searching(databases, entries);
      const found: unknown[] = [];
      for (let cursor = ''; found.length < 20; ) {
        const { data, hasMore, nextCursor } = await part(`resource=pro&limit=2${cursor}`, 'acme');
        found.push(...data.map(({ id }) => id));
        if (!hasMore) break;
        cursor = `&cursor=${String(nextCursor)}`;
      }
      expect(found).toEqual(entries.map(({ id }) => id).toReversed());
    });

    it("shows a tenant what is its own, and to nobody else's request", async () => {
      const [own, shared, others] = [entryOf(acme), entryOf(), entryOf({ tenantId: 'rival' })];
      const { part, read } = await searching(databases, [own, shared, others]);
      expect((await part('', 'acme')).data.map(({ id }) => id)).toEqual([own.id]);
      expect((await part()).data.map(({ id }) => id)).toEqual([others.id, shared.id, own.id]);
      expect((await read(`/v1/audit/entries/${others.id}`, 'acme')).code).toBe('audit/entry-not-found');
    });

    it('gives every entry its place in the chain as soon as it has one, and finds it before', async () => {
      const entries = [entryOf(), entryOf(), entryOf()];
      const { part, stored } = await searching(databases, entries, 1);
      const place = (entry: AuditEntry | undefined): JsonObject => {
        const sealed = stored.sealed.get(entry?.id ?? '');
        const { sequence = null, hash = null, previousHash = null } = sealed ?? {};
        return { ...entry, sequence, hash, previousHash } as unknown as JsonObject;
      };
      expect((await part()).data).toEqual([place(entries[2]), place(entries[1]), place(entries[0])]);
      expect(stored.sealed.size).toBe(2);
    });

    it('pages by where the page before ended, also among entries of one moment', async () => {
      const timestamp = '2026-11-02T00:00:00.123Z';
      const entries = Array.from({ length: 7 }, () => entryOf({ timestamp }));
      const { part } = await searching(databases, entries);
      const found: string[] = [];
      let cursor = '';
      for (;;) {
        const { data, hasMore, nextCursor } = await part(`limit=3${cursor}`);
        found.push(...data.map(({ id }) => textOf(id)));
        expect(hasMore).toBe(nextCursor !== null);
        if (nextCursor === null) break;
        cursor = `&cursor=${nextCursor}`;
      }
      expect(found).toEqual(entries.map(({ id }) => id).toReversed());
    });

    it('gives one entry, and says that there is none', async () => {
      const entry = entryOf();
      const { read, stored } = await searching(databases, [entry]);
      const { sequence, hash, previousHash } = stored.sealed.get(entry.id) ?? {};
      const answer = await read(`/v1/audit/entries/${entry.id}`);
      expect(answer.json).toEqual({ ...entry, sequence, hash, previousHash });
      expect((await read('/v1/audit/entries/aud_none')).code).toBe('audit/entry-not-found');
    });
  });
});
