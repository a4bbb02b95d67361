import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { sealingContext } from '../../../../src/app/control-plane/secrets/service.ts';
import type { Database } from '../../../../src/db/contract.ts';
import { masterKeyName, openSecret } from '../../../../src/engine/sealing/seal-secret.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { basicOperations, probe, startServer } from '../../../support/test-server.ts';

/** Every row of every table as text, bytes as hexadecimal: what a dump would hold. */
async function dump(database: Database): Promise<string> {
  return database.withControlPlane('read', async (tx) => {
    // As the owner: not even the control plane may look into partitions but through their tables.
    await tx.execute(sql`RESET ROLE`);
    const tables = await tx.execute<{ name: string }>(
      sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    );
    const texts: string[] = [];
    for (const { name } of tables.rows) {
      const rows = await tx.execute<{ row: string }>(sql`select t::text as row from ${sql.identifier(name)} t`);
      texts.push(name, ...rows.rows.map(({ row }) => row));
    }
    return texts.join('\n');
  });
}

function disguises(canary: string): readonly string[] {
  const bytes = Buffer.from(canary);
  return [
    canary,
    bytes.toString('hex'),
    bytes.toString('base64').slice(0, -2),
    bytes.toString('base64url').slice(0, -2),
  ];
}

eachDatabase((databases) => {
  it('a canary secret is in no log line, answer, error, figure or table in clear', async () => {
    const canary = `canary-${randomBytes(24).toString('hex')}`;
    const database = await databases.shared();
    const { call, admin, log } = await startServer(database, {
      operations: (host, masterKey) => [
        ...basicOperations(host, masterKey),
        probe(async ({ session }, { body }) => {
          // A statement that fails with the value among its parameters, as a mistake in a handler would.
          await session.tx.execute(sql`select ${JSON.stringify(body)}::text || ${canary}::integer`);
          return { status: 200, body: {} };
        }),
        probe(() => Promise.reject(new Error('plain', { cause: JSON.parse(`{"broken ${canary}`) })), {
          id: 'probe.parse',
          path: '/v1/parse',
        }),
      ],
    });
    const headers = { ...admin(), 'idempotency-key': 'canary' };
    const json = { ...admin(), 'content-type': 'application/json' };
    const answers = [
      await call('PUT', '/v1/secrets/CANARY', { headers, body: { value: canary } }),
      await call('PUT', '/v1/secrets/CANARY', { headers, body: { value: canary } }),
      await call('PUT', '/v1/secrets/CANARY', { headers, body: { value: `${canary}!` } }),
      await call('PUT', '/v1/secrets/CANARY', { headers: admin(), body: { value: canary, vaule: canary } }),
      await call('PUT', '/v1/secrets/CANARY', { headers: admin(), body: { value: [canary] } }),
      await call('PUT', '/v1/secrets/CANARY', { headers: admin(), body: canary }),
      await call('PUT', '/v1/secrets/CANARY', { headers: admin(), body: { value: canary.repeat(2000) } }),
      await call('PUT', '/v1/secrets/CANARY', { headers: json, raw: `{"value": ${canary}}` }),
      await call('PUT', '/v1/secrets/CANARY', { headers: json, raw: `{"value": "${canary}` }),
      await call('PUT', '/v1/secrets/CANARY', { headers: { ...json, 'content-type': 'text/plain' }, raw: canary }),
      await call('PUT', '/v1/secrets/CANARY', { headers: { ...admin(), authorization: `Bearer ${canary}` }, body: {} }),
      await call('POST', '/v1/probe', { headers: admin(), body: { value: canary } }),
      await call('POST', '/v1/parse', { headers: admin(), body: {} }),
      await call('GET', '/v1/secrets', { headers: admin() }),
      await call('GET', '/metrics'),
      await call('GET', '/openapi.json'),
    ];
    expect(answers.map(({ status }) => status)).toStrictEqual([
      200, 200, 409, 400, 400, 400, 400, 400, 400, 400, 401, 400, 500, 200, 200, 200,
    ]);
    expect(log.length).toBeGreaterThan(12);
    const everything = [
      await dump(database),
      ...log,
      ...answers.map(({ text, headers: sent }) => text + JSON.stringify(sent)),
    ].join('\n');
    expect(everything).toContain('CANARY');
    for (const disguise of disguises(canary)) {
      expect(everything).not.toContain(disguise);
    }
  });

  it('the search for the canary would find it', async () => {
    const database = await databases.shared();
    const { call, admin } = await startServer(database);
    await call('PUT', '/v1/secrets/CANARY', { headers: admin(), body: { value: 'x' } });
    await database.withControlPlane('write', (tx) =>
      tx.execute(sql`update secrets set sealed = convert_to('canary-1', 'UTF8')`),
    );
    expect(await dump(database)).toContain(Buffer.from('canary-1').toString('hex'));
  });

  it('keeps a value so that the master key, environment and name together open it', async () => {
    const database = await databases.shared();
    const { call, admin, masterKey } = await startServer(database);
    await call('PUT', '/v1/secrets/TOKEN', { headers: admin(), body: { value: 'first' } });
    await call('PUT', '/v1/secrets/TOKEN', { headers: admin(), body: { value: 'sécond ✓' } });
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute<{ environment_id: string; sealed: string; sealed_with: string }>(
        sql`select environment_id, encode(sealed, 'hex') as sealed, sealed_with from secrets`,
      ),
    );
    expect(rows).toHaveLength(1);
    const { environment_id: environmentId = '', sealed = '', sealed_with: sealedWith = '' } = rows[0] ?? {};
    expect(sealedWith).toBe(masterKeyName(masterKey));
    const bytes = Buffer.from(sealed, 'hex');
    expect(openSecret(masterKey, sealingContext(environmentId, 'TOKEN'), bytes)).toBe('sécond ✓');
    expect(openSecret(masterKey, sealingContext(environmentId, 'OTHER'), bytes)).toBeNull();
  });

  it('lists names with who and when, and forgets a removed one', async () => {
    const { call, admin } = await startServer(await databases.shared());
    for (const name of ['B', 'A', '_c']) {
      await call('PUT', `/v1/secrets/${name}`, { headers: admin(), body: { value: 'x' } });
    }
    const list = await call('GET', '/v1/secrets', { headers: admin() });
    expect(list.json['data']).toStrictEqual(
      ['A', 'B', '_c'].map((name) => ({ name, updatedBy: 'local', updatedAt: '2026-11-20T09:00:00.000Z' })),
    );
    expect(await call('DELETE', '/v1/secrets/B', { headers: admin() })).toMatchObject({ status: 204, text: '' });
    expect(await call('DELETE', '/v1/secrets/B', { headers: admin() })).toMatchObject({
      status: 404,
      code: 'secrets/not-found',
    });
    expect(await call('PUT', '/v1/secrets/not-a-name', { headers: admin(), body: { value: 'x' } })).toMatchObject({
      status: 400,
    });
  });

  it('refuses to keep a secret without a master key, and says how to give one', async () => {
    const { call, admin } = await startServer(await databases.shared(), { masterKey: null });
    const answer = await call('PUT', '/v1/secrets/A', { headers: admin(), body: { value: 'x' } });
    expect(answer).toMatchObject({ status: 503, code: 'secrets/no-master-key' });
    expect(answer.headers['dream-should-retry']).toBe('false');
    expect(answer.text).toContain('DREAM_MASTER_KEY');
  });
});
