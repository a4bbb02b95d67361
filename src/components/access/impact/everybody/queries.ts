import { sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { memberships, roleAssignments, tenantGrants, tenants, users } from '../../tables.ts';
import { isLive } from '../queries.ts';

/** Ids hold neither blanks nor line feeds, and keys of roles do not either. */
export interface TenantRow extends Record<string, unknown> {
  readonly tenant: string;
  /** Ids, one on a line; null: there are none. */
  readonly members: string | null;
  /** On each line an id and a role of it, also of those who are no members any more. */
  readonly assigned: string | null;
}

export async function selectTenants({ environmentId, tx }: Session): Promise<readonly TenantRow[]> {
  const { rows } = await tx.execute<TenantRow>(sql`
    select t.id as tenant,
      (select string_agg(m.user_id, chr(10)) from ${memberships} as m
        where m.environment_id = ${environmentId} and m.tenant_id = t.id) as members,
      (select string_agg(a.subject_id || ' ' || a.role, chr(10)) from ${roleAssignments} as a
        where a.environment_id = ${environmentId} and a.tenant_id = t.id and a.subject_type = 'user') as assigned
    from ${tenants} as t where t.environment_id = ${environmentId}`);
  return rows;
}

export interface GrantRow extends Record<string, unknown> {
  readonly tenant: string;
  readonly id: string;
  readonly roles: readonly string[];
}

export async function selectGrants({ environmentId, tx }: Session, now: Date): Promise<readonly GrantRow[]> {
  const { rows } = await tx.execute<GrantRow>(sql`
    select g.tenant_id as tenant, g.user_id as id, g.roles from ${tenantGrants} as g
    where g.environment_id = ${environmentId} and ${isLive(now)}`);
  return rows;
}

/** Of those who may stand in a tenant, and have one: by id. */
export async function selectNames({ environmentId, tx }: Session): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.execute<{ readonly id: string; readonly name: string }>(sql`
    select u.id, u.name from ${users} as u
    where u.environment_id = ${environmentId} and u.name is not null and (
      exists (select from ${memberships} as m where m.environment_id = ${environmentId} and m.user_id = u.id)
      or exists (select from ${tenantGrants} as g where g.environment_id = ${environmentId} and g.user_id = u.id)
    )`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
