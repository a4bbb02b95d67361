import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createHost } from '../../../src/host/create-host.ts';
import { entryOf, storeEntries } from '../../components/audit/stored-entries.ts';
import { eachDatabase } from '../../support/databases.ts';
import { startServer } from '../../support/test-server.ts';
import { wholeTable } from '../../support/whole-table.ts';

it('SC-006 the operations that leave an entry by being read are these', () => {
  const all = wholeTable(createHost(), null).flatMap(({ id, ...operation }) =>
    operation.transaction === 'none' && operation.recordsReading !== undefined
      ? [`${id} ${operation.recordsReading.action}`]
      : [],
  );
  expect(all).toEqual(['audit.export audit.exported', 'audit.entries.stream audit.followed']);
});

eachDatabase((databases) => {
  it('SC-006 who exports the record stands in it, with what of it and whose', async () => {
    const database = await databases.shared();
    const { admin, call, key } = await startServer(database, { operations: wholeTable });
    const auditor = await key({ scopes: ['audit:read'] });
    const globex = [entryOf({ tenantId: 'globex' }), entryOf({ tenantId: 'globex' }), entryOf({ tenantId: 'globex' })];
    await storeEntries(database, { entries: globex });
    const asking = { 'x-request-id': 'req_export', 'user-agent': 'auditor/1' };
    const query = 'tenant=globex&format=csv&action=auth.*&since=2026-01-01T00:00:00.000Z&after=3';
    const got = await call('GET', `/v1/audit/export?${query}`, { headers: { ...auditor.headers, ...asking } });
    expect(got.status).toBe(200);
    expect((await call('GET', '/v1/audit/entries', { headers: auditor.headers })).status).toBe(200);
    const wrong = await call('GET', '/v1/audit/export?since=never', { headers: admin() });
    expect(wrong.status).toBe(400);
    for (const nothing of ['tenant=globax', 'tenant=globex&after=4']) {
      const refused = await call('GET', `/v1/audit/export?${nothing}`, { headers: auditor.headers });
      expect([nothing, refused.status]).toEqual([nothing, nothing.includes('after') ? 400 : 404]);
    }
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute<{ entry: unknown; tenant: string }>(
        sql`SELECT body::jsonb AS entry, tenant_id AS tenant FROM audit_entries WHERE action = 'audit.exported'`,
      ),
    );
    expect(rows).toMatchObject([
      {
        tenant: '',
        entry: {
          actor: { type: 'api-key', id: auditor.id, ip: '127.0.0.1', userAgent: 'auditor/1' },
          requestId: 'req_export',
          outcome: 'success',
          resource: { type: 'chain', id: 'globex' },
          metadata: {
            format: 'csv',
            personal: false,
            after: 3,
            filter: { action: 'auth.*', since: '2026-01-01T00:00:00.000Z' },
          },
        },
      },
    ]);
  });

  it('SC-006 what is personal stands in the record as exported only where it came along', async () => {
    const database = await databases.shared();
    const { call, key } = await startServer(database, { operations: wholeTable });
    const { headers } = await key({ scopes: ['audit:read'] });
    for (const query of ['format=ndjson&personal=true', 'format=csv&personal=true', 'format=ndjson']) {
      expect((await call('GET', `/v1/audit/export?${query}`, { headers })).status).toBe(200);
    }
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute<{ personal: boolean }>(
        sql`SELECT (body::jsonb -> 'metadata' -> 'personal')::boolean AS personal FROM audit_entries
          WHERE action = 'audit.exported' ORDER BY id`,
      ),
    );
    expect(rows.map(({ personal }) => personal)).toEqual([true, false, false]);
  });

  it.each(['ndjson', 'csv'])('SC-006 an export that was refused is not in the record as made: %s', async (format) => {
    const database = await databases.shared();
    const { call, key } = await startServer(database, { operations: wholeTable });
    const { headers } = await key({ scopes: ['audit:read'] });
    const globex = Array.from({ length: 4 }, () => entryOf({ tenantId: 'globex' }));
    await storeEntries(database, { entries: globex });
    const read = (query: string) => call('GET', `/v1/audit/export?tenant=globex&format=${format}${query}`, { headers });
    const { text } = await read('');
    const [manifest = '', last = ''] = text.split(/(?<=\n)/u).reverse();
    const arrived = text.slice(0, -(last.length + manifest.length));
    const hash = createHash('sha256').update(arrived).digest('hex');
    const going = `&arrived=3&arrivedHash=sha256:${hash}`;
    // Where nothing fits, nothing is read either; where all of it does, what is refused was read as far as its end.
    for (const other of [`${going}&actor=nobody`, going.replace('=3', '=2'), going.replace('=3', '=4')]) {
      expect(await read(other), other).toMatchObject({ status: 409 });
    }
    expect((await read(going)).text).toBe(`${last}${manifest}`);
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute<{ arrived: number | null }>(
        sql`SELECT (body::jsonb -> 'metadata' ->> 'arrived')::int AS arrived FROM audit_entries
          WHERE action = 'audit.exported' ORDER BY id`,
      ),
    );
    expect(rows).toEqual([{ arrived: null }, { arrived: 3 }]);
  });
});
