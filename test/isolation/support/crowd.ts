// Fills a world until it is of a realistic size: in the victim's environment 120 tenants, 3,000 users who are members of
// four tenants each, 12,000 roles, relationships and decisions, and long histories; a quarter of that in two others.
import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../../src/db/contract.ts';
import { type Place, transactionOf, type World } from './places.ts';

/** The latest revision of the victim's environment, once the crowd is there. */
export const crowdRevision = 1600;

/** Gives back the transaction in which all of them came. */
export async function fillCrowd(database: Database, { victim, strangers }: World): Promise<string> {
  return database.withControlPlane('write', async (tx) => {
    await tx.execute(sql`INSERT INTO projects (id, key, created_at)
      SELECT 'prj_' || n, 'project-' || n, now() FROM generate_series(1, 1500) AS n`);
    await tx.execute(sql`INSERT INTO environments (id, project_id, key, mode, created_at)
      SELECT 'env_' || n, 'prj_' || n, 'production', 'live', now() FROM generate_series(1, 1500) AS n`);
    await fill(tx, victim, 120);
    await fill(tx, strangers.environment, 28);
    await fill(tx, strangers.project, 28);
    const transaction = await transactionOf(tx);
    // Statistics are for whom the tables belong to.
    await tx.execute(sql`RESET ROLE`);
    await tx.execute(sql`ANALYZE`);
    return transaction;
  });
}

