import { lt, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/contract.ts';
import { requestCounts } from '../../db/tables/index.ts';

export interface CountedRequests {
  readonly environmentId: string;
  readonly subject: string;
  /** Of the window, in seconds. */
  readonly length: number;
  readonly start: Date;
  /** Start of the window before. */
  readonly before: Date;
  readonly count: number;
}

export interface SharedCount {
  readonly current: number;
  readonly previous: number;
}

/**
 * The name of a subject's counts. Windows of different lengths may begin at the same moment, but what came within an
 * hour says nothing of a minute: so the length is part of the name, and a server whose limit was changed, or differs
 * from that of the server beside it, never reads counts of another length as its own.
 */
function countedName({ subject, length }: CountedRequests): string {
  return `${subject} ${length}s`;
}

/**
 * Adds what was counted here to what others have counted, and gives back the sums, in the same order. One statement,
 * and rows in the order of their keys, lest two servers wait for each other.
 */
export async function addCounts(tx: Transaction, counted: readonly CountedRequests[]): Promise<readonly SharedCount[]> {
  const column = (read: (one: CountedRequests) => string | number) => sql.param(counted.map(read));
  const result = await tx.execute<{ place: number; current: number; previous: number }>(sql`
    with counted as (
      select * from unnest(
        ${column(({ environmentId }) => environmentId)}::text[],
        ${column(countedName)}::text[],
        ${column(({ start }) => start.toISOString())}::timestamptz[],
        ${column(({ before }) => before.toISOString())}::timestamptz[],
        ${column(({ count }) => count)}::integer[]
      ) with ordinality as c (environment_id, subject, start, before, count, place)
    ), added as (
      insert into request_counts (environment_id, subject, window_start, count)
      select environment_id, subject, start, count from counted order by environment_id, subject, start
      on conflict (environment_id, subject, window_start)
      do update set count = request_counts.count + excluded.count
      returning environment_id, subject, window_start, count
    )
    select c.place::integer as place, a.count as current, coalesce(p.count, 0) as previous
    from counted as c
    join added as a
      on a.environment_id = c.environment_id and a.subject = c.subject and a.window_start = c.start
    left join request_counts as p
      on p.environment_id = c.environment_id and p.subject = c.subject and p.window_start = c.before
    order by c.place`);
  return result.rows;
}

export async function deleteCountsBefore(tx: Transaction, instant: Date): Promise<void> {
  await tx.delete(requestCounts).where(lt(requestCounts.windowStart, instant));
}
