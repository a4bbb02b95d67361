import { eq, sql } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import { resources, secrets } from '../../../db/tables/index.ts';

/** Names in `${secrets.NAME}` anywhere in the live bodies. */
export async function selectSecretsInUse(session: Session): Promise<readonly string[]> {
  const name = sql<string>`(regexp_matches(${resources.body}::text, '\\$\\{secrets\\.([A-Za-z0-9_.-]+)\\}', 'g'))[1]`;
  const rows = await session.tx
    .selectDistinct({ name: name.as('name') })
    .from(resources)
    .where(eq(resources.environmentId, session.environmentId));
  return rows.map((row) => row.name).sort();
}

export async function selectSecretNames(session: Session): Promise<ReadonlySet<string>> {
  const rows = await session.tx
    .select({ name: secrets.name })
    .from(secrets)
    .where(eq(secrets.environmentId, session.environmentId));
  return new Set(rows.map((row) => row.name));
}
