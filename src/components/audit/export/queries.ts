import { and, asc, desc, eq, gt, gte, lt, lte, max, min, type SQL, sql } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import type { EntryFilter } from '../search/filter/entry-filter.ts';
import { concerns, conditionsOf } from '../search/filter/queries.ts';
import type { ListedChain } from '../proof/chain-list.ts';
import { readPruning } from '../proof/said-pruning.ts';
import type { SaidPruning } from '../../export-verifier-contract.ts';
import { readTileBytes, type Tile, type TilePlace } from '../proof/tile.ts';
import {
  auditChains,
  auditCheckpoints,
  auditEntries,
  auditPersonal,
  auditPrunings,
  auditSeals,
  auditTiles,
} from '../tables.ts';

/** Whose entries, and which of them. */
export interface ExportScope {
  /** Empty: of the environment itself. */
  readonly tenant: string;
  readonly filter: Omit<EntryFilter, 'tenant'>;
  /** Whether what is kept apart from the entries comes along. */
  readonly personal: boolean;
  /** What an entry fulfils besides. */
  readonly only?: SQL;
  /** Sequence of the last entry that is looked at. Absent: the last that is signed. */
  readonly upTo?: number;
}

/** A part of a chain, both ends included. */
export interface SequenceRange {
  readonly first: number;
  readonly last: number;
}

/** Every chain of the environment that has come so far at least to its first entry; first that of the environment itself. */
export async function selectChains(
  { environmentId, tx }: Session,
  upTo: 'sealed' | 'signed',
): Promise<readonly ListedChain[]> {
  const size = upTo === 'signed' ? auditChains.signedSize : auditChains.size;
  const rows = await tx
    .select({ tenantId: auditChains.tenantId, size })
    .from(auditChains)
    .where(and(eq(auditChains.environmentId, environmentId), gt(size, 0n)))
    .orderBy(asc(auditChains.tenantId));
  return rows.map((row) => ({ tenantId: row.tenantId === '' ? null : row.tenantId, size: Number(row.size) }));
}

/** What there is to look through in a part of a chain; null: nothing. */
export async function selectRange(
  session: Session,
  { filter, tenant }: ExportScope,
  within: SequenceRange,
): Promise<SequenceRange | null> {
  const [row] = await session.tx
    .select({ first: min(auditSeals.sequence), last: max(auditSeals.sequence) })
    .from(auditSeals)
    .where(and(ofChain(session, tenant), ofRange(within), writtenWithin(filter)));
  if (row === undefined || row.first === null || row.last === null) return null;
  return { first: Number(row.first), last: Number(row.last) };
}

