import { type SQL, sql } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import { memberships, roleAssignments, serviceAccounts, tenantGrants, users } from '../tables.ts';

/** Roles of one who may act within a tenant. */
export interface Holder {
  readonly tenant: string;
  readonly type: 'user' | 'service-account';
  readonly id: string;
  readonly name: string;
  /** All that they hold there: keys in order, with a blank between them. */
  readonly roles: string;
}

/**
 * Everybody who holds one of the roles: members and service accounts by assignment, members and guests by a live
 * grant as well. For those who hold few of many roles: where most roles are asked for, everybody is.
 */
export async function selectHolders(
  { environmentId, tx }: Session,
  now: Date,
  roles: readonly string[],
): Promise<readonly Holder[]> {
  if (roles.length === 0) return [];
  const some = sql`${sql.param([...roles])}::text[]`;
  const concerned = sql`(
    select b.tenant_id, b.subject_type, b.subject_id from ${roleAssignments} as b
    where b.environment_id = ${environmentId} and b.role = any(${some})
    union
    select g.tenant_id, 'user', g.user_id from ${tenantGrants} as g
    where g.environment_id = ${environmentId} and g.roles ?| ${some} and ${isLive(now)}
  )`;
  const { rows } = await tx.execute<HolderRow>(sql`
    with held as (
      select a.tenant_id, a.subject_type, a.subject_id, a.role
      from ${roleAssignments} as a
      join ${memberships} as m
        on m.environment_id = ${environmentId} and m.tenant_id = a.tenant_id and m.user_id = a.subject_id
      where a.environment_id = ${environmentId} and a.subject_type = 'user'
        and (a.tenant_id, a.subject_type, a.subject_id) in ${concerned}
      union all
      select a.tenant_id, a.subject_type, a.subject_id, a.role
      from ${roleAssignments} as a
      join ${serviceAccounts} as s
        on s.environment_id = ${environmentId} and s.tenant_id = a.tenant_id and s.id = a.subject_id
      where a.environment_id = ${environmentId} and a.subject_type = 'service-account'
        and (a.tenant_id, a.subject_type, a.subject_id) in ${concerned}
      union all
      select g.tenant_id, 'user', g.user_id, granted.role
      from ${tenantGrants} as g cross join lateral jsonb_array_elements_text(g.roles) as granted (role)
      where g.environment_id = ${environmentId} and ${isLive(now)}
        and (g.tenant_id, 'user', g.user_id) in ${concerned}
    ),
    holders as (
      select tenant_id, subject_type, subject_id, ${rolesTogether} as roles
      from held group by tenant_id, subject_type, subject_id having bool_or(role = any(${some}))
    )
    ${withNames(environmentId)}`);
  return rows;
}

/** All service accounts that hold any role. */
export async function selectServiceAccounts({ environmentId, tx }: Session): Promise<readonly Holder[]> {
  const { rows } = await tx.execute<HolderRow>(sql`
    select s.tenant_id as tenant, 'service-account' as type, s.id, s.name, ${rolesTogether} as roles
    from ${serviceAccounts} as s
    join ${roleAssignments} as a
      on a.environment_id = ${environmentId} and a.tenant_id = s.tenant_id
        and a.subject_type = 'service-account' and a.subject_id = s.id
    where s.environment_id = ${environmentId}
    group by s.tenant_id, s.id, s.name`);
  return rows;
}

/**
 * With their roles, if any: everybody who may act within one of the tenants, and of those named whoever may do
 * so. Nothing here is joined that PostgreSQL would have to guess the size of.
 */
export async function selectStanding(
  { environmentId, tx }: Session,
  now: Date,
  {
    named,
    tenants,
  }: { readonly named: readonly Pick<Holder, 'id' | 'tenant' | 'type'>[]; readonly tenants: readonly string[] },
): Promise<readonly Holder[]> {
  if (named.length === 0 && tenants.length === 0) return [];
  const { rows } = await tx.execute<HolderRow>(sql`
    with standing as (
      select tenant_id, 'user' as subject_type, user_id as subject_id, null::jsonb as granted
      from ${memberships} where environment_id = ${environmentId}
      union all
      select tenant_id, 'service-account', id, null from ${serviceAccounts} where environment_id = ${environmentId}
      union all
      select g.tenant_id, 'user', g.user_id, g.roles
      from ${tenantGrants} as g where g.environment_id = ${environmentId} and ${isLive(now)}
    ),
    concerned as materialized (
      select * from standing
      where tenant_id = any(${sql.param([...tenants])}::text[])
        or (tenant_id, subject_type, subject_id) in (
          select * from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as n (tenant text, type text, id text)
        )
    ),
    held as (
      select tenant_id, subject_type, subject_id, null as role from concerned
      union all
      select c.tenant_id, c.subject_type, c.subject_id, a.role
      from concerned as c
      join ${roleAssignments} as a
        on a.environment_id = ${environmentId} and a.tenant_id = c.tenant_id
          and a.subject_type = c.subject_type and a.subject_id = c.subject_id
      where c.granted is null
      union all
      select c.tenant_id, c.subject_type, c.subject_id, g.role
      from concerned as c cross join lateral jsonb_array_elements_text(c.granted) as g (role)
    ),
    holders as (
      select tenant_id, subject_type, subject_id, coalesce(${rolesTogether}, '') as roles
      from held group by tenant_id, subject_type, subject_id
    )
    ${withNames(environmentId)}`);
  return rows;
}

type HolderRow = { readonly [field in keyof Holder]: Holder[field] };

const rolesTogether = sql`string_agg(distinct role collate "C", ' ' order by role collate "C")`;

/** Of a grant `g`. */
export function isLive(now: Date): SQL {
  return sql`(g.expires_at is null or g.expires_at > ${now.toISOString()}::timestamptz)`;
}

function withNames(environmentId: string): SQL {
  return sql`
    select h.tenant_id as tenant, h.subject_type as type, h.subject_id as id, h.roles,
      coalesce(u.name, s.name, h.subject_id) as name
    from holders as h
    left join ${users} as u
      on h.subject_type = 'user' and u.environment_id = ${environmentId} and u.id = h.subject_id
    left join ${serviceAccounts} as s
      on h.subject_type = 'service-account' and s.environment_id = ${environmentId}
        and s.tenant_id = h.tenant_id and s.id = h.subject_id`;
}

/** Gives assignments and grants of renamed roles their new names. Whoever holds both already keeps one. */
export async function renameHeldRoles({ environmentId, tx }: Session, from: string, to: string): Promise<void> {
  await tx.execute(sql`
    insert into ${roleAssignments} (environment_id, tenant_id, subject_type, subject_id, role, assigned_by, assigned_at)
    select environment_id, tenant_id, subject_type, subject_id, ${to}, assigned_by, assigned_at
    from ${roleAssignments} where environment_id = ${environmentId} and role = ${from}
    on conflict do nothing`);
  await tx.execute(sql`delete from ${roleAssignments} where environment_id = ${environmentId} and role = ${from}`);
  await tx.execute(sql`
    update ${tenantGrants} set roles = (
      select jsonb_agg(distinct case when role = ${from} then ${to} else role end)
      from jsonb_array_elements_text(roles) as granted (role)
    )
    where environment_id = ${environmentId} and roles @> to_jsonb(${from}::text)`);
}
