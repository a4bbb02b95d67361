import { and, asc, count, eq, ne } from 'drizzle-orm';
import type { Session, Transaction } from '../../../db/contract.ts';
import { secrets } from '../../../db/tables/index.ts';
import type { pageBounds } from '../../../server/page.ts';

export type SecretRow = Pick<typeof secrets.$inferSelect, 'name' | 'updatedBy' | 'updatedAt'>;

const nameColumns = { name: secrets.name, updatedBy: secrets.updatedBy, updatedAt: secrets.updatedAt };

/** Names only; no query of a list ever reads a value. */
export async function selectSecretNames(
  session: Session,
  bounds: ReturnType<typeof pageBounds>,
): Promise<readonly SecretRow[]> {
  return session.tx
    .select(nameColumns)
    .from(secrets)
    .where(eq(secrets.environmentId, session.environmentId))
    .orderBy(asc(secrets.name))
    .limit(bounds.limit)
    .offset(bounds.offset);
}

export async function countSecrets(session: Session): Promise<number> {
  const rows = await session.tx
    .select({ total: count() })
    .from(secrets)
    .where(eq(secrets.environmentId, session.environmentId));
  return rows[0]?.total ?? 0;
}

export async function upsertSecret(
  session: Session,
  row: Omit<typeof secrets.$inferInsert, 'environmentId'>,
): Promise<void> {
  const { name, ...values } = row;
  await session.tx
    .insert(secrets)
    .values({ environmentId: session.environmentId, name, ...values })
    .onConflictDoUpdate({ target: [secrets.environmentId, secrets.name], set: values });
}

/** False when there was none. */
export async function deleteSecret(session: Session, name: string): Promise<boolean> {
  const deleted = await session.tx.delete(secrets).where(isSecret(session, name)).returning({ name: secrets.name });
  return deleted.length > 0;
}

function isSecret(session: Session, name: string) {
  return and(eq(secrets.environmentId, session.environmentId), eq(secrets.name, name));
}

/** Who set it when; undefined where there is none. */
export async function selectSecretName(session: Session, name: string): Promise<SecretRow | undefined> {
  const [row] = await session.tx.select(nameColumns).from(secrets).where(isSecret(session, name));
  return row;
}

/** Of all environments. Null: with whatever key. */
export async function countSecretsNotSealedWith(tx: Transaction, keyName: string | null): Promise<number> {
  const rows = await tx
    .select({ total: count() })
    .from(secrets)
    .where(keyName === null ? undefined : ne(secrets.sealedWith, keyName));
  return rows[0]?.total ?? 0;
}
