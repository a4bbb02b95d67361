import type { QueryResult, QueryResultRow } from 'pg';
import type { Session } from './contract.ts';

/** A statement that never changes, with `$1`, `$2`… where its parameters go. Made once, when its module is loaded. */
export interface PreparedStatement {
  /** Unique among all statements; each connection reads and plans the statement once, under this name. */
  readonly name: string;
  readonly text: string;
}

/**
 * Runs a prepared statement. For what is asked hundreds of times a second, where building the statement anew and
 * planning it anew cost more than the answer. `Row` is what the statement's text promises.
 */
export async function runPrepared<Row extends QueryResultRow>(
  { tx }: Session,
  { name, text }: PreparedStatement,
  params: readonly unknown[],
): Promise<readonly Row[]> {
  const query = tx._.session.prepareQuery({ sql: text, params: [...params] }, undefined, name, false);
  const result = (await query.execute()) as QueryResult<Row>;
  return result.rows;
}
