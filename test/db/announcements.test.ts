import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Announcement, Database, SessionScope } from '../../src/db/contract.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { eachDatabase, testRandom, useDatabases } from '../support/databases.ts';

const scope: SessionScope = { projectId: 'prj_1', environmentId: 'env_1' };

/** What a database announces, as it comes. */
function heard(database: Database): (Announcement | null)[] {
  const told: (Announcement | null)[] = [];
  onTestFinished(database.subscribe((announcement) => told.push(announcement)));
  return told;
}

function topicsOf(told: readonly (Announcement | null)[], environmentId: string): ReadonlySet<string | undefined> {
  return new Set(told.filter((one) => one?.environmentId === environmentId).map((one) => one?.topic));
}

eachDatabase((databases) => {
  it('SD-05 tells of a change after its commit, each topic, and never of what was rolled back', async () => {
    const database = await databases.shared();
    const told = heard(database);
    const environmentId = randomUUID();
    const within = { ...scope, environmentId };
    await database.withEnvironment(within, 'write', async (session) => {
      session.announce('configuration');
      session.announce('configuration');
      session.announce('plans');
      expect(topicsOf(told, environmentId)).toStrictEqual(new Set());
    });
    // Whoever committed need not wait for their own notification.
    expect(topicsOf(told, environmentId)).toStrictEqual(new Set(['configuration', 'plans']));
    const lost = randomUUID();
    await expect(
      database.withEnvironment({ ...scope, environmentId: lost }, 'write', async (session) => {
        session.announce('plans');
        throw new RangeError('no');
      }),
    ).rejects.toThrow('no');
    expect(topicsOf(told, lost)).toStrictEqual(new Set());
  });

  it('SD-05 calls nobody who has ended their subscription', async () => {
    const database = await databases.shared();
    const told: unknown[] = [];
    const end = database.subscribe((announcement) => told.push(announcement));
    end();
    const before = told.length;
    await database.withEnvironment(scope, 'write', async (session) => session.announce('plans'));
    expect(told).toHaveLength(before);
  });
});

describe('several processes on one PostgreSQL', () => {
  const databases = useDatabases('postgres');

  it('SD-05 hear of each other, also after the connection that listens was cut', async () => {
    const address = await databases.address();
    const open = async (): Promise<Database> => {
      const database = await openDatabase({ host: { random: testRandom }, ...address });
      onTestFinished(() => database.close());
      return database;
    };
    const [left, right] = [await open(), await open()];
    const told = heard(right);
    // Once it listens it says that whatever came before may have been missed.
    await expect.poll(() => told).toStrictEqual([null]);
    await left.withEnvironment(scope, 'write', async (session) => session.announce('keys'));
    await expect.poll(() => told).toStrictEqual([null, { environmentId: 'env_1', topic: 'keys' }]);
    const administrator = new pg.Client({ connectionString: 'postgres' in address ? address.postgres.url : '' });
    await administrator.connect();
    const ended = await administrator.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'dream announcements' AND datname = current_database()`,
    );
    await administrator.end();
    expect(ended.rowCount).toBe(1);
    await expect.poll(() => told.filter((one) => one === null)).toHaveLength(2);
    await left.withEnvironment(scope, 'write', async (session) => session.announce('plans'));
    await expect.poll(() => topicsOf(told, 'env_1')).toStrictEqual(new Set(['keys', 'plans']));
  });
});
