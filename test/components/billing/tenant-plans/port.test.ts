import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { tenantPlanPort } from '../../../../src/components/billing/tenant-plans/port.ts';
import { selectTenantPlans } from '../../../../src/components/billing/tenant-plans/queries.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { startServer } from '../../../support/test-server.ts';

eachDatabase((databases) => {
  it('DA-01 the plans of all tenants are told, and none is read where the tenants are too many', async () => {
    const database = await databases.shared();
    const { admin, call } = await startServer(database);
    for (const environment of ['development', 'staging'])
      await call('GET', '/v1/keys', { headers: admin(environment) });
    const scopeOf = async (key: string) => {
      const { rows } = await database.withControlPlane('write', async (tx) => {
        await tx.execute(
          sql`INSERT INTO tenant_plans SELECT id, key || n, 'pro', 'ada', now() FROM environments, unnest(ARRAY[2, 10, 1]) n
            WHERE key = ${key}`,
        );
        return tx.execute<{ id: string; project_id: string }>(sql`SELECT * FROM environments WHERE key = ${key}`);
      });
      return { environmentId: rows[0]?.id ?? '', projectId: rows[0]?.project_id ?? '' };
    };
    const empty = { environmentId: 'env_of_nobody', projectId: 'prj_of_nobody' };
    const development = await scopeOf('development');
    await scopeOf('staging');
    const all = (most: number, scope = development) =>
      database.withEnvironment(scope, 'read', async (session) => ({
        told: await tenantPlanPort.all(session, most),
        read: (await selectTenantPlans(session, most))?.length ?? null,
      }));
    const three = new Map(['development1', 'development10', 'development2'].map((id) => [id, 'pro']));
    expect(await all(3)).toEqual({ told: three, read: 3 });
    expect([...((await all(4)).told ?? [])]).toEqual([...three]);
    expect(await all(2)).toEqual({ told: null, read: null });
    expect(await all(0)).toEqual({ told: null, read: null });
    expect(await all(0, empty)).toEqual({ told: new Map(), read: 0 });
  });
});
