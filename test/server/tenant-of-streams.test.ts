import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createSealer } from '../../src/components/audit/sealing/sealer.ts';
import type { Database } from '../../src/db/contract.ts';
import { createHost } from '../../src/host/create-host.ts';
import type { Operation } from '../../src/server/operation.ts';
import { startWorld } from '../components/events/webhooks/world.ts';
import { eachDatabase } from '../support/databases.ts';
import { seedsOn } from '../support/tenancy.ts';
import { keyHeaders, type TestServer, textOf } from '../support/test-server.ts';
import { wholeTable } from '../support/whole-table.ts';

/** What each of them is asked so that it tells what there is already. */
const fromTheBeginning: { readonly [id: string]: string } = {
  'audit.entries.stream': 'after=0',
  'audit.export': 'after=0',
  'events.stream': 'since=2026-01-01',
};

/** Rules are the environment's, and whom they are evaluated for stands in the context of a request. */
const ofTheEnvironment = new Set(['Flags', 'OFREP']);

const table: readonly Operation[] = wholeTable(createHost(), null).filter(
  ({ auth, tag, transaction }) => transaction === 'none' && auth.includes('secret') && !ofTheEnvironment.has(tag),
);

it('P08 every operation that tells without a transaction what tenants have is about one, where one is named', () => {
  expect(Object.fromEntries(table.map(({ id, tenant }) => [id, tenant]))).toStrictEqual(
    Object.fromEntries(Object.keys(fromTheBeginning).map((id) => [id, 'optional'])),
  );
});

eachDatabase((databases) => {
  it.each(table.map(({ id, path }) => [id, path] as const))(
    'P08 %s tells of one tenant alone, by the header, by the key or by the parameter, which do not contradict each other',
    async (id, path) => {
      const { ask, tenantKey } = await twoTenants(await databases.shared());
      const whole = `${path}?${fromTheBeginning[id] ?? ''}`;
      expect(await ask(`${whole}&tenant=acme`)).toBe('acme');
      expect(await ask(whole, { 'x-tenant-id': 'globex' })).toBe('globex');
      expect(await ask(`${whole}&tenant=globex`, { 'x-tenant-id': 'globex' })).toBe('globex');
      expect(await ask(whole, tenantKey)).toBe('globex');
      expect(await ask(whole, { ...tenantKey, 'x-tenant-id': 'acme' })).toBe('acme');
      const refused = expect.stringMatching(/^(audit|events)\/tenant-mismatch$/);
      expect(await ask(`${whole}&tenant=acme`, { 'x-tenant-id': 'globex' })).toEqual(refused);
      expect(await ask(`${whole}&tenant=acme`, tenantKey)).toEqual(refused);
      expect(await ask(whole, { 'x-tenant-id': 'nobody' })).toBe('auth/unknown-tenant');
      expect(await ask(whole, { 'x-tenant-id': '-' })).toBe('auth/malformed-tenant');
    },
  );

  it('P08 nobody who is bound to a tenant gets the list of all chains', async () => {
    const { ask, tenantKey } = await twoTenants(await databases.shared());
    expect(await ask('/v1/audit/chains?', tenantKey)).toBe('audit/tenant-mismatch');
    expect(await ask('/v1/audit/chains?', { 'x-tenant-id': 'globex' })).toBe('audit/tenant-mismatch');
  });

  it('P08 who exports what a tenant has stands in the record of the environment, wherever the tenant was named', async () => {
    const database = await databases.shared();
    const { ask } = await twoTenants(database);
    expect(await ask('/v1/audit/export?', { 'x-tenant-id': 'globex' })).toBe('globex');
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute<{ tenant: string; resource: unknown }>(
        sql`SELECT tenant_id AS tenant, body::jsonb -> 'resource' AS resource FROM audit_entries
          WHERE action = 'audit.exported'`,
      ),
    );
    expect(rows).toStrictEqual([{ tenant: '', resource: { type: 'chain', id: 'globex' } }]);
  });
});

/** Entries and events of `acme`, of `globex` and of the environment, each with the name of whose they are in it. */
async function twoTenants(database: Database) {
  const { happen, test } = await startWorld(database);
  const seed = seedsOn({ call: test.call, headers: test.admin() });
  for (const tenant of ['acme', 'globex']) await seed.tenant(tenant);
  for (const tenant of ['acme', 'globex', undefined]) {
    const mark = { mark: `of ${tenant ?? 'all'}` };
    await happen('note.made', { data: mark, ...(tenant === undefined ? {} : { tenant }) });
    const entry = { action: 'note.read', actor: { id: 'ada' }, metadata: mark };
    const body = tenant === undefined ? entry : { ...entry, tenantId: tenant };
    await test.call('POST', '/v1/audit/entries', { headers: test.admin(), body });
  }
  await seal(test, database);
  const own = await test.call('POST', '/v1/keys', {
    headers: test.admin(),
    body: { name: 'own', type: 'secret', defaultTenant: 'globex', scopes: ['audit:read', 'events:read'] },
  });
  return {
    tenantKey: keyHeaders(textOf(own.json['key'])),
    /** Whose notes were told, or the code of the refusal. */
    ask: async (path: string, headers: Readonly<Record<string, string>> = {}): Promise<string> => {
      const bearer = 'authorization' in headers ? {} : test.admin();
      const { code, text } = await test.call('GET', path, { headers: { ...bearer, ...headers } });
      return code ?? [...text.matchAll(/"mark":"of (\w+)"/g)].map(([, whose]) => whose).join(' ');
    },
  };
}

async function seal({ clock, host, masterKey }: TestServer, database: Database): Promise<void> {
  const sealer = createSealer({ host, masterKey });
  const context = {
    database,
    signal: new AbortController().signal,
    report: (problem: unknown) => {
      throw problem;
    },
  };
  let unsealed = true;
  while (unsealed) {
    clock.advance(1_000);
    await sealer.round({ ...context, now: clock.now() });
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute<{ unsealed: boolean }>(
        sql`SELECT EXISTS (SELECT FROM audit_entries e WHERE NOT EXISTS (SELECT FROM audit_seals s WHERE s.entry_id = e.id))
          OR EXISTS (SELECT FROM audit_chains WHERE signed_size < size) AS unsealed`,
      ),
    );
    unsealed = rows[0]?.unsealed === true;
  }
}
