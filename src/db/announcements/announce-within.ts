import { sql } from 'drizzle-orm';
import type { Announcement, Topic, Transaction } from '../contract.ts';

/** The one channel that all processes on a database listen to. */
export const channel = 'dream';

const topics: ReadonlySet<string> = new Set<Topic>(['configuration', 'plans', 'overrides', 'keys', 'jobs']);

/** Tells other processes when the transaction commits, by one notification however much has changed. */
export async function announceWithin(
  tx: Transaction,
  environmentId: string,
  announced: ReadonlySet<Topic>,
): Promise<void> {
  if (announced.size === 0) return;
  await tx.execute(sql`SELECT pg_notify(${channel}, ${[environmentId, ...announced].join(' ')})`);
}

/** What a notification says; of a newer version's topics those that are known here. */
export function readNotification(payload: string): readonly Announcement[] {
  const [environmentId = '', ...named] = payload.split(' ');
  return named.filter(isTopic).map((topic) => ({ environmentId, topic }));
}

function isTopic(text: string): text is Topic {
  return topics.has(text);
}
