import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { openCheckpoint } from '../../../../src/components/audit/proof/checkpoint.ts';
import { parseHashText } from '../../../../src/components/audit/proof/hash.ts';
import { parseVerifier } from '../../../../src/components/audit/proof/note.ts';
import { sealingHealth } from '../../../../src/components/audit/sealing/sealing-health.ts';
import type { Database } from '../../../../src/db/contract.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { makeEnvironment, readSeals, rebuildChains, write, writeEntries } from './support/chains.ts';
import { haveJustSigned, letTimePass, seal, sealer, signedBy, verifiers } from './support/signing.ts';

anyDatabase((databases) => {
  describe('sealing', () => {
    it('FR-A007 gives every entry its place in the chain of its tenant, in the order of writing', async () => {
      const database = await databases.shared();
      await makeEnvironment(database);
      const ids = await write(database, '', 'globex', 'initech', 'globex', '');
      await seal(database);
      const more = await write(database, 'globex');
      await seal(database);
      expect((await readSeals(database)).map(({ id, sequence, tenant }) => [tenant, sequence, id])).toEqual([
        ['', 1, ids[0]],
        ['', 2, ids[4]],
        ['globex', 1, ids[1]],
        ['globex', 2, ids[3]],
        ['globex', 3, more[0]],
        ['initech', 1, ids[2]],
      ]);
      const { stored, expected } = await rebuildChains(database);
      expect(stored).toEqual(expected);
    });

    it('goes on in batches over the edges of tiles', async () => {
      const database = await databases.shared();
      for (const count of [200, 56, 1, 5_300, 300])
        await write(
          database,
          ...Array.from({ length: count }, (_, index) => (index % 50 === 0 ? 'globex' : 'initech')),
        );
      await seal(database);
      await write(database, ...Array.from({ length: 700 }, () => 'globex'));
      await seal(database);
      expect(await readSeals(database)).toHaveLength(6_557);
      const { stored, expected } = await rebuildChains(database);
      expect(stored).toEqual(expected);
    });

    it('EC-12 loses nothing and forks nothing while many write, some of them slowly, and several servers seal', async () => {
      const database = await databases.shared();
      const tenants = ['', 'globex', 'initech'];
      const written: string[] = [];
      const writer = async (number: number): Promise<void> => {
        for (let round = 0; round < 8; round += 1) {
          const ids = await database.withControlPlane('write', async (tx) => {
            const first = await writeEntries(tx, [tenants[(number + round) % 3] ?? '']);
            if ((number + round) % 5 === 0) await pause(20);
            return [...first, ...(await writeEntries(tx, [tenants[number % 3] ?? '']))];
          });
          written.push(...ids);
        }
      };
      let done = false;
      const server = async (): Promise<void> => {
        const own = sealer();
        while (!done) {
          await seal(database, own);
          await pause(1);
        }
        await seal(database, own);
      };
      const writers = Promise.all(Array.from({ length: 16 }, (_, number) => writer(number))).then(() => {
        done = true;
      });
      await Promise.all([writers, server(), server()]);
      await seal(database);
      expect((await readSeals(database)).map(({ id }) => id).toSorted()).toEqual(written.toSorted());
      const { stored, expected } = await rebuildChains(database);
      expect(stored).toEqual(expected);
    });

    it('has done nothing when it is broken off', async () => {
      const database = await databases.shared();
      await write(database, 'globex');
      await seal(database);
      await write(database, 'globex', 'initech');
      const broken: Pick<Database, 'kind' | 'withControlPlane' | 'withEnvironment'> = {
        kind: database.kind,
        withEnvironment: database.withEnvironment.bind(database),
        withControlPlane: (isolation, work) =>
          database.withControlPlane(isolation, async (tx) => {
            const result = await work(tx);
            if (isolation === 'write') throw new RangeError('broken off');
            return result;
          }),
      };
      const context = { database: broken, now: new Date(), signal: new AbortController().signal, report: () => {} };
      const worker = sealer();
      await expect(worker.round(context)).rejects.toThrow('broken off');
      expect(await readSeals(database)).toHaveLength(1);
      await seal(database, worker);
      expect(await readSeals(database)).toHaveLength(3);
      const { stored, expected } = await rebuildChains(database);
      expect(stored).toEqual(expected);
    });

    it('refuses to append to a chain that somebody else appended to', async () => {
      const database = await databases.shared();
      await write(database, 'globex');
      await seal(database);
      await database.withControlPlane('write', (tx) => tx.execute(sql`UPDATE audit_chains SET size = 9`));
      await write(database, 'globex');
      await expect(seal(database)).rejects.toThrow(RangeError);
    });

    it('FR-A005 tells how many entries wait, and how long the oldest does', async () => {
      const database = await databases.shared();
      const worker = sealer(null);
      const [age, count] = ['seconds', 'entries'].map((unit) => {
        const gauge = worker.gauges?.find(({ name }) => name === `dream_audit_unsealed_${unit}`);
        return () => gauge?.read();
      });
      await seal(database, worker);
      expect([age?.(), count?.()]).toEqual([0, 0]);
      await write(database, '', 'globex', '');
      await seal(database, worker);
      // What was found at the last look.
      expect(age?.()).toBeGreaterThan(0);
      expect(count?.()).toBe(3);
      await seal(database, worker);
      expect([age?.(), count?.()]).toEqual([0, 0]);
    });

    it('FR-A005 says of an environment when its entries have waited for too long', async () => {
      const database = await databases.shared();
      await makeEnvironment(database);
      const later = new Date(Date.now() + 61_000);
      const health = (now: Date) =>
        database.withEnvironment({ projectId: 'prj_sealed', environmentId: 'env_sealed' }, 'read', (session) =>
          sealingHealth(session, now),
        );
      expect(await health(later)).toEqual([]);
      await write(database, '', 'globex');
      expect(await health(new Date())).toEqual([]);
      expect(await health(later)).toEqual([
        {
          type: 'AuditSealing',
          status: 'false',
          reason: 'Behind',
          message: expect.stringMatching(/^2 audit entries have no place in the chain yet, the oldest since 20\S+Z: /u),
        },
      ]);
      await seal(database);
      expect(await health(later)).toEqual([]);
    });
  });

  describe('signing', () => {
    it('FR-A007 signs each chain that has grown, once in a second at most', async () => {
      const database = await databases.shared();
      await makeEnvironment(database);
      await write(database, '', 'globex', 'globex');
      await seal(database);
      await haveJustSigned(database);
      await write(database, 'globex');
      await seal(database);
      expect((await signedBy(database)).map(({ size, tenant }) => [tenant, size])).toEqual([
        ['', 1],
        ['globex', 2],
      ]);
      await letTimePass(database);
      await seal(database);
      const signed = await signedBy(database);
      expect(signed.map(({ size, tenant }) => [tenant, size])).toEqual([
        ['', 1],
        ['globex', 2],
        ['globex', 3],
      ]);
      const [verifier] = (await verifiers(database)).map(parseVerifier);
      const opened = openCheckpoint(
        signed[2]?.note ?? '',
        verifier === undefined || verifier === null ? [] : [verifier],
      );
      const last = (await readSeals(database)).findLast(({ tenant }) => tenant === 'globex');
      const head = parseHashText(last?.hash ?? '');
      expect(opened).toMatchObject({ checkpoint: { origin: 'acme/production/globex', size: 3, head } });
    });

    it('signs on when the clock of the database is set back', async () => {
      const database = await databases.shared();
      await makeEnvironment(database);
      await write(database, 'globex');
      await seal(database);
      // Two hours ahead of now.
      await letTimePass(database, -120);
      await write(database, 'globex');
      await seal(database);
      expect((await signedBy(database)).map(({ size }) => size)).toEqual([1, 2]);
    });

    it('keeps its key sealed by the master key, and makes another under another', async () => {
      const database = await databases.shared();
      await makeEnvironment(database);
      await write(database, '');
      await seal(database);
      await letTimePass(database);
      await write(database, '');
      await seal(database, sealer());
      expect(await verifiers(database)).toEqual([expect.stringMatching(/^acme\/production\+/u)]);
      await letTimePass(database);
      await write(database, '');
      await seal(database, sealer(Buffer.alloc(32, 6)));
      expect(await verifiers(database)).toHaveLength(2);
      // The chain may have been signed anew before it grew, less than a second ago.
      await letTimePass(database);
      await seal(database, sealer(Buffer.alloc(32, 6)));
      expect(await verifiers(database)).toHaveLength(2);
      expect((await signedBy(database)).map(({ size }) => size)).toEqual([1, 2, 3]);
    });

    it('signs nothing without a master key, and all of it once there is one', async () => {
      const database = await databases.shared();
      await makeEnvironment(database);
      await write(database, '', 'globex');
      await seal(database, sealer(null));
      expect([await signedBy(database), await verifiers(database)]).toEqual([[], []]);
      expect(await readSeals(database)).toHaveLength(2);
      await seal(database);
      expect(await signedBy(database)).toHaveLength(2);
    });

    it('leaves chains unsigned whose environment is gone', async () => {
      const database = await databases.shared();
      await write(database, '');
      await seal(database);
      expect(await signedBy(database)).toEqual([]);
    });
  });
});
