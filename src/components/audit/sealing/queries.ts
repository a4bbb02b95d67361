import { type SQL, sql } from 'drizzle-orm';
import type { Session, Transaction } from '../../../db/contract.ts';
import { beyond, inOrder } from '../../../db/follow/beyond.ts';
import type { Place } from '../../../db/follow/place.ts';
import { environments, followers } from '../../../db/tables/index.ts';
import { edgeOf } from '../proof/growing-tiles.ts';
import { hashBytes } from '../proof/hash.ts';
import { readTileBytes, type Tile, tileBytes } from '../proof/tile.ts';
import { auditChains, auditEntries, auditSeals, auditTiles } from '../tables.ts';
import type { ChainTip, Seal, StoredTip } from './chain-tip.ts';

/** Which chain. */
export interface ChainId {
  readonly environmentId: string;
  /** Empty: of the environment as a whole. */
  readonly tenantId: string;
}

export interface UnsealedEntry extends ChainId {
  readonly id: string;
  readonly transaction: string;
  readonly recordedAt: string;
  readonly leaf: Uint8Array;
}

/**
 * The next ones in the order of transactions, which the chains keep for ever. The database hashes them, so that only 32
 * bytes of each travel.
 */
export async function selectUnsealed(tx: Transaction, place: Place, limit: number): Promise<readonly UnsealedEntry[]> {
  const { rows } = await tx.execute<Record<string, unknown> & UnsealedEntry>(sql`
    SELECT id, transaction::text AS transaction, environment_id AS "environmentId", tenant_id AS "tenantId",
      recorded_at::text AS "recordedAt", sha256('\\x00'::bytea || convert_to(body, 'UTF8')) AS leaf
    FROM ${auditEntries} WHERE ${beyond(auditEntries, place)} ORDER BY ${inOrder(auditEntries)} LIMIT ${limit}`);
  return rows;
}

/** Entries that are counted at every look: enough to say that there are too many. */
const mostCounted = 10_000;

/** How the sealer stands, found without holding anybody up. */
export interface Waiting {
  /** Milliseconds since the oldest entry without a place was written; null: all have one. */
  readonly oldest: number | null;
  /** How many have none: up to ten thousand. */
  readonly count: number;
  /** The last of them, in the order in which they are sealed. */
  readonly newest: Place | null;
  /** Chains have grown since they were last signed; of environments that are still there, since those of others never are. */
  readonly unsigned: boolean;
}

export async function selectWaiting(tx: Transaction, name: string): Promise<Waiting> {
  const { id, recordedAt, transaction } = auditEntries;
  const waiting = sql`FROM ${auditEntries} WHERE (${transaction}, ${id}) > (place.transaction, place.id)`;
  const { rows } = await tx.execute<{
    age: number | null;
    last: string | null;
    lastId: string | null;
    count: number;
    unsigned: boolean;
  }>(sql`
    SELECT oldest.age, (SELECT count(*)::int FROM (SELECT ${waiting} ORDER BY ${transaction}, ${id} LIMIT ${mostCounted}) AS those) AS count, newest.transaction AS last, newest.id AS "lastId",
      EXISTS (
        SELECT FROM ${auditChains} JOIN ${environments} ON ${environments.id} = ${auditChains.environmentId}
        WHERE ${auditChains.signedSize} < ${auditChains.size}
      ) AS unsigned
    FROM (
      SELECT coalesce(max(${followers.transaction}::text), '0')::xid8 AS transaction, coalesce(max(${followers.id}), '') AS id
      FROM ${followers} WHERE ${followers.name} = ${name}
    ) AS place
    LEFT JOIN LATERAL (
      SELECT extract(epoch FROM clock_timestamp() - ${recordedAt})::float8 AS age ${waiting}
      ORDER BY ${transaction}, ${id} LIMIT 1
    ) AS oldest ON true
    LEFT JOIN LATERAL (
      SELECT ${transaction}::text AS transaction, ${id} AS id ${waiting} ORDER BY ${transaction} DESC, ${id} DESC LIMIT 1
    ) AS newest ON true`);
  const [found] = rows;
  return {
    oldest: found === undefined || found.age === null ? null : Math.max(0, found.age * 1000),
    count: found?.count ?? 0,
    newest:
      found === undefined || found.last === null || found.lastId === null
        ? null
        : { transaction: found.last, id: found.lastId },
    unsigned: found?.unsigned === true,
  };
}

