import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Database, Session } from '../../../../src/db/contract.ts';
import { readSeenContexts, rememberContexts } from '../../../../src/components/features/reports/seen/queries.ts';
import type { SensitiveAttributes } from '../../../../src/components/features/evaluation/ruleset.ts';
import { canonicalJson } from '../../../../src/engine/canonical-json.ts';
import type { Json, JsonObject } from '../../../../src/engine/json.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { inEnvironment } from '../../../support/directory.ts';
import { type Headers, type SignedIn, startSignedIn } from '../../../support/signed-in.ts';

const flags = {
  'Flag/layout': { variations: { a: 'A', b: 'B' }, fallthrough: 'a' },
  'Flag/unused': { variations: { on: true, off: false } },
  'ContextKind/user': { attributes: { mail: { type: 'string', sensitive: true }, age: 'number' } },
};

async function start(database: Database): Promise<SignedIn> {
  const server = await startSignedIn(database);
  await server.seed.resources(flags);
  return server;
}

async function contextsIn(database: Database, sensitive: SensitiveAttributes = {}): Promise<readonly JsonObject[]> {
  return inEnvironment(database, async (session: Session) => {
    const seen: JsonObject[] = [];
    for await (const some of readSeenContexts(session, sensitive)) seen.push(...some);
    return seen;
  });
}

