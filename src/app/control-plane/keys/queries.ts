import { and, count, desc, eq } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import { apiKeys, environments } from '../../../db/tables/index.ts';
import type { EnvironmentMode } from '../../../engine/resource.ts';
import type { pageBounds } from '../../../server/page.ts';

export type KeyRow = Omit<typeof apiKeys.$inferSelect, 'hash' | 'environmentId'>;

const columns = {
  id: apiKeys.id,
  type: apiKeys.type,
  name: apiKeys.name,
  hint: apiKeys.hint,
  scopes: apiKeys.scopes,
  defaultTenant: apiKeys.defaultTenant,
  createdBy: apiKeys.createdBy,
  createdAt: apiKeys.createdAt,
  lastUsedAt: apiKeys.lastUsedAt,
  expiresAt: apiKeys.expiresAt,
  revokedAt: apiKeys.revokedAt,
  replacedBy: apiKeys.replacedBy,
};

/** Newest first. */
export async function selectKeys(session: Session, bounds: ReturnType<typeof pageBounds>): Promise<readonly KeyRow[]> {
  return session.tx
    .select(columns)
    .from(apiKeys)
    .where(eq(apiKeys.environmentId, session.environmentId))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(bounds.limit)
    .offset(bounds.offset);
}

export async function countKeys(session: Session): Promise<number> {
  const rows = await session.tx
    .select({ total: count() })
    .from(apiKeys)
    .where(eq(apiKeys.environmentId, session.environmentId));
  return rows[0]?.total ?? 0;
}

/** The environment's mode, which cannot change any more until the transaction ends. */
export async function selectFixedMode(session: Session): Promise<EnvironmentMode | undefined> {
  const rows = await session.tx
    .select({ mode: environments.mode })
    .from(environments)
    .where(eq(environments.id, session.environmentId))
    .for('key share');
  return rows[0]?.mode;
}

/** Locked until the transaction ends, so that two rotations of one key come one after the other. */
export async function selectKeyForUpdate(session: Session, id: string): Promise<KeyRow | undefined> {
  const rows = await session.tx.select(columns).from(apiKeys).where(isKey(session, id)).for('update');
  return rows[0];
}

export async function insertKey(
  session: Session,
  row: Omit<typeof apiKeys.$inferInsert, 'environmentId'>,
): Promise<KeyRow> {
  const rows = await session.tx
    .insert(apiKeys)
    .values({ environmentId: session.environmentId, ...row })
    .returning(columns);
  return firstOf(rows);
}

export async function updateKey(
  session: Session,
  id: string,
  values: Partial<Pick<KeyRow, 'expiresAt' | 'revokedAt' | 'replacedBy'>>,
): Promise<KeyRow> {
  return firstOf(await session.tx.update(apiKeys).set(values).where(isKey(session, id)).returning(columns));
}

function isKey(session: Session, id: string) {
  return and(eq(apiKeys.environmentId, session.environmentId), eq(apiKeys.id, id));
}

function firstOf(rows: readonly KeyRow[]): KeyRow {
  const row = rows[0];
  if (row === undefined) {
    throw new RangeError('a statement that returns one key returned none');
  }
  return row;
}