/** Those of the chains that have any entry, with the tiles at their right edge. */
export async function selectTips(
  tx: Transaction,
  chains: readonly ChainId[],
): Promise<readonly (ChainId & StoredTip)[]> {
  const [environmentIds, tenantIds] = [
    chains.map((chain) => chain.environmentId),
    chains.map((chain) => chain.tenantId),
  ];
  const { rows } = await tx.execute<
    Record<string, unknown> & ChainId & { size: string; head: Uint8Array; frontier: Uint8Array }
  >(sql`
    SELECT environment_id AS "environmentId", tenant_id AS "tenantId", size::text AS size, head, frontier
    FROM ${auditChains} JOIN unnest(${sql.param(environmentIds)}::text[], ${sql.param(tenantIds)}::text[])
      AS wanted (environment_id, tenant_id) USING (environment_id, tenant_id)`);
  const tips = rows.map((row) => ({ ...row, size: Number(row.size) }));
  const edges = tips.flatMap(({ environmentId, size, tenantId }) =>
    edgeOf(size).flatMap(({ index, level, width }) => (width === 0 ? [] : [{ environmentId, tenantId, level, index }])),
  );
  const tiles = await selectTiles(tx, edges);
  return tips.map((tip) => ({ ...tip, tiles: tiles.filter((tile) => isSameChain(tile, tip)) }));
}

async function selectTiles(
  tx: Transaction,
  places: readonly (ChainId & { readonly level: number; readonly index: number })[],
): Promise<readonly (ChainId & Tile)[]> {
  if (places.length === 0) return [];
  const { rows } = await tx.execute<
    Record<string, unknown> & ChainId & { level: number; index: string; hashes: Uint8Array }
  >(sql`
    SELECT environment_id AS "environmentId", tenant_id AS "tenantId", level, index::text AS index, hashes
    FROM ${auditTiles} JOIN unnest(${sql.param(places.map((place) => place.environmentId))}::text[],
        ${sql.param(places.map((place) => place.tenantId))}::text[], ${sql.param(places.map((place) => place.level))}::int[],
        ${sql.param(places.map((place) => place.index))}::bigint[])
      AS wanted (environment_id, tenant_id, level, index) USING (environment_id, tenant_id, level, index)`);
  return rows.map((row) => ({ ...row, index: Number(row.index), hashes: readTileBytes(row.hashes) }));
}

function isSameChain(one: ChainId, other: ChainId): boolean {
  return one.environmentId === other.environmentId && one.tenantId === other.tenantId;
}

const hashBytesEach = 32;

/** The hashes go as one piece of bytes, of which each row takes its own: an array of them would be quoted and parsed. */
export async function insertSeals(
  tx: Transaction,
  seals: readonly { readonly entry: UnsealedEntry; readonly seal: Seal }[],
): Promise<void> {
  const hashes = seals.map(({ seal }) => seal.leaf + seal.hash + seal.previousHash).join('');
  const part = (which: number): SQL =>
    sql.raw(
      `substring(hashes.bytes FROM (place::int - 1) * ${3 * hashBytesEach} + ${which * hashBytesEach + 1} FOR ${hashBytesEach})`,
    );
  await tx.execute(sql`
    INSERT INTO ${auditSeals} (environment_id, tenant_id, sequence, entry_id, recorded_at, leaf, hash, previous_hash)
    SELECT environment_id, tenant_id, sequence, entry_id, recorded_at, ${part(0)}, ${part(1)}, ${part(2)}
    FROM unnest(${sql.param(seals.map(({ entry }) => entry.environmentId))}::text[],
        ${sql.param(seals.map(({ entry }) => entry.tenantId))}::text[],
        ${sql.param(seals.map(({ seal }) => seal.sequence))}::bigint[],
        ${sql.param(seals.map(({ entry }) => entry.id))}::text[],
        ${sql.param(seals.map(({ entry }) => entry.recordedAt))}::timestamptz[])
      WITH ORDINALITY AS given (environment_id, tenant_id, sequence, entry_id, recorded_at, place)
    CROSS JOIN (SELECT ${sql.param(hashBytes(hashes))}::bytea AS bytes) AS hashes`);
}

export interface GrownChain extends ChainId {
  readonly tip: ChainTip;
  /** Before it grew. */
  readonly size: number;
}

