import { and, asc, count, desc, eq, ne, type SQL } from 'drizzle-orm';
import type { ResourceId } from '../../../engine/resource.ts';
import type { Session } from '../../../db/contract.ts';
import { resources, resourceVersions, revisions } from '../../../db/tables/index.ts';

export interface PageBounds {
  readonly limit: number;
  readonly offset: number;
}

export type ResourceRecord = typeof resources.$inferSelect;

export async function selectResources(
  session: Session,
  kind: string | undefined,
  bounds: PageBounds,
): Promise<readonly ResourceRecord[]> {
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

/** The latest apply or rollback that changed the resource: what owns its fields when the API may not change them. */
export async function selectOwningRevision(
  session: Session,
  { kind, key }: ResourceId,
): Promise<{ readonly number: number; readonly author: string; readonly commit: string | null } | undefined> {
  const [row] = await session.tx
    .select({ number: revisions.number, author: revisions.author, commit: revisions.commit })
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
        ne(revisions.cause, 'api'),
      ),
    )
    .orderBy(desc(revisions.number))
    .limit(1);
  return row;
}

export async function countByKindAndOwner(
  session: Session,
): Promise<readonly { readonly kind: string; readonly owner: 'files' | 'api'; readonly total: number }[]> {
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
