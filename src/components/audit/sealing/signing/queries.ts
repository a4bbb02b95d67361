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

/** A chain as it is now. */
export interface ChainToSign extends ChainId {
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
export async function selectUnsigned(tx: Transaction, limit: number): Promise<readonly ChainToSign[]> {
  const { rows } = await tx.execute<
    Record<string, unknown> & Omit<ChainToSign, 'size'> & { readonly size: string }
  >(sql`
    SELECT ${auditChains.environmentId} AS "environmentId", ${auditChains.tenantId} AS "tenantId", ${projects.key} AS project,
      ${environments.key} AS environment, ${auditChains.size}::text AS size, ${auditChains.head} AS head,
      ${auditChains.frontier} AS frontier
    FROM ${auditChains}
    JOIN ${environments} ON ${environments.id} = ${auditChains.environmentId}
    JOIN ${projects} ON ${projects.id} = ${environments.projectId}
    WHERE ${auditChains.signedSize} < ${auditChains.size}
      AND (${auditChains.signedAt} IS NULL OR ${auditChains.signedAt} <= now() - interval '1 second'
        -- Signed before the clock was set back.
        OR ${auditChains.signedAt} > now() + interval '1 minute')
    ORDER BY ${auditChains.signedAt} NULLS FIRST LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}

export interface SignedOtherwise extends ChainToSign {
  /** The note of its newest checkpoint. */
  readonly earlier: string | null;
  /** It was signed a second ago at least. */
  readonly isRipe: boolean;
}

/** Environments with any chain that is signed. */
export async function selectSignedEnvironments(tx: Transaction): Promise<readonly string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    SELECT id FROM ${environments}
    WHERE EXISTS (SELECT FROM audit_chains WHERE environment_id = ${environments.id} AND signed_size > 0)`);
  return rows.map(({ id }) => id);
}

/**
 * Chains that have not grown since another key than the present one of their environment signed them; those first that
 * wait longest. What a newer key has signed is left alone for ten minutes: another server may have it, and two that
 * cannot agree about the master key must not sign in turn all the time.
 */
export async function selectSignedOtherwise(
  tx: Transaction,
  present: readonly { readonly environmentId: string; readonly id: string }[],
  limit: number,
): Promise<readonly SignedOtherwise[]> {
  const { rows } = await tx.execute<
    Record<string, unknown> & Omit<SignedOtherwise, 'size'> & { readonly size: string }
  >(sql`
    SELECT chain.environment_id AS "environmentId", chain.tenant_id AS "tenantId", project.key AS project,
      environment.key AS environment, chain.size::text AS size, chain.head, chain.frontier, newest.note AS earlier,
      chain.signed_at <= now() - interval '1 second' AS "isRipe"
    FROM unnest(${sql.param(present.map(({ environmentId }) => environmentId))}::text[],
        ${sql.param(present.map(({ id }) => id))}::text[]) AS present (environment_id, key_id)
    JOIN ${environments} AS environment ON environment.id = present.environment_id
    JOIN ${projects} AS project ON project.id = environment.project_id
    JOIN ${auditSigningKeys} AS own ON own.environment_id = present.environment_id AND own.id = present.key_id
    JOIN ${auditChains} AS chain ON chain.environment_id = present.environment_id
    LEFT JOIN ${auditSigningKeys} AS other ON other.environment_id = chain.environment_id AND other.id = chain.signed_by
    LEFT JOIN ${auditCheckpoints} AS newest ON newest.environment_id = chain.environment_id
      AND newest.tenant_id = chain.tenant_id AND newest.size = chain.size
    WHERE chain.size > 0 AND chain.signed_size = chain.size AND chain.signed_by <> present.key_id
      AND (other.id IS NULL OR other.created_at <= own.created_at OR chain.signed_at <= now() - interval '10 minutes')
    ORDER BY chain.signed_at LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}

export interface SignedCheckpoint extends ChainId {
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
  /** Id of the key. */
  readonly signedBy: string;
}

/** What was signed before of the same size keeps its place and its time: by those, old checkpoints are thinned out. */
export async function insertCheckpoints(tx: Transaction, signed: readonly SignedCheckpoint[]): Promise<void> {
  const rows = signed.map(({ environmentId, note, root, size, tenantId }) => ({
    environmentId,
    tenantId,
    size: BigInt(size),
    root,
    note,
    signedAt: sql`now()`,
  }));
  const { environmentId: ofEnvironment, size: ofSize, tenantId: ofTenant } = auditCheckpoints;
  await tx
    .insert(auditCheckpoints)
    .values(rows)
    .onConflictDoUpdate({ target: [ofEnvironment, ofTenant, ofSize], set: { note: sql`excluded.note` } });
  await tx.execute(sql`
    UPDATE ${auditChains} AS chain SET signed_size = signed.size, signed_at = now(), signed_by = signed.key_id
    FROM unnest(${sql.param(signed.map(({ environmentId }) => environmentId))}::text[],
        ${sql.param(signed.map(({ tenantId }) => tenantId))}::text[], ${sql.param(signed.map(({ size }) => size))}::bigint[],
        ${sql.param(signed.map(({ signedBy }) => signedBy))}::text[])
      AS signed (environment_id, tenant_id, size, key_id)
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
