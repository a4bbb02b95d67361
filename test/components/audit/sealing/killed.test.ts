import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openCheckpoint } from '../../../../src/components/audit/proof/checkpoint.ts';
import { hashText } from '../../../../src/components/audit/proof/hash.ts';
import { parseVerifier } from '../../../../src/components/audit/proof/note.ts';
import { createSealer } from '../../../../src/components/audit/sealing/sealer.ts';
import { openDatabase } from '../../../../src/db/open-database.ts';
import { anyDatabase, testRandom } from '../../../support/databases.ts';
import { longRun } from '../../../support/long-run.ts';
import { isUnsealed, masterKey, readSeals, rebuildChains } from './support/chains.ts';

const kills = longRun ? 20 : 1;
const script = join(import.meta.dirname, 'support/sealing-child.ts');

/** Lets one write and seal, kills it at some instant after it has, and answers with the ids of what it said was written. */
async function killOne(address: string, isFirst: boolean, instant: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [script, address, isFirst ? 'first' : ''], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const ids: string[] = [];
  const [written, sealed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [what, ...rest] = line.split(' ');
    if (what === 'wrote') {
      ids.push(...rest);
      written.resolve();
    } else sealed.resolve();
  });
  await Promise.race([Promise.all([written.promise, sealed.promise]), ended]);
  await sleep(instant);
  child.kill('SIGKILL');
  await ended;
  return ids;
}

anyDatabase((databases) => {
  it(`FR-A007 neither loses nor forks anything when the sealer is killed (${kills} times)`, {
    timeout: 600_000 + kills * 60_000,
  }, async () => {
    const where = await databases.address();
    const address = 'postgres' in where ? where.postgres.url : where.embedded.directory;
    const written: string[] = [];
    for (const [index, instant] of fc.sample(fc.noBias(fc.nat(300)), { numRuns: kills, seed: 11 }).entries())
      written.push(...(await killOne(address, index === 0, instant)));

    const database = await openDatabase({ host: { random: testRandom }, ...where });
    try {
      const sealer = createSealer({ host: { random: testRandom }, masterKey });
      const context = { database, now: new Date(), signal: new AbortController().signal, report: () => {} };
      // PostgreSQL may still be at the last words of somebody dead.
      do await sealer.round(context);
      while (await isUnsealed(database));

      const ids = (await readSeals(database)).map(({ id }) => id);
      expect(ids).toHaveLength(new Set(ids).size);
      expect(written.filter((id) => !ids.includes(id))).toEqual([]);
      const { stored, expected } = await rebuildChains(database);
      expect(stored).toEqual(expected);
      expect(await wrongCheckpoints(database)).toEqual([]);
    } finally {
      await database.close();
    }
  });
});

/** Those that were signed, by whichever process, and say something else than the chain that there is. */
async function wrongCheckpoints(database: Awaited<ReturnType<typeof openDatabase>>): Promise<readonly string[]> {
  const seals = new Map(
    (await readSeals(database)).map(({ hash, sequence, tenant }) => [`${tenant} ${sequence}`, hash]),
  );
  const { notes, verifiers } = await database.withControlPlane('read', async (tx) => ({
    notes: (
      await tx.execute<{ tenant: string; note: string }>(sql`SELECT tenant_id AS tenant, note FROM audit_checkpoints`)
    ).rows,
    verifiers: (await tx.execute<{ verifier: string }>(sql`SELECT verifier FROM audit_signing_keys`)).rows,
  }));
  const keys = verifiers.map(({ verifier }) => parseVerifier(verifier)).filter((key) => key !== null);
  expect([notes.length > 0, keys.length]).toEqual([true, 1]);
  return notes.flatMap(({ note, tenant }) => {
    const opened = openCheckpoint(note, keys);
    const isRight =
      opened.problem === undefined &&
      seals.get(`${tenant} ${opened.checkpoint.size}`) === hashText(opened.checkpoint.head);
    return isRight ? [] : [note];
  });
}
