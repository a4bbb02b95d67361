import { and, asc, count, eq, type SQL } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import type { PageBounds } from '../../../../server/page.ts';
import { serviceAccounts } from '../../tables.ts';

export type ServiceAccountRow = Pick<typeof serviceAccounts.$inferSelect, 'id' | 'name' | 'createdAt'>;

const columns = { id: serviceAccounts.id, name: serviceAccounts.name, createdAt: serviceAccounts.createdAt };

/** By id, which is by age. */
export async function selectServiceAccounts(
  session: Session,
  tenantId: string,
  bounds: PageBounds,
): Promise<readonly ServiceAccountRow[]> {
  return session.tx
    .select(columns)
    .from(serviceAccounts)
    .where(inTenant(session, tenantId))
    .orderBy(asc(serviceAccounts.id))
    .limit(bounds.limit)
    .offset(bounds.offset);
}

export async function countServiceAccounts(session: Session, tenantId: string): Promise<number> {
  const [row] = await session.tx.select({ total: count() }).from(serviceAccounts).where(inTenant(session, tenantId));
  return row?.total ?? 0;
}

export async function selectServiceAccount(
  session: Session,
  tenantId: string,
  id: string,
): Promise<ServiceAccountRow | undefined> {
  const [row] = await session.tx
    .select(columns)
    .from(serviceAccounts)
    .where(and(inTenant(session, tenantId), eq(serviceAccounts.id, id)));
  return row;
}

/** Undefined when there is none; else it exists until the transaction ends. */
export async function holdServiceAccount(
  session: Session,
  tenantId: string,
  id: string,
): Promise<ServiceAccountRow | undefined> {
  const [row] = await session.tx
    .select(columns)
    .from(serviceAccounts)
    .where(and(inTenant(session, tenantId), eq(serviceAccounts.id, id)))
    .for('key share');
  return row;
}

export async function insertServiceAccount(session: Session, tenantId: string, row: ServiceAccountRow): Promise<void> {
  await session.tx.insert(serviceAccounts).values({ environmentId: session.environmentId, tenantId, ...row });
}

/** False when there was none. */
export async function deleteServiceAccount(session: Session, tenantId: string, id: string): Promise<boolean> {
  const rows = await session.tx
    .delete(serviceAccounts)
    .where(and(inTenant(session, tenantId), eq(serviceAccounts.id, id)))
    .returning({ id: serviceAccounts.id });
  return rows.length > 0;
}

function inTenant(session: Session, tenantId: string): SQL | undefined {
  return and(eq(serviceAccounts.environmentId, session.environmentId), eq(serviceAccounts.tenantId, tenantId));
}
