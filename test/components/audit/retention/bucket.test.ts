import { gunzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createHost } from '../../../../src/host/create-host.ts';
import type { Egress, EgressCall } from '../../../../src/host/contract.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { retaining, verified } from './retaining.ts';

const real = createHost();
const variables = {
  AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'an-example-of-a-secret',
  AWS_REGION: 'eu-central-1',
  AWS_ENDPOINT_URL_S3: 'https://minio.acme.com/',
};

/** What a bucket answers, with what is in it. */
function aBucket(): {
  readonly calls: EgressCall[];
  readonly kept: Map<string, Uint8Array>;
  readonly egress: Pick<Egress, 'call'>;
} {
  const calls: EgressCall[] = [];
  const kept = new Map<string, Uint8Array>();
  const call = (given: EgressCall) => {
    calls.push(given);
    if (given.method === 'DELETE') kept.delete(given.url);
    if (given.method === 'PUT' && given.body instanceof Uint8Array) kept.set(given.url, given.body);
    const body = given.method === 'GET' ? (kept.get(given.url) ?? new Uint8Array()) : new Uint8Array();
    return Promise.resolve({ status: 200, headers: {}, body, complete: true });
  };
  return { calls, kept, egress: { call } };
}

anyDatabase((databases) => {
  it('FR-A004 archives into a bucket, and deletes nothing before it has read back what it wrote', async () => {
    const { add, apply, left, prune, seal, server } = await retaining(await databases.shared());
    const host = { ...real, clock: server.clock, variables };
    // What lasts a month is then over by the clock of the database as well, which is not the test's to set.
    server.clock.advance(-240 * 86_400_000);
    await apply({ all: { keep: '365d', archive: { to: 's3://acme-audit/production', keep: '30d' } } });
    await add([['2025-03-02', 'globex', 'auth.login']]);
    const unkeyed = await prune({ host: { ...host, variables: {} } });
    expect(unkeyed).toMatchObject([{ message: expect.stringContaining('need AWS_ACCESS_KEY_ID') as string }]);
    const { calls, egress, kept } = aBucket();
    const denied = {
      call: async () => ({ status: 403, headers: {}, body: Buffer.from('<Code>AccessDenied</Code>'), complete: true }),
    };
    expect(await prune({ host, egress: denied })).toMatchObject([
      { message: 'PUT of s3://acme-audit/production was answered with 403 (AccessDenied).' },
    ]);
    const cut = {
      call: async (call: EgressCall) => {
        const answer = await egress.call(call);
        return { ...answer, body: answer.body.slice(0, -1) };
      },
    };
    expect(await prune({ host, egress: cut })).toMatchObject([
      { message: expect.stringContaining('does not read as it was written') as string },
    ]);
    expect(await left('globex')).toEqual(['1 auth.login']);
    expect(await prune({ host, egress })).toEqual([]);
    await seal();
    expect(await left('globex')).toEqual(['2 audit.pruned']);
    const [put] = calls.toReversed().filter(({ method }) => method === 'PUT');
    expect(put?.url).toMatch(
      /^https:\/\/minio\.acme\.com\/acme-audit\/production\/acme\/development\/globex\/1-1-arc_[0-9A-Z]+\.ndjson\.gz$/u,
    );
    expect(put?.headers['authorization']).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/20260325\/eu-central-1\/s3\/aws4_request, SignedHeaders=\S+, Signature=[0-9a-f]{64}$/u,
    );
    expect(await verified(gunzipSync(kept.get(put?.url ?? '') ?? new Uint8Array()).toString())).toEqual({
      valid: true,
      entries: 1,
      first: 1,
      last: 1,
    });
    server.clock.advance(30 * 86_400_000);
    expect(await prune({ host, egress: denied })).toMatchObject([
      { message: 'DELETE of s3://acme-audit was answered with 403 (AccessDenied).' },
    ]);
    expect(kept.has(put?.url ?? '')).toBe(true);
    expect(await prune({ host, egress })).toEqual([]);
    expect([kept.has(put?.url ?? ''), calls.at(-1)?.url]).toEqual([false, put?.url]);
  });

  it('FR-A004 FR-A007 whoever is killed between archive and delete, or before the delete is committed, has deleted nothing', async () => {
    const { add, apply, archives, database, left, prune, seal, written } = await retaining(await databases.shared());
    await apply({ all: { keep: '365d', archive: { to: archives } } });
    await add([
      ['2025-03-02', 'globex', 'auth.login'],
      ['2025-03-02', 'globex', 'auth.login'],
    ]);
    // The entry that says what was pruned is written within the transaction that deletes, after it has deleted.
    const record = () => Promise.reject(new Error('killed'));
    expect(await prune({ record })).toMatchObject([{ message: 'killed' }]);
    expect(await left('globex')).toEqual(['1 auth.login', '2 auth.login']);
    expect(await prune()).toEqual([]);
    await seal();
    expect(await left('globex')).toEqual(['3 audit.pruned']);
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute<{ location: string }>(sql`SELECT location FROM audit_prunings`),
    );
    // The archive of the first time is there too, and no entry names it.
    expect([rows.length, written().size]).toEqual([1, 2]);
    for (const archive of written().values())
      expect(await verified(archive)).toEqual({ valid: true, entries: 2, first: 1, last: 2 });
  });
});
