import { and, asc, eq, inArray } from 'drizzle-orm';
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

/** Number of the environment's latest revision: it rises with every change of the configuration, whoever makes it. */
export async function readRevision(session: Session): Promise<number> {
  const [row] = await session.tx
    .select({ revision: environments.revision })
    .from(environments)
    .where(eq(environments.id, session.environmentId));
  return row?.revision ?? 0;
}
