import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { selectAmongEverybody } from '../../../../src/components/access/impact/everybody/select-among-everybody.ts';
import { type Holder, selectHolders } from '../../../../src/components/access/impact/queries.ts';
import { applying, controlPlaneOn, desired, resource } from '../../../support/control-plane.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { type DirectoryFill, fillDirectory, inEnvironment } from '../../../support/directory.ts';
import { longRun } from '../../../support/long-run.ts';

const now = new Date('2030-01-01T00:00:00Z');
const roleKeys = ['approver', 'editor', 'viewer', 'x-ray'];
const tenants = ['globex', 'initech', 'umbrella'];
const one = (of: readonly string[]) => fc.constantFrom(...of);

/** Somebody may hold a role twice over, by an assignment and by a grant, and a tenant may have nobody. */
const people: fc.Arbitrary<DirectoryFill> = fc.record({
  tenants: fc.constant(tenants),
  roles: fc.array(
    fc.oneof(
      fc.tuple(one(tenants), fc.constant('user' as const), one(['ada', 'bob', 'cy', 'd|e']), one(roleKeys)),
      fc.tuple(one(tenants), fc.constant('service-account' as const), one(['svc_1', 'svc_2']), one(roleKeys)),
    ),
    { maxLength: 20 },
  ),
  members: fc.array(fc.tuple(one(tenants), one(['ada', 'eve'])), { maxLength: 4 }),
  grants: fc.array(fc.tuple(one(tenants), one(['ada', 'sue']), fc.uniqueArray(one(roleKeys), { minLength: 1 })), {
    maxLength: 4,
  }),
});

eachDatabase((databases) => {
  describe('whoever holds a role', () => {
    async function start(fill: DirectoryFill) {
      const database = await databases.shared();
      const dream = await controlPlaneOn(database);
      await dream.apply(applying(desired([resource('Plan', 'free', { name: 'free' })])));
      await fillDirectory(database, fill);
      return database;
    }

    it('is found among everybody, with the name, if a member, a guest or a program', async () => {
      const database = await start({
        tenants: ['globex', 'initech'],
        roles: [
          ['globex', 'user', 'ada', 'viewer'],
          ['globex', 'user', 'ada', 'approver'],
          ['globex', 'user', 'bob', 'editor'],
          ['globex', 'user', 'gone', 'viewer'],
          ['initech', 'user', 'ada', 'editor'],
          ['initech', 'service-account', 'svc_1', 'viewer'],
        ],
        grants: [
          ['globex', 'ada', ['viewer', 'editor']],
          ['initech', 'sue', ['viewer']],
          ['initech', 'late', ['viewer']],
        ],
      });
      const found = await inEnvironment(database, async (session) => {
        await session.tx.execute(sql`update users set name = 'Ada Lovelace' where id = 'ada'`);
        await session.tx.execute(sql`delete from memberships where user_id = 'gone'`);
        await session.tx.execute(sql`update service_accounts set name = 'Robot'`);
        await session.tx.execute(sql`update tenant_grants set expires_at = '2029-12-31' where user_id = 'late'`);
        return selectAmongEverybody(session, now, ['viewer']);
      });
      expect(inOrder(found)).toEqual([
        { tenant: 'globex', type: 'user', id: 'ada', name: 'Ada Lovelace', roles: 'approver editor viewer' },
        { tenant: 'initech', type: 'service-account', id: 'svc_1', name: 'Robot', roles: 'viewer' },
        { tenant: 'initech', type: 'user', id: 'sue', name: 'sue', roles: 'viewer' },
      ]);
    });

    it('is found by looking for those concerned as well', async () => {
      await fc.assert(
        fc.asyncProperty(people, fc.subarray(roleKeys, { minLength: 1 }), async (fill, asked) => {
          const database = await start(fill);
          const [all, some] = await inEnvironment(database, async (session) => {
            await session.tx.execute(sql`delete from memberships where user_id = 'cy'`);
            const found = [
              await selectAmongEverybody(session, now, asked),
              await selectHolders(session, now, asked),
            ] as const;
            await session.tx.execute(sql`delete from tenants`);
            await session.tx.execute(sql`delete from users`);
            return found;
          });
          expect(inOrder(all)).toEqual(inOrder(some));
        }),
        { numRuns: longRun ? 300 : 15, ...(longRun ? {} : { seed: 20_260_102 }) },
      );
    });
  });
});

function inOrder(holders: readonly Holder[]): readonly Holder[] {
  const keyOf = ({ id, tenant, type }: Holder): string => `${tenant} ${type} ${id}`;
  return holders.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
