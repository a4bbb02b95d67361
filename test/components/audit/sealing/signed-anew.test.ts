import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openCheckpoint } from '../../../../src/components/audit/proof/checkpoint.ts';
import { type NoteVerifier, parseVerifier } from '../../../../src/components/audit/proof/note.ts';
import { createSealer } from '../../../../src/components/audit/sealing/sealer.ts';
import type { Database } from '../../../../src/db/contract.ts';
import { eachDatabase, testRandom } from '../../../support/databases.ts';
import { startServer } from '../../../support/test-server.ts';
import { wholeTable } from '../../../support/whole-table.ts';
import { verify } from '../proof/support/exports.ts';
import { isUnsealed, makeEnvironment, masterKey, rebuildChains, write } from './support/chains.ts';
import { haveJustSigned, letTimePass, seal, sealer, signedBy, verifiers } from './support/signing.ts';

const otherKey = Buffer.alloc(32, 6);
const [first, later] = [new Date('2026-11-21T10:00:00Z'), new Date('2026-11-21T10:05:00Z')];

/** The public keys, the oldest first. */
async function publicKeys(database: Database): Promise<readonly NoteVerifier[]> {
  return (await verifiers(database)).flatMap((text) => parseVerifier(text) ?? []);
}

/** Of each checkpoint, the chain and how far it goes, where one of the keys has signed it, and what is wrong where none has. */
async function openedBy(
  database: Database,
  ...keys: readonly (NoteVerifier | undefined)[]
): Promise<readonly string[]> {
  const known = keys.flatMap((key) => key ?? []);
  return (await signedBy(database)).map(({ note }) => {
    const { checkpoint, problem } = { checkpoint: undefined, problem: undefined, ...openCheckpoint(note, known) };
    return checkpoint === undefined ? String(problem) : `${checkpoint.origin} ${checkpoint.size}`;
  });
}

const all = ['acme/production/- 1', 'acme/production/globex 2', 'acme/production/initech 1'];

eachDatabase((databases) => {
  it('FR-A007 signs anew what grows no more when the master key is another', async () => {
    const database = await databases.shared();
    await makeEnvironment(database);
    await write(database, '', 'globex', 'globex', 'initech');
    await seal(database);
    await letTimePass(database);
    await seal(database, sealer(otherKey), later);
    const [older, present] = await publicKeys(database);
    expect(present).toBeDefined();
    expect(await openedBy(database, present)).toEqual(all);
    // Whoever trusts the older one alone is not left without.
    expect(await openedBy(database, older)).toEqual(all);
    const { stored, expected } = await rebuildChains(database);
    expect(stored).toEqual(expected);
  });

  it('FR-A007 signs anew once in a second at most, and looks again for what it could not sign', async () => {
    const database = await databases.shared();
    await makeEnvironment(database);
    await write(database, '', 'globex', 'globex', 'initech');
    await seal(database);
    await haveJustSigned(database);
    const worker = sealer(otherKey);
    await seal(database, worker, first);
    const [one, other] = await publicKeys(database);
    const present = (await openedBy(database, one)).includes('unknown-key') ? one : other;
    expect(await openedBy(database, present)).toEqual(['unknown-key', 'unknown-key', 'unknown-key']);
    await letTimePass(database);
    await seal(database, worker, new Date(first.getTime() + 999));
    expect(await openedBy(database, present)).toEqual(['unknown-key', 'unknown-key', 'unknown-key']);
    await seal(database, worker, new Date(first.getTime() + 1_000));
    expect(await openedBy(database, present)).toEqual(all);
  });

  it('lets ten minutes pass before an older key signs over a newer one, and signs with none twice', async () => {
    const database = await databases.shared();
    await makeEnvironment(database);
    await write(database, 'globex');
    await seal(database);
    await letTimePass(database);
    await seal(database, sealer(otherKey), later);
    const [before] = await signedBy(database);
    await letTimePass(database, 9);
    await seal(database);
    expect(await signedBy(database)).toEqual([before]);
    await letTimePass(database, 2);
    await seal(database);
    const [after] = await signedBy(database);
    const lines = (note: unknown): readonly string[] => String(note).split('\n');
    expect(after?.note).not.toBe(before?.note);
    expect(lines(after?.note).toSorted()).toEqual(lines(before?.note).toSorted());
  });

  it('signs what the chain is, whatever stands in the earlier checkpoint', async () => {
    const database = await databases.shared();
    await makeEnvironment(database);
    await write(database, 'globex', 'globex');
    await seal(database);
    const [earlier] = await signedBy(database);
    await database.withControlPlane('write', (tx) =>
      tx.execute(sql`UPDATE audit_checkpoints SET note = replace(note, 'globex', 'globes')`),
    );
    await letTimePass(database);
    await seal(database, sealer(otherKey), later);
    const [, present] = await publicKeys(database);
    expect(await openedBy(database, present)).toEqual(['acme/production/globex 2']);
    const [signed] = await signedBy(database);
    expect(signed?.note).not.toContain('globes');
    expect(signed?.note).not.toBe(earlier?.note);
  });

  it('finds out by which key an earlier version has signed, and changes nothing where it is the present one', async () => {
    const database = await databases.shared();
    await makeEnvironment(database);
    await write(database, '', 'globex');
    await seal(database);
    const before = await signedBy(database);
    await database.withControlPlane('write', (tx) => tx.execute(sql`UPDATE audit_chains SET signed_by = ''`));
    await letTimePass(database);
    await seal(database);
    expect(await signedBy(database)).toEqual(before);
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute(sql`SELECT signed_by AS id FROM audit_chains`),
    );
    const [key] = await publicKeys(database);
    expect(rows).toEqual([{ id: key?.id }, { id: key?.id }]);
  });

  it('FR-A007 proves an export by the public key of the present master key alone, though nothing was done since', async () => {
    const database = await databases.shared();
    const start = async (key: Uint8Array) => {
      const workers = [createSealer({ host: { random: testRandom }, masterKey: key })];
      return startServer(database, { masterKey: key, operations: wholeTable, workers });
    };
    const before = await start(masterKey);
    const { headers } = await before.key({ scopes: ['audit:read'] });
    do await before.server.work();
    while (await isUnsealed(database));
    const older = await publicKeys(database);
    await letTimePass(database);
    const after = await start(otherKey);
    await after.server.work();
    const present = (await publicKeys(database)).filter(({ id }) => !older.some((one) => one.id === id));
    expect(present).toHaveLength(1);
    const exported = await after.call('GET', '/v1/audit/export', { headers });
    expect(await verify(exported.text, present)).toMatchObject({ valid: true, signedBy: present[0] });
  });
});
