import { describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../support/databases.ts';
import { itemsOf, seedsOn } from '../../../support/tenancy.ts';
import { startServer } from '../../../support/test-server.ts';
import { wholeTable } from '../../../support/whole-table.ts';

eachDatabase((databases) => {
  async function start() {
    const server = await startServer(await databases.shared(), { operations: wholeTable });
    const headers = server.admin();
    return { ...server, headers, seed: seedsOn({ call: server.call, headers }) };
  }

  describe('tenants', () => {
    it('are created, read, changed and deleted', async () => {
      const { call, headers, clock } = await start();
      const draft = { id: 'acme', name: 'Acme', currency: 'INR', region: 'in', dataResidency: 'in-mumbai' };
      const created = await call('POST', '/v1/tenants', { headers, body: { ...draft, attributes: { seats: 5 } } });
      const acme = {
        ...draft,
        attributes: { seats: 5 },
        createdAt: '2026-11-20T09:00:00.000Z',
        updatedAt: '2026-11-20T09:00:00.000Z',
      };
      expect(created).toMatchObject({ status: 201, json: acme });
      expect(Object.keys(created.json)).toHaveLength(8);
      expect((await call('GET', '/v1/tenants/acme', { headers })).text).toBe(created.text);
      clock.advance(1000);
      const changes = { name: 'Acme Ltd', attributes: { seats: null, tier: 'gold' }, region: 'in' };
      const changed = await call('PATCH', '/v1/tenants/acme', { headers, body: changes });
      const expected = {
        ...acme,
        name: 'Acme Ltd',
        attributes: { tier: 'gold' },
        updatedAt: '2026-11-20T09:00:01.000Z',
      };
      expect(changed.json).toStrictEqual(expected);
      expect((await call('GET', '/v1/tenants/acme', { headers })).json).toStrictEqual(expected);
      expect(await call('DELETE', '/v1/tenants/acme', { headers })).toMatchObject({ status: 204, text: '' });
      for (const method of ['GET', 'DELETE'] as const) {
        expect(await call(method, '/v1/tenants/acme', { headers })).toMatchObject({
          status: 404,
          code: 'tenants/not-found',
        });
      }
    });

    it('get an id from the server unless they bring one, and no two of them the same', async () => {
      const { call, headers, seed } = await start();
      const made = await call('POST', '/v1/tenants', { headers, body: { name: 'Acme' } });
      expect(made.json['id']).toMatch(/^tnt_[0-9A-Z]{26}$/);
      expect(made.json).toMatchObject({ currency: null, region: null, dataResidency: null, attributes: {} });
      await seed.tenant('acme');
      const again = await call('POST', '/v1/tenants', { headers, body: { id: 'acme', name: 'Other' } });
      expect(again).toMatchObject({ status: 409, code: 'tenants/exists', json: { error: { param: '/id' } } });
    });

    it('of one id, created twice at the same moment, come to be once', async () => {
      const { call, headers } = await start();
      const body = { id: 'acme', name: 'Acme' };
      const answers = await Promise.all(['1', '2'].map(() => call('POST', '/v1/tenants', { headers, body })));
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toStrictEqual([201, 409]);
      expect(itemsOf(await call('GET', '/v1/tenants', { headers }))).toHaveLength(1);
    });
  });
});
