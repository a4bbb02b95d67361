import { and, eq, isNull, lte, or } from 'drizzle-orm';
import type { Transaction } from '../../db/contract.ts';
import { apiKeys, environments, projects } from '../../db/tables/index.ts';
import type { EnvironmentMode } from '../../engine/resource.ts';
import type { Scope } from '../caller.ts';
import type { KeyType } from './api-key-format.ts';
import { isScope } from './scope.ts';

export interface StoredKey {
  readonly id: string;
  readonly type: KeyType;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** The tenant it acts for where the request names none. */
  readonly defaultTenant: string | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly environmentId: string;
  readonly environment: string;
  readonly mode: EnvironmentMode;
  readonly projectId: string;
  readonly project: string;
  /** Of the environment. */
  readonly revision: number;
}

/** A key by the hash of the whole key, revoked and expired ones included. */
export async function selectKeyByHash(tx: Transaction, hash: string): Promise<StoredKey | undefined> {
  const rows = await tx
    .select({
      id: apiKeys.id,
      type: apiKeys.type,
      name: apiKeys.name,
      scopes: apiKeys.scopes,
      defaultTenant: apiKeys.defaultTenant,
      expiresAt: apiKeys.expiresAt,
      revokedAt: apiKeys.revokedAt,
      environmentId: environments.id,
      environment: environments.key,
      mode: environments.mode,
      projectId: projects.id,
      project: projects.key,
      revision: environments.revision,
    })
    .from(apiKeys)
    .innerJoin(environments, eq(environments.id, apiKeys.environmentId))
    .innerJoin(projects, eq(projects.id, environments.projectId))
    .where(eq(apiKeys.hash, hash));
  const row = rows[0];
  return row === undefined ? undefined : { ...row, scopes: row.scopes.filter(isScope) };
}

/** Notes a use, unless one after `unlessAfter` is noted already (by another process, perhaps). */
export async function updateLastUsed(tx: Transaction, id: string, usedAt: Date, unlessAfter: Date): Promise<void> {
  await tx
    .update(apiKeys)
    .set({ lastUsedAt: usedAt })
    .where(and(eq(apiKeys.id, id), or(isNull(apiKeys.lastUsedAt), lte(apiKeys.lastUsedAt, unlessAfter))));
}

export interface StoredEnvironment {
  readonly environmentId: string;
  readonly environment: string;
  readonly mode: EnvironmentMode;
  readonly projectId: string;
  readonly project: string;
  readonly revision: number;
}

export async function selectEnvironment(
  tx: Transaction,
  project: string,
  environment: string,
): Promise<StoredEnvironment | undefined> {
  const rows = await tx
    .select({
      environmentId: environments.id,
      environment: environments.key,
      mode: environments.mode,
      projectId: projects.id,
      project: projects.key,
      revision: environments.revision,
    })
    .from(environments)
    .innerJoin(projects, eq(projects.id, environments.projectId))
    .where(and(eq(projects.key, project), eq(environments.key, environment)));
  return rows[0];
}

/** Waits for whoever uses the environment, and keeps others from it until the transaction ends. */
export async function lockEnvironment(
  tx: Transaction,
  id: string,
): Promise<{ readonly mode: EnvironmentMode; readonly revision: number }> {
  const [row] = await tx
    .select({ mode: environments.mode, revision: environments.revision })
    .from(environments)
    .where(eq(environments.id, id))
    .for('update');
  if (row === undefined) {
    throw new RangeError(`environment ${id} vanished`);
  }
  return row;
}

/** Revoked ones count: what they did in their mode may still be looked up. */
export async function hasKeys(tx: Transaction, environmentId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(eq(apiKeys.environmentId, environmentId))
    .limit(1);
  return rows.length > 0;
}

export async function updateMode(tx: Transaction, id: string, mode: EnvironmentMode): Promise<void> {
  await tx.update(environments).set({ mode }).where(eq(environments.id, id));
}

/** Does nothing when the project exists. */
export async function insertProject(tx: Transaction, row: typeof projects.$inferInsert): Promise<void> {
  await tx.insert(projects).values(row).onConflictDoNothing();
}

export async function selectProjectId(tx: Transaction, key: string): Promise<string | undefined> {
  const rows = await tx.select({ id: projects.id }).from(projects).where(eq(projects.key, key));
  return rows[0]?.id;
}

/** Does nothing when the project has an environment of this name. */
export async function insertEnvironment(tx: Transaction, row: typeof environments.$inferInsert): Promise<void> {
  await tx.insert(environments).values(row).onConflictDoNothing();
}