anyDatabase((databases) => {
  describe('reports of SDKs', () => {
    const report = (server: SignedIn, body: Json, headers: Headers = server.admin()) =>
      server.call('POST', '/v1/flag-reports', { headers, body });
    const usage = async (server: SignedIn, query = '') =>
      (await server.call('GET', `/v1/flag-usage${query}`, { headers: server.admin() })).json;

    it('FR-F001 are counted by flag and variation, and say what nobody evaluates', async () => {
      const server = await start(await databases.shared());
      expect(await usage(server)).toMatchObject({ reportedSince: null });
      const liveSince = expect.any(String);
      const hour = server.clock.now().toISOString().replace(/:.*/u, ':00:00.000Z');
      const counts = [
        { flag: 'layout', variation: 'a', reason: 'STATIC', count: 5 },
        { flag: 'layout', variation: 'a', reason: 'STATIC', count: 2 },
        { flag: 'layout', variation: null, reason: 'ERROR', count: 1 },
        { flag: 'layout', variation: 'gone', reason: 'STATIC', count: 9 },
        { flag: 'nowhere', variation: 'a', reason: 'STATIC', count: 9 },
        { flag: 'layout', variation: 'a', reason: 'STATIC', count: 9, at: '2001-01-01T00:00:00Z' },
      ];
      expect((await report(server, { counts })).json).toEqual({ accepted: 3, dropped: 3 });
      expect(
        (await report(server, { counts: [{ ...counts[0], reason: 'SPLIT', at: '2999-01-01T00:00:00Z' }] })).json,
      ).toEqual({
        accepted: 1,
        dropped: 0,
      });
      const served = (variation: string | null, evaluations: number) => ({
        variation,
        evaluations,
        lastEvaluated: hour,
      });
      expect(await usage(server)).toEqual({
        since: expect.any(String),
        reportedSince: hour,
        flags: [
          {
            key: 'layout',
            liveSince,
            lastEvaluated: hour,
            evaluations: 13,
            variations: [served(null, 1), served('a', 12)],
          },
          { key: 'unused', liveSince, lastEvaluated: null, evaluations: 0, variations: [] },
        ],
      });
      server.clock.advance(91 * 86_400_000);
      await report(server, { counts: [{ flag: 'unused', variation: 'on', reason: 'STATIC', count: 1 }] });
      expect(await usage(server, '?days=90')).toMatchObject({ flags: [{ evaluations: 0 }, { evaluations: 1 }] });
    });

    it('hide no flag, whatever its key', async () => {
      const server = await start(await databases.shared());
      await server.seed.resources({ 'Flag/usage': { variations: { a: 1, b: 2 } } });
      const { json } = await server.call('GET', '/v1/flags/usage', { headers: server.admin() });
      expect(json).toMatchObject({ key: 'usage', body: { variations: { a: 1, b: 2 } } });
    });

    it('count once when they are sent again under the same key', async () => {
      const server = await start(await databases.shared());
      const headers = { ...server.admin(), 'idempotency-key': 'report-1' };
      const body = { counts: [{ flag: 'layout', variation: 'a', reason: 'STATIC', count: 5 }] };
      await report(server, body, headers);
      await report(server, body, headers);
      expect(await usage(server)).toMatchObject({ flags: [{ evaluations: 5 }, {}] });
    });

    it('P09 leave of each context what may be known of it, and of a user only themselves', async () => {
      const database = await databases.shared();
      const server = await start(database);
      const ada = { user: { key: 'ada', mail: 'ada@acme.com', age: 36 }, tenant: { key: 'acme', plan: 'pro' } };
      const contexts: Json[] = [
        ada,
        { ...ada, user: { key: 'ada', age: 37 } },
        { targetingKey: 'bob', mail: 'bob@acme.com' },
        { user: { age: 1 } },
        { user: { key: 'big', text: 'x'.repeat(9000) } },
        { user: 7 },
      ];
      expect((await report(server, { contexts })).json).toEqual({ accepted: 3, dropped: 3 });
      const own = [{ user: { key: 'ada', age: 37 }, tenant: { key: 'acme', plan: 'pro' } }, { user: { key: 'bob' } }];
      expect(sorted(await contextsIn(database))).toEqual(sorted(own));

      const forged = [{ user: { key: 'bob', age: 3, mail: 'm' }, tenant: { key: 'globex', plan: 'enterprise' } }];
      const { headers: inBrowsers } = await server.key({ type: 'publishable', scopes: ['flags:read'] });
      await report(server, { contexts: forged }, { ...(await server.as('ada')), ...inBrowsers });
      await report(server, { contexts: [ada] }, inBrowsers);
      expect(sorted(await contextsIn(database))).toEqual(
        sorted([
          ...own,
          { user: { key: 'ada', age: 3 }, tenant: { key: 'acme' } },
          { user: { key: 'ada', age: 36 }, tenant: { key: 'acme' } },
        ]),
      );
      expect(JSON.stringify(await contextsIn(database))).not.toContain('mail');
    });

    it('P09 tell of no unit by what is sensitive, nor by what nothing is dealt by', async () => {
      const database = await databases.shared();
      const server = await start(database);
      const rollout = { rollout: { a: 50, b: 50 } };
      await server.seed.resources({
        'EventSchema/ordered': {},
        'ContextKind/patient': { attributes: { key: { type: 'string', sensitive: true } } },
        'Flag/dealt': {
          variations: { a: 'A', b: 'B' },
          rules: [
            { if: { share: { percent: 5, by: 'user.age' } }, serve: { ...rollout, by: 'user."first name"' } },
            { if: { 'user.age': 7 }, serve: { ...rollout, by: 'user.mail' } },
            { if: { 'user.age': 8 }, serve: { ...rollout, by: 'patient.key' } },
          ],
          fallthrough: 'a',
          schedule: [{ at: '2100-01-01', fallthrough: { ...rollout, by: 'user.team.id' } }],
        },
      });
      const told = async (by: string) => {
        const exposures = [{ flag: 'dealt', variation: 'a', by, unit: 'x' }];
        const observations = [{ by, unit: 'x', event: 'ordered' }];
        const headers = server.admin();
        const observed = await server.call('POST', '/v1/experiments/observations', { headers, body: { observations } });
        const { json } = await report(server, { exposures });
        expect([json, observed.json]).toEqual([expect.any(Object), expect.any(Object)]);
        return [json, observed.json].map((receipt) => (receipt as { accepted: number }).accepted);
      };
      expect([await told('user."first name"'), await told('user.team.id')]).toEqual([
        [1, 1],
        [1, 1],
      ]);
      // Another flag may deal by these.
      for (const by of ['user.key', 'user.age', 'no.such']) expect([by, await told(by)]).toEqual([by, [0, 1]]);
      for (const by of ['user.mail', 'user.mail.domain', 'patient.key'])
        expect([by, await told(by)]).toEqual([by, [0, 0]]);
      expect(
        (await report(server, { exposures: [{ flag: 'layout', variation: 'a', by: 'user.key', unit: 'x' }] })).json,
      ).toEqual({ accepted: 0, dropped: 1 });
    });

    it('P09 name nobody by a key that is sensitive', async () => {
      const database = await databases.shared();
      const server = await start(database);
      await server.seed.resources({ 'ContextKind/user': { attributes: { key: { type: 'string', sensitive: true } } } });
      const contexts = [{ user: { key: 'ada', age: 36 }, tenant: { key: 'acme' } }, { user: { key: 'bob' } }];
      expect((await report(server, { contexts })).json).toEqual({ accepted: 1, dropped: 1 });
      expect(await contextsIn(database)).toEqual([{ user: { age: 36 }, tenant: { key: 'acme' } }]);
    });

    it('P09 are forgotten as far as they are of what becomes sensitive', async () => {
      const database = await databases.shared();
      const server = await start(database);
      const sensitive = (...names: readonly string[]) => ({
        attributes: Object.fromEntries(names.map((name) => [name, { type: 'string', sensitive: true }])),
      });
      await server.seed.resources({
        'ContextKind/device': { attributes: { key: 'string', serial: 'string' } },
        'EventSchema/ordered': {},
        'Flag/dealt': {
          variations: { a: 'A', b: 'B' },
          rules: ['device.key', 'device.serial', 'device.serial.part', 'device.serials'].map((by) => ({
            if: { 'user.age': 7 },
            serve: { rollout: { a: 50, b: 50 }, by },
          })),
        },
      });
      const units = ['device.key', 'device.serial', 'device.serial.part', 'device.serials'].map((by) => ({
        by,
        unit: 'x',
      }));
      const headers = server.admin();
      await report(server, {
        contexts: [
          { device: { key: 'd1', serial: 's1' }, user: { key: 'ada' } },
          { device: { key: 'd2', serials: ['s1'] } },
          { user: { key: 'bob', age: 3 } },
        ],
        exposures: units.map((unit) => ({ ...unit, flag: 'dealt', variation: 'a' })),
      });
      const observations = units.map((unit) => ({ ...unit, event: 'ordered' }));
      await server.call('POST', '/v1/experiments/observations', { headers, body: { observations } });
      const kept = async () =>
        inEnvironment(database, async ({ environmentId, tx }: Session) => {
          const { rows } = await tx.execute<{ unit: string }>(
            sql`SELECT unit FROM exposures WHERE environment_id = ${environmentId}
              UNION ALL SELECT unit FROM observations WHERE environment_id = ${environmentId} ORDER BY unit`,
          );
          return rows.map(({ unit }) => unit);
        });
      expect(await kept()).toHaveLength(8);
      await server.seed.resources({ 'ContextKind/device': sensitive('serial') });
      const others = ['device.key=x', 'device.key=x', 'device.serials=x', 'device.serials=x'];
      expect(await kept()).toEqual(others);
      const left = [{ user: { key: 'bob', age: 3 } }, { device: { key: 'd2', serials: ['s1'] } }];
      expect(sorted(await contextsIn(database))).toEqual(
        sorted([{ device: { key: 'd1' }, user: { key: 'ada' } }, ...left]),
      );
      // What was sensitive already is not looked for again, and nothing changes.
      await server.seed.resources({ 'ContextKind/device': sensitive('serial', 'key') });
      expect(await kept()).toEqual(others.slice(2));
      expect(await contextsIn(database)).toEqual([{ user: { key: 'bob', age: 3 } }]);
      // Of a report that was written while that was applied, nothing is read.
      await inEnvironment(database, (session: Session) =>
        rememberContexts(
          session,
          [{ device: { key: 'late' } }, { device: { key: 'late' }, user: { key: 'cy' } }],
          new Date(),
        ),
      );
      expect(sorted(await contextsIn(database, { device: ['key'] }))).toEqual(
        sorted([{ user: { key: 'bob', age: 3 } }, { device: {}, user: { key: 'cy' } }]),
      );
    });

    it('P09 go with the tenant that they are of', async () => {
      const database = await databases.shared();
      const server = await start(database);
      await server.seed.resources({
        'EventSchema/ordered': {},
        'Flag/dealt': {
          variations: { a: 'A', b: 'B' },
          rules: [{ serve: { rollout: [{ serve: 'a', percent: 9 }, { percent: 91 }], by: 'tenant.key' } }],
          fallthrough: { rollout: { a: 50, b: 50 } },
        },
      });
      const { headers: inBrowsers } = await server.key({ type: 'publishable', scopes: ['flags:read'] });
      const tell = async (headers: Headers, tenant: string, by: string, unit: string) => {
        const contexts = [{ user: { key: unit }, tenant: { key: tenant } }];
        await report(server, { contexts, exposures: [{ flag: 'dealt', variation: 'a', by, unit }] }, headers);
        const observations = [{ by, unit, event: 'ordered', id: tenant }];
        const answer = await server.call('POST', '/v1/experiments/observations', { headers, body: { observations } });
        expect(answer.json).toEqual({ accepted: 1, dropped: 0 });
      };
      await tell({ ...(await server.as('ada')), ...inBrowsers }, 'acme', 'user.key', 'ada');
      await tell(server.admin(), 'acme', 'tenant.key', 'acme');
      await tell(server.admin(), 'globex', 'tenant.key', 'globex');
      await server.call('DELETE', '/v1/tenants/acme', { headers: server.admin() });
      const kept = await inEnvironment(database, async ({ environmentId, tx }: Session) => {
        const { rows } = await tx.execute<{ unit: string }>(
          sql`SELECT unit FROM exposures WHERE environment_id = ${environmentId}
            UNION ALL SELECT unit FROM observations WHERE environment_id = ${environmentId}`,
        );
        return rows.map(({ unit }) => unit);
      });
      expect(kept).toEqual(['tenant.key=globex', 'tenant.key=globex']);
      expect(await contextsIn(database)).toEqual([{ user: { key: 'globex' }, tenant: { key: 'globex' } }]);
    });

    it('keep no more contexts than are needed, and those that were seen last', async () => {
      const database = await databases.shared();
      await start(database);
      const begin = Date.parse('2027-01-01T00:00:00Z');
      const write = (tenant: { readonly tenantId?: string }, from: number, to: number) =>
        inEnvironment(
          database,
          async (session: Session) => {
            for (let at = from; at < to; at += 500) {
              const some = Array.from({ length: 500 }, (_, index) => ({ user: { key: `u${at + index}` } }));
              await rememberContexts(session, some, new Date(begin + at));
            }
          },
          'development',
          tenant,
        );
      await write({ tenantId: '-' }, 0, 1500);
      expect(await contextsIn(database)).toHaveLength(1000);
      await write({}, 0, 10_500);
      const kept = await contextsIn(database);
      expect(kept).toHaveLength(11_000);
      expect(kept).not.toContainEqual({ user: { key: 'u499' } });
      expect(kept).toContainEqual({ user: { key: 'u10499' } });
    });
  });
});

function sorted(values: readonly JsonObject[]): readonly string[] {
  return values.map(canonicalJson).toSorted();
}
