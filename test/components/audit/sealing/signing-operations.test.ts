import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openCheckpoint } from '../../../../src/components/audit/proof/checkpoint.ts';
import { parseVerifier } from '../../../../src/components/audit/proof/note.ts';
import { createSealer } from '../../../../src/components/audit/sealing/sealer.ts';
import type { Database } from '../../../../src/db/contract.ts';
import { eachDatabase, testRandom } from '../../../support/databases.ts';
import { startServer } from '../../../support/test-server.ts';
import { wholeTable } from '../../../support/whole-table.ts';
import { verify } from '../proof/support/exports.ts';
import { masterKey } from './support/chains.ts';

/** Resolves when the sealer may read all entries: transactions of other tests on the same server hold it back too. */
async function settled(database: Database): Promise<void> {
  for (;;) {
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute(sql`SELECT FROM audit_entries WHERE transaction >= pg_snapshot_xmin(pg_current_snapshot()) LIMIT 1`),
    );
    if (rows.length === 0) return;
    await pause(5);
  }
}

eachDatabase((databases) => {
  it('FR-A007 proves what was done on a server by its export and its public key', async () => {
    const database = await databases.shared();
    const sealer = createSealer({ host: { random: testRandom }, masterKey });
    const { admin, call, server } = await startServer(database, {
      masterKey,
      operations: wholeTable,
      workers: [sealer],
    });
    const headers = admin();
    for (const name of ['ada', 'bob', 'cy'])
      await call('POST', '/v1/keys', { headers, body: { name, type: 'secret', scopes: ['audit:read'] } });
    expect((await call('GET', '/v1/audit/keys', { headers })).json['data']).toEqual([]);
    await settled(database);
    await server.work();

    const { data } = (await call('GET', '/v1/audit/keys', { headers })).json;
    expect(data).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{8}$/u),
        key: expect.stringMatching(/^acme\/development\+/u),
        createdAt: '2026-11-20T09:00:00.000Z',
      },
    ]);
    const verifier = parseVerifier(/acme\/development\+[^"]+/u.exec(JSON.stringify(data))?.[0] ?? '');
    const verifiers = verifier === null ? [] : [verifier];

    const checkpoints = await call('GET', '/v1/audit/checkpoints?limit=1', { headers });
    const [note = ''] = /acme\/development\/-\\n[^"]+/u.exec(checkpoints.text) ?? [];
    const opened = openCheckpoint(JSON.parse(`"${note}"`), verifiers);
    expect(opened).toMatchObject({ checkpoint: { origin: 'acme/development/-', size: 4 }, verifier });
    expect((await call('GET', '/v1/audit/checkpoints?cursor=4', { headers })).json).toEqual({
      data: [],
      hasMore: false,
      nextCursor: null,
    });

    const whole = await call('GET', '/v1/audit/export', { headers });
    expect(await verify(whole.text, verifiers)).toMatchObject({ valid: true, entries: 4, signedBy: verifier });
    const changed = await verify(whole.text.replace('"bob"', '"bib"'), verifiers);
    expect(changed.firstInvalid).toEqual({ reason: 'entry-changed', sequence: 3, line: 3 });
    const filtered = await call('GET', '/v1/audit/export?outcome=success&after=1', { headers });
    expect(await verify(filtered.text, verifiers)).toMatchObject({ valid: true, entries: 3, first: 2 });
  });
});