/** @throws RangeError when a chain is not as long as it was when it was read: nobody else may have appended to it. */
export async function writeChains(tx: Transaction, chains: readonly GrownChain[]): Promise<void> {
  const written = [
    await updateChains(
      tx,
      chains.filter(({ size }) => size > 0),
    ),
    await insertChains(
      tx,
      chains.filter(({ size }) => size === 0),
    ),
  ];
  if ((written[0] ?? 0) + (written[1] ?? 0) !== chains.length)
    throw new RangeError('a chain has grown while it was sealed');
}

async function updateChains(tx: Transaction, chains: readonly GrownChain[]): Promise<number> {
  if (chains.length === 0) return 0;
  const { rowCount } = await tx.execute(sql`
    UPDATE ${auditChains} AS chain SET size = grown.size, head = grown.head, frontier = grown.frontier
    FROM ${asRows(chains)} WHERE chain.environment_id = grown.environment_id AND chain.tenant_id = grown.tenant_id
      AND chain.size = grown.before`);
  return rowCount ?? 0;
}

async function insertChains(tx: Transaction, chains: readonly GrownChain[]): Promise<number> {
  if (chains.length === 0) return 0;
  const { rowCount } = await tx.execute(sql`
    INSERT INTO ${auditChains} AS chain (environment_id, tenant_id, size, head, frontier)
    SELECT environment_id, tenant_id, size, head, frontier FROM ${asRows(chains)}
    ON CONFLICT (environment_id, tenant_id) DO UPDATE
      SET size = EXCLUDED.size, head = EXCLUDED.head, frontier = EXCLUDED.frontier WHERE chain.size = 0`);
  return rowCount ?? 0;
}

function asRows(chains: readonly GrownChain[]): SQL {
  return sql`unnest(${sql.param(chains.map((chain) => chain.environmentId))}::text[],
      ${sql.param(chains.map((chain) => chain.tenantId))}::text[],
      ${sql.param(chains.map(({ tip }) => tip.size))}::bigint[],
      ${sql.param(chains.map(({ tip }) => hexOf(hashBytes(tip.head))))}::bytea[],
      ${sql.param(chains.map(({ tip }) => hexOf(tip.frontier)))}::bytea[],
      ${sql.param(chains.map(({ size }) => size))}::bigint[])
    AS grown (environment_id, tenant_id, size, head, frontier, before)`;
}

export async function upsertTiles(tx: Transaction, tiles: readonly (ChainId & Tile)[]): Promise<void> {
  await tx.execute(sql`
    INSERT INTO ${auditTiles} (environment_id, tenant_id, level, index, hashes)
    SELECT * FROM unnest(${sql.param(tiles.map((tile) => tile.environmentId))}::text[],
      ${sql.param(tiles.map((tile) => tile.tenantId))}::text[], ${sql.param(tiles.map(({ level }) => level))}::int[],
      ${sql.param(tiles.map(({ index }) => index))}::bigint[],
      ${sql.param(tiles.map(({ hashes }) => hexOf(tileBytes(hashes))))}::bytea[])
    ON CONFLICT (environment_id, tenant_id, level, index) DO UPDATE SET hashes = EXCLUDED.hashes`);
}

function hexOf(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`;
}

/** Entries of an environment that are looked at for one that waits for its place. */
export const mostLookedAt = 1_000;

/**
 * Of the newest entries written before `before`, how many have no place yet, and when the oldest of those was written. The
 * sealer goes by transactions, which are in the order of time but for those that took long. With OFFSET 0, PostgreSQL looks
 * the places up one by one, and never reads all there are for these few.
 */
export async function selectUnsealedOf(
  { environmentId, tx }: Session,
  before: Date,
): Promise<{
  readonly count: number;
  readonly oldest: Date | null;
}> {
  const { rows } = await tx.execute<{ count: number; oldest: Date | string | null }>(sql`
    SELECT count(*)::int AS count, min(newest.recorded_at) AS oldest
    FROM (
      SELECT id, recorded_at FROM ${auditEntries}
      WHERE environment_id = ${environmentId} AND recorded_at < ${before.toISOString()}::timestamptz
      ORDER BY recorded_at DESC LIMIT ${mostLookedAt}
    ) AS newest
    LEFT JOIN LATERAL (
      SELECT true AS sealed FROM ${auditSeals} AS seal
      WHERE seal.entry_id = newest.id AND seal.recorded_at = newest.recorded_at OFFSET 0
    ) AS place ON true
    WHERE place.sealed IS NULL`);
  const [{ count, oldest } = { count: 0, oldest: null }] = rows;
  return { count, oldest: oldest === null ? null : new Date(oldest) };
}
