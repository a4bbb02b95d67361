import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { resources } from '../../../../db/tables/index.ts';
import type { JsonObject } from '../../../../engine/json.ts';

/** Names of the variations of those flags that are live. */
export async function selectVariations(
  session: Session,
  flags: readonly string[],
): Promise<ReadonlyMap<string, JsonObject>> {
  if (flags.length === 0) return new Map();
  const rows = await session.tx
    .select({ key: resources.key, variations: sql<JsonObject>`${resources.body} -> 'variations'` })
    .from(resources)
    .where(
      and(
        eq(resources.environmentId, session.environmentId),
        eq(resources.kind, 'Flag'),
        inArray(resources.key, [...flags]),
      ),
    );
  return new Map(rows.map(({ key, variations }) => [key, variations]));
}

/** All flags that are live, by key, and since when. */
export async function selectFlags(
  session: Session,
): Promise<readonly { readonly key: string; readonly liveSince: Date }[]> {
  return session.tx
    .select({ key: resources.key, liveSince: resources.createdAt })
    .from(resources)
    .where(and(eq(resources.environmentId, session.environmentId), eq(resources.kind, 'Flag')))
    .orderBy(asc(resources.key));
}
