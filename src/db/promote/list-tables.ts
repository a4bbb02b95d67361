import { sql } from 'drizzle-orm';
import type { Transaction } from '../contract.ts';
import type { Column, Table } from './table.ts';

type Row = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly primary_key: readonly string[];
  readonly refers_to: readonly string[];
};

/**
 * The tables as the database has them, each after those its foreign keys refer to. From the catalogue and not
 * from our own list, since a table left out of a list would be lost without a word.
 */
export async function listTables(tx: Transaction): Promise<readonly Table[]> {
  const { rows } = await tx.execute<Row>(sql`
    SELECT c.relname AS name,
      (SELECT json_agg(json_build_object(
          'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'collated', a.attcollation <> 0) ORDER BY a.attnum)
        FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      (SELECT json_agg(a.attname ORDER BY k.position)
        FROM pg_index i CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS k(attnum, position)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
        WHERE i.indrelid = c.oid AND i.indisprimary) AS primary_key,
      (SELECT coalesce(json_agg(DISTINCT r.relname), '[]')
        FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid
        WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS refers_to
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    ORDER BY c.relname`);
  return inOrderOfReference(rows).map(({ name, columns, primary_key }) => ({ name, columns, primaryKey: primary_key }));
}

function inOrderOfReference(rows: readonly Row[]): readonly Row[] {
  const ordered: Row[] = [];
  let waiting = rows;
  while (waiting.length > 0) {
    const blocked = waiting.filter(({ refers_to }) =>
      refers_to.some((name) => waiting.some((row) => row.name === name)),
    );
    if (blocked.length === waiting.length) {
      throw new Error(`The foreign keys of ${waiting.map(({ name }) => name).join(', ')} form a circle.`);
    }
    ordered.push(...waiting.filter((row) => !blocked.includes(row)));
    waiting = blocked;
  }
  return ordered;
}
