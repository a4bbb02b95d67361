import type { PreparedStatement } from '../../../db/prepared-statement.ts';

/*
 * The statements that decisions rest on. In each, $1 is the environment, and $2 the tenant where anything is read;
 * every table is narrowed to both, above what row-level security does below.
 */

const within = (row: string) => `${row}.environment_id = $1 and ${row}.tenant_id = $2`;

/** `condition` says which rows, beyond the tenant's. */
const list = (item: string, from: string, condition: string) =>
  `(select coalesce(jsonb_agg(${item}), '[]') from ${from} where ${condition})`;

/**
 * Of each name in a parameter, what is found under it: with OFFSET 0, PostgreSQL looks the names up in an index one by
 * one. Left to itself it may as well read a whole tenant for them, most of all while it has no statistics, and below
 * the policy of users make a table of all members.
 */
const found = (item: string, names: string, from: string, condition: string) =>
  list(
    'found.item',
    `unnest(${names}::text[]) as asked (id) cross join lateral (
    select ${item} as item from ${from} where ${condition} offset 0
  ) as found`,
    'true',
  );

const revision = '(select e.revision from environments as e where e.id = $1)';

const version = `coalesce((select v.version from access_versions as v where ${within('v')}), 0)`;

const tenant = `(
  select jsonb_build_object('name', t.name, 'currency', t.currency, 'region', t.region,
    'dataResidency', t.data_residency, 'attributes', t.attributes)
  from tenants as t where t.environment_id = $1 and t.id = $2
)`;

const user = "jsonb_build_object('id', u.id, 'email', u.email, 'name', u.name, 'attributes', u.attributes)";
const grant = "jsonb_build_object('user', g.user_id, 'roles', g.roles)";
const assignment = "jsonb_build_object('type', s.subject_type, 'id', s.subject_id, 'role', s.role)";
const rolesOf = (type: string, names: string) =>
  found(
    assignment,
    names,
    'role_assignments as s',
    `${within('s')} and s.subject_type = '${type}' and s.subject_id = asked.id`,
  );
const live = '(g.expires_at is null or g.expires_at > $3::timestamptz)';

/**
 * The relationships found by `direct`, and one step further: those of what stands in them. `about` leaves out ends
 * that nobody asked about. With OFFSET 0, PostgreSQL looks the few names up in the index, one by one, and never
 * reads all relationships of a tenant for them.
 */
const tuples = (direct: string, about: (row: string) => string) => `(
  with direct as materialized (${direct})
  select coalesce(jsonb_agg(jsonb_build_array(t.resource_type, t.resource_id, t.relation, t.subject_type, t.subject_id)), '[]')
  from (
    select * from direct
    union
    select p.* from direct as d cross join lateral (
      select r.* from relationships as r
      where ${within('r')} and r.resource_type = d.subject_type and r.resource_id = d.subject_id and ${about('r')}
      offset 0
    ) as p
    where d.subject_type not in ('user', 'service-account', 'tenant')
  ) as t
)`;

const isOneOf = (subjects: string) => (row: string) =>
  `(${row}.subject_type not in ('user', 'service-account') or ${row}.subject_id = any(${subjects}::text[]))`;

/** What is known of accounts goes in by two parts, each of which takes time to begin even where it finds nothing. */
const factsOf = ({ accounts, assignments }: { readonly accounts: string; readonly assignments: string }) =>
  `select jsonb_build_object(
    'revision', ${revision},
    'version', ${version},
    'tenant', ${tenant},
    'members', ${found('m.user_id', '$4', 'memberships as m', `${within('m')} and m.user_id = asked.id`)},
    'accounts', ${accounts},
    'grants', ${found(grant, '$4', 'tenant_grants as g', `${within('g')} and g.user_id = asked.id and ${live}`)},
    'assignments', ${assignments},
    'users', ${found(user, '$4', 'users as u', 'u.environment_id = $1 and u.id = asked.id')},
    'tuples', ${tuples(
      `select found.* from unnest($5::text[], $6::text[]) as asked (type, id) cross join lateral (
        select r.* from relationships as r
        where ${within('r')} and r.resource_type = asked.type and r.resource_id = asked.id and ${isOneOf('$7')('r')}
        offset 0
      ) as found`,
      isOneOf('$7'),
    )}
  ) as facts`;

