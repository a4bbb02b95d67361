import { PgBoss } from 'pg-boss';
import type { Database } from '../db/contract.ts';
import type { JobHandler, RunningJobs } from './contract.ts';
import { JobLoop } from './job-loop.ts';
import { jobsDatabase } from './jobs-database.ts';

export interface JobsOptions {
  readonly database: Database;
  readonly handlers: readonly JobHandler[];
  /** Told of what failed where nobody else hears of it. */
  readonly report: (problem: unknown) => void;
}

/** Does jobs in this process until it is stopped. Throws a RangeError when two handlers are for one kind. */
export async function startJobs({ database, handlers, report }: JobsOptions): Promise<RunningJobs> {
  const names = handlers.map(({ kind }) => kind.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new RangeError(`the job ${twice} has two handlers`);
  const jobs = jobsDatabase(database);
  const boss = new PgBoss({
    db: jobs.forBoss,
    backend: database.kind === 'embedded' ? 'pglite' : 'postgres',
    schema: 'jobs',
    // The tables are made by a migration like all others, with rights that pg-boss would not give.
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    flowIntervalSeconds: 3600,
    queueCacheIntervalSeconds: 3600,
  });
  boss.on('error', report);
  // Nobody but this process has an embedded database open: what was begun was begun by one that is dead.
  if (database.kind === 'embedded') await jobs.release();
  await boss.start();
  for (const { kind } of handlers) await boss.createQueue(kind.name, queueOf(kind));
  const loop = new JobLoop({ boss, jobs, database, handlers, report });
  const unsubscribe = database.subscribe((announcement) => {
    if (announcement === null || announcement.topic === 'jobs') loop.wake();
  });
  loop.wake();
  let stopped: Promise<void> | undefined;
  const stop = async (patience: number): Promise<void> => {
    unsubscribe();
    await loop.stop(patience);
    await boss.stop({ graceful: false, close: false });
  };
  return { wake: () => loop.wake(), stop: (patience) => (stopped ??= stop(patience)) };
}

function queueOf({ retries, timeLimit }: JobHandler['kind']) {
  return {
    policy: 'standard',
    retryLimit: retries.times,
    retryDelay: retries.wait,
    ...(retries.wait > 0 ? { retryBackoff: true, retryDelayMax: retries.longestWait } : {}),
    expireInSeconds: timeLimit,
  };
}
