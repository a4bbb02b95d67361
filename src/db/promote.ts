import type { Host } from '../host/contract.ts';
import type { Database, Transaction } from './contract.ts';
import { openDatabase } from './open-database.ts';
import { DatabaseProblem } from './problem.ts';
import { type CopiedTable, copyTable, hashTable } from './promote/copy-table.ts';
import { listTables } from './promote/list-tables.ts';
import { plainText } from './promote/plain-text.ts';
import { countRows, type Table } from './promote/table.ts';

export interface PromoteOptions {
  /** Open, and used by nobody else meanwhile: what is written after the copy began is not copied. */
  readonly from: Database;
  readonly to: { readonly url: string };
  readonly host: Pick<Host, 'random'>;
  readonly onProgress?: (progress: PromoteProgress) => void;
}

export interface PromoteProgress {
  readonly table: string;
  readonly phase: 'copy' | 'verify';
  readonly rows: number;
  readonly of: number;
}

/** Tables of which the database itself makes the rows, by triggers on what is copied: copied too, they would count twice. */
const madeByTriggers: ReadonlySet<string> = new Set(['audit_month_counts']);

/**
 * Copies everything into a PostgreSQL database without rows, in one transaction there: it holds all of it in
 * the end, or nothing. Each table is read back before the commit and compared row by row with what was sent.
 *
 * Sealed secrets are copied sealed: the new server needs the same master key.
 */
export async function promote(options: PromoteOptions): Promise<readonly CopiedTable[]> {
  const target = await openDatabase({ host: options.host, postgres: { url: options.to.url, connections: 1 } });
  try {
    return await options.from.withControlPlane('read', (from) =>
      target.withControlPlane('serializable', (to) => copyAll(from, to, options.onProgress ?? (() => undefined))),
    );
  } finally {
    await target.close();
  }
}

async function copyAll(
  from: Transaction,
  to: Transaction,
  onProgress: (progress: PromoteProgress) => void,
): Promise<readonly CopiedTable[]> {
  await plainText(from);
  await plainText(to);
  const tables = await listTables(from);
  await refuseRows(to, tables);
  const copied: CopiedTable[] = [];
  for (const table of tables.filter(({ name }) => !madeByTriggers.has(name))) {
    const of = await countRows(from, table);
    const sent = await copyTable(from, to, table, (rows) => onProgress({ table: table.name, phase: 'copy', rows, of }));
    const arrived = await hashTable(to, table, (rows) => onProgress({ table: table.name, phase: 'verify', rows, of }));
    if (sent.rows !== of || sent.rows !== arrived.rows || sent.hash !== arrived.hash) {
      throw new DatabaseProblem(
        'db/promote-mismatch',
        `The table ${table.name} did not arrive as it was: ${sent.rows} rows sent, ${arrived.rows} found, sha256 ${sent.hash} and ${arrived.hash}.`,
        { hint: 'Nothing was kept in the target. This should not happen; please report it.' },
      );
    }
    copied.push(arrived);
  }
  return copied;
}

async function refuseRows(to: Transaction, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    const rows = await countRows(to, table);
    if (rows > 0) {
      throw new DatabaseProblem(
        'db/target-not-empty',
        `The target already holds data: ${rows} rows in ${table.name}.`,
        {
          hint: 'Promote into a database of its own: CREATE DATABASE, and name it in the URL.',
        },
      );
    }
  }
}
