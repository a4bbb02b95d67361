import type { Db } from 'pg-boss';
import type { Database } from '../db/contract.ts';
import { runText } from '../db/run-text.ts';
import { releaseJobs, selectNextDue } from './queries.ts';

/** What is asked of the database for jobs of all environments, each time in a transaction of the control plane. */
export interface JobsDatabase {
  /** The same as pg-boss wants it. */
  readonly forBoss: Db;
  /** See {@link selectNextDue}. */
  nextDue(names: readonly string[]): ReturnType<typeof selectNextDue>;
  /** See {@link releaseJobs}. */
  release(): Promise<void>;
}

export function jobsDatabase(database: Database): JobsDatabase {
  return {
    forBoss: {
      executeSql: (text, values = []) =>
        database.withControlPlane('write', async (tx) => ({ rows: [...(await runText(tx, bare(text), values))] })),
    },
    nextDue: (names) => database.withControlPlane('write', (tx) => selectNextDue(tx, names)),
    release: () => database.withControlPlane('write', releaseJobs),
  };
}

/** Without what pg-boss opens and ends a transaction of its own with: there is one already. */
function bare(text: string): string {
  const [, inside] = /^\s*BEGIN;([^]*)COMMIT;\s*$/.exec(text) ?? [];
  return inside ?? text;
}