/** Whether entries of a chain from `first` on may have been taken out, of which others are left behind or before them. */
export async function hasGaps(session: Session, tenant: string, first: number): Promise<boolean> {
  const rows = await session.tx
    .select({ id: auditPrunings.id })
    .from(auditPrunings)
    .where(
      and(
        eq(auditPrunings.environmentId, session.environmentId),
        eq(auditPrunings.tenantId, tenant),
        gt(auditPrunings.last, BigInt(first)),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Prunings that are told later: entries that say what was taken out of a chain hold no place in its first `size`. */
export async function selectPending(session: Session, tenant: string, size: number): Promise<readonly SaidPruning[]> {
  const { rows } = await session.tx.execute<{ body: string }>(sql`
    SELECT ${auditEntries.body} AS body FROM ${auditEntries}
    WHERE ${auditEntries.environmentId} = ${session.environmentId} AND ${auditEntries.tenantId} = ${tenant}
      AND ${auditEntries.action} = 'audit.pruned' AND NOT EXISTS (
        SELECT FROM ${auditSeals} WHERE ${auditSeals.entryId} = ${auditEntries.id}
          AND ${auditSeals.recordedAt} = ${auditEntries.recordedAt} AND ${auditSeals.sequence} <= ${size})
    ORDER BY ${auditEntries.recordedAt} DESC LIMIT ${mostPending}`);
  return rows.map(({ body }) => readPruning(body)).filter((pruning) => pruning !== null);
}

/** They are told within a second, unless something holds the sealer back. */
const mostPending = 1000;

/** The newest signed head of a chain. */
export async function selectCheckpoint(
  session: Session,
  tenant: string,
): Promise<{ readonly size: number; readonly note: string } | null> {
  const [row] = await session.tx
    .select({ size: auditCheckpoints.size, note: auditCheckpoints.note })
    .from(auditCheckpoints)
    .where(and(eq(auditCheckpoints.environmentId, session.environmentId), eq(auditCheckpoints.tenantId, tenant)))
    .orderBy(desc(auditCheckpoints.size))
    .limit(1);
  return row === undefined ? null : { size: Number(row.size), note: row.note };
}

/** Of those that there are. */
export async function selectTiles(
  session: Session,
  tenant: string,
  places: readonly TilePlace[],
): Promise<readonly Tile[]> {
  const { rows } = await session.tx.execute<{ level: number; index: string; hashes: Uint8Array }>(sql`
    SELECT level, index::text AS index, hashes FROM ${auditTiles}
    JOIN unnest(${sql.param(places.map(({ level }) => level))}::int[], ${sql.param(places.map(({ index }) => index))}::bigint[])
      AS wanted (level, index) USING (level, index)
    WHERE ${auditTiles.environmentId} = ${session.environmentId} AND ${auditTiles.tenantId} = ${tenant}`);
  return rows.map(({ hashes, index, level }) => ({ level, index: Number(index), hashes: readTileBytes(hashes) }));
}

/**
 * The lines of `ndjsonLine`, as the database writes them: what is in the range and fits the filter, in order. Each entry
 * is looked up for itself (OFFSET keeps the planner to that): joined otherwise, every slice of a chain would read whole
 * months, and sort what it found.
 */
export function linesOf(session: Session, { filter, only, personal, tenant }: ExportScope, range: SequenceRange): SQL {
  // Not `substr`, which counts the characters of all of it, and so takes more than a third of the whole query's time.
  const body = sql`right(entry.body, -1)`;
  const withPersonal = sql`CASE WHEN entry.payload IS NULL THEN ${body}
    ELSE left(${body}, -1) || ',"payload":' || entry.payload || ',"salt":"' || encode(entry.salt, 'hex') || '"}' END`;
  const about = filter.resource === undefined ? undefined : concerns(filter.resource);
  const entry = sql`
    SELECT ${auditEntries.body} AS body${personal ? sql`, ${auditPersonal.payload} AS payload, ${auditPersonal.salt} AS salt` : sql``}
    FROM ${auditEntries}
    ${personal ? sql`LEFT JOIN ${auditPersonal} ON ${auditPersonal.entryId} = ${auditEntries.id}` : sql``}
    WHERE ${auditEntries.id} = ${auditSeals.entryId} AND ${auditEntries.recordedAt} = ${auditSeals.recordedAt}
      AND ${and(conditionsOf(session, { ...filter, tenant }), about, only)}
    OFFSET 0`;
  return sql`
    SELECT '{"sequence":' || ${auditSeals.sequence} || ',"hash":"sha256:' || encode(${auditSeals.hash}, 'hex')
      || '","previousHash":"sha256:' || encode(${auditSeals.previousHash}, 'hex')
      || '","bytes":' || octet_length(entry.body) || ',' || ${personal ? withPersonal : body}
    FROM ${auditSeals} CROSS JOIN LATERAL (${entry}) AS entry
    WHERE ${and(ofChain(session, tenant), ofRange(range), writtenWithin(filter))}
    ORDER BY ${auditSeals.sequence}`;
}

function ofChain(session: Session, tenant: string): SQL | undefined {
  return and(eq(auditSeals.environmentId, session.environmentId), eq(auditSeals.tenantId, tenant));
}

function ofRange({ first, last }: SequenceRange): SQL | undefined {
  return and(gte(auditSeals.sequence, BigInt(first)), lte(auditSeals.sequence, BigInt(last)));
}

/** So that months outside of the time are not even opened. */
function writtenWithin({ since, until }: ExportScope['filter']): SQL | undefined {
  return and(
    since === undefined ? undefined : gte(auditSeals.recordedAt, new Date(since)),
    until === undefined ? undefined : lt(auditSeals.recordedAt, new Date(until)),
  );
}
