import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/pg-core';
import { expect, it } from 'vitest';
import { allTables as tables } from '../support/all-tables.ts';
import { eachDatabase } from '../support/databases.ts';

interface ColumnFacts {
  readonly [column: string]: { readonly type: string; readonly nullable: boolean; readonly hasDefault: boolean };
}

eachDatabase((databases) => {
  it('has the tables the code speaks of, column by column, and no others', async () => {
    const database = await databases.shared();
    const expected: { [table: string]: ColumnFacts } = {};
    for (const table of Object.values(tables)) {
      expected[getTableName(table)] = Object.fromEntries(
        Object.values(getTableColumns(table)).map((column) => [
          column.name,
          { type: column.getSQLType(), nullable: !column.notNull, hasDefault: column.hasDefault },
        ]),
      );
    }
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute<{ table: string; column: string; type: string; nullable: boolean; default: boolean }>(sql`
        SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type,
          NOT a.attnotnull AS nullable, a.atthasdef AS default
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition`),
    );
    const found: { [table: string]: { [column: string]: ColumnFacts[string] } } = {};
    for (const row of rows) {
      // The database has one name more than drizzle for this type.
      const type = row.type.replace('timestamp(3) with time zone', 'timestamp with time zone');
      found[row.table] = {
        ...found[row.table],
        [row.column]: { type, nullable: row.nullable, hasDefault: row.default },
      };
    }
    expect(found).toEqual(expected);
  });

  it('has the keys and indexes the code speaks of', async () => {
    const database = await databases.shared();
    const expected = Object.values(tables)
      .flatMap((table) => {
        const config = getTableConfig(table);
        return [
          ...config.indexes.map((index) => index.config.name ?? ''),
          ...config.uniqueConstraints.map((constraint) => constraint.getName() ?? ''),
          ...config.primaryKeys.map((key) => key.getName()),
          ...config.columns.filter((column) => column.isUnique).map((column) => column.uniqueName ?? ''),
          ...config.columns.filter((column) => column.primary).map(() => `${config.name}_pkey`),
        ];
      })
      .toSorted();
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute<{ name: string }>(sql`SELECT indexname AS name FROM pg_indexes WHERE schemaname = 'public'
          AND tablename NOT IN (SELECT relname FROM pg_class WHERE relispartition)`),
    );
    expect(rows.map(({ name }) => name).toSorted()).toEqual(expected);
  });

  it('finds its hot rows through an index, row-level security in force', async () => {
    const database = await databases.shared();
    const hot = [
      sql`SELECT * FROM resources ORDER BY kind, key LIMIT 50`,
      sql`SELECT * FROM resources WHERE kind = 'Plan' AND key = 'pro'`,
      sql`SELECT * FROM revisions ORDER BY number DESC LIMIT 50`,
      sql`SELECT * FROM resource_versions WHERE revision = 7`,
      sql`SELECT * FROM resource_versions WHERE kind = 'Plan' AND key = 'pro' ORDER BY revision DESC LIMIT 1`,
      sql`SELECT * FROM idempotency_keys WHERE operation = 'revisions.create' AND key = 'k'`,
    ];
    const plans = await database.withEnvironment({ projectId: 'p', environmentId: 'e' }, 'read', async ({ tx }) => {
      // Tables this small would be scanned; what matters is that an index can answer.
      await tx.execute(
        sql`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)`,
      );
      const texts: string[] = [];
      for (const query of hot) {
        const { rows } = await tx.execute<{ 'QUERY PLAN': string }>(sql`EXPLAIN ${query}`);
        texts.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
      }
      return texts;
    });
    for (const plan of plans) {
      expect(plan).toMatch(/Index Cond: .*environment_id = current_setting/);
      expect(plan).not.toMatch(/Seq Scan|Sort/);
    }
  });
});
