import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import { environments, resources, resourceVersions, revisions } from '../../../db/tables/index.ts';
import type { Settled } from '../../../engine/changeset/settled.ts';
import type { LiveRecord } from '../../../engine/changeset/live-state.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { type EnvironmentSettings, type ResourceId, resourceName } from '../../../engine/resource.ts';

export interface EnvironmentRow {
  readonly revision: number;
  readonly mode: 'test' | 'live';
  readonly settings: EnvironmentSettings | null;
  readonly settled: Settled | null;
}

/** The environment's row. `lock` makes every other apply of the environment wait until this transaction ends. */
export async function selectEnvironment(session: Session, lock: boolean): Promise<EnvironmentRow> {
  const query = session.tx
    .select({
      revision: environments.revision,
      mode: environments.mode,
      settings: environments.settings,
      settled: environments.settled,
    })
    .from(environments)
    .where(eq(environments.id, session.environmentId));
  const [row] = lock ? await query.for('update') : await query;
  if (row === undefined) throw new Error(`environment ${session.environmentId} has no row`);
  return row;
}

/** Every live resource without its body: enough to see what differs. */
export async function selectLiveHashes(session: Session): Promise<LiveRecord[]> {
  const rows = await session.tx
    .select({
      kind: resources.kind,
      key: resources.key,
      hash: resources.hash,
      owner: resources.owner,
      updatedBy: resources.updatedBy,
      updatedAt: resources.updatedAt,
    })
    .from(resources)
    .where(eq(resources.environmentId, session.environmentId));
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}

/** Bodies by `Kind/key`. Asking for most of an environment reads all of it in one scan. */
export async function selectBodies(
  session: Session,
  ids: readonly ResourceId[],
): Promise<ReadonlyMap<string, JsonObject>> {
  if (ids.length === 0) return new Map();
  const names = JSON.stringify(ids.map(({ kind, key }) => ({ kind, key })));
  const wanted = sql`(${resources.kind}, ${resources.key}) in (select kind, key from jsonb_to_recordset(${names}::jsonb) as wanted(kind text, key text))`;
  const rows = await session.tx
    .select({ kind: resources.kind, key: resources.key, body: resources.body })
    .from(resources)
    .where(and(eq(resources.environmentId, session.environmentId), wanted));
  return new Map(rows.map((row) => [resourceName(row), row.body]));
}

/** Who last changed a resource that is no longer live, and when; undefined when it never was. */
export async function selectLastChange(
  session: Session,
  { kind, key }: ResourceId,
): Promise<{ readonly author: string; readonly createdAt: Date } | undefined> {
  const [row] = await session.tx
    .select({ author: revisions.author, createdAt: revisions.createdAt })
    .from(resourceVersions)
    .innerJoin(
      revisions,
      and(eq(revisions.environmentId, resourceVersions.environmentId), eq(revisions.number, resourceVersions.revision)),
    )
    .where(
      and(
        eq(resourceVersions.environmentId, session.environmentId),
        eq(resourceVersions.kind, kind),
        eq(resourceVersions.key, key),
      ),
    )
    .orderBy(desc(revisions.number))
    .limit(1);
  return row;
}

export type ResourceRow = typeof resources.$inferInsert;
export type ResourceVersionRow = typeof resourceVersions.$inferInsert;
export type RevisionRow = typeof revisions.$inferInsert;

/** PostgreSQL takes 65,535 parameters in a statement; this keeps well below with the widest table. */
const rowsPerStatement = 1000;

export async function upsertResources(session: Session, rows: readonly ResourceRow[]): Promise<void> {
  for (const chunk of chunks(rows)) {
    await session.tx
      .insert(resources)
      .values(chunk)
      .onConflictDoUpdate({
        target: [resources.environmentId, resources.kind, resources.key],
        set: {
          body: sql`excluded.body`,
          hash: sql`excluded.hash`,
          owner: sql`excluded.owner`,
          revision: sql`excluded.revision`,
          updatedBy: sql`excluded.updated_by`,
          updatedAt: sql`excluded.updated_at`,
        },
      });
  }
}

/** Gives back since when there was each of them. */
export async function deleteResources(
  session: Session,
  ids: readonly ResourceId[],
): Promise<readonly (ResourceId & { readonly createdAt: Date })[]> {
  const gone: (ResourceId & { readonly createdAt: Date })[] = [];
  const byKind = Map.groupBy(ids, (id) => id.kind);
  for (const [kind, concerned] of byKind) {
    const keys = concerned.map((id) => id.key);
    const rows = await session.tx
      .delete(resources)
      .where(
        and(eq(resources.environmentId, session.environmentId), eq(resources.kind, kind), inArray(resources.key, keys)),
      )
      .returning({ kind: resources.kind, key: resources.key, createdAt: resources.createdAt });
    gone.push(...rows);
  }
  return gone;
}

export async function insertResourceVersions(session: Session, rows: readonly ResourceVersionRow[]): Promise<void> {
  for (const chunk of chunks(rows)) await session.tx.insert(resourceVersions).values(chunk);
}

export async function insertRevision(session: Session, row: RevisionRow): Promise<void> {
  await session.tx.insert(revisions).values(row);
}

export async function updateEnvironment(
  session: Session,
  values: Partial<Pick<EnvironmentRow, 'revision' | 'settings' | 'settled'>>,
): Promise<void> {
  await session.tx.update(environments).set(values).where(eq(environments.id, session.environmentId));
}

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) yield rows.slice(start, start + rowsPerStatement);
}
