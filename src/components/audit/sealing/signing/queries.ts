import { and, count, desc, eq, lt, sql } from 'drizzle-orm';
import type { Transaction } from '../../../../db/contract.ts';
import { environments, projects } from '../../../../db/tables/index.ts';
import { auditChains, auditCheckpoints, auditSigningKeys } from '../../tables.ts';
import type { ChainId } from '../queries.ts';

export interface StoredKey {
  readonly id: string;
  readonly verifier: string;
  readonly sealedKey: Uint8Array;
}

/** Newest first. */
export async function selectKeys(tx: Transaction, environmentId: string): Promise<readonly StoredKey[]> {
  return tx
    .select({ id: auditSigningKeys.id, verifier: auditSigningKeys.verifier, sealedKey: auditSigningKeys.sealedKey })
    .from(auditSigningKeys)
    .where(eq(auditSigningKeys.environmentId, environmentId))
    .orderBy(desc(auditSigningKeys.createdAt), auditSigningKeys.id);
}

/** Without what is sealed. */
export async function selectPublicKeys(
  tx: Transaction,
  environmentId: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly { readonly id: string; readonly verifier: string; readonly createdAt: Date }[]> {
  return tx
    .select({ id: auditSigningKeys.id, verifier: auditSigningKeys.verifier, createdAt: auditSigningKeys.createdAt })
    .from(auditSigningKeys)
    .where(eq(auditSigningKeys.environmentId, environmentId))
    .orderBy(desc(auditSigningKeys.createdAt), auditSigningKeys.id)
    .limit(limit)
    .offset(offset);
}

export async function countKeys(tx: Transaction, environmentId: string): Promise<number> {
  const [row] = await tx
    .select({ total: count() })
    .from(auditSigningKeys)
    .where(eq(auditSigningKeys.environmentId, environmentId));
  return row?.total ?? 0;
}

export async function insertKey(tx: Transaction, row: typeof auditSigningKeys.$inferInsert): Promise<void> {
  await tx.insert(auditSigningKeys).values(row);
}

/** Undefined where the environment is gone. */
export async function selectNames(
  tx: Transaction,
  environmentId: string,
): Promise<{ readonly project: string; readonly environment: string } | undefined> {
  const [found] = await tx
    .select({ project: projects.key, environment: environments.key })
    .from(environments)
    .innerJoin(projects, eq(projects.id, environments.projectId))
    .where(eq(environments.id, environmentId));
  return found;
}

export interface UnsignedChain extends ChainId {
  readonly project: string;
  readonly environment: string;
  readonly size: number;
  readonly head: Uint8Array;
  readonly frontier: Uint8Array;
}

/**
 * Those that have grown since they were signed, a second ago at least; those first that wait longest. By the clock of the
 * database, since those of servers may disagree.
 */
export async function selectUnsigned(tx: Transaction, limit: number): Promise<readonly UnsignedChain[]> {
  const { rows } = await tx.execute<
    Record<string, unknown> & Omit<UnsignedChain, 'size'> & { readonly size: string }
  >(sql`
    SELECT ${auditChains.environmentId} AS "environmentId", ${auditChains.tenantId} AS "tenantId", ${projects.key} AS project,
      ${environments.key} AS environment, ${auditChains.size}::text AS size, ${auditChains.head} AS head,
      ${auditChains.frontier} AS frontier
    FROM ${auditChains}
    JOIN ${environments} ON ${environments.id} = ${auditChains.environmentId}
    JOIN ${projects} ON ${projects.id} = ${environments.projectId}
    WHERE ${auditChains.signedSize} < ${auditChains.size}
      AND (${auditChains.signedAt} IS NULL OR ${auditChains.signedAt} <= now() - interval '1 second')
    ORDER BY ${auditChains.signedAt} NULLS FIRST LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}

export interface SignedCheckpoint extends ChainId {
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
}

export async function insertCheckpoints(tx: Transaction, signed: readonly SignedCheckpoint[]): Promise<void> {
  const rows = signed.map((one) => ({ ...one, size: BigInt(one.size), signedAt: sql`now()` }));
  await tx.insert(auditCheckpoints).values(rows).onConflictDoNothing();
  await tx.execute(sql`
    UPDATE ${auditChains} AS chain SET signed_size = signed.size, signed_at = now()
    FROM unnest(${sql.param(signed.map(({ environmentId }) => environmentId))}::text[],
        ${sql.param(signed.map(({ tenantId }) => tenantId))}::text[], ${sql.param(signed.map(({ size }) => size))}::bigint[])
      AS signed (environment_id, tenant_id, size)
    WHERE chain.environment_id = signed.environment_id AND chain.tenant_id = signed.tenant_id`);
}

export interface StoredCheckpoint {
  readonly size: bigint;
  readonly note: string;
  readonly signedAt: Date;
}

/** The newest first, those below `before`; of one chain. */
export async function selectCheckpoints(
  tx: Transaction,
  { environmentId, tenantId }: ChainId,
  before: string | undefined,
  limit: number,
): Promise<readonly StoredCheckpoint[]> {
  return tx
    .select({ size: auditCheckpoints.size, note: auditCheckpoints.note, signedAt: auditCheckpoints.signedAt })
    .from(auditCheckpoints)
    .where(
      and(
        eq(auditCheckpoints.environmentId, environmentId),
        eq(auditCheckpoints.tenantId, tenantId),
        before === undefined ? undefined : lt(auditCheckpoints.size, BigInt(before)),
      ),
    )
    .orderBy(desc(auditCheckpoints.size))
    .limit(limit);
}
