import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/contract.ts';
import type { JobKind, JobToSend } from './contract.ts';

/**
 * Written as pg-boss's own `send` writes it, but in one statement that knows the queue by heart: `send` looks the queue
 * up on another connection, which inside an open transaction never comes on the embedded database. False when another
 * waits under the same key.
 */
export async function insertJob(
  tx: Transaction,
  { name, retries, timeLimit }: JobKind,
  { data, key, after = 0 }: JobToSend,
): Promise<boolean> {
  const inserted = await tx.execute(sql`
    WITH queue AS (
      INSERT INTO jobs.queue (name, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
        retention_seconds, deletion_seconds, partition, table_name, heartbeat_seconds)
      VALUES (${name}, 'standard', ${retries.times}, ${retries.wait}, ${retries.wait > 0}, ${retries.longestWait}, ${timeLimit},
        ${keptUndone}, ${keptDone}, false, 'job_common', ${heartbeatSeconds})
      ON CONFLICT (name) DO NOTHING
    )
    INSERT INTO jobs.job (name, data, singleton_key, start_after, keep_until, policy, retry_limit, retry_delay,
      retry_backoff, retry_delay_max, expire_seconds, deletion_seconds, heartbeat_seconds)
    VALUES (${name}, ${JSON.stringify(data)}::jsonb, ${key ?? null}, ${afterNow(after)},
      ${afterNow(after + keptUndone * 1000)}, ${key === undefined ? 'standard' : 'short'}, ${retries.times},
      ${retries.wait}, ${retries.wait > 0}, ${retries.longestWait}, ${timeLimit}, ${keptDone}, ${heartbeatSeconds})
    ON CONFLICT DO NOTHING`);
  return inserted.rowCount === 1;
}

/** Lets the one that waits under the key come no later than this. False when none waits any more. */
export async function hastenJob(
  tx: Transaction,
  { name }: JobKind,
  { key = '', after = 0 }: JobToSend,
): Promise<boolean> {
  const hastened = await tx.execute(sql`
    UPDATE jobs.job SET start_after = least(start_after, ${afterNow(after)})
    WHERE name = ${name} AND coalesce(singleton_key, '') = ${key} AND state = 'created' AND policy = 'short'`);
  return (hastened.rowCount ?? 0) > 0;
}

/** By name of the kind, in how many milliseconds the next job of it is due; none for a kind without any. */
export async function selectNextDue(
  tx: Transaction,
  names: readonly string[],
): Promise<readonly { readonly name: string; readonly wait: number }[]> {
  const { rows } = await tx.execute<{ name: string; wait: string }>(sql`
    SELECT name, extract(epoch FROM min(start_after) - clock_timestamp()) * 1000 AS wait
    FROM jobs.job_common
    WHERE state < 'active' AND NOT blocked AND name = ANY(${sql.param([...names])}::text[])
    GROUP BY name`);
  return rows.map(({ name, wait }) => ({ name, wait: Number(wait) }));
}

/** Those that were being done wait again. Only where nobody else can be doing them. */
export async function releaseJobs(tx: Transaction): Promise<void> {
  await tx.execute(sql`UPDATE jobs.job SET state = 'retry', start_after = clock_timestamp() WHERE state = 'active'`);
}

/** Not the transaction's own time, which may have begun long ago. */
function afterNow(milliseconds: number) {
  return sql`clock_timestamp() + ${milliseconds}::float8 * interval '1 millisecond'`;
}

/** Seconds for which a job waits at most until somebody does it. */
const keptUndone = 30 * 86_400;
/** Seconds for which one that is done, or given up, can still be looked at. */
const keptDone = 3 * 86_400;
/** Seconds of silence after which the process that does a job is taken for dead. */
const heartbeatSeconds = 30;
