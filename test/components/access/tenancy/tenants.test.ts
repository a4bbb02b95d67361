import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { sqlState } from '../../../../src/db/sql-state.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { inEnvironment } from '../../../support/directory.ts';
import { itemsOf } from '../../../support/tenancy.ts';
import { someRoles, startTenancy } from './start.ts';

const created = '2026-11-20T09:00:00.000Z';

anyDatabase((databases) => {
  const start = async () => startTenancy(await databases.shared());

  describe('tenants', () => {
    it('are created, read, changed and deleted', async () => {
      const { send, clock } = await start();
      const draft = { id: 'acme', name: 'Acme', currency: 'INR', region: 'in', dataResidency: 'in-mumbai' };
      const made = await send('POST', '/v1/tenants', { ...draft, attributes: { seats: 5 } });
      const acme = { ...draft, attributes: { seats: 5 }, createdAt: created, updatedAt: created };
      expect(made.status).toBe(201);
      expect(made.json).toStrictEqual(acme);
      expect((await send('GET', '/v1/tenants/acme')).text).toBe(made.text);
      clock.advance(1000);
      const changes = { name: 'Acme Ltd', attributes: { seats: null, tier: 'gold' }, region: 'in' };
      const expected = {
        ...acme,
        name: 'Acme Ltd',
        attributes: { tier: 'gold' },
        updatedAt: '2026-11-20T09:00:01.000Z',
      };
      expect((await send('PATCH', '/v1/tenants/acme', changes)).json).toStrictEqual(expected);
      expect((await send('GET', '/v1/tenants/acme')).json).toStrictEqual(expected);
      expect(await send('DELETE', '/v1/tenants/acme')).toMatchObject({ status: 204, text: '' });
      for (const method of ['GET', 'DELETE'] as const) {
        expect(await send(method, '/v1/tenants/acme')).toMatchObject({ status: 404, code: 'tenants/not-found' });
      }
      expect(await send('PATCH', '/v1/tenants/acme', { name: 'X' })).toMatchObject({ code: 'tenants/not-found' });
    });

    it('get an id from the server unless they bring one, and no two of them the same', async () => {
      const { send, seed } = await start();
      const made = await send('POST', '/v1/tenants', { name: 'Acme' });
      expect(made.json['id']).toMatch(/^tnt_[0-9A-Z]{26}$/);
      expect(made.json).toMatchObject({ currency: null, region: null, dataResidency: null, attributes: {} });
      await seed.tenant('acme');
      const again = await send('POST', '/v1/tenants', { id: 'acme', name: 'Other' });
      expect(again).toMatchObject({ status: 409, code: 'tenants/exists', json: { error: { param: '/id' } } });
      expect((await send('GET', '/v1/tenants/acme')).json['name']).toBe('acme');
    });

    it('of one id, created twice at the same moment, come to be once', async () => {
      const { send } = await start();
      const create = () => send('POST', '/v1/tenants', { id: 'acme', name: 'Acme' });
      const answers = await Promise.all([create(), create()]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toStrictEqual([201, 409]);
      expect(answers.map(({ code }) => code)).toContain('tenants/exists');
      expect(itemsOf(await send('GET', '/v1/tenants'))).toHaveLength(1);
    });

    it('are created once under one idempotency key', async () => {
      const { call, headers, send } = await start();
      const keyed = { headers: { ...headers, 'idempotency-key': 'one' }, body: { name: 'Acme' } };
      const [first, second] = [await call('POST', '/v1/tenants', keyed), await call('POST', '/v1/tenants', keyed)];
      expect(second.text).toBe(first.text);
      expect(itemsOf(await send('GET', '/v1/tenants'))).toHaveLength(1);
    });

    it('P14 are listed newest first, page by page with totals, and by time of creation and plan', async () => {
      const { send, seed, clock } = await start();
      await seed.resources({ 'Plan/pro': { name: 'Pro' }, 'Plan/free': { name: 'Free' } });
      for (const id of ['a', 'c', 'b']) await seed.tenant(id);
      clock.advance(60_000);
      for (const id of ['e', 'd']) await seed.tenant(id);
      for (const id of ['a', 'd']) await seed.plan(id, 'pro');
      const ids = async (query: string) => itemsOf(await send('GET', `/v1/tenants${query}`)).map(({ id }) => id);
      expect(await ids('')).toStrictEqual(['e', 'd', 'c', 'b', 'a']);
      expect(await ids('?pageSize=2&page=2')).toStrictEqual(['c', 'b']);
      const last = await send('GET', '/v1/tenants?pageSize=2&page=3');
      expect(last.json['pagination']).toStrictEqual({
        page: 3,
        pageSize: 2,
        totalItems: 5,
        totalPages: 3,
        hasNext: false,
        hasPrevious: true,
      });
      expect(await ids('?createdFrom=2026-11-20T09:01:00Z')).toStrictEqual(['e', 'd']);
      expect(await ids('?createdBefore=2026-11-20T09:01:00Z')).toStrictEqual(['c', 'b', 'a']);
      expect(await ids('?plan=pro')).toStrictEqual(['d', 'a']);
      expect(await ids('?plan=pro&createdBefore=2026-11-20T09:01:00Z')).toStrictEqual(['a']);
      expect(await ids('?plan=free')).toStrictEqual([]);
      expect(await ids('?plan=none')).toStrictEqual([]);
      expect(await send('GET', '/v1/tenants?name=a')).toMatchObject({ status: 400, code: 'request/invalid' });
    });

    it('IN-3 declare currency, region and data residency once: the API refuses another value, naming the field', async () => {
      const { send, seed } = await start();
      const declared = { currency: 'INR', region: 'in', dataResidency: 'in-mumbai' };
      await seed.tenant('acme', declared);
      await seed.tenant('globex');
      for (const [field, value] of [
        ['currency', 'USD'],
        ['region', 'eu'],
        ['dataResidency', 'eu-frankfurt'],
        ['dataResidency', null],
      ] as const) {
        for (const tenant of ['acme', ...(value === null ? [] : ['globex'])]) {
          const answer = await send('PATCH', `/v1/tenants/${tenant}`, { name: 'Other', [field]: value });
          expect(answer).toMatchObject({ status: 400, code: 'tenants/fixed-field' });
          expect(answer.json).toMatchObject({
            error: { param: `/${field}`, message: expect.stringContaining('cannot change: ') },
          });
        }
      }
      expect((await send('PATCH', '/v1/tenants/acme', { ...declared, name: 'New' })).status).toBe(200);
      expect((await send('GET', '/v1/tenants/acme')).json).toMatchObject({ ...declared, name: 'New' });
      expect((await send('GET', '/v1/tenants/globex')).json).toMatchObject({ name: 'globex', currency: null });
    });

    it('IN-3 the database itself refuses both roles of the server to change what was declared', async () => {
      const { seed } = await start();
      await seed.tenant('acme', { dataResidency: 'in-mumbai' });
      const database = await databases.shared();
      for (const statement of [
        sql`UPDATE tenants SET data_residency = 'eu-frankfurt'`,
        sql`UPDATE tenants SET region = 'eu'`,
        sql`UPDATE tenants SET name = 'x', currency = 'USD'`,
      ]) {
        const change = inEnvironment(database, ({ tx }) => tx.execute(statement));
        await expect(change).rejects.toSatisfy((error) => sqlState(error) === '42501');
        const above = database.withControlPlane('write', (tx) => tx.execute(statement));
        await expect(above).rejects.toSatisfy((error) => sqlState(error) === '42501');
      }
      await inEnvironment(database, ({ tx }) => tx.execute(sql`UPDATE tenants SET name = 'Acme'`));
      await database.withControlPlane('write', (tx) => tx.execute(sql`UPDATE tenants SET name = 'Acme' WHERE false`));
    });

    it('take with them, when deleted, all that stands below them, and leave users and other tenants alone', async () => {
      const { send, seed } = await start();
      await seed.roles(someRoles);
      await seed.resources({
        'Plan/pro': { name: 'Pro' },
        'ResourceType/document': { actions: ['read'], relations: { owner: 'user' } },
      });
      for (const id of ['acme', 'globex']) {
        await seed.tenant(id);
        await seed.member(id, 'ada', ['viewer']);
        await seed.serviceAccount(id, 'Import', ['editor']);
        await seed.grant(id, 'sue', ['viewer']);
        await seed.relate(id, 'document:1 owner user:ada');
        await seed.plan(id, 'pro');
      }
      expect((await send('DELETE', '/v1/tenants/acme')).status).toBe(204);
      const database = await databases.shared();
      for (const [table, rows] of [
        ['memberships', 1],
        ['service_accounts', 1],
        ['role_assignments', 3],
        ['tenant_grants', 1],
        ['relationships', 1],
        ['tenant_plans', 1],
      ] as const) {
        const left = await inEnvironment(database, ({ tx }) =>
          tx.execute(sql`SELECT tenant_id FROM ${sql.identifier(table)}`),
        );
        expect({ table, left: left.rows }).toStrictEqual({
          table,
          left: Array.from({ length: rows }, () => ({ tenant_id: 'globex' })),
        });
      }
      expect((await send('GET', '/v1/users/ada')).status).toBe(200);
      expect(itemsOf(await send('GET', '/v1/users/ada/memberships'))).toMatchObject([{ tenantId: 'globex' }]);
      await seed.tenant('acme');
      expect(itemsOf(await send('GET', '/v1/tenants/acme/members'))).toStrictEqual([]);
      expect((await send('GET', '/v1/tenants/acme/plan')).json).toMatchObject({ plan: null });
    });

    it.each([
      [{}, '/name'],
      [{ name: '' }, '/name'],
      [{ name: 'x'.repeat(201) }, '/name'],
      [{ name: 'x', id: '' }, '/id'],
      [{ name: 'x', id: '../acme' }, '/id'],
      [{ name: 'x', id: '.acme' }, '/id'],
      [{ name: 'x', id: 'a'.repeat(129) }, '/id'],
      [{ name: 'x', id: 'a\u0000b' }, null],
      [{ name: 'x', currency: 'usd' }, '/currency'],
      [{ name: 'x', currency: 'ABC' }, '/currency'],
      [{ name: 'x', region: 'Europe' }, '/region'],
      [{ name: 'x', dataResidency: 7 }, '/dataResidency'],
      [{ name: 'x', attributes: [] }, '/attributes'],
      [{ name: 'x', attributes: JSON.parse('{"__proto__": {"seats": 1}}') }, null],
      [
        { name: 'x', attributes: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`a${i}`, i])) },
        '/attributes',
      ],
      [{ name: 'x', plan: 'pro' }, '/plan'],
      [[], '/'],
      [null, '/'],
    ])('are not made of %j', async (body, param) => {
      const { send } = await start();
      const answer = await send('POST', '/v1/tenants', body);
      expect(answer.status).toBe(400);
      if (param !== null) expect(answer.json).toMatchObject({ error: { code: 'request/invalid', param } });
      expect(itemsOf(await send('GET', '/v1/tenants'))).toStrictEqual([]);
    });
  });
});
