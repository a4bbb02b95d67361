import { and, eq } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import { resources } from '../../../db/tables/index.ts';
import type { JsonObject } from '../../../engine/json.ts';

/** The body of a live flag; null where there is none. */
export async function selectFlag(session: Session, key: string): Promise<JsonObject | null> {
  const [row] = await session.tx
    .select({ body: resources.body })
    .from(resources)
    .where(and(eq(resources.environmentId, session.environmentId), eq(resources.kind, 'Flag'), eq(resources.key, key)));
  return row?.body ?? null;
}
