import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Transaction } from '../contract.ts';
import { insertFromText, selectAsText, type Table } from './table.ts';

export interface CopiedTable {
  readonly name: string;
  readonly rows: number;
  /** sha256 over the text of all rows in the order of their key, hexadecimal. */
  readonly hash: string;
}

type TextRow = { readonly [column: string]: string | null };

/** Characters per round trip aimed at: one row may hold a changeset of megabytes, or a hundred bytes. */
const CHUNK = 4_000_000;
const MOST_ROWS = 5_000;

export async function copyTable(
  from: Transaction,
  to: Transaction,
  table: Table,
  onRows: (rows: number) => void,
): Promise<CopiedTable> {
  return readTable(from, table, onRows, async (rows) => {
    const values = table.columns.map(({ name }) => rows.map((row) => row[name] ?? null));
    await to.execute(insertFromText(table, values));
  });
}

export async function hashTable(tx: Transaction, table: Table, onRows: (rows: number) => void): Promise<CopiedTable> {
  return readTable(tx, table, onRows, () => Promise.resolve());
}

/** Reads through a cursor, so that neither side ever holds a whole table. */
async function readTable(
  tx: Transaction,
  table: Table,
  onRows: (rows: number) => void,
  take: (rows: readonly TextRow[]) => Promise<void>,
): Promise<CopiedTable> {
  const hash = createHash('sha256');
  let rows = 0;
  let characters = 0;
  await tx.execute(sql`DECLARE dream_promote NO SCROLL CURSOR FOR ${selectAsText(table)}`);
  for (;;) {
    const wanted = rows === 0 ? 10 : Math.max(1, Math.min(MOST_ROWS, Math.floor(CHUNK / (characters / rows))));
    const chunk = await tx.execute<TextRow>(sql`FETCH ${sql.raw(String(wanted))} FROM dream_promote`);
    if (chunk.rows.length === 0) break;
    await take(chunk.rows);
    for (const row of chunk.rows) {
      const text = JSON.stringify(table.columns.map(({ name }) => row[name]));
      characters += text.length;
      hash.update(text).update('\n');
    }
    rows += chunk.rows.length;
    onRows(rows);
  }
  await tx.execute(sql`CLOSE dream_promote`);
  return { name: table.name, rows, hash: hash.digest('hex') };
}
