import { describe, expect, it } from 'vitest';
import { anyDatabase, type TestDatabases } from '../../../support/databases.ts';
import { prepare } from '../streams/setting.ts';

const siem = { siem: { to: { webhook: { url: 'http://127.0.0.1:9/', secret: '${secrets.SECRET}' } } } };
const replay = '/v1/audit/streams/siem/replay';

/** The tenants acme, in which nothing was sealed yet, and globex, which is deleted and has a chain of three entries. */
async function withChains(databases: TestDatabases) {
  const setting = await prepare(await databases.shared(), siem);
  const { admin, call } = setting.test;
  const ids = await setting.add(3);
  expect((await call('POST', '/v1/tenants', { headers: admin(), body: { id: 'acme', name: 'Acme' } })).status).toBe(
    201,
  );
  const ask = async (path: string, body?: Readonly<Record<string, string | number | null>>) => {
    const answer = await call(body === undefined ? 'GET' : 'POST', path, {
      headers: admin(),
      ...(body === undefined ? {} : { body }),
    });
    return { said: `${answer.status} ${answer.code ?? ''}`.trim(), text: answer.text };
  };
  const said = async (...asked: Parameters<typeof ask>): Promise<string> => (await ask(...asked)).said;
  return { ask, said, ids };
}

anyDatabase((databases) => {
  describe('the chain of a tenant that somebody names', () => {
    it('FR-A008 is not empty but unknown where there never was such a tenant', async () => {
      const { ask, said } = await withChains(databases);
      const unknown = '404 audit/unknown-tenant';
      for (const tenant of ['globax', '-', 'Globex', '__proto__']) {
        expect(await said(`/v1/audit/export?tenant=${tenant}`)).toBe(unknown);
        expect(await said(`/v1/audit/entries/stream?tenant=${tenant}`)).toBe(unknown);
        expect(await said(replay, { tenant })).toBe(unknown);
        expect(await said(replay, { tenant, from: 1 })).toBe(unknown);
      }
      const told = await ask('/v1/audit/export?tenant=globax');
      expect(JSON.parse(told.text)).toMatchObject({
        error: {
          message: 'The environment has no tenant globax, nor the chain of one that was deleted.',
          param: 'tenant',
        },
      });
    });

    it('FR-A008 is that of a tenant who was deleted, or in whose chain there is nothing yet', async () => {
      const { ask, said, ids } = await withChains(databases);
      const exported = await ask('/v1/audit/export?tenant=globex');
      for (const id of ids) expect(exported.text).toContain(id);
      expect((await ask('/v1/audit/export?tenant=acme')).text).toContain('"entries":0');
      for (const tenant of ['globex', 'acme']) {
        expect(await said(`/v1/audit/entries/stream?tenant=${tenant}`)).toBe('200');
        expect(await said(replay, { tenant, from: 1 })).toBe('200');
      }
      expect(await said(replay, { tenant: null, from: 1 })).toBe('200');
    });

    it('FR-A008 is not read from a place that it does not reach, as after a restore from a backup', async () => {
      const { ask, said } = await withChains(databases);
      const ahead = '400 audit/unreadable-place';
      for (const given of ['after', 'arrived']) {
        expect(await said(`/v1/audit/export?tenant=globex&${given}=3`)).toBe('200');
        for (const place of ['4', '999999999999']) {
          const refused = await ask(`/v1/audit/export?tenant=globex&${given}=${place}`);
          expect(refused.said).toBe(ahead);
          expect(JSON.parse(refused.text)).toMatchObject({ error: { param: given } });
        }
      }
      expect(await said('/v1/audit/export?tenant=acme&after=1')).toBe(ahead);
      expect(await said(replay, { tenant: 'globex', from: 4 })).toBe('200');
      const refused = await ask(replay, { tenant: 'globex', from: 5 });
      expect(JSON.parse(refused.text)).toMatchObject({
        error: {
          code: 'audit/unreadable-place',
          message: expect.stringContaining('5 is ahead of the chain, which has 3 entries here'),
          param: '/from',
        },
      });
      expect(await said(replay, { tenant: 'acme', from: 2 })).toBe(ahead);
      expect(await said(replay, { from: 1_000_000 })).toBe(ahead);
    });
  });

  it('FR-A008 entries are not looked for in a time that ends before it begins', async () => {
    const { ask, said } = await withChains(databases);
    const [earlier, later] = ['2026-02-01T00:00:00Z', '2026-02-01T00:30:00%2B00:15'];
    for (const path of ['/v1/audit/entries', '/v1/audit/export', '/v1/audit/chains']) {
      const reversed = await ask(`${path}?since=${later}&until=${earlier}`);
      expect(reversed.said).toBe('400 audit/span-reversed');
      expect(JSON.parse(reversed.text)).toMatchObject({ error: { param: 'until' } });
      expect(await said(`${path}?since=${earlier}&until=${later}`)).toBe('200');
      expect(await said(`${path}?since=${earlier}&until=${earlier}`)).toBe('200');
    }
  });
});
