import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Place } from './place.ts';

/** The columns of a table that is followed; an index over both, in this order, makes it cheap. */
export interface FollowedColumns {
  readonly transaction: PgColumn;
  readonly id: PgColumn;
}

/**
 * The rows beyond a place that nothing can come before any more. Ids rise in the order of writing and transactions end
 * in another: who reads all ids greater than the last one seen loses the rows of every slow transaction. So rows are read
 * in the order of their transactions, and only of those older than the oldest one still under way.
 */
export function beyond({ transaction, id }: FollowedColumns, place: Place): SQL {
  return sql`(${transaction}, ${id}) > (${place.transaction}::xid8, ${place.id})
    AND ${transaction} < dream_horizon()`;
}

/** To be read in, so that the last row is the place to go on from. */
export function inOrder({ transaction, id }: FollowedColumns): SQL {
  return sql`${transaction}, ${id}`;
}
