import type { QueryResult, QueryResultRow } from 'pg';
import type { Session } from './contract.ts';
import type { PreparedStatement } from './prepared-statement.ts';

/**
 * Runs a prepared statement. For what is asked hundreds of times a second, where building the statement anew and
 * planning it anew cost more than the answer. `Row` is what the statement's text promises.
 */
export async function runPrepared<Row extends QueryResultRow>(
  { tx }: Pick<Session, 'tx'>,
  { name, text }: PreparedStatement,
  params: readonly unknown[],
): Promise<readonly Row[]> {
  const query = tx._.session.prepareQuery({ sql: text, params: [...params] }, undefined, name, false);
  const result = (await query.execute()) as QueryResult<Row>;
  return result.rows;
}
