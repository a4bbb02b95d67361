import { asc, eq, sql } from 'drizzle-orm';
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

/** By which master key each is sealed (`masterKeyName`), by the name of the secret, in order. */
export async function selectSealedWith(session: Session): Promise<ReadonlyMap<string, string>> {
  const rows = await session.tx
    .select({ name: secrets.name, sealedWith: secrets.sealedWith })
    .from(secrets)
    .where(eq(secrets.environmentId, session.environmentId))
    .orderBy(asc(secrets.name));
  return new Map(rows.map((row) => [row.name, row.sealedWith]));
}
