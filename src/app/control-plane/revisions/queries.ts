import { and, asc, count, desc, eq, gt, isNotNull, lte, sql } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import { resourceVersions, revisions } from '../../../db/tables/index.ts';
import type { Changeset } from '../../../engine/changeset/changeset.ts';
import type { JsonObject } from '../../../engine/json.ts';
import type { EnvironmentSettings } from '../../../engine/resource.ts';

export interface PageBounds {
  readonly limit: number;
  readonly offset: number;
}

export type RevisionRecord = typeof revisions.$inferSelect;
export type RevisionListRecord = Omit<RevisionRecord, 'changeset' | 'environmentId'> & {
  readonly summary: Changeset['summary'];
};

const summary = sql<Changeset['summary']>`${revisions.changeset}->'summary'`;

export async function selectRevisions(session: Session, bounds: PageBounds): Promise<readonly RevisionListRecord[]> {
  return session.tx
    .select({
      id: revisions.id,
      number: revisions.number,
      cause: revisions.cause,
      rollbackTo: revisions.rollbackTo,
      author: revisions.author,
      commit: revisions.commit,
      message: revisions.message,
      createdAt: revisions.createdAt,
      summary,
    })
    .from(revisions)
    .where(eq(revisions.environmentId, session.environmentId))
    .orderBy(desc(revisions.number))
    .limit(bounds.limit)
    .offset(bounds.offset);
}

export async function countRevisions(session: Session): Promise<number> {
  const [row] = await session.tx
    .select({ total: count() })
    .from(revisions)
    .where(eq(revisions.environmentId, session.environmentId));
  return row?.total ?? 0;
}

export async function selectRevision(session: Session, number: number): Promise<RevisionRecord | undefined> {
  const [row] = await session.tx
    .select()
    .from(revisions)
    .where(and(eq(revisions.environmentId, session.environmentId), eq(revisions.number, number)));
  return row;
}

export interface VersionRecord {
  readonly kind: string;
  readonly key: string;
  readonly body: JsonObject | null;
  readonly hash: string | null;
  readonly owner: 'files' | 'api';
}

/** The latest version of every resource as of a revision; deleted ones have no body. */
export async function selectVersionsAt(session: Session, revision: number): Promise<readonly VersionRecord[]> {
  return session.tx
    .selectDistinctOn([resourceVersions.kind, resourceVersions.key], {
      kind: resourceVersions.kind,
      key: resourceVersions.key,
      body: resourceVersions.body,
      hash: resourceVersions.hash,
      owner: resourceVersions.owner,
    })
    .from(resourceVersions)
    .where(and(eq(resourceVersions.environmentId, session.environmentId), lte(resourceVersions.revision, revision)))
    .orderBy(asc(resourceVersions.kind), asc(resourceVersions.key), desc(resourceVersions.revision));
}

/** The environment's settings as of a revision: those of the latest changeset up to it that set any. */
export async function selectSettingsAt(session: Session, revision: number): Promise<EnvironmentSettings | null> {
  const settings = sql<EnvironmentSettings>`${revisions.changeset}->'settings'->'after'`;
  const [row] = await session.tx
    .select({ settings })
    .from(revisions)
    .where(
      and(
        eq(revisions.environmentId, session.environmentId),
        lte(revisions.number, revision),
        isNotNull(sql`${revisions.changeset}->'settings'`),
      ),
    )
    .orderBy(desc(revisions.number))
    .limit(1);
  return row?.settings ?? null;
}

export interface Rename {
  readonly kind: string;
  readonly key: string;
  readonly from: string;
}

/** Renames made after one revision and up to another, newest first. */
export async function selectRenames(session: Session, after: number, upTo: number): Promise<readonly Rename[]> {
  const renames = sql<
    Rename[]
  >`jsonb_path_query_array(${revisions.changeset}, '$.changes[*] ? (@.action == "rename")')`;
  const rows = await session.tx
    .select({ renames })
    .from(revisions)
    .where(
      and(eq(revisions.environmentId, session.environmentId), gt(revisions.number, after), lte(revisions.number, upTo)),
    )
    .orderBy(desc(revisions.number));
  return rows.flatMap((row) => row.renames.map(({ kind, key, from }) => ({ kind, key, from })));
}
