import { sql } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import type { Database, SessionScope } from '../../src/db/contract.ts';
import type { JobHandler, JobKind, JobRun, RunningJobs } from '../../src/jobs/contract.ts';
import { sendJob } from '../../src/jobs/send-job.ts';
import { startJobs } from '../../src/jobs/start-jobs.ts';
import { eachDatabase } from '../support/databases.ts';

const kind: JobKind = { name: 'test.work', atOnce: 4, timeLimit: 60, retries: { times: 2, wait: 0, longestWait: 1 } };
const scope: SessionScope = { projectId: 'prj_1', environmentId: 'env_1' };

const started: RunningJobs[] = [];
afterEach(async () => {
  for (const jobs of started.splice(0)) await jobs.stop(5_000);
});

interface Doing {
  readonly jobs: RunningJobs;
  readonly seen: { readonly data: unknown; readonly attempt: number }[];
  readonly problems: unknown[];
  /** Resolves when so many have been seen. */
  readonly seeing: (count: number) => Promise<void>;
}

async function doing(database: Database, run: (job: JobRun) => Promise<void> = async () => undefined): Promise<Doing> {
  const seen: Doing['seen'] = [];
  const problems: unknown[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const handler: JobHandler = {
    kind,
    recordedAs: { nothing: 'it is for a test' },
    async run(job) {
      seen.push({ data: job.data, attempt: job.attempt });
      for (const { count, resolve } of waiting) if (seen.length >= count) resolve();
      await run(job);
    },
  };
  const jobs = await startJobs({ database, handlers: [handler], report: (problem) => problems.push(problem) });
  started.push(jobs);
  const seeing = (count: number): Promise<void> =>
    new Promise((resolve) => {
      if (seen.length >= count) resolve();
      else waiting.push({ count, resolve });
    });
  return { jobs, seen, problems, seeing };
}

function send(database: Database, job: Parameters<typeof sendJob>[2]): Promise<void> {
  return database.withEnvironment(scope, 'write', (session) => sendJob(session, kind, job));
}

function states(database: Database): Promise<readonly unknown[]> {
  return database.withControlPlane('read', async (tx) => {
    const { rows } = await tx.execute(sql`SELECT state, retry_count AS tries FROM jobs.job ORDER BY state::text, id`);
    return rows;
  });
}

eachDatabase((databases) => {
  it('does what was asked for in a transaction that lasted, and nothing of one that was rolled back', async () => {
    const database = await databases.shared();
    const { seen, seeing, problems } = await doing(database);
    const rolledBack = database.withEnvironment(scope, 'write', async (session) => {
      await sendJob(session, kind, { data: { number: 0 } });
      throw new Error('never mind');
    });
    await expect(rolledBack).rejects.toThrow('never mind');
    await send(database, { data: { number: 1 } });
    await seeing(1);
    await send(database, { data: { number: 2 } });
    await seeing(2);
    expect(seen).toStrictEqual([1, 2].map((number) => ({ data: { number }, attempt: 0 })));
    expect(problems).toStrictEqual([]);
  });

  it('does again what failed, as often as the kind says', async () => {
    const database = await databases.shared();
    const { jobs, seen, seeing, problems } = await doing(database, () => Promise.reject(new Error('not today')));
    await send(database, { data: {} });
    await seeing(3);
    await jobs.stop(5_000);
    expect(seen.map(({ attempt }) => attempt)).toStrictEqual([0, 1, 2]);
    expect(problems).toStrictEqual(Array.from({ length: 3 }, () => new Error('not today')));
    expect(await states(database)).toStrictEqual([{ state: 'failed', tries: 2 }]);
  });

  it('lets one job of a key wait, and at the earliest of the times that were named', async () => {
    const database = await databases.shared();
    await send(database, { data: { first: true }, key: 'a', after: 3_600_000 });
    await send(database, { data: { first: false }, key: 'a', after: 30 });
    await send(database, { data: { other: true }, key: 'b', after: 3_600_000 });
    const { seen, seeing, jobs } = await doing(database);
    await seeing(1);
    await jobs.stop(5_000);
    expect(seen).toStrictEqual([{ data: { first: true }, attempt: 0 }]);
    expect(await states(database)).toStrictEqual([
      { state: 'completed', tries: 0 },
      { state: 'created', tries: 0 },
    ]);
  });

  it('waits for what runs when it stops, and leaves what takes too long to be done again', async () => {
    const database = await databases.shared();
    const signals: boolean[] = [];
    const first = await doing(database, async ({ signal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      signals.push(signal.aborted);
    });
    await send(database, { data: { polite: true } });
    await first.seeing(1);
    await first.jobs.stop(5_000);
    expect(signals).toStrictEqual([true]);
    expect(await states(database)).toStrictEqual([{ state: 'completed', tries: 0 }]);
    const deaf = await doing(database, () => new Promise(() => undefined));
    await send(database, { data: { deaf: true } });
    await deaf.seeing(1);
    await deaf.jobs.stop(1);
    const next = await doing(database);
    await next.seeing(1);
    expect(next.seen).toStrictEqual([{ data: { deaf: true }, attempt: 1 }]);
  });
});