/** `tenants` in all; the place's own is the first of them. */
async function fill(tx: Transaction, { scope, names }: Place, tenants: number): Promise<void> {
  const environment = scope.environmentId;
  const users = tenants * 25;
  const tenantOf = (n: unknown) => sql`CASE ${n} WHEN 0 THEN ${names.tenant} ELSE 'crowd-t-' || ${n} END`;
  /** Each user in four tenants. */
  const places = sql`(SELECT u, ${tenantOf(sql`(u + k * ${tenants / 4}) % ${tenants}`)} AS tenant
    FROM generate_series(1, ${users}) AS u, generate_series(0, 3) AS k) AS p`;
  const entitlements = sql`(SELECT ${names.entitlement} AS key UNION ALL
    SELECT 'crowd-e-' || n FROM generate_series(1, 20) AS n) AS e`;
  const statements = [
    sql`INSERT INTO tenants (environment_id, id, name, attributes, created_at, updated_at)
      SELECT ${environment}, 'crowd-t-' || n, 'Tenant ' || n, '{}', now() + n * interval '1 s', now()
      FROM generate_series(1, ${tenants - 1}) AS n`,
    sql`INSERT INTO users (environment_id, id, email, name, attributes, created_at, updated_at)
      SELECT ${environment}, 'crowd-u-' || n, 'u' || n || '@crowd.test', 'User ' || n, '{}', now() + n * interval '1 s', now()
      FROM generate_series(1, ${users}) AS n`,
    sql`INSERT INTO memberships SELECT ${environment}, p.tenant, 'crowd-u-' || p.u, now() FROM ${places}`,
    sql`INSERT INTO role_assignments
      SELECT ${environment}, p.tenant, 'user', 'crowd-u-' || p.u,
        CASE p.u % 10 WHEN 0 THEN ${names.role} ELSE 'crowd-r-' || p.u % 10 END, 'ada', now() FROM ${places}`,
    sql`INSERT INTO relationships
      SELECT ${environment}, p.tenant, ${names.type}, 'crowd-d-' || p.u, 'owner', 'user', 'crowd-u-' || p.u, now() FROM ${places}`,
    sql`INSERT INTO decisions
      SELECT ${environment}, p.tenant, 'dec_0crowd' || p.u || p.tenant, 'user', 'crowd-u-' || p.u, 'read', ${names.type}, NULL,
        true, '{"grant": {"by": "relation", "relation": "owner"}}', 1, 'req_1', now() FROM ${places}`,
    sql`INSERT INTO audit_entries (id, environment_id, tenant_id, recorded_at, occurred_at, action, outcome, actor_type, actor_id,
        resource_type, resource_id, ip, request_id, body)
      SELECT 'aud_' || ${environment}::text || p.u || p.tenant, ${environment}, p.tenant, now() - p.u * interval '1 s', now(), 'crowd.action-' || p.u % 20,
        'success', 'user', 'crowd-u-' || p.u, 'document', 'crowd-d-' || p.u, '192.0.2.' || p.u % 250, 'req_' || p.u || p.tenant, '{}'
      FROM ${places}`,
    sql`INSERT INTO audit_mentions SELECT ${environment}, p.tenant, 'document', 'crowd-m-' || p.u, now() - p.u * interval '1 s',
        'aud_' || ${environment}::text || p.u || p.tenant FROM ${places}`,
    sql`INSERT INTO audit_seals
      SELECT ${environment}, p.tenant, 2000000 + p.u, 'aud_' || ${environment}::text || p.u || p.tenant, now() - p.u * interval '1 s', '', '', ''
      FROM ${places}`,
    sql`INSERT INTO tenant_grants
      SELECT ${environment}, p.tenant, 'crowd-u-' || p.u, jsonb_build_array(${names.role}::text), 'Support', 'ada', now(), NULL
      FROM ${places} WHERE p.u % 10 = 0`,
    sql`INSERT INTO service_accounts
      SELECT ${environment}, ${tenantOf(sql`n % ${tenants}`)}, 'svc_crowd' || n, 'Program ' || n, now()
      FROM generate_series(1, ${tenants * 10}) AS n`,
    sql`INSERT INTO tenant_plans SELECT ${environment}, 'crowd-t-' || n, CASE n % 10 WHEN 0 THEN ${names.plan} ELSE 'crowd' END, 'ada', now()
      FROM generate_series(1, ${tenants - 1}) AS n`,
    sql`INSERT INTO entitlement_overrides
      SELECT ${environment}, 'crowd-t-' || n, e.key, '500', 'Contract', NULL, 'ada', now()
      FROM generate_series(1, ${tenants - 1}) AS n, ${entitlements} WHERE e.key <> ${names.entitlement} OR n % 10 = 0`,
    sql`INSERT INTO sticky_assignments
      SELECT ${environment}, '', 'user.key=crowd-u-' || n, 'crowd-f-' || n % 20, 'on', now(), now()
      FROM generate_series(1, ${users}) AS n`,
    sql`INSERT INTO exposures
      SELECT ${environment}, '', 'crowd-f-' || n % 20, 'user.key=crowd-u-' || n, 'on', now() FROM generate_series(1, ${users}) AS n`,
    sql`INSERT INTO observations
      SELECT ${environment}, '', 'user.key=crowd-u-' || n, 'obs_' || n, 'crowd-e', '{}', now() FROM generate_series(1, ${users}) AS n`,
    sql`INSERT INTO evaluation_counts
      SELECT ${environment}, 'crowd-f-' || n % 20, now() - interval '40 days' - n / 20 * interval '1 h', 'on', 'STATIC', n
      FROM generate_series(1, ${users}) AS n`,
    sql`INSERT INTO entitlement_counts
      SELECT ${environment}, 'crowd-t-' || n, e.key, 'never', 'epoch', 7
      FROM generate_series(1, ${tenants - 1}) AS n, ${entitlements} WHERE e.key <> ${names.entitlement} OR n % 10 = 0`,
    sql`INSERT INTO access_versions SELECT ${environment}, 'crowd-t-' || n, 1 FROM generate_series(1, ${tenants * 10}) AS n`,
    sql`INSERT INTO resources
      SELECT ${environment}, 'Role', 'crowd-r-' || n, '{"permissions": []}', 'hash', 'api', 1, 'ada', now(), now()
      FROM generate_series(1, ${tenants * 2}) AS n`,
    sql`INSERT INTO resource_versions
      SELECT ${environment}, 'Role', 'crowd-r-' || n % 100, 100 + n, '{"permissions": []}', 'hash', 'api'
      FROM generate_series(1, ${tenants * 9}) AS n`,
    sql`INSERT INTO revisions
      SELECT environment_id, 100 + n, 'rev_' || ${environment} || n, cause, rollback_to, author, commit, message, changeset, created_at
      FROM revisions, generate_series(1, ${crowdRevision - 100}) AS n WHERE environment_id = ${environment} AND number = 1`,
    sql`UPDATE environments SET revision = ${crowdRevision} WHERE id = ${environment}`,
    sql`INSERT INTO api_keys (id, environment_id, type, name, hash, hint, scopes, created_by, created_at)
      SELECT 'key_' || ${environment} || n, ${environment}, 'secret', 'Key ' || n, 'hash of ' || ${environment} || n, '', '[]', 'ada', now()
      FROM generate_series(1, ${tenants * 3}) AS n`,
    sql`INSERT INTO secrets SELECT ${environment}, 'CROWD_' || n, '', '', 'ada', now() FROM generate_series(1, ${tenants}) AS n`,
    sql`INSERT INTO idempotency_keys (environment_id, caller, key, operation, request_hash, status, body, created_at)
      SELECT ${environment}, 'crowd', 'k' || n, 'users.create', '', 200, '{}', now() FROM generate_series(1, ${tenants * 20}) AS n`,
    sql`INSERT INTO request_counts SELECT ${environment}, 'user:' || n, now(), 1 FROM generate_series(1, ${tenants * 20}) AS n`,
  ];
  for (const statement of statements) await tx.execute(statement);
}
