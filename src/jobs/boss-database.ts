import type { Db } from 'pg-boss';
import type { Database } from '../db/contract.ts';
import { runText } from '../db/run-text.ts';

/**
 * The database as pg-boss wants it: each of its texts in a transaction of the control plane, on the pool that everything
 * uses. What pg-boss itself would open and end a transaction with is taken off, since there is one already.
 */
export function bossDatabase(database: Database): Db {
  return {
    executeSql: (text, values = []) =>
      database.withControlPlane('write', async (tx) => ({ rows: [...(await runText(tx, bare(text), values))] })),
  };
}

function bare(text: string): string {
  const [, inside] = /^\s*BEGIN;([^]*)COMMIT;\s*$/.exec(text) ?? [];
  return inside ?? text;
}
