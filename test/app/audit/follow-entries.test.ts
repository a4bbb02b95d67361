import { describe, expect, it } from 'vitest';
import { FollowedEntries } from '../../../src/app/audit/follow-entries.ts';
import type { AuditClient, EntryQuery } from '../../../src/app/audit-client.ts';
import type { Database } from '../../../src/db/contract.ts';
import { entryOf, storeEntries } from '../../components/audit/stored-entries.ts';
import { controlPlaneOn } from '../../support/control-plane.ts';
import { anyDatabase, type TestDatabases } from '../../support/databases.ts';

async function recording(databases: TestDatabases): Promise<{ database: Database; audit: AuditClient['audit'] }> {
  const database = await databases.shared();
  const { audit, status } = await controlPlaneOn(database);
  await status();
  return { database, audit };
}

const updates: EntryQuery = { action: 'flag.updated' };
const idsOf = (entries: readonly { readonly id: string }[]): readonly string[] => entries.map(({ id }) => id);

/** All that has come since; transactions of other tests hold some of it up for a while. */
function coming(followed: FollowedEntries): () => Promise<readonly string[]> {
  const seen: string[] = [];
  return async () => {
    for await (const entries of followed.next()) seen.push(...idsOf(entries));
    return seen;
  };
}

anyDatabase((databases) => {
  describe('entries that are followed', () => {
    it('are the newest, then those that come, each once, also with a time before others', async () => {
      const { audit, database } = await recording(databases);
      const at = (seconds: number) => entryOf({ timestamp: new Date(Date.now() + seconds * 1000).toISOString() });
      const old = [at(-120), at(-5), at(-4)];
      await storeEntries(database, { entries: old });
      const followed = new FollowedEntries(audit, updates);
      expect(idsOf(await followed.begin(2))).toEqual(idsOf(old.slice(1)));
      const since = coming(followed);
      expect(await since()).toEqual([]);
      const late = [at(-8), at(-1), at(-90)];
      await storeEntries(database, { entries: late, unsealed: late.length });
      await expect.poll(since).toEqual(idsOf(late).toSorted());
      expect(await since()).toHaveLength(late.length);
    });

    it('begin with none where none are asked for, and come in as many parts as it takes', async () => {
      const { audit, database } = await recording(databases);
      await storeEntries(database, { entries: [entryOf()] });
      const followed = new FollowedEntries(audit, updates);
      expect(await followed.begin(0)).toEqual([]);
      const many = Array.from({ length: 205 }, () => entryOf());
      await storeEntries(database, { entries: many, unsealed: many.length });
      const since = coming(followed);
      await expect.poll(async () => (await since()).length).toBe(many.length);
      expect(await since()).toEqual(idsOf(many));
    });
  });
});
