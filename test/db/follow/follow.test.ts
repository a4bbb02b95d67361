import { setTimeout as pause } from 'node:timers/promises';
import { asc, gt, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Database, Transaction } from '../../../src/db/contract.ts';
import { beyond, inOrder } from '../../../src/db/follow/beyond.ts';
import type { Place } from '../../../src/db/follow/place.ts';
import { movePlace, takePlace } from '../../../src/db/follow/take-place.ts';
import { domainEvents } from '../../../src/db/tables/index.ts';
import { createHost } from '../../../src/host/create-host.ts';
import { anyDatabase, eachDatabase, useDatabases } from '../../support/databases.ts';
import { longRun } from '../../support/long-run.ts';

const { ids } = createHost();

/** Writes rows of some transactions at once, some of which sleep before they commit. Resolves to the ids. */
async function writeAtOnce(database: Database, writers: number, transactions: number): Promise<readonly string[]> {
  const written: string[] = [];
  const write = async (writer: number): Promise<void> => {
    for (let round = 0; round < transactions; round += 1) {
      const mine = [ids.next('evt'), ids.next('evt')];
      await database.withControlPlane('write', async (tx) => {
        for (const id of mine) await insert(tx, id);
        if ((writer + round) % 5 === 0) await pause(20);
      });
      written.push(...mine);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  return written;
}

async function insert(tx: Transaction, id: string): Promise<void> {
  await tx.insert(domainEvents).values({
    id,
    environmentId: 'env_here',
    tenantId: null,
    type: 'thing.happened',
    subject: 'thing/1',
    payload: {},
    createdAt: new Date('2026-11-20T09:00:00Z'),
  });
}

/** Whether nothing holds followers back from any row: transactions of other tests on the same server do, for a while. */
async function isInReach(database: Database): Promise<boolean> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ reached: boolean }>(sql`
      SELECT coalesce(bool_and(transaction < pg_snapshot_xmin(pg_current_snapshot())), true) AS reached
      FROM domain_events`),
  );
  return rows[0]?.reached === true;
}

/** Reads on until `isDone`, and then as long as there is more. */
async function readOn(
  read: () => Promise<readonly string[]>,
  isDone: () => boolean | Promise<boolean>,
): Promise<readonly string[]> {
  const seen: string[] = [];
  for (;;) {
    const wasDone = await isDone();
    const found = await read();
    seen.push(...found);
    if (found.length > 0) continue;
    if (wasDone) return seen;
    await pause(1);
  }
}

function follower(database: Database, name: string): () => Promise<readonly string[]> {
  return () =>
    database.withControlPlane('write', async (tx) => {
      const place = await takePlace(tx, name);
      if (place === null) return [];
      const rows = await tx
        .select({ transaction: domainEvents.transaction, id: domainEvents.id })
        .from(domainEvents)
        .where(beyond(domainEvents, place))
        .orderBy(inOrder(domainEvents))
        .limit(7);
      const last: Place | undefined = rows.at(-1);
      if (last !== undefined) await movePlace(tx, name, last);
      return rows.map(({ id }) => id);
    });
}

/** What must not be done. */
function byIdAlone(database: Database): () => Promise<readonly string[]> {
  let last = '';
  return async () => {
    const rows = await database.withControlPlane('read', (tx) =>
      tx
        .select({ id: domainEvents.id })
        .from(domainEvents)
        .where(gt(domainEvents.id, last))
        .orderBy(asc(domainEvents.id))
        .limit(7),
    );
    last = rows.at(-1)?.id ?? last;
    return rows.map(({ id }) => id);
  };
}

eachDatabase((databases) => {
  it('SC-006 P14 shows every row once to whoever follows, whatever 16 writers do, some of them slow', async () => {
    const database = await databases.open();
    let done = false;
    const writing = writeAtOnce(database, 16, longRun ? 300 : 6).finally(() => {
      done = true;
    });
    const [written, ...seen] = await Promise.all([
      writing,
      readOn(follower(database, 'one'), () => done && isInReach(database)),
      readOn(follower(database, 'two'), () => done && isInReach(database)),
    ]);
    for (const ids of seen) expect(ids.toSorted()).toStrictEqual(written.toSorted());
  });
});

anyDatabase((databases) => {
  it('gives one place to one of several servers at a time', async () => {
    const database = await databases.open();
    const written = await writeAtOnce(database, 2, 20);
    const seen = await Promise.all(
      Array.from({ length: 4 }, () => readOn(follower(database, 'shared'), () => isInReach(database))),
    );
    expect(seen.flat().toSorted()).toStrictEqual(written.toSorted());
  });
});

describe('on postgres alone, since the embedded database has one writer', () => {
  const databases = useDatabases('postgres');

  it('SC-006 whoever goes by ids alone loses the row of a slow writer, and whoever follows does not', async () => {
    const database = await databases.open();
    const [slow, quick] = [ids.next('evt'), ids.next('evt')];
    const byId = byIdAlone(database);
    const follows = follower(database, 'one');
    const [written, enough] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const writing = database.withControlPlane('write', async (tx) => {
      await insert(tx, slow);
      written.resolve();
      await enough.promise;
    });
    await written.promise;
    await database.withControlPlane('write', (tx) => insert(tx, quick));
    expect(await byId()).toEqual([quick]);
    expect(await follows()).toEqual([]);
    enough.resolve();
    await writing;
    expect(await byId()).toEqual([]);
    expect(await readOn(follows, () => isInReach(database))).toEqual([slow, quick]);
  });
});
