import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import { compileActionPattern } from '../action-pattern.ts';
import { auditEntries, auditMentions, auditPersonal, auditSeals } from '../tables.ts';
import { selectActions } from './actions/queries.ts';
import type { EntryFilter } from './filter/entry-filter.ts';
import { concerns, conditionsOf, isId } from './filter/queries.ts';

/** An entry as it is found: with its place in the chain, as soon as it has one. */
export interface FoundEntry {
  readonly body: string;
  /** Microseconds since 1970. */
  readonly at: string;
  readonly id: string;
  readonly sequence: string | null;
  /** In hexadecimal digits, like the other. */
  readonly hash: string | null;
  readonly previousHash: string | null;
}

/** After which entry a page goes on. */
export interface EntryPlace {
  readonly at: string;
  readonly id: string;
}

/** So many actions of one pattern are looked for one by one; more are filtered out of all. */
const mostActions = 100;

/** Newest first, those before a place, at most `limit`. */
export async function selectEntries(
  session: Session,
  filter: EntryFilter,
  { before, limit }: { readonly before: EntryPlace | undefined; readonly limit: number },
): Promise<readonly FoundEntry[]> {
  const actions = await actionsOf(session, filter);
  if (actions?.length === 0) return [];
  const [outside, newest] = [placeCondition(before), sql`ORDER BY recorded_at DESC, id DESC LIMIT ${limit}`];
  // As an index has them, which ends in the time. So all of the last moment come along, and those too many are left out
  // of the page.
  const enough = sql`ORDER BY recorded_at DESC FETCH FIRST ${limit} ROWS WITH TIES`;
  const select = sql`SELECT ${auditEntries.id} AS id, ${auditEntries.recordedAt} AS recorded_at, ${auditEntries.body} AS body`;
  const from = (condition: SQL | undefined): SQL =>
    sql`${select} FROM ${auditEntries} WHERE ${and(condition, outside)} ${enough}`;

  const { requestId, resource, tenant } = filter;
  // What one request left is found by an index that has no order, and is little.
  if (requestId === undefined) await readInOrder(session);
  let page: SQL;
  if (resource !== undefined && tenant !== undefined) {
    const all = conditionsOf(session, filter, actions);
    page = sql`(${from(and(all, isId(auditEntries.resourceId, resource)))})
      UNION
      (${select} FROM (${mentionsOf(session, tenant, resource)}) AS mention JOIN ${auditEntries}
        ON ${auditEntries.id} = mention.entry_id AND ${auditEntries.recordedAt} = mention.recorded_at
      WHERE ${and(all, outside)} ORDER BY mention.recorded_at DESC FETCH FIRST ${limit} ROWS WITH TIES)`;
  } else if (actions !== undefined && actions.length <= mostActions) {
    const { action: _, ...rest } = filter;
    page = sql`SELECT found.* FROM unnest(${sql.param(actions)}::text[]) AS wanted (action)
      CROSS JOIN LATERAL (${from(and(conditionsOf(session, rest), sql`${auditEntries.action} = wanted.action`))}) AS found`;
  } else {
    const about = resource === undefined ? undefined : concerns(resource);
    page = from(and(conditionsOf(session, filter, actions), about));
  }
  const { rows } = await session.tx.execute<Record<string, unknown> & FoundEntry>(
    withPlaces(sql`SELECT * FROM (${page}) AS found ${newest}`),
  );
  return rows;
}

/** Each entry once, newest first: it may mention things of several types by one id, which must not fill a page. */
function mentionsOf({ environmentId }: Session, tenant: string, resource: string): SQL {
  const { entryId, recordedAt } = auditMentions;
  return sql`SELECT DISTINCT ${recordedAt} AS recorded_at, ${entryId} AS entry_id FROM ${auditMentions}
    WHERE ${auditMentions.environmentId} = ${environmentId} AND ${auditMentions.tenantId} = ${tenant}
      AND ${isId(auditMentions.resourceId, resource)}
    ORDER BY ${recordedAt} DESC, ${entryId} DESC`;
}

/**
 * Has the rest of the transaction follow the order of indexes. Where the planner expects but a few entries of somebody, it
 * would read all of them and sort them; but some have a hundred times as many as it thinks. What cannot but be sorted
 * still is, and would be compiled first, as it counts for very dear then.
 */
export async function readInOrder({ tx }: Session): Promise<void> {
  await tx.execute(sql`SELECT set_config('enable_sort', 'off', true), set_config('jit', 'off', true)`);
}

/** One by its id, with what is kept apart from it while it is kept. */
export async function selectEntry(
  session: Session,
  id: string,
): Promise<(FoundEntry & { readonly payload: string | null; readonly salt: string | null }) | undefined> {
  const page = sql`SELECT ${auditEntries.id} AS id, ${auditEntries.recordedAt} AS recorded_at, ${auditEntries.body} AS body
    FROM ${auditEntries} WHERE ${and(eq(auditEntries.environmentId, session.environmentId), eq(auditEntries.id, id))}`;
  const [found] = (await session.tx.execute<Record<string, unknown> & FoundEntry>(withPlaces(page))).rows;
  if (found === undefined) return undefined;
  const [personal] = await session.tx
    .select({ payload: auditPersonal.payload, salt: sql<string>`encode(${auditPersonal.salt}, 'hex')` })
    .from(auditPersonal)
    .where(and(eq(auditPersonal.environmentId, session.environmentId), eq(auditPersonal.entryId, id)));
  return { ...found, payload: personal?.payload ?? null, salt: personal?.salt ?? null };
}

interface PageOrder {
  /** More columns of the page. */
  readonly columns: SQL;
  readonly by: SQL;
}

const newestFirst: PageOrder = { columns: sql``, by: sql`page.recorded_at DESC, page.id DESC` };

/** The places are looked up for the page alone, whatever was read to find it. */
export function withPlaces(page: SQL, { by, columns }: PageOrder = newestFirst): SQL {
  return sql`WITH page AS MATERIALIZED (${page})
    SELECT page.id, page.body, (extract(epoch FROM page.recorded_at) * 1000000)::bigint::text AS at,
      seal.sequence::text AS sequence, encode(seal.hash, 'hex') AS hash, encode(seal.previous_hash, 'hex') AS "previousHash"${columns}
    FROM page LEFT JOIN LATERAL (
      SELECT ${auditSeals.sequence} AS sequence, ${auditSeals.hash} AS hash, ${auditSeals.previousHash} AS previous_hash
      FROM ${auditSeals} WHERE ${auditSeals.entryId} = page.id AND ${auditSeals.recordedAt} = page.recorded_at
    ) AS seal ON true
    ORDER BY ${by}`;
}

/** Undefined where there is no pattern, or none that an index could help with. */
async function actionsOf(session: Session, { action, tenant }: EntryFilter): Promise<readonly string[] | undefined> {
  if (action === undefined || tenant === undefined || !action.includes('*')) return undefined;
  const fits = compileActionPattern(action);
  return (await selectActions(session, tenant, action.slice(0, action.indexOf('*')))).filter(fits);
}

/** Said twice: by the pair the index is read from there on, and by the time alone later months are not opened at all. */
function placeCondition(before: EntryPlace | undefined): SQL | undefined {
  if (before === undefined) return undefined;
  const at = sql`(timestamptz 'epoch' + ${before.at}::bigint * interval '1 microsecond')`;
  return sql`${auditEntries.recordedAt} <= ${at} AND (${auditEntries.recordedAt}, ${auditEntries.id}) < (${at}, ${before.id})`;
}
