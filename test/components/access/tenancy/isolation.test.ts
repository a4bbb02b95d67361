import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/engine/json.ts';
import type { Operation } from '../../../../src/server/operation.ts';
import { keyHeaders, textOf } from '../../../support/test-server.ts';
import { sqlState } from '../../../../src/db/sql-state.ts';
import { environments } from '../../../../src/db/tables/index.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { itemsOf, seedsOn } from '../../../support/tenancy.ts';
import { someRoles, startTenancy } from './start.ts';

const tables = [
  'tenants',
  'memberships',
  'service_accounts',
  'role_assignments',
  'tenant_grants',
  'relationships',
  'access_versions',
  'tenant_plans',
] as const;

anyDatabase((databases) => {
  /** The same two tenants in two environments, each with one of everything. */
  async function start() {
    const database = await databases.shared();
    const server = await startTenancy(database);
    for (const environment of ['development', 'staging']) {
      const seed = seedsOn({ call: server.call, headers: server.admin(environment) });
      await seed.roles(someRoles);
      await seed.resources({
        'Plan/pro': { name: 'Pro' },
        'ResourceType/document': { actions: ['read'], relations: { owner: 'user' } },
      });
      for (const tenant of ['acme', 'globex']) {
        await seed.tenant(tenant);
        await seed.member(tenant, `of-${tenant}`, ['viewer']);
        await seed.serviceAccount(tenant, 'Import', ['viewer']);
        await seed.grant(tenant, `friend-of-${tenant}`, ['viewer']);
        await seed.relate(tenant, `document:1 owner user:of-${tenant}`);
        await seed.plan(tenant, 'pro');
      }
    }
    const rows = await database.withControlPlane('read', (tx) => tx.select().from(environments));
    const scopes = Map.groupBy(rows, ({ key }) => key);
    const scope = (key: string, tenantId?: string) => {
      const { id = '', projectId = '' } = scopes.get(key)?.[0] ?? {};
      return { environmentId: id, projectId, ...(tenantId === undefined ? {} : { tenantId }) };
    };
    return { ...server, database, scope };
  }

  describe('tenants below the API', () => {
    it('DA-03 are apart without any filter in the statement: a session within one sees nothing of another', async () => {
      const { database, scope } = await start();
      for (const table of tables) {
        const id = sql.identifier(table === 'tenants' ? 'id' : 'tenant_id');
        const statement = sql`SELECT DISTINCT ${id} AS tenant, environment_id AS environment FROM ${sql.identifier(table)} ORDER BY 1`;
        const seen = async (tenantId?: string) =>
          (
            await database.withEnvironment(scope('staging', tenantId), 'read', ({ tx }) => tx.execute(statement))
          ).rows.map(({ tenant, environment }) => [tenant, environment]);
        const { environmentId } = scope('staging');
        expect([table, await seen('acme')]).toStrictEqual([table, [['acme', environmentId]]]);
        expect([table, await seen('nowhere')]).toStrictEqual([table, []]);
        expect([table, await seen()]).toStrictEqual([
          table,
          [
            ['acme', environmentId],
            ['globex', environmentId],
          ],
        ]);
      }
      const people = await database.withEnvironment(scope('development', 'acme'), 'read', ({ tx }) =>
        tx.execute(sql`SELECT id FROM users`),
      );
      expect(people.rows).toStrictEqual([{ id: 'of-acme' }]);
    });

    it('DA-03 cannot be changed, emptied or filled from within another', async () => {
      const { database, scope } = await start();
      const within = scope('development', 'acme');
      for (const table of tables) {
        await database.withEnvironment(within, 'write', ({ tx }) =>
          tx.execute(sql`DELETE FROM ${sql.identifier(table)}`),
        );
      }
      for (const [key, tenants] of [
        ['development', ['globex']],
        ['staging', ['acme', 'globex']],
      ] as const) {
        for (const table of tables) {
          const id = sql.identifier(table === 'tenants' ? 'id' : 'tenant_id');
          const { rows } = await database.withEnvironment(scope(key), 'read', ({ tx }) =>
            tx.execute(sql`SELECT DISTINCT ${id} AS tenant FROM ${sql.identifier(table)} ORDER BY 1`),
          );
          expect([key, table, rows.map(({ tenant }) => tenant)]).toStrictEqual([key, table, tenants]);
        }
      }
      const { environmentId } = within;
      for (const statement of [
        sql`INSERT INTO memberships VALUES (${environmentId}, 'globex', 'of-acme', now())`,
        sql`INSERT INTO tenants VALUES (${environmentId}, 'new', 'New', null, null, null, '{}', now(), now())`,
        sql`INSERT INTO users VALUES (${environmentId}, 'new', null, null, '{}', now(), now())`,
        sql`INSERT INTO tenant_plans VALUES (${environmentId}, 'globex', 'pro', 'eve', now())`,
        sql`INSERT INTO memberships VALUES (${scope('staging').environmentId}, 'acme', 'of-globex', now())`,
      ]) {
        const insert = database.withEnvironment(within, 'write', ({ tx }) => tx.execute(statement));
        await expect(insert).rejects.toSatisfy((error) => sqlState(error) === '42501');
      }
    });
  });

  describe('a secret key that names a tenant', () => {
    it('DA-03 reaches that one alone, whatever the path names', async () => {
      const { call, headers } = await start();
      const within = { ...headers, 'x-tenant-id': 'acme' };
      expect(itemsOf(await call('GET', '/v1/tenants', { headers: within }))).toMatchObject([{ id: 'acme' }]);
      expect(itemsOf(await call('GET', '/v1/users', { headers: within }))).toMatchObject([{ id: 'of-acme' }]);
      expect((await call('GET', '/v1/tenants/acme/members', { headers: within })).status).toBe(200);
      for (const [method, path, body] of [
        ['GET', '', undefined],
        ['PATCH', '', { name: 'Mine' }],
        ['DELETE', '', undefined],
        ['GET', '/members', undefined],
        ['POST', '/members', { userId: 'of-acme' }],
        ['DELETE', '/members/of-globex', undefined],
        ['PUT', '/members/of-globex/roles', { roles: [] }],
        ['GET', '/service-accounts', undefined],
        ['POST', '/service-accounts', { name: 'Spy' }],
        ['GET', '/grants', undefined],
        ['DELETE', '/grants/friend-of-globex', undefined],
        ['GET', '/relationships', undefined],
        ['POST', '/relationships', { remove: [] }],
        ['GET', '/plan', undefined],
        ['PUT', '/plan', { plan: 'pro' }],
        ['DELETE', '/plan', undefined],
      ] as const) {
        const answer = await call(method, `/v1/tenants/globex${path}`, {
          headers: within,
          ...(body === undefined ? {} : { body }),
        });
        expect([method, path, answer.status]).toStrictEqual([method, path, 404]);
      }
      expect((await call('GET', '/v1/users/of-globex', { headers: within })).code).toBe('users/not-found');
    });

    it('DA-03 writes what is known of its own people alone, and of nobody whom it shares', async () => {
      const { call, headers, send } = await start();
      const within = { ...headers, 'x-tenant-id': 'acme' };
      const key = await send('POST', '/v1/keys', { type: 'secret', name: 'of acme', defaultTenant: 'acme' });
      for (const bound of [within, keyHeaders(textOf(key.json['key']))]) {
        const ask = async (method: Operation['method'], path: string, body?: Json) => {
          const answer = await call(method, path, { headers: bound, ...(body === undefined ? {} : { body }) });
          return answer.code ?? answer.status;
        };
        for (const user of ['of-globex', 'friend-of-globex', 'friend-of-acme', 'nobody']) {
          expect(await ask('PATCH', `/v1/users/${user}`, { name: 'Mine' })).toBe('users/not-found');
          expect(await ask('PUT', `/v1/users/${user}`, { name: 'Mine' })).toBe(
            user === 'nobody' ? 201 : 'users/not-found',
          );
          if (user === 'nobody') await send('DELETE', '/v1/users/nobody');
          expect(await ask('DELETE', `/v1/users/${user}`)).toBe('users/not-found');
        }
        expect(await ask('PATCH', '/v1/users/of-acme', { name: 'Ada' })).toBe(200);
        expect(await ask('PUT', '/v1/users/of-acme', { name: 'Ada' })).toBe(200);
      }
      const shared = [
        () => send('POST', '/v1/tenants/globex/members', { userId: 'of-acme' }),
        () => send('DELETE', '/v1/tenants/globex/members/of-acme'),
        () => send('PUT', '/v1/tenants/globex/grants/of-acme', { roles: ['viewer'], reason: 'Support' }),
        () => send('DELETE', '/v1/tenants/globex/grants/of-acme'),
        () =>
          send('POST', '/v1/tenants/globex/relationships', {
            add: [
              {
                resource: { type: 'document', id: '1' },
                relation: 'owner',
                subject: { type: 'user', id: 'of-acme' },
              },
            ],
          }),
      ];
      const answers: (string | number)[] = [];
      for (const step of shared) {
        expect((await step()).status).toBeLessThan(300);
        const { code, status } = await call('PATCH', '/v1/users/of-acme', { headers: within, body: { name: 'Mine' } });
        answers.push(code ?? status);
      }
      expect(answers).toStrictEqual(['users/shared', 200, 'users/shared', 200, 'users/shared']);
      const remove = await call('DELETE', '/v1/users/of-acme', { headers: within });
      expect(remove).toMatchObject({ status: 403, code: 'users/shared' });
      expect((await send('DELETE', '/v1/users/of-acme')).status).toBe(204);
    });

    it('DA-03 deletes one of its own people, and sees no grant but for itself', async () => {
      const { call, headers, send } = await start();
      const within = { ...headers, 'x-tenant-id': 'acme' };
      await send('PUT', '/v1/tenants/globex/grants/friend-of-acme', { roles: ['viewer'], reason: 'Support' });
      const grants = await call('GET', '/v1/users/friend-of-acme/grants', { headers: within });
      expect(itemsOf(grants)).toMatchObject([{ tenantId: 'acme' }]);
      for (const user of ['of-globex', 'friend-of-globex', 'nobody']) {
        const none = await call('GET', `/v1/users/${user}/grants`, { headers: within });
        expect(none).toMatchObject({ status: 404, code: 'users/not-found' });
      }
      expect((await call('DELETE', '/v1/users/of-acme', { headers: within })).status).toBe(204);
      expect((await send('GET', '/v1/users/of-acme')).status).toBe(404);
    });

    it('DA-03 adds to it people whom it does not see yet', async () => {
      const { call, headers, send } = await start();
      await send('POST', '/v1/users', { id: 'new' });
      const within = { ...headers, 'x-tenant-id': 'acme' };
      const added = await call('POST', '/v1/tenants/acme/members', { headers: within, body: { userId: 'new' } });
      expect(added).toMatchObject({ status: 201, json: { userId: 'new', roles: ['employee'] } });
      const nobody = await call('POST', '/v1/tenants/acme/members', { headers: within, body: { userId: 'nobody' } });
      expect(nobody).toMatchObject({ status: 404, code: 'users/not-found' });
    });
  });
});
