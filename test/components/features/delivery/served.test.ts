import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { toLiveRuleset } from '../../../../src/components/features/delivery/live-ruleset.ts';
import { Sample } from '../../../../src/components/features/delivery/served/context-sample.ts';
import { type Asked, Served } from '../../../../src/components/features/delivery/served/served.ts';
import { makeRuleset } from '../../../../src/components/features/ruleset/make-ruleset.ts';
import { canonicalJson } from '../../../../src/engine/canonical-json.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { anyDatabase, testRandom } from '../../../support/databases.ts';
import { inEnvironment } from '../../../support/directory.ts';
import { startSignedIn } from '../../../support/signed-in.ts';
import { seedsOn } from '../../../support/tenancy.ts';
import { startServer } from '../../../support/test-server.ts';
import { wholeTable } from '../../../support/whole-table.ts';

const live = {
  'ContextKind/user': { attributes: { mail: { type: 'string', sensitive: true }, age: 'number' } },
  'Flag/layout': { variations: { a: 'A', b: 'B' }, fallthrough: 'a' },
  'Flag/pilot': {
    variations: { a: 'A', b: 'B' },
    rules: [{ if: { 'user.key': 'ada' }, serve: 'b' }],
    fallthrough: 'a',
  },
  'Flag/internal': { variations: { a: 'A', b: 'B' }, fallthrough: 'a', clientSide: false },
  'Flag/unused': { variations: { a: 'A', b: 'B' }, fallthrough: 'a', clientSide: false },
} satisfies { readonly [name: string]: JsonObject };

