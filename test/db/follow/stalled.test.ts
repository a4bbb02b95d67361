import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src/db/contract.ts';
import { beyond } from '../../../src/db/follow/beyond.ts';
import { domainEvents } from '../../../src/db/tables/index.ts';
import { useDatabases } from '../../support/databases.ts';

const event = (id: string) => ({
  id,
  environmentId: 'env_here',
  type: 'thing.happened',
  subject: 'thing/1',
  payload: {},
  createdAt: new Date('2026-11-20T09:00:00Z'),
});

describe('a writer of which nothing is heard any more', () => {
  const databases = useDatabases('postgres');

  const followed = (database: Database): Promise<readonly string[]> =>
    database.withControlPlane('read', async (tx) => {
      const rows = await tx
        .select({ id: domainEvents.id })
        .from(domainEvents)
        .where(beyond(domainEvents, { transaction: '0', id: '' }));
      return rows.map(({ id }) => id);
    });

  it('SC-006 holds up who follows rows for a while and no longer, and nothing of its own lasts', async () => {
    const database = await databases.open({ idle: 700 });
    const [begun, heard] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const stalled = database.withControlPlane('write', async (tx) => {
      await tx.insert(domainEvents).values(event('evt_stalled'));
      begun.resolve();
      await heard.promise;
      return tx.execute(sql`SELECT 1`);
    });
    // Seen only when it is waited for, and it fails before.
    stalled.catch(() => undefined);
    await begun.promise;
    await database.withControlPlane('write', (tx) => tx.insert(domainEvents).values(event('evt_later')));
    expect(await followed(database)).toEqual([]);
    // Those of other tests, in other databases, hold up followers too.
    await expect.poll(() => followed(database), { timeout: 10_000 }).toEqual(['evt_later']);
    heard.resolve();
    await expect(stalled).rejects.toThrow();
    expect(await followed(database)).toEqual(['evt_later']);
  });

  it('is one between whose statements too much time passes, not one that lasts', async () => {
    const database = await databases.open({ idle: 700 });
    const lasting = await database.withControlPlane('write', async (tx) => {
      for (let step = 0; step < 5; step += 1) {
        await tx.execute(sql`SELECT pg_sleep(0.3)`);
        await pause(100);
      }
      await tx.insert(domainEvents).values(event('evt_lasting'));
      return 'ended';
    });
    expect(lasting).toBe('ended');
  });
});
