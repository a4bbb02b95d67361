import { and, eq, inArray } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import { resources } from '../../../db/tables/index.ts';
import type { JsonObject } from '../../../engine/json.ts';

export interface LiveFlag {
  readonly key: string;
  readonly body: JsonObject;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Those of the keys that are live flags, by key. */
export async function selectFlags(session: Session, keys: readonly string[]): Promise<ReadonlyMap<string, LiveFlag>> {
  if (keys.length === 0) return new Map();
  const rows = await session.tx
    .select({
      key: resources.key,
      body: resources.body,
      createdAt: resources.createdAt,
      updatedAt: resources.updatedAt,
    })
    .from(resources)
    .where(
      and(
        eq(resources.environmentId, session.environmentId),
        eq(resources.kind, 'Flag'),
        inArray(resources.key, [...keys]),
      ),
    );
  return new Map(rows.map((row) => [row.key, row]));
}
