import { environments, projects, type resources } from '../../src/db/tables/index.ts';
import type { Database, SessionScope } from '../../src/db/contract.ts';

export const aDate = new Date('2026-02-03T04:05:06.789Z');

/** A project with the given environments; a scope for each. */
export async function addProject(
  database: Database,
  project: string,
  keys: readonly string[],
): Promise<SessionScope[]> {
  const scopes = keys.map((key) => ({ projectId: `prj_${project}`, environmentId: `env_${project}_${key}` }));
  await database.withControlPlane('write', async (tx) => {
    await tx.insert(projects).values({ id: `prj_${project}`, key: project, createdAt: aDate });
    await tx.insert(environments).values(
      keys.map((key) => ({
        id: `env_${project}_${key}`,
        projectId: `prj_${project}`,
        key,
        mode: 'test' as const,
        createdAt: aDate,
      })),
    );
  });
  return scopes;
}

export function aResource(environmentId: string, key: string): typeof resources.$inferInsert {
  return {
    environmentId,
    kind: 'Plan',
    key,
    body: { name: key },
    hash: `hash of ${key}`,
    owner: 'files',
    revision: 1,
    updatedBy: 'ada',
    createdAt: aDate,
    updatedAt: aDate,
  };
}
