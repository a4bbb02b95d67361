import { finished } from 'node:stream/promises';
import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { SendBytes, Transaction } from './contract.ts';

const dialect = new PgDialect();

/**
 * The one column of a query's rows, each followed by a line feed, as PostgreSQL itself writes them: nothing of them is
 * kept in memory. JSON holds neither U+0001 nor U+0002, so that as quote and delimiter they never make COPY quote anything.
 */
export async function copyLines(connection: pg.ClientBase, query: SQL, send: SendBytes): Promise<number> {
  // Machine code for a statement costs as much as some ten thousand rows of it.
  await connection.query('SET LOCAL jit = off');
  const stream = connection.query(
    copyTo(`COPY (${withLiterals(query)}) TO STDOUT (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')`),
  );
  let refused: { readonly problem: unknown } | undefined;
  const chunks = stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  for await (const chunk of chunks) {
    // Whoever does not want more of it does not take the connection along: PostgreSQL has to finish its sentence.
    if (refused !== undefined) continue;
    try {
      await send(chunk);
    } catch (problem) {
      refused = { problem };
    }
  }
  await finished(stream);
  endTimeLimit(stream);
  if (refused !== undefined) throw refused.problem;
  return stream.rowCount;
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
