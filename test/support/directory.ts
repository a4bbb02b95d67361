// People, programs and plans for tests and benchmarks that need many of them, written straight to the tables:
//
//   await fillDirectory(database, {
//     tenants: ['globex'],
//     roles: [['globex', 'user', 'ada', 'viewer']],     // members by the way, service accounts as well
//     grants: [['globex', 'sue', ['support']]],
//     plans: [['globex', 'pro']],
//   });
import { eq, sql } from 'drizzle-orm';
import type { Database, Session } from '../../src/db/contract.ts';
import { environments } from '../../src/db/tables/index.ts';

export interface DirectoryFill {
  readonly tenants: readonly string[];
  readonly roles?: readonly (readonly [tenant: string, type: 'user' | 'service-account', id: string, role: string])[];
  /** Members without a role. */
  readonly members?: readonly (readonly [tenant: string, user: string])[];
  /** Cross-tenant grants. */
  readonly grants?: readonly (readonly [tenant: string, user: string, roles: readonly string[]])[];
  readonly plans?: readonly (readonly [tenant: string, plan: string])[];
  readonly relationships?: readonly (readonly [
    tenant: string,
    type: string,
    id: string,
    relation: string,
    subjectType: string,
    subjectId: string,
  ])[];
}

/** A transaction in the environment of a name, for looking at what the API does not show. */
export async function inEnvironment<T>(
  database: Database,
  work: (session: Session) => Promise<T>,
  environment = 'development',
  tenant: { readonly tenantId?: string } = {},
): Promise<T> {
  const [row] = await database.withControlPlane('read', (tx) =>
    tx
      .select({ environmentId: environments.id, projectId: environments.projectId })
      .from(environments)
      .where(eq(environments.key, environment)),
  );
  if (row === undefined) throw new Error(`there is no environment ${environment} before its first apply`);
  return database.withEnvironment({ ...row, ...tenant }, 'write', work);
}

/** The environment must exist: apply something first. */
export async function fillDirectory(
  database: Database,
  fill: DirectoryFill,
  environment = 'development',
): Promise<void> {
  const filling = async ({ environmentId, tx }: Session): Promise<void> => {
    const rows = (values: readonly unknown[]) =>
      sql`jsonb_array_elements(${JSON.stringify(values)}::jsonb) as filled (row)`;
    const { grants = [], members = [], plans = [], relationships = [], roles = [], tenants } = fill;
    const people = [
      ...members.map(([tenant, user]) => [tenant, user] as const),
      ...roles.flatMap(([tenant, type, id]) => (type === 'user' ? [[tenant, id] as const] : [])),
    ];
    await tx.execute(sql`
      insert into tenants (environment_id, id, name, attributes, created_at, updated_at)
      select ${environmentId}, row->>0, initcap(row->>0), '{}', now(), now() from ${rows(tenants.map((id) => [id]))}
      on conflict do nothing`);
    await tx.execute(sql`
      insert into users (environment_id, id, attributes, created_at, updated_at)
      select distinct ${environmentId}, row->>1, '{}'::jsonb, now(), now() from ${rows([...people, ...grants])} on conflict do nothing`);
    await tx.execute(sql`
      insert into memberships (environment_id, tenant_id, user_id, created_at)
      select distinct ${environmentId}, row->>0, row->>1, now() from ${rows(people)} on conflict do nothing`);
    await tx.execute(sql`
      insert into service_accounts (environment_id, tenant_id, id, name, created_at)
      select distinct ${environmentId}, row->>0, row->>2, row->>2, now() from ${rows(roles.filter(([, type]) => type === 'service-account'))}
      on conflict do nothing`);
    await tx.execute(sql`
      insert into role_assignments (environment_id, tenant_id, subject_type, subject_id, role, assigned_by, assigned_at)
      select ${environmentId}, row->>0, row->>1, row->>2, row->>3, 'test', now() from ${rows(roles)} on conflict do nothing`);
    await tx.execute(sql`
      insert into tenant_grants (environment_id, tenant_id, user_id, roles, reason, granted_by, granted_at)
      select ${environmentId}, row->>0, row->>1, row->2, 'support', 'test', now() from ${rows(grants)} on conflict do nothing`);
    await tx.execute(sql`
      insert into tenant_plans (environment_id, tenant_id, plan, assigned_by, assigned_at)
      select ${environmentId}, row->>0, row->>1, 'test', now() from ${rows(plans)} on conflict do nothing`);
    await tx.execute(sql`
      insert into relationships
        (environment_id, tenant_id, resource_type, resource_id, relation, subject_type, subject_id, created_at)
      select ${environmentId}, row->>0, row->>1, row->>2, row->>3, row->>4, row->>5, now() from ${rows(relationships)}
      on conflict do nothing`);
  };
  await inEnvironment(database, filling, environment);
}
