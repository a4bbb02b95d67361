import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { fillDirectory, inEnvironment } from '../../../support/directory.ts';
import { seedsOn } from '../../../support/tenancy.ts';
import { startServer } from '../../../support/test-server.ts';
import { wholeTable } from '../../../support/whole-table.ts';

eachDatabase((databases) => {
  async function start() {
    const database = await databases.shared();
    const { admin, call } = await startServer(database, { operations: wholeTable });
    const seed = seedsOn({ call, headers: admin() });
    await seed.resources({ 'Plan/pro': {}, 'Plan/old': { state: 'legacy' }, 'Plan/gone': { state: 'archived' } });
    for (const tenant of ['acme', 'globex', 'initech']) await seed.tenant(tenant);
    await fillDirectory(database, {
      tenants: [],
      plans: [
        ['globex', 'old'],
        ['initech', 'gone'],
      ],
    });
    const put = (tenant: string, plan: string) =>
      call('PUT', `/v1/tenants/${tenant}/plan`, { headers: admin(), body: { plan } });
    const planOf = async (tenant: string) =>
      (await call('GET', `/v1/tenants/${tenant}/plan`, { headers: admin() })).json['plan'];
    const post = (path: string, body: JsonObject) => call('POST', path, { headers: admin(), body });
    return { database, planOf, post, put, seed };
  }

  describe('plans that are off sale', () => {
    it.each([
      ['acme', 'old', 'legacy', null, 'Plan old is legacy: those who have it keep it, and nobody new gets it.'],
      ['acme', 'gone', 'archived', null, 'Plan gone is archived: nobody may be on it.'],
      ['globex', 'gone', 'archived', 'old', 'Plan gone is archived: nobody may be on it.'],
      ['initech', 'gone', 'archived', 'gone', 'Plan gone is archived: nobody may be on it.'],
    ])('FR-B001 %s is not put on %s, which is %s', async (tenant, plan, state, present, message) => {
      const { planOf, put } = await start();
      expect(await put(tenant, plan)).toMatchObject({
        status: 409,
        code: 'plans/off-sale',
        json: { error: { message, param: '/plan', details: { state } } },
      });
      expect(await planOf(tenant)).toBe(present);
    });

    it('FR-B001 whoever is on one keeps a legacy plan, and may be moved', async () => {
      const { planOf, put } = await start();
      expect(await put('globex', 'old')).toMatchObject({ status: 200, json: { plan: 'old' } });
      for (const tenant of ['globex', 'initech']) expect((await put(tenant, 'pro')).status).toBe(200);
      expect(await planOf('initech')).toBe('pro');
    });

    it('FR-B001 whoever is on a plan keeps what it grants when it is archived', async () => {
      const { post, put, seed } = await start();
      await seed.resources({ 'Entitlement/exports': { type: 'switch', plans: { pro: true } } });
      await put('acme', 'pro');
      await seed.resources({ 'Plan/pro': { state: 'archived' } });
      const feature = { features: ['exports'], tenantId: 'acme' };
      const access = (await post('/v1/entitlements/evaluate', feature)).json;
      expect(access).toMatchObject({ exports: { entitled: true } });
      expect((await put('globex', 'pro')).code).toBe('plans/off-sale');
    });

    it('FR-B001 no tenant starts on a default that went off sale before that was an error', async () => {
      const { database, planOf, seed } = await start();
      await seed.resources({ 'Plan/first': { default: true }, 'Plan/second': { default: true } });
      await inEnvironment(database, ({ tx }) =>
        tx.execute(sql`UPDATE resources SET body = body || '{"state":"legacy"}' WHERE kind = 'Plan' AND key = 'first'`),
      );
      await seed.tenant('late');
      expect(await planOf('late')).toBe('second');
    });
  });
});
