import { and, asc, count, eq, type SQL } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import { resources, revisions } from '../../../db/tables/index.ts';

export interface PageBounds {
  readonly limit: number;
  readonly offset: number;
}

export type ResourceRecord = typeof resources.$inferSelect;

export async function selectResources(session: Session, kind: string | undefined, bounds: PageBounds): Promise<readonly ResourceRecord[]> {
  return session.tx
    .select()
    .from(resources)
    .where(inEnvironment(session, kind))
    .orderBy(asc(resources.kind), asc(resources.key))
    .limit(bounds.limit)
    .offset(bounds.offset);
}

export async function countResources(session: Session, kind: string | undefined): Promise<number> {
  const [row] = await session.tx.select({ total: count() }).from(resources).where(inEnvironment(session, kind));
  return row?.total ?? 0;
}

export async function selectResource(session: Session, kind: string, key: string): Promise<ResourceRecord | undefined> {
  const [row] = await session.tx
    .select()
    .from(resources)
    .where(and(inEnvironment(session, kind), eq(resources.key, key)));
  return row;
}

/** The apply that last made the files own something: the one to look at when the API may not change it. */
export async function selectOwningRevision(
  session: Session,
  number: number,
): Promise<{ readonly number: number; readonly author: string; readonly commit: string | null } | undefined> {
  const [row] = await session.tx
    .select({ number: revisions.number, author: revisions.author, commit: revisions.commit })
    .from(revisions)
    .where(and(eq(revisions.environmentId, session.environmentId), eq(revisions.number, number)));
  return row;
}

export async function countByKindAndOwner(session: Session): Promise<readonly { readonly kind: string; readonly owner: 'files' | 'api'; readonly total: number }[]> {
  return session.tx
    .select({ kind: resources.kind, owner: resources.owner, total: count() })
    .from(resources)
    .where(eq(resources.environmentId, session.environmentId))
    .groupBy(resources.kind, resources.owner)
    .orderBy(asc(resources.kind), asc(resources.owner));
}

function inEnvironment(session: Session, kind: string | undefined): SQL | undefined {
  const own = eq(resources.environmentId, session.environmentId);
  return kind === undefined ? own : and(own, eq(resources.kind, kind));
}
