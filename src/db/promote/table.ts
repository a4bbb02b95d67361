import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../contract.ts';

export interface Column {
  readonly name: string;
  /** As SQL writes it: `timestamp with time zone`, `numeric(20,4)`. */
  readonly type: string;
  /** Whether its order depends on a collation, which differs between databases. */
  readonly collated: boolean;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly string[];
}

export async function countRows(tx: Transaction, table: Table): Promise<number> {
  const { rows } = await tx.execute<{ count: string }>(
    sql`SELECT count(*) AS count FROM ${sql.identifier(table.name)}`,
  );
  return Number(rows[0]?.count);
}

/** All rows as text, in an order that is the same in every database. */
export function selectAsText(table: Table): SQL {
  const columns = table.columns.map(
    (column) => sql`${sql.identifier(column.name)}::text AS ${sql.identifier(column.name)}`,
  );
  const order = table.primaryKey.map((name) => {
    const collated = table.columns.find((column) => column.name === name)?.collated === true;
    return collated ? sql`${sql.identifier(name)} COLLATE "C"` : sql.identifier(name);
  });
  return sql`SELECT ${join(columns)} FROM ${sql.identifier(table.name)} ORDER BY ${join(order)}`;
}

/** Inserts rows given as one array of texts per column; the answer's `rowCount` tells how many. */
export function insertFromText(table: Table, values: readonly (readonly (string | null)[])[]): SQL {
  const names = table.columns.map((column) => sql.identifier(column.name));
  const casts = table.columns.map((column) => sql`r.${sql.identifier(column.name)}::${sql.raw(column.type)}`);
  const arrays = values.map((column) => sql`${sql.param(column)}::text[]`);
  return sql`INSERT INTO ${sql.identifier(table.name)} (${join(names)}) SELECT ${join(casts)} FROM unnest(${join(arrays)}) AS r(${join(names)})`;
}

function join(parts: readonly Parameters<typeof sql.join>[0][number][]): SQL {
  return sql.join([...parts], sql`, `);
}
