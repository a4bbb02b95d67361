import type { ClientBase, QueryResultRow } from 'pg';
import type { Session, Transaction } from './contract.ts';
import type { PreparedStatement } from './prepared-statement.ts';

/**
 * Runs a prepared statement. For what is asked hundreds of times a second, where building the statement anew and
 * planning it anew cost more than the answer: it goes past drizzle, which would make an object of many functions for each
 * time. `Row` is what the statement's text promises; its values are as `pg` reads them.
 */
export async function runPrepared<Row extends QueryResultRow>(
  { tx }: Pick<Session, 'tx'>,
  { name, text }: PreparedStatement,
  params: readonly unknown[],
): Promise<readonly Row[]> {
  const { $client: client } = tx as Transaction & { readonly $client: ClientBase };
  const { rows } = await client.query<Row>({ name, text }, [...params]);
  return rows;
}
