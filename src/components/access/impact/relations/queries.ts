import { type SQL, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { subjectTypes } from '../../subject-types.ts';
import { relationships } from '../../tables.ts';
import { allowsOtherwise, type RelationPath } from './relation-paths.ts';

/** Somebody, or all of a tenant, standing in the same relations to so many resources. */
export interface RelatedRow {
  readonly tenant: string;
  readonly type: 'user' | 'service-account' | 'tenant';
  readonly id: string;
  /** Indexes of paths, in order. */
  readonly own: readonly number[];
  /** Those in which everybody of the tenant stands to the same resources. */
  readonly shared: readonly number[];
  /** Resources. */
  readonly amount: number;
}

/**
 * Who stands in which relations to resources, as far as any of the paths there allows otherwise than before. A tenant
 * at the end of a relationship is a row of its own: it stands for everybody there.
 */
export async function selectRelated(
  { environmentId, tx }: Session,
  paths: readonly RelationPath[],
): Promise<readonly RelatedRow[]> {
  if (paths.length === 0) return [];
  const steps = paths.flatMap((path, index) =>
    path.steps.flatMap(({ ends, relation, stored }, at) =>
      stored.flatMap((type) =>
        ends.map((end) => ({
          path: index,
          target: path.type,
          changed: allowsOtherwise(path),
          step: `${at + 1}/${path.steps.length}`,
          type,
          relation,
          end,
        })),
      ),
    ),
  );
  const { rows } = await tx.execute<{ readonly [field in keyof RelatedRow]: RelatedRow[field] }>(sql`
    with steps as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb)
        as s (path int, target text, changed boolean, step text, type text, relation text, "end" text)
    ),
    stood as (
      select s.path, s.target, s.changed, r.tenant_id, r.resource_id, r.subject_type, r.subject_id
      from steps as s
      join ${relationships} as r
        on r.environment_id = ${environmentId} and r.resource_type = s.type and r.relation = s.relation
          and r.subject_type = s."end"
      where s.step = '1/1'
      union all
      select s.path, s.target, s.changed, r.tenant_id, r.resource_id, f.subject_type, f.subject_id
      from steps as s
      join ${relationships} as r
        on r.environment_id = ${environmentId} and r.resource_type = s.type and r.relation = s.relation
          and r.subject_type = s."end"
      join steps as t on t.path = s.path and t.step = '2/2'
      join ${relationships} as f
        on f.environment_id = ${environmentId} and f.tenant_id = r.tenant_id and f.resource_type = t.type
          and f.resource_id = r.subject_id and f.relation = t.relation and f.subject_type = t."end"
      where s.step = '1/2'
    ),
    standing as (
      select target, tenant_id, resource_id, subject_type, subject_id,
        array_agg(distinct path order by path) as paths, bool_or(changed) as changed
      from stood where subject_type <> 'tenant' or subject_id = tenant_id
      group by target, tenant_id, resource_id, subject_type, subject_id
    ),
    -- A window and no join with itself: of what is made on the way PostgreSQL does not know how much there is.
    related as (
      select tenant_id, subject_type, subject_id, paths, changed,
        max(paths) filter (where subject_type = 'tenant') over resource as shared,
        bool_or(changed) filter (where subject_type = 'tenant') over resource as shared_changed
      from standing window resource as (partition by target, tenant_id, resource_id)
    )
    select tenant_id as tenant, subject_type as type, subject_id as id, paths as own,
      case when subject_type = 'tenant' then '{}'::int[] else coalesce(shared, '{}'::int[]) end as shared,
      count(*)::int as amount
    from related where changed or shared_changed
    group by 1, 2, 3, 4, 5`);
  return rows;
}

/** How many relationships each tenant keeps of or with resources of a type, for tenants that keep any. A rename gives it the key `to`. */
export async function selectRelationshipCounts(
  { environmentId, tx }: Session,
  type: string,
  to: string,
): Promise<readonly { readonly tenant: string; readonly amount: number }[]> {
  const { rows } = await tx.execute<{ readonly tenant: string; readonly amount: number }>(sql`
    select r.tenant_id as tenant, count(*)::int as amount from ${relationships} as r
    where r.environment_id = ${environmentId} and ${isRelated(type, to)}
    group by r.tenant_id order by r.tenant_id collate "C"`);
  return rows;
}

/**
 * Gives relationships the new name of a resource type, at both ends. Of two that are then alike one stays. Nobody who
 * stands at an end becomes a resource by it, nor any resource somebody, whatever the type is or was called.
 */
export async function renameRelatedType({ environmentId, tx }: Session, from: string, to: string): Promise<void> {
  const concerned = isRelated(from, to);
  const end = sql`subject_type`;
  const renamedEnd = meansSomebody(from, to) ? end : sql`case when ${end} = ${from} then ${to} else ${end} end`;
  await tx.execute(sql`
    insert into ${relationships}
      (environment_id, tenant_id, resource_type, resource_id, relation, subject_type, subject_id, created_at)
    select environment_id, tenant_id,
      case when resource_type = ${from} then ${to} else resource_type end, resource_id, relation,
      ${renamedEnd}, subject_id, created_at
    from ${relationships}
    where environment_id = ${environmentId} and ${concerned}
    on conflict do nothing`);
  await tx.execute(sql`
    delete from ${relationships}
    where environment_id = ${environmentId} and ${concerned}`);
}

/** A relationship of or with resources of a type; where it is or will be called like somebody, only of them. */
function isRelated(type: string, to: string): SQL {
  const ofThem = sql`resource_type = ${type}`;
  return meansSomebody(type, to) ? ofThem : sql`(${ofThem} or subject_type = ${type})`;
}

function meansSomebody(...types: readonly string[]): boolean {
  return types.some((type) => subjectTypes.has(type));
}
