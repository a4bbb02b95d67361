import { and, asc, count, eq, sql, type SQL } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import type { PageBounds } from '../../../../server/page.ts';
import { relationships } from '../../tables.ts';

/** One tuple without its tenant. */
export type Tuple = Omit<typeof relationships.$inferSelect, 'environmentId' | 'tenantId' | 'createdAt'>;

const columns = {
  resourceType: relationships.resourceType,
  resourceId: relationships.resourceId,
  relation: relationships.relation,
  subjectType: relationships.subjectType,
  subjectId: relationships.subjectId,
};

export type TupleFilter = Partial<Tuple>;

/** In the order of the primary key. */
export async function selectTuples(
  session: Session,
  tenantId: string,
  filter: TupleFilter,
  bounds: PageBounds,
): Promise<readonly Tuple[]> {
  return session.tx
    .select(columns)
    .from(relationships)
    .where(fitting(session, tenantId, filter))
    .orderBy(...Object.values(columns).map((column) => asc(column)))
    .limit(bounds.limit)
    .offset(bounds.offset);
}

export async function countTuples(session: Session, tenantId: string, filter: TupleFilter): Promise<number> {
  const [row] = await session.tx
    .select({ total: count() })
    .from(relationships)
    .where(fitting(session, tenantId, filter));
  return row?.total ?? 0;
}

/** How many were new. */
export async function insertTuples(
  session: Session,
  tenantId: string,
  tuples: readonly Tuple[],
  createdAt: Date,
): Promise<readonly Tuple[]> {
  if (tuples.length === 0) return [];
  return session.tx
    .insert(relationships)
    .values(tuples.map((tuple) => ({ environmentId: session.environmentId, tenantId, createdAt, ...tuple })))
    .onConflictDoNothing()
    .returning(columns);
}

/** Those that there were. */
export async function deleteTuples(
  session: Session,
  tenantId: string,
  tuples: readonly Tuple[],
): Promise<readonly Tuple[]> {
  if (tuples.length === 0) return [];
  const wanted = sql.join(
    tuples.map(
      (tuple) =>
        sql`(${tuple.resourceType}, ${tuple.resourceId}, ${tuple.relation}, ${tuple.subjectType}, ${tuple.subjectId})`,
    ),
    sql`, `,
  );
  return session.tx
    .delete(relationships)
    .where(
      and(
        fitting(session, tenantId, {}),
        sql`(${sql.join(
          Object.values(columns).map((column) => sql`${column}`),
          sql`, `,
        )}) IN (${wanted})`,
      ),
    )
    .returning(columns);
}

function fitting(session: Session, tenantId: string, filter: TupleFilter): SQL | undefined {
  const { resourceType, resourceId, relation, subjectType, subjectId } = filter;
  return and(
    eq(relationships.environmentId, session.environmentId),
    eq(relationships.tenantId, tenantId),
    ...(resourceType === undefined ? [] : [eq(relationships.resourceType, resourceType)]),
    ...(resourceId === undefined ? [] : [eq(relationships.resourceId, resourceId)]),
    ...(relation === undefined ? [] : [eq(relationships.relation, relation)]),
    ...(subjectType === undefined ? [] : [eq(relationships.subjectType, subjectType)]),
    ...(subjectId === undefined ? [] : [eq(relationships.subjectId, subjectId)]),
  );
}
