import { asc } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { beyond } from '../../../src/db/follow/beyond.ts';
import { movePlace, takePlace } from '../../../src/db/follow/take-place.ts';
import { openDatabase } from '../../../src/db/open-database.ts';
import { domainEvents } from '../../../src/db/tables/index.ts';
import { newPostgresDatabase, testRandom } from '../../support/databases.ts';

const event = (id: string) => ({
  id,
  environmentId: 'env_here',
  type: 'thing.happened',
  subject: 'thing/1',
  payload: {},
  createdAt: new Date('2026-11-20T09:00:00Z'),
});

describe('rows that came from another cluster, whose transactions have higher numbers', () => {
  it('SC-006 are followed on from the same places, and new ones come after them, however often they move', async () => {
    const options = { host: { random: testRandom }, postgres: { url: await newPostgresDatabase() } };
    const first = await openDatabase(options);
    await first.withControlPlane('write', async (tx) => {
      // As they stand after a restore: of transactions that nobody here has begun.
      await tx.insert(domainEvents).values([
        { ...event('evt_1'), transaction: '4000000000000' },
        { ...event('evt_2'), transaction: '4000000000005' },
      ]);
      await takePlace(tx, 'somebody');
      await movePlace(tx, 'somebody', { transaction: '4000000000000', id: 'evt_1' });
    });
    await first.close();
    const place = { transaction: '4000000000000', id: 'evt_1' };
    for (const id of ['evt_0', 'evt_00']) {
      const again = await openDatabase(options);
      const follow = () =>
        again.withControlPlane('write', async (tx) => {
          expect(await takePlace(tx, 'somebody')).toEqual(place);
          return tx.select({ id: domainEvents.id }).from(domainEvents).where(beyond(domainEvents, place));
        });
      // Transactions of other tests, in other databases, hold back whoever follows rows.
      await expect.poll(async () => (await follow()).map((row) => row.id)).toContain('evt_2');
      await again.withControlPlane('write', (tx) => tx.insert(domainEvents).values(event(id)));
      await again.close();
    }
    const last = await openDatabase(options);
    const order = await last.withControlPlane('read', (tx) =>
      tx.select({ id: domainEvents.id }).from(domainEvents).orderBy(asc(domainEvents.transaction)),
    );
    expect(order.map(({ id }) => id)).toEqual(['evt_1', 'evt_2', 'evt_0', 'evt_00']);
    await last.close();
  });
});
