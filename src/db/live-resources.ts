import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Resource } from '../engine/resource.ts';
import type { Session } from './contract.ts';
import { environments, resources } from './tables/index.ts';

/** The live resources of these kinds in the session's environment, by kind and key. */
export async function readLiveResources(session: Session, kinds: readonly string[]): Promise<readonly Resource[]> {
  return session.tx
    .select({ kind: resources.kind, key: resources.key, body: resources.body })
    .from(resources)
    .where(and(eq(resources.environmentId, session.environmentId), inArray(resources.kind, [...kinds])))
    .orderBy(asc(resources.kind), asc(resources.key));
}

/** What is live of these kinds, by kind and key, each with the hash of its body: equal hashes are equal bodies. */
export async function readLiveHashes(session: Session, kinds: readonly string[]): Promise<readonly LiveHash[]> {
  return session.tx
    .select({ kind: resources.kind, key: resources.key, hash: resources.hash })
    .from(resources)
    .where(and(eq(resources.environmentId, session.environmentId), inArray(resources.kind, [...kinds])))
    .orderBy(asc(resources.kind), asc(resources.key));
}

export interface LiveHash extends Pick<Resource, 'kind' | 'key'> {
  readonly hash: string;
}

/** Those of one kind with these keys, by key. */
export async function readLiveBodies(
  session: Session,
  kind: string,
  keys: readonly string[],
): Promise<readonly Resource[]> {
  if (keys.length === 0) return [];
  return session.tx
    .select({ kind: resources.kind, key: resources.key, body: resources.body })
    .from(resources)
    .where(
      and(
        eq(resources.environmentId, session.environmentId),
        eq(resources.kind, kind),
        sql`${resources.key} = ANY(${sql.param([...keys])})`,
      ),
    )
    .orderBy(asc(resources.key));
}

/** Number of the environment's latest revision: it rises with every change of the configuration, whoever makes it. */
export async function readRevision(session: Session): Promise<number> {
  const [row] = await session.tx
    .select({ revision: environments.revision })
    .from(environments)
    .where(eq(environments.id, session.environmentId));
  return row?.revision ?? 0;
}
