import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { resources } from '../../../../db/tables/index.ts';
import type { Json, JsonObject } from '../../../../engine/json.ts';

/** What reports may tell of a flag. */
export interface Reportable {
  readonly variations: JsonObject;
  /** All that it serves at some time, as written: names of variations, and rollouts. */
  readonly servings: readonly Json[];
}

/** Of those flags that are live. */
export async function selectReportable(
  session: Session,
  flags: readonly string[],
): Promise<ReadonlyMap<string, Reportable>> {
  if (flags.length === 0) return new Map();
  const servings = ['$.fallthrough', '$.rules[*].serve', '$.schedule[*].fallthrough'].map(
    (path) => sql`jsonb_path_query_array(${resources.body}, ${path}::jsonpath)`,
  );
  const rows = await session.tx
    .select({
      key: resources.key,
      variations: sql<JsonObject>`${resources.body} -> 'variations'`,
      servings: sql<readonly Json[]>`${sql.join(servings, sql` || `)}`,
    })
    .from(resources)
    .where(
      and(
        eq(resources.environmentId, session.environmentId),
        eq(resources.kind, 'Flag'),
        inArray(resources.key, [...flags]),
      ),
    );
  return new Map(rows.map(({ key, ...reportable }) => [key, reportable]));
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
