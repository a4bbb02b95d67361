import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import {
  factsOfUsersStatement,
  factsStatement,
  tuplesOfTypeStatement,
} from '../../../../src/components/access/decisions/statements.ts';
import { beginStatements } from '../../../../src/db/begin.ts';
import { newPostgresDatabase } from '../../../support/databases.ts';

/** One tenant with 5,000 members and 20,000 relationships of 50 types: enough for a plan to matter. */
const filling = `
  INSERT INTO projects (id, key, created_at) VALUES ('prj', 'acme', now());
  INSERT INTO environments (id, project_id, key, mode, created_at) VALUES ('env', 'prj', 'production', 'test', now());
  INSERT INTO tenants (environment_id, id, name, attributes, created_at, updated_at)
    SELECT 'env', 't' || n, 'T', '{}', now(), now() FROM generate_series(1, 500) n;
  INSERT INTO users (environment_id, id, attributes, created_at, updated_at)
    SELECT 'env', 'u' || n, '{}', now(), now() FROM generate_series(1, 5000) n;
  INSERT INTO memberships SELECT 'env', 't1', 'u' || n, now() FROM generate_series(1, 5000) n;
  INSERT INTO role_assignments
    SELECT 'env', 't1', 'user', 'u' || n, 'viewer', 'x', now() FROM generate_series(1, 5000) n;
  INSERT INTO service_accounts SELECT 'env', 't1', 'svc_' || n, 'S', now() FROM generate_series(1, 2000) n;
  INSERT INTO tenant_grants
    SELECT 'env', 't1', 'u' || n, '["viewer"]', 'x', 'x', now(), null FROM generate_series(1, 2000) n;
  INSERT INTO access_versions SELECT 'env', 't' || n, n FROM generate_series(1, 2000) n;
  INSERT INTO relationships
    SELECT 'env', 't1', 'type' || n % 50, 'd' || n, 'owner', 'user', 'u' || (1 + n % 5000), now()
    FROM generate_series(1, 20000) n;
  ANALYZE`;

const scope = { projectId: 'prj', environmentId: 'env', tenantId: 't1' };

it.each([
  {
    ...factsStatement,
    given: `'env', 't1', now()::text, '{u1}', '{type7}', '{d7}', '{u1,svc_1}', '{svc_1}'`,
    types: 'text, text, text, text[], text[], text[], text[], text[]',
    read: [1, 2],
  },
  {
    ...factsOfUsersStatement,
    given: `'env', 't1', now()::text, '{u1}', '{type7}', '{d7}', '{u1}'`,
    types: 'text, text, text, text[], text[], text[], text[]',
    read: [1, 1],
  },
  { ...tuplesOfTypeStatement, given: `'env', 't1', 'type7', '{u1}'`, types: 'text, text, text, text[]', read: [0, 0] },
])(
  'DA-03 row-level security lets $name find its rows by an index, whatever is asked',
  async ({ given, read, text, types }) => {
    const client = new pg.Client({ connectionString: await newPostgresDatabase() });
    await client.connect();
    onTestFinished(() => client.end());
    await client.query(filling);
    for (const planning of ['force_custom_plan', 'force_generic_plan']) {
      for (const statement of beginStatements({
        isolation: 'write',
        scope,
        statementTimeout: 10_000,
        idleTimeout: 0,
      })) {
        await client.query(statement);
      }
      await client.query(`SET LOCAL plan_cache_mode = ${planning}; PREPARE asked (${types}) AS ${text}`);
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN EXECUTE asked(${given})`);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      // Of environments there are few, and of them alone all may be read.
      expect({ planning, plan }).toMatchObject({ plan: expect.not.stringMatching(/Seq Scan on (?!environments)/u) });
      // Of a tenant's relationships only those of the named resources are looked at.
      const looked = [...plan.matchAll(/relationships_pk on relationships[^\n]*\n\s+Index Cond: ([^\n]+)/gu)];
      expect(looked.every(([, condition = '']) => condition.includes('resource_type'))).toBe(true);
      // Of its members and of who holds roles there only those asked about, and no hash of all members below a policy.
      const members = [...plan.matchAll(/on memberships m [^\n]*\n\s+Index Cond: ([^\n]+)/gu)];
      const holders = [...plan.matchAll(/on role_assignments s(?:_1)? [^\n]*\n\s+Index Cond: ([^\n]+)/gu)];
      expect(members.every(([, condition = '']) => condition.includes('user_id'))).toBe(true);
      expect(holders.every(([, condition = '']) => condition.includes('subject_id'))).toBe(true);
      expect([members.length, holders.length]).toStrictEqual(read);
      expect(plan).not.toContain('hashed SubPlan');
      await client.query('ROLLBACK; DEALLOCATE asked');
    }
  },
);
