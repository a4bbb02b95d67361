import { and, count, desc, eq, exists, type SQL, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { isId } from '../../search/filter/queries.ts';
import { auditEntries, auditPersonal, auditPrunings } from '../../tables.ts';
import type { Retained } from '../which-policy.ts';

export type PruningRow = Omit<typeof auditPrunings.$inferSelect, 'environmentId' | 'policies' | 'removingUntil'>;

/** @param tenantId null: of the environment and all its tenants */
export async function selectPrunings(
  { environmentId, tx }: Session,
  tenantId: string | null,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly items: readonly PruningRow[]; readonly total: number }> {
  const { environmentId: environment, ...columns } = {
    environmentId: auditPrunings.environmentId,
    tenantId: auditPrunings.tenantId,
    id: auditPrunings.id,
    first: auditPrunings.first,
    last: auditPrunings.last,
    entries: auditPrunings.entries,
    location: auditPrunings.location,
    digest: auditPrunings.digest,
    prunedAt: auditPrunings.prunedAt,
    removedAt: auditPrunings.removedAt,
  };
  const here = and(
    eq(environment, environmentId),
    tenantId === null ? undefined : eq(auditPrunings.tenantId, tenantId),
  );
  const items = await tx
    .select(columns)
    .from(auditPrunings)
    .where(here)
    .orderBy(desc(auditPrunings.id))
    .limit(limit)
    .offset(offset);
  const [found] = await tx.select({ total: count() }).from(auditPrunings).where(here);
  return { items, total: found?.total ?? 0 };
}

/** Of which tenants and actions the entries are whose personal part {@link erasePersonal} would delete. */
export async function selectWithPersonal(
  { environmentId, tx }: Session,
  tenantId: string | null,
  subject: string,
): Promise<readonly Retained[]> {
  const { actorId, resourceType } = auditEntries;
  const itsPart = and(
    eq(auditEntries.environmentId, auditPersonal.environmentId),
    eq(auditEntries.tenantId, auditPersonal.tenantId),
    eq(auditEntries.recordedAt, auditPersonal.recordedAt),
    eq(auditEntries.id, auditPersonal.entryId),
  );
  const found = (...conditions: readonly SQL[]) =>
    tx
      .select({ tenantId: auditEntries.tenantId, action: auditEntries.action })
      .from(auditPersonal)
      .innerJoin(auditEntries, itsPart)
      .where(
        and(
          eq(auditPersonal.environmentId, environmentId),
          tenantId === null ? undefined : eq(auditPersonal.tenantId, tenantId),
          ...conditions,
        ),
      );
  // Each by an index of its own: applies wait meanwhile, and no index serves a choice between columns of two tables.
  return found(isId(auditPersonal.subject, subject)).union(found(isId(actorId, subject), isOfNoUser(resourceType)));
}

/**
 * Of how many entries the personal part is gone: those that somebody was the resource of, and those that they were the
 * actor of. Of those only what is about another user stays; of anything else nobody here knows whom it tells of.
 *
 * @param tenantId null: of all tenants
 */
export async function erasePersonal(
  { environmentId, tx }: Session,
  tenantId: string | null,
  subject: string,
): Promise<number> {
  const here = and(
    eq(auditPersonal.environmentId, environmentId),
    tenantId === null ? undefined : eq(auditPersonal.tenantId, tenantId),
  );
  const ofResource = await tx.delete(auditPersonal).where(and(here, isId(auditPersonal.subject, subject)));
  const itsEntries = tx
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.environmentId, environmentId),
        eq(auditEntries.tenantId, auditPersonal.tenantId),
        eq(auditEntries.recordedAt, auditPersonal.recordedAt),
        eq(auditEntries.id, auditPersonal.entryId),
        isId(auditEntries.actorId, subject),
        isOfNoUser(auditEntries.resourceType),
      ),
    );
  const ofActor = await tx.delete(auditPersonal).where(and(here, exists(itsEntries)));
  return (ofResource.rowCount ?? 0) + (ofActor.rowCount ?? 0);
}

function isOfNoUser(resourceType: typeof auditEntries.resourceType): SQL {
  return sql`${resourceType} IS DISTINCT FROM 'user'`;
}
