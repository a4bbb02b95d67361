import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { resources } from '../../../../db/tables/index.ts';
import type { Json } from '../../../../engine/json.ts';
import { instantOf } from '../../conditions/instant-of.ts';
import { experimentStarts } from '../tables.ts';

/**
 * From when exposures count, of those flags that are live and have an experiment: from the `start` it says, else from
 * when it was added, and none from before 1970. Of one that was added before anybody wrote that down, from when the flag came to be.
 */
export async function readStarts(session: Session, flags: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  if (flags.length === 0) return new Map();
  const rows = await session.tx
    .select({
      flag: resources.key,
      start: sql<Json>`${resources.body} -> 'experiment' -> 'start'`,
      addedAt: experimentStarts.addedAt,
      createdAt: resources.createdAt,
    })
    .from(resources)
    .leftJoin(
      experimentStarts,
      and(eq(experimentStarts.environmentId, resources.environmentId), eq(experimentStarts.flag, resources.key)),
    )
    .where(
      and(
        eq(resources.environmentId, session.environmentId),
        eq(resources.kind, 'Flag'),
        inArray(resources.key, [...flags]),
        isNotNull(sql`${resources.body} -> 'experiment'`),
      ),
    );
  return new Map(
    rows.map(({ addedAt, createdAt, flag, start }) => {
      const said = instantOf(start);
      return [flag, said === undefined ? (addedAt ?? createdAt) : new Date(Math.max(said, 0))];
    }),
  );
}

/** When experiments were added to these flags, as far as that is written down. */
export async function selectAdded(session: Session, flags: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const rows = await session.tx.select().from(experimentStarts).where(ofFlags(session, flags));
  return new Map(rows.map(({ addedAt, flag }) => [flag, addedAt]));
}

export async function deleteAdded(session: Session, flags: readonly string[]): Promise<void> {
  await session.tx.delete(experimentStarts).where(ofFlags(session, flags));
}

export async function insertAdded(session: Session, added: ReadonlyMap<string, Date>): Promise<void> {
  if (added.size === 0) return;
  const { environmentId, tx } = session;
  await tx.insert(experimentStarts).values([...added].map(([flag, addedAt]) => ({ environmentId, flag, addedAt })));
}

function ofFlags({ environmentId }: Session, flags: readonly string[]) {
  return and(eq(experimentStarts.environmentId, environmentId), inArray(experimentStarts.flag, [...flags]));
}
