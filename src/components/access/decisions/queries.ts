import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import { environments, resources } from '../../../db/tables/index.ts';
import type { JsonObject } from '../../../engine/json.ts';
import {
  memberships,
  relationships,
  roleAssignments,
  serviceAccounts,
  tenantGrants,
  tenants,
  users,
} from '../tables.ts';

/** The environment's revision, and with it all that the policy is made of, as one statement sees them. */
export async function selectPolicySource(
  session: Session,
  kinds: readonly string[],
): Promise<{
  readonly revision: number;
  readonly resources: readonly { readonly kind: string; readonly key: string; readonly body: JsonObject }[];
}> {
  const rows = await session.tx
    .select({
      revision: environments.revision,
      kind: resources.kind,
      key: resources.key,
      body: resources.body,
    })
    .from(environments)
    .leftJoin(
      resources,
      and(eq(resources.environmentId, environments.id), sql`${resources.kind} = any(${sql.param(kinds)}::text[])`),
    )
    .where(eq(environments.id, session.environmentId));
  return {
    revision: rows[0]?.revision ?? 0,
    resources: rows.flatMap(({ kind, key, body }) =>
      kind === null || key === null || body === null ? [] : [{ kind, key, body }],
    ),
  };
}

/** What is stored about the subjects and the tenant of a question, in the form of JSON. */
export interface StoredFacts {
  readonly revision: number;
  readonly tenant: StoredTenant | null;
  /** Of the users asked for, those that are members. */
  readonly members: readonly string[];
  /** Of the service accounts asked for, those that the tenant has. */
  readonly accounts: readonly string[];
  /** Roles of users by live cross-tenant grants. */
  readonly grants: readonly { readonly user: string; readonly roles: readonly string[] }[];
  readonly assignments: readonly { readonly type: string; readonly id: string; readonly role: string }[];
  readonly users: readonly StoredUser[];
  readonly tuples: readonly StoredTuple[];
}

export interface StoredTenant {
  readonly name: string;
  readonly currency: string | null;
  readonly region: string | null;
  readonly dataResidency: string | null;
  readonly attributes: JsonObject;
}

export interface StoredUser {
  readonly id: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly attributes: JsonObject;
}

/** Type and id of the resource, relation, type and id of the subject. */
export type StoredTuple = readonly [string, string, string, string, string];

export interface FactsRequest {
  readonly tenant: string;
  readonly users: readonly string[];
  readonly accounts: readonly string[];
  readonly resources: readonly { readonly type: string; readonly id: string }[];
  readonly now: Date;
}

/**
 * All of it in one statement, and so in one round trip and of one moment. Of relationships, those of the resources
 * and of what these are related to, as far as they name a subject asked for: who else stands in them is no matter.
 */
export async function selectFacts(session: Session, request: FactsRequest): Promise<StoredFacts> {
  const { users: userIds, accounts, resources: named } = request;
  const subjects = sql.param([...userIds, ...accounts]);
  const asked = sql`(values ${sql.join(
    named.map(({ type, id }) => sql`(${type}::text, ${id}::text)`),
    sql`, `,
  )}) as asked (type, id)`;
  const isAbout = (row: SQL) =>
    sql`(${row}.subject_type not in ('user', 'service-account') or ${row}.subject_id = any(${subjects}::text[]))`;
  const tuples =
    named.length === 0
      ? sql`'[]'::jsonb`
      : sql`(
        with direct as materialized (
          select r.* from ${asked} join ${relationships} as r
            on r.resource_type = asked.type and r.resource_id = asked.id
          where ${within(session, request.tenant, sql`r`)} and ${isAbout(sql`r`)}
        )
        ${tuplesThrough(session, request.tenant, isAbout)}
      )`;
  const result = await session.tx.execute<{ readonly facts: StoredFacts }>(sql`
    select jsonb_build_object(
      'revision', (select e.revision from ${environments} as e where e.id = ${session.environmentId}),
      'tenant', ${tenantOf(session, request.tenant)},
      'members', (
        select coalesce(jsonb_agg(m.user_id), '[]') from ${memberships} as m
        where ${within(session, request.tenant, sql`m`)} and m.user_id = any(${sql.param(userIds)}::text[])
      ),
      'accounts', (
        select coalesce(jsonb_agg(a.id), '[]') from ${serviceAccounts} as a
        where ${within(session, request.tenant, sql`a`)} and a.id = any(${sql.param(accounts)}::text[])
      ),
      'grants', (
        select coalesce(jsonb_agg(jsonb_build_object('user', g.user_id, 'roles', g.roles)), '[]')
        from ${tenantGrants} as g
        where ${within(session, request.tenant, sql`g`)} and g.user_id = any(${sql.param(userIds)}::text[])
          and ${isLive(request.now)}
      ),
      'assignments', (
        select coalesce(jsonb_agg(jsonb_build_object('type', s.subject_type, 'id', s.subject_id, 'role', s.role)), '[]')
        from ${roleAssignments} as s
        where ${within(session, request.tenant, sql`s`)}
          and ((s.subject_type = 'user' and s.subject_id = any(${sql.param(userIds)}::text[]))
            or (s.subject_type = 'service-account' and s.subject_id = any(${sql.param(accounts)}::text[])))
      ),
      'users', (
        select coalesce(jsonb_agg(${userFields}), '[]') from ${users} as u
        where u.environment_id = ${session.environmentId} and u.id = any(${sql.param(userIds)}::text[])
      ),
      'tuples', ${tuples}
    ) as facts`);
  return onlyFacts(result.rows);
}

