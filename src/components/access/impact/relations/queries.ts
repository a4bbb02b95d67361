import { sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
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
