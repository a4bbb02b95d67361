import { sql } from 'drizzle-orm';
import { createSealer } from '../../../../../src/components/audit/sealing/sealer.ts';
import type { Database } from '../../../../../src/db/contract.ts';
import type { Worker } from '../../../../../src/server/worker.ts';
import { testRandom } from '../../../../support/databases.ts';
import { isUnsealed, masterKey } from './chains.ts';

export function sealer(key: Uint8Array | null = masterKey): Worker {
  return createSealer({ host: { random: testRandom }, masterKey: key });
}

/** Does all that the sealer has to do at that moment. */
export async function seal(
  database: Database,
  worker: Worker = sealer(),
  now: Date = new Date('2026-11-21T10:00:00Z'),
): Promise<void> {
  const context = { database, now, signal: new AbortController().signal, report: () => {} };
  do {
    while ((await worker.round(context)) === 'more');
  } while (await isUnsealed(database));
}

interface CheckpointRow {
  readonly [column: string]: unknown;
  readonly tenant: string;
  readonly size: number;
  readonly note: string;
}

/** All checkpoints as they are stored, by tenant and size. */
export async function signedBy(database: Database): Promise<readonly CheckpointRow[]> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<CheckpointRow>(
      sql`SELECT tenant_id AS tenant, size::int AS size, note FROM audit_checkpoints ORDER BY tenant_id, size`,
    ),
  );
  return rows;
}

/** The public keys, the oldest first, as texts. */
export async function verifiers(database: Database): Promise<readonly string[]> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ verifier: string }>(sql`SELECT verifier FROM audit_signing_keys ORDER BY created_at, id`),
  );
  return rows.map(({ verifier }) => verifier);
}

/** As if the chains had just been signed, however long ago a busy machine did: {@link letTimePass} is needed for more. */
export async function haveJustSigned(database: Database): Promise<void> {
  await database.withControlPlane('write', (tx) =>
    tx.execute(sql`UPDATE audit_chains SET signed_at = now() + interval '59 seconds'`),
  );
}

/** As if the chains had been signed longer ago. */
export async function letTimePass(database: Database, minutes = 1): Promise<void> {
  await database.withControlPlane('write', (tx) =>
    tx.execute(sql`UPDATE audit_chains SET signed_at = signed_at - make_interval(mins => ${minutes})`),
  );
}