/** $3 now, $4 users, $5 and $6 types and ids of resources, $7 users and service accounts, $8 service accounts. */
export const factsStatement: PreparedStatement = {
  name: 'access_facts',
  text: factsOf({
    accounts: found('a.id', '$8', 'service_accounts as a', `${within('a')} and a.id = asked.id`),
    assignments: `${rolesOf('user', '$4')} || ${rolesOf('service-account', '$8')}`,
  }),
};

/** The same where no service account is asked about, up to $7. */
export const factsOfUsersStatement: PreparedStatement = {
  name: 'access_facts_of_users',
  text: factsOf({ accounts: `'[]'::jsonb`, assignments: rolesOf('user', '$4') }),
};

/** $3 now, $4 and $5 type and id of the resource, or null. */
export const everybodyStatement: PreparedStatement = {
  name: 'access_everybody',
  text: `with members as materialized (select m.user_id from memberships as m where ${within('m')}),
  guests as materialized (select g.user_id, g.roles from tenant_grants as g where ${within('g')} and ${live})
  select jsonb_build_object(
    'revision', ${revision},
    'tenant', ${tenant},
    'members', ${list('m.user_id', 'members as m', 'true')},
    'accounts', ${list('a.id', 'service_accounts as a', within('a'))},
    'grants', ${list(grant, 'guests as g', 'true')},
    'assignments', ${list(assignment, 'role_assignments as s', within('s'))},
    'users', ${list(
      user,
      '(select user_id from members union select user_id from guests) as here join users as u on u.id = here.user_id',
      'u.environment_id = $1',
    )},
    'tuples', ${tuples(
      `select r.* from relationships as r
        where ${within('r')} and r.resource_type = $4::text and r.resource_id = $5::text`,
      () => 'true',
    )}
  ) as facts`,
};

/** $3 the type, $4 the subjects. */
export const tuplesOfTypeStatement: PreparedStatement = {
  name: 'access_tuples_of_type',
  text: `select ${tuples(
    `select r.* from relationships as r where ${within('r')} and r.resource_type = $3::text and ${isOneOf('$4')('r')}`,
    isOneOf('$4'),
  )} as tuples`,
};

/**
 * $3 the version, $4 the revision by which something was decided. Ends the transaction as a conflict, to be run again, where
 * they hold no more: somebody has changed what people may do within the tenant, a revision was applied, or the tenant is
 * none of those that row-level security lets this transaction see.
 */
export const refuseStaleStatement: PreparedStatement = {
  name: 'access_refuse_stale',
  text: `select dream_refuse_stale_access() where not exists (
    select from tenants as t
    join environments as e on e.id = t.environment_id and e.revision = $4::bigint
    left join access_versions as v on v.environment_id = t.environment_id and v.tenant_id = t.id
    where t.environment_id = $1 and t.id = $2 and coalesce(v.version, 0) = $3::bigint
  )`,
};

const logOf = (decidedAt: string, columns: string) =>
  `insert into decisions (environment_id, tenant_id, id, subject_type, subject_id, action, resource_type, resource_id,
    allowed, grounds, policy_revision, request_id, decided_at)
  select $1, d."tenantId", d.id, d."subjectType", d."subjectId", d.action, d."resourceType", d."resourceId",
    d.allowed, d.grounds, d."policyRevision", d."requestId", ${decidedAt}
  from jsonb_to_recordset($2::jsonb) as d (id text, "tenantId" text, "subjectType" text, "subjectId" text, action text,
    "resourceType" text, "resourceId" text, allowed boolean, grounds jsonb, "policyRevision" bigint, "requestId" text${columns})`;

/** $2 the rows as JSON, those of all requests that are answered together in one round trip; $3 now. */
export const logStatement: PreparedStatement = { name: 'access_log', text: logOf('$3::timestamptz', '') };

/** The same of decisions that applications took before now, each at its time. */
export const logReportedStatement: PreparedStatement = {
  name: 'access_log_reported',
  text: logOf('least(d."decidedAt", $3::timestamptz)', ', "decidedAt" timestamptz'),
};
