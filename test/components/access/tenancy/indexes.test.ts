import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { countGrants, selectGrants } from '../../../../src/components/access/tenancy/grants/queries.ts';
import { countMembers, selectMembers } from '../../../../src/components/access/tenancy/members/queries.ts';
import { countTuples, selectTuples } from '../../../../src/components/access/tenancy/relationships/queries.ts';
import { selectRolesInTenants, selectRolesOf } from '../../../../src/components/access/tenancy/roles/queries.ts';
import { selectServiceAccounts } from '../../../../src/components/access/tenancy/service-accounts/queries.ts';
import { selectTenantNames, selectTenants } from '../../../../src/components/access/tenancy/tenants/queries.ts';
import {
  countMembershipsOf,
  countUsers,
  deleteUser,
  selectMembershipsOf,
  selectUsers,
} from '../../../../src/components/access/tenancy/users/queries.ts';
import { selectTenantsOn } from '../../../../src/components/billing/tenant-plans/queries.ts';
import { beginStatements } from '../../../../src/db/begin.ts';
import type { Session } from '../../../../src/db/contract.ts';
import { newPostgresDatabase } from '../../../support/databases.ts';

const scope = { projectId: 'prj', environmentId: 'env' };

/** 2,000 tenants with 5 members each, 10,000 users, 20,000 relationships: enough for a plan to matter. */
const filling = `
  INSERT INTO projects (id, key, created_at) VALUES ('prj', 'acme', now());
  INSERT INTO environments (id, project_id, key, mode, created_at) VALUES ('env', 'prj', 'production', 'test', now());
  INSERT INTO tenants (environment_id, id, name, attributes, created_at, updated_at)
    SELECT 'env', 't' || n, 'T', '{}', now() - n * interval '1 minute', now() FROM generate_series(1, 2000) n;
  INSERT INTO users (environment_id, id, email, attributes, created_at, updated_at)
    SELECT 'env', 'u' || n, 'u' || n || '@x.com', '{}', now() - n * interval '1 minute', now() FROM generate_series(1, 10000) n;
  INSERT INTO memberships SELECT 'env', 't' || (1 + n % 2000), 'u' || n, now() FROM generate_series(1, 10000) n;
  INSERT INTO role_assignments
    SELECT 'env', 't' || (1 + n % 2000), 'user', 'u' || n, 'viewer', 'x', now() FROM generate_series(1, 10000) n;
  INSERT INTO service_accounts SELECT 'env', 't' || n, 'svc_' || n, 'S', now() FROM generate_series(1, 2000) n;
  INSERT INTO tenant_grants
    SELECT 'env', 't' || n, 'u' || n, '["viewer"]', 'x', 'x', now(), null FROM generate_series(1, 2000) n;
  INSERT INTO relationships
    SELECT 'env', 't' || (1 + n % 2000), 'document', 'd' || n, 'owner', 'user', 'u' || (1 + n % 10000), now()
    FROM generate_series(1, 20000) n;
  INSERT INTO tenant_plans SELECT 'env', 't' || n, 'plan' || (n % 100), 'x', now() FROM generate_series(1, 2000) n;
  ANALYZE`;

const page = { limit: 50, offset: 0 };

/** What is asked of tenancy on a hot path or by a list, within no tenant in particular and within one. */
const queries: { readonly [name: string]: (session: Session) => Promise<unknown> } = {
  'tenants by age': (session) => selectTenants(session, {}, page),
  'tenants of a time': (session) => selectTenants(session, { createdBefore: new Date('2020-01-01') }, page),
  'tenants by id': (session) => selectTenants(session, { ids: ['t1', 't2', 't3'] }, page),
  'names of tenants': (session) => selectTenantNames(session, ['t1', 't2']),
  'users by age': (session) => selectUsers(session, {}, page),
  'users by address': (session) => selectUsers(session, { email: 'u7@x.com' }, page),
  'number of users of an address': (session) => countUsers(session, { email: 'u7@x.com' }),
  'memberships of a user': (session) => selectMembershipsOf(session, 'u1', page),
  'number of memberships of a user': (session) => countMembershipsOf(session, 'u1'),
  'members of a tenant': (session) => selectMembers(session, 't2', page),
  'number of members of a tenant': (session) => countMembers(session, 't2'),
  'roles of members': (session) => selectRolesOf(session, 't2', 'user', ['u1', 'u2001']),
  'roles of a user by tenant': (session) => selectRolesInTenants(session, { type: 'user', id: 'u1' }, ['t2', 't3']),
  'service accounts of a tenant': (session) => selectServiceAccounts(session, 't2', page),
  'grants for a tenant': (session) => selectGrants(session, { tenantId: 't2' }, page),
  'grants of a user': (session) => selectGrants(session, { userId: 'u2' }, page),
  'number of grants of a user': (session) => countGrants(session, { userId: 'u2' }),
  'relationships of a resource': (session) =>
    selectTuples(session, 't2', { resourceType: 'document', resourceId: 'd1' }, page),
  'relationships of a subject': (session) =>
    selectTuples(session, 't2', { subjectType: 'user', subjectId: 'u2' }, page),
  'number of relationships of a tenant': (session) => countTuples(session, 't2', {}),
  'tenants on a plan': (session) => selectTenantsOn(session, ['plan7']),
  'deleting a user': (session) => deleteUser(session, 'u7'),
};

const withinOne = ['users by age', 'users by address', 'members of a tenant', 'relationships of a subject'];

it('DA-03 row-level security lets every query of tenancy find its rows by an index', async () => {
  const client = new pg.Client({ connectionString: await newPostgresDatabase() });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query(filling);
  const sent: { readonly text: string; readonly values: unknown[] }[] = [];
  const tx = drizzle({ client, logger: { logQuery: (text, values) => void sent.push({ text, values }) } });
  const cases = [
    ...Object.entries(queries).map(([name, query]) => ({ name, query, tenantId: null })),
    ...withinOne.map((name) => ({ name, query: queries[name], tenantId: 't2' })),
  ];
  for (const { name, query, tenantId } of cases) {
    const within = tenantId === null ? scope : { ...scope, tenantId };
    for (const statement of beginStatements({
      isolation: 'write',
      scope: within,
      statementTimeout: 10_000,
      idleTimeout: 0,
    })) {
      await client.query(statement);
    }
    sent.length = 0;
    await query?.({
      tx,
      ...scope,
      tenantId,
      announce: () => undefined,
      leaveForTheEnd: () => undefined,
      streamLines: () => Promise.resolve(0),
      holdsLines: false,
    });
    expect(sent.length).toBeGreaterThan(0);
    for (const { text, values } of sent) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect({ name, tenantId, text, plan }).toMatchObject({ plan: expect.not.stringContaining('Seq Scan') });
    }
    await client.query('ROLLBACK');
  }
});