anyDatabase((databases) => {
  it('FR-F001 P09 what a server answers is counted when it stops, with a sample of who asked', async () => {
    const database = await databases.shared();
    const server = await startSignedIn(database);
    await server.seed.resources(live);
    const { headers: secret } = await server.key();
    const { headers: inBrowsers } = await server.key({ type: 'publishable', scopes: ['flags:read'] });
    const asAda = { ...(await server.as('ada')), ...inBrowsers };
    const asBob = { ...(await server.as('bob', { tenantId: 'globex' })), ...inBrowsers };
    const ask = async (headers: Readonly<Record<string, string>>, body: JsonObject, path = '/v1/flag-evaluations') => {
      const answer = await server.call('POST', path, { headers, body });
      expect([path, answer.status]).toEqual([path, 200]);
    };
    await ask(secret, { context: { user: { key: 'sue', mail: 's@acme.com', age: 7 } }, flags: ['internal'] });
    await ask(inBrowsers, { context: { user: { key: 'eve', age: 1 }, tenant: { key: 'acme', plan: 'pro' } } });
    await ask(asAda, { context: { user: { key: 'zoe', mail: 'z@acme.com', age: 36 }, tenant: { key: 'globex' } } });
    await ask(secret, { context: { targetingKey: 'kim', mail: 'k@acme.com' } }, '/ofrep/v1/evaluate/flags/layout');
    await ask(inBrowsers, { context: { targetingKey: 'lou' } }, '/ofrep/v1/evaluate/flags');
    // Counted, and not kept: who asks for privacy, who names nobody, whose tenant is gone.
    await ask({ ...secret, dnt: '1' }, { context: { user: { key: 'shy' } }, flags: ['layout'] });
    await ask({ ...secret, 'sec-gpc': '1' }, { context: { user: { key: 'shy' } }, flags: ['layout'] });
    await ask(secret, { context: { user: { age: 1 } }, flags: ['layout'] });
    await ask(asBob, { flags: ['layout'] });
    await server.call('DELETE', '/v1/tenants/globex', { headers: server.admin() });
    // Neither.
    await ask(secret, { context: { user: { key: 'out' } }, flags: ['unused'], report: false });
    await server.server.close();

    const after = await startServer(database, { operations: wholeTable });
    const { json } = await after.call('GET', '/v1/flag-usage', { headers: after.admin() });
    const flags = json['flags'] as unknown as readonly {
      readonly key: string;
      readonly variations: readonly { readonly variation: string; readonly evaluations: number }[];
    }[];
    expect(
      flags.map(({ key, variations }) => [key, variations.map((one) => [one.variation, one.evaluations])]),
    ).toEqual([
      ['internal', [['a', 1]]],
      ['layout', [['a', 8]]],
      [
        'pilot',
        [
          ['a', 2],
          ['b', 1],
        ],
      ],
      ['unused', []],
    ]);
    const { rows } = await inEnvironment(database, ({ environmentId, tx }) =>
      tx.execute<{ tenant: string; context: JsonObject }>(
        sql`SELECT tenant_id AS tenant, context FROM seen_contexts WHERE environment_id = ${environmentId}`,
      ),
    );
    expect(rows.map((row) => canonicalJson(row)).toSorted()).toEqual(
      [
        { tenant: '', context: { user: { key: 'sue', age: 7 } } },
        { tenant: '', context: { user: { key: 'kim' } } },
        { tenant: '-', context: { user: { key: 'eve', age: 1 } } },
        { tenant: '-', context: { user: { key: 'lou' } } },
        { tenant: 'acme', context: { user: { key: 'ada', age: 36 }, tenant: { key: 'acme' } } },
      ]
        .map((row) => canonicalJson(row))
        .toSorted(),
    );
  });

  it('FR-F001 keeps of who asked what they said, and not the plan that their tenant is on today', async () => {
    const database = await databases.shared();
    const server = await startSignedIn(database);
    const rules = [{ if: { 'tenant.plan': 'pro' }, serve: 'b' }];
    await server.seed.resources({ 'Flag/paid': { variations: { a: 'A', b: 'B' }, rules, fallthrough: 'a' } });
    const { headers } = await server.key();
    const ask = async (tenant: JsonObject): Promise<unknown> => {
      const body = { context: { tenant }, flags: ['paid'] };
      const { json } = await server.call('POST', '/v1/flag-evaluations', { headers, body });
      return (json as { readonly flags: { readonly paid: { readonly value: unknown } } }).flags.paid.value;
    };
    expect([await ask({ key: 'acme' }), await ask({ key: 'globex', plan: 'free' })]).toEqual(['B', 'A']);
    await server.server.close();
    const { rows } = await inEnvironment(database, ({ tx }) =>
      tx.execute<{ context: JsonObject }>(sql`SELECT context FROM seen_contexts ORDER BY context::text`),
    );
    expect(rows.map(({ context }) => context)).toEqual([
      { tenant: { key: 'acme' } },
      { tenant: { key: 'globex', plan: 'free' } },
    ]);
  });

  it('FR-F001 counts again what could not be written, and counts it once', async () => {
    const database = await databases.shared();
    const server = await startServer(database, { operations: wholeTable });
    await seedsOn({ call: server.call, headers: server.admin() }).resources({ 'Flag/layout': live['Flag/layout'] });
    const scope = await inEnvironment(database, async ({ environmentId, projectId }) => ({ environmentId, projectId }));
    const problems: unknown[] = [];
    let fails = true;
    const request: Asked = {
      asksForPrivacy: true,
      caller: { ...scope, mode: 'secret', tenantId: null, user: null },
      background: {
        stopping: new AbortController().signal,
        atTheEnd: () => undefined,
        report: (problem) => problems.push(problem),
        subscribe: (handler) => database.subscribe(handler),
        read: (where, work) => database.withEnvironment(where, 'read', work),
        write: (where, work) =>
          fails ? Promise.reject(new Error('no answer')) : database.withEnvironment(where, 'write', work),
      },
    };
    const resources = [{ kind: 'Flag', key: 'layout', body: live['Flag/layout'] }];
    const ruleset = makeRuleset({ environment: 'development', revision: 1, madeAt: 0, resources });
    const translated = { flags: new Map(), segments: new Map() };
    const now = toLiveRuleset(
      { ruleset, kinds: new Set(), knowsPlans: false, asksPlans: false, followedPlans: new Map(), translated },
      () => 0,
    );
    const served = new Served({ ports: {}, host: { clock: server.clock, random: testRandom } });
    served.note(request, now, {}, [now.evaluator().evaluate('layout', {})]);
    await served.write();
    fails = false;
    served.note(request, now, {}, [now.evaluator().evaluate('layout', {})]);
    await Promise.all([served.write(), served.write()]);
    const { rows } = await inEnvironment(database, ({ tx }) =>
      tx.execute(sql`SELECT flag, variation, reason, count::int FROM evaluation_counts`),
    );
    expect([problems.length, rows]).toEqual([1, [{ flag: 'layout', variation: 'a', reason: 'STATIC', count: 2 }]]);
  });
});

it('samples a hundred of any number, each as likely as any other', () => {
  const drawn = Array.from({ length: 40 }, () => {
    const sample = new Sample<number>(testRandom);
    for (let index = 0; index < 1000; index += 1) sample.show(() => index);
    const kept = sample.take();
    expect([kept.length, new Set(kept).size, sample.take()]).toEqual([100, 100, []]);
    return kept;
  }).flat();
  // 4,000 draws from 0 … 999 have a mean of 499.5 and a standard error of 4.4: nine of them are no accident.
  const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
  expect(Math.abs(mean - 499.5)).toBeLessThan(40);
});
