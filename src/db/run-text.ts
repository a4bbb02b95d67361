import type { QueryResult, QueryResultRow } from 'pg';
import type { Transaction } from './contract.ts';

/**
 * Runs a statement that a library wrote: with `$1`, `$2`… for its parameters, or several in one text without any. Gives
 * the rows of all of them, one after the other.
 */
export async function runText(
  tx: Transaction,
  text: string,
  params: readonly unknown[],
): Promise<readonly QueryResultRow[]> {
  const query = tx._.session.prepareQuery({ sql: text, params: [...params] }, undefined, undefined, false);
  const result = (await query.execute()) as QueryResult | readonly QueryResult[];
  return 'rows' in result ? result.rows : result.flatMap(({ rows }) => rows);
}
