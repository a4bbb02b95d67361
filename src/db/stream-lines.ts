import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import pg from 'pg';
import type { SendBytes, Transaction } from './contract.ts';
import { CopyOut } from './copy-out.ts';

const dialect = new PgDialect();

/**
 * The one column of a query's rows, each followed by a line feed, as PostgreSQL itself writes them: nothing of them is
 * kept in memory. JSON holds neither U+0001 nor U+0002, so that as quote and delimiter they never make COPY quote anything.
 */
export async function copyLines(connection: pg.ClientBase, query: SQL, send: SendBytes): Promise<number> {
  // Machine code for a statement costs as much as some ten thousand rows of it.
  await connection.query('SET LOCAL jit = off');
  const copying = new CopyOut(
    `COPY (${withLiterals(query)}) TO STDOUT (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')`,
    send,
  );
  connection.query(copying);
  try {
    const { rows } = await copying.ended;
    return rows;
  } finally {
    endTimeLimit(copying);
  }
}

/** The same for a database that answers all at once; the caller asks for no more than there is memory for. */
export async function selectLines(tx: Transaction, query: SQL, send: SendBytes): Promise<number> {
  const { rows } = await tx.execute<{ line: string }>(sql`SELECT line FROM (${query}) AS lines (line)`);
  await send(Buffer.from(rows.map(({ line }) => `${line}\n`).join('')));
  return rows.length;
}

/** COPY takes no parameters. Each becomes a literal, as `pg` writes them. */
function withLiterals(query: SQL): string {
  const { params, sql: text } = dialect.sqlToQuery(query);
  return text.replaceAll(/\$(\d+)/g, (_, index: string) => literal(params[Number(index) - 1]));
}

function literal(value: unknown): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'string') return pg.escapeLiteral(value);
  throw new RangeError(`No literal is written for a ${typeof value}.`);
}

/** `pg` puts a time limit around every statement, and hears of the end of this kind by nobody but us. */
function endTimeLimit(stream: object): void {
  const callback: unknown = Reflect.get(stream, 'callback');
  if (typeof callback === 'function') callback();
}