/**
 * The same of everybody who may act within the tenant: members, service accounts, and guests by a live grant. Of
 * relationships, those of the one resource, or none.
 */
export async function selectEverybody(
  session: Session,
  {
    tenant,
    resource,
    now,
  }: {
    readonly tenant: string;
    readonly resource: { readonly type: string; readonly id: string } | null;
    readonly now: Date;
  },
): Promise<StoredFacts> {
  const everything = () => sql`true`;
  const tuples =
    resource === null
      ? sql`'[]'::jsonb`
      : sql`(
        with direct as materialized (
          select r.* from ${relationships} as r
          where ${within(session, tenant, sql`r`)}
            and r.resource_type = ${resource.type} and r.resource_id = ${resource.id}
        )
        ${tuplesThrough(session, tenant, everything)}
      )`;
  const result = await session.tx.execute<{ readonly facts: StoredFacts }>(sql`
    with members as materialized (select m.user_id from ${memberships} as m where ${within(session, tenant, sql`m`)}),
    guests as materialized (
      select g.user_id, g.roles from ${tenantGrants} as g
      where ${within(session, tenant, sql`g`)} and ${isLive(now)}
    )
    select jsonb_build_object(
      'revision', (select e.revision from ${environments} as e where e.id = ${session.environmentId}),
      'tenant', ${tenantOf(session, tenant)},
      'members', (select coalesce(jsonb_agg(m.user_id), '[]') from members as m),
      'accounts', (
        select coalesce(jsonb_agg(a.id), '[]') from ${serviceAccounts} as a where ${within(session, tenant, sql`a`)}
      ),
      'grants', (
        select coalesce(jsonb_agg(jsonb_build_object('user', g.user_id, 'roles', g.roles)), '[]') from guests as g
      ),
      'assignments', (
        select coalesce(jsonb_agg(jsonb_build_object('type', s.subject_type, 'id', s.subject_id, 'role', s.role)), '[]')
        from ${roleAssignments} as s where ${within(session, tenant, sql`s`)}
      ),
      'users', (
        select coalesce(jsonb_agg(${userFields}), '[]')
        from (select user_id from members union select user_id from guests) as here
        join ${users} as u on u.environment_id = ${session.environmentId} and u.id = here.user_id
      ),
      'tuples', ${tuples}
    ) as facts`);
  return onlyFacts(result.rows);
}

/** Relationships of all resources of a type, and of what these are related to, as far as they name the subject. */
export async function selectTuplesOfType(
  session: Session,
  { tenant, type, subject }: { readonly tenant: string; readonly type: string; readonly subject: string },
): Promise<readonly StoredTuple[]> {
  const isAbout = (row: SQL) =>
    sql`(${row}.subject_type not in ('user', 'service-account') or ${row}.subject_id = ${subject})`;
  const result = await session.tx.execute<{ readonly tuples: readonly StoredTuple[] }>(sql`
    with direct as materialized (
      select r.* from ${relationships} as r
      where ${within(session, tenant, sql`r`)} and r.resource_type = ${type} and ${isAbout(sql`r`)}
    )
    select (${tuplesThrough(session, tenant, isAbout)}) as tuples`);
  return result.rows[0]?.tuples ?? [];
}

/** Ids of the resources of a type that any relationship of the tenant speaks of, in order. */
export async function selectResourceIds(session: Session, tenant: string, type: string): Promise<readonly string[]> {
  const rows = await session.tx
    .selectDistinct({ id: relationships.resourceId })
    .from(relationships)
    .where(
      and(
        eq(relationships.environmentId, session.environmentId),
        eq(relationships.tenantId, tenant),
        eq(relationships.resourceType, type),
      ),
    )
    .orderBy(relationships.resourceId);
  return rows.map(({ id }) => id);
}

/** Whether a row is of the session's environment and of the tenant. */
function within({ environmentId }: Session, tenant: string, row: SQL): SQL {
  return sql`${row}.environment_id = ${environmentId} and ${row}.tenant_id = ${tenant}`;
}

function isLive(now: Date): SQL {
  return sql`(g.expires_at is null or g.expires_at > ${now.toISOString()}::timestamptz)`;
}

function tenantOf({ environmentId }: Session, tenant: string): SQL {
  return sql`(
    select jsonb_build_object('name', t.name, 'currency', t.currency, 'region', t.region,
      'dataResidency', t.data_residency, 'attributes', t.attributes)
    from ${tenants} as t where t.environment_id = ${environmentId} and t.id = ${tenant}
  )`;
}

const userFields = sql.raw(
  `jsonb_build_object('id', u.id, 'email', u.email, 'name', u.name, 'attributes', u.attributes)`,
);

/** The relationships `direct`, and one step further: those of what stands in them. */
function tuplesThrough(session: Session, tenant: string, isAbout: (row: SQL) => SQL): SQL {
  return sql`
    select coalesce(jsonb_agg(jsonb_build_array(t.resource_type, t.resource_id, t.relation, t.subject_type, t.subject_id)), '[]')
    from (
      select * from direct
      union
      select p.* from direct as d join ${relationships} as p
        on p.resource_type = d.subject_type and p.resource_id = d.subject_id
      where d.subject_type not in ('user', 'service-account', 'tenant')
        and ${within(session, tenant, sql`p`)} and ${isAbout(sql`p`)}
    ) as t`;
}

function onlyFacts(rows: readonly { readonly facts: StoredFacts }[]): StoredFacts {
  const [row] = rows;
  if (row === undefined) throw new RangeError('a select without a table gave no row');
  return row.facts;
}
