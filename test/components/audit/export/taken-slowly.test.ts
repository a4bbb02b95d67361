import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { sendPatiently } from '../../../../src/components/audit/export/send-patiently.ts';
import { exportWriter } from '../../../../src/components/audit/export/write-export.ts';
import { type FormatName, formats } from '../../../../src/components/audit/formats/formats.ts';
import type { Database, SendBytes, Session } from '../../../../src/db/contract.ts';
import { controlPlaneOn } from '../../../support/control-plane.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { entryOf, storeEntries } from '../stored-entries.ts';

/** Exports all of a tenant's chain. `underWay`: transactions that read for it now. */
async function exported(
  database: Database,
  format: FormatName,
  patience: number,
  taken: (underWay: () => number) => Promise<void>,
): Promise<{ readonly text: string; readonly reads: number }> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ id: string; project: string }>(
      sql`SELECT id, project_id AS project FROM environments WHERE key = 'development'`,
    ),
  );
  const [{ id, project } = { id: '', project: '' }] = rows;
  let [reads, underWay] = [0, 0];
  const read = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    reads += 1;
    underWay += 1;
    try {
      return await database.withEnvironment(
        { projectId: project, environmentId: id, tenantId: 'globex' },
        'read',
        work,
      );
    } finally {
      underWay -= 1;
    }
  };
  const { write } = exportWriter(
    { tenant: 'globex', filter: {}, personal: false },
    0,
    { format, project: 'acme', environment: 'development', filter: {} },
    {
      format: formats[format],
      source: { version: '1' },
      read,
      signer: () => Promise.resolve(null),
      arrived: 0,
      now: () => new Date(),
      patience,
    },
  );
  let text = '';
  await write(async (bytes) => {
    // Before the manifest.
    if (text.length < 500_000) await taken(() => underWay);
    text += Buffer.from(bytes).toString();
  });
  return { text, reads };
}

/** The lines of entries, and what the manifest says of them. */
function toldBy(text: string): readonly [entries: readonly string[], hashes: readonly string[]] {
  const lines = text.trimEnd().split('\n');
  return [lines.slice(0, -1), lines.at(-1)?.match(/sha256:[0-9a-f]{64}|[\w+/]{43}=/gu) ?? []];
}

eachDatabase((databases) => {
  it.each(['ndjson', 'cef'] as const)(
    'FR-A003 EC-05 an export as %s that is taken slowly keeps no transaction waiting, and is the same',
    async (format) => {
      const database = await databases.open();
      await (await controlPlaneOn(database)).status();
      const metadata = { note: 'n'.repeat(2000) };
      await storeEntries(database, {
        entries: Array.from({ length: 400 }, () => entryOf({ tenantId: 'globex', metadata })),
      });
      const whole = await exported(database, format, 10_000, () => Promise.resolve());
      let stalled = 0;
      const slow = await exported(database, format, 50, async (underWay) => {
        if (stalled === 0) {
          await expect.poll(underWay, { interval: 10 }).toBe(0);
          stalled += 1;
        }
        await sleep(20);
      });
      expect(toldBy(slow.text)).toEqual(toldBy(whole.text));
      expect(toldBy(slow.text)[0]).toHaveLength(400);
      expect(stalled).toBe(1);
      // The embedded database has handed everything on at once.
      if (database.kind === 'postgres') expect(slow.reads).toBeGreaterThan(whole.reads + 2);
    },
  );
});

const clock = { now: () => new Date() };

it('what is sent in time is sent as a whole, and what goes wrong is told as it is', async () => {
  const sent: number[] = [];
  const send: SendBytes = async (bytes) => {
    await sleep(2);
    sent.push(bytes.length);
  };
  const three = async (some: SendBytes): Promise<void> => {
    for (const length of [1, 2, 3]) await some(new Uint8Array(length));
  };
  expect(await sendPatiently({ ...clock, patience: 10_000 }, send, three)).toBe(true);
  expect(sent).toEqual([1, 2, 3]);
  const gone = new Error('The reader has gone.');
  await expect(sendPatiently({ ...clock, patience: 10_000 }, () => Promise.reject(gone), three)).rejects.toBe(gone);
});

it('what was handed on before it took too long is sent to its end, and what is wrong with that is told', async () => {
  let [handedOn, sent] = [0, 0];
  const stream = async (some: SendBytes): Promise<void> => {
    for (;;) {
      handedOn += 1;
      await some(new Uint8Array(1));
    }
  };
  const send = async (): Promise<void> => {
    await sleep(sent === 3 ? 200 : 5);
    sent += 1;
  };
  expect(await sendPatiently({ ...clock, patience: 60 }, send, stream)).toBe(false);
  expect([handedOn, sent]).toEqual([4, 4]);
  const gone = new Error('The reader has gone.');
  const leave = async (): Promise<void> => {
    await sleep(100);
    throw gone;
  };
  await expect(sendPatiently({ ...clock, patience: 20 }, leave, stream)).rejects.toBe(gone);
});
