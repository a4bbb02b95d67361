import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Observer } from '../../../../src/components/features/client/reports/observer.ts';
import { createEvaluator } from '../../../../src/components/features/evaluation/index.ts';
import { resource } from '../../../support/control-plane.ts';
import { useDatabases } from '../../../support/databases.ts';
import { flag, flagServer } from '../delivery/support/flag-server.ts';
import { clientOf } from './support/client-of.ts';
import { type FaultyProxy, faultyProxy } from './support/faulty-proxy.ts';

const databases = useDatabases('embedded');
const reportPath = '/v1/flag-reports';

async function reporting(more: Parameters<typeof clientOf>[0] = {}) {
  const server = await flagServer(await databases.shared());
  await server.apply([
    flag('checkout', true),
    resource('Flag', 'price', {
      variations: { low: 1, high: 2 },
      fallthrough: { rollout: { low: 50, high: 50 }, by: 'user.key' },
      experiment: { metrics: [{ key: 'bought', event: 'purchase' }], control: 'low' },
    }),
    resource('EventSchema', 'purchase', {}),
    resource('ContextKind', 'user', { attributes: { email: { type: 'string', sensitive: true } } }),
  ]);
  const { key: apiKey } = await server.key('secret');
  const proxy = await faultyProxy(server.url);
  const client = clientOf({ apiKey, baseUrl: proxy.url, mode: 'polling', ...more });
  await client.ready();
  return { server, proxy, client };
}

const reportsOf = (proxy: FaultyProxy) =>
  proxy.seen.filter(({ path }) => path === reportPath).map(({ body, status }) => ({ status, ...JSON.parse(body) }));

it('what was served is counted by variation and reason, contexts once and without what is sensitive, exposures once', async () => {
  const { client, proxy, server } = await reporting();
  for (let time = 0; time < 3; time += 1) {
    client.variation('checkout', { user: { key: 'ada', email: 'ada@acme.com', role: 'admin' } }, false);
    client.variation('price', { user: { key: 'ada', email: 'ada@acme.com', role: 'admin' } }, 0);
  }
  client.variation('checkout', { user: { key: 'bob' } }, 'no boolean');
  // Keys that a server would not take spoil nothing.
  for (const key of ['', 'x'.repeat(300)]) client.variation(key, { user: { key: 'bob' } }, false);
  await client.flush();
  const price = client.variationDetail('price', { user: { key: 'ada' } }, 0).variant;
  const [report] = reportsOf(proxy);
  expect(report).toEqual({
    status: 200,
    counts: [
      { flag: 'checkout', variation: 'on', reason: 'STATIC', count: 3 },
      { flag: 'checkout', variation: null, reason: 'ERROR', count: 1 },
      { flag: 'price', variation: price, reason: 'SPLIT', count: 3 },
    ],
    contexts: [{ user: { key: 'ada', role: 'admin' } }, { user: { key: 'bob' } }],
    exposures: [{ flag: 'price', variation: price, by: 'user.key', unit: 'ada', at: expect.any(String) }],
  });
  expect(JSON.stringify(proxy.seen)).not.toContain('acme.com');
  const { flags } = await server.send('GET', '/v1/flag-usage');
  expect(flags).toContainEqual(expect.objectContaining({ key: 'checkout', evaluations: 4 }));
});

it('a report that fails is made up for by the next one, and one that is refused is the last', async () => {
  const problems: string[] = [];
  const { client, proxy } = await reporting({
    reports: { contexts: false },
    onProblem: (problem) => problems.push(problem),
  });
  proxy.next(reportPath, { status: 503 });
  client.variation('checkout', { user: { key: 'ada' } }, false);
  await client.flush();
  client.variation('checkout', { user: { key: 'ada' } }, false);
  await client.flush();
  const counts = (count: number) => [{ flag: 'checkout', variation: 'on', reason: 'STATIC', count }];
  expect(reportsOf(proxy)).toEqual([
    { status: 503, counts: counts(1) },
    { status: 200, counts: counts(2) },
  ]);
  // A page of something in between says nothing of the key.
  proxy.next(reportPath, { status: 403, body: '<h1>Blocked</h1>' });
  client.variation('checkout', { user: { key: 'ada' } }, false);
  await client.flush();
  await client.flush();
  expect(reportsOf(proxy).slice(2)).toEqual([
    { status: 403, counts: counts(1) },
    { status: 200, counts: counts(1) },
  ]);
  proxy.next(reportPath, { status: 403, body: '{"success":false,"error":{"code":"auth/scope-missing"}}' });
  client.variation('checkout', { user: { key: 'ada' } }, false);
  await client.flush();
  client.variation('checkout', { user: { key: 'ada' } }, false);
  await client.flush();
  expect(reportsOf(proxy).length).toBe(5);
  expect(problems).toEqual([
    'evaluations were not reported: the server answered with status 503',
    'evaluations were not reported: the server answered with status 403',
    'evaluations are not reported any more: the server does not allow this to the key',
  ]);
  expect([client.status, client.variation('checkout', {}, false)]).toEqual(['VALID', true]);
});

it('closing reports what is left; who does not want reports sends none', async () => {
  const { client, proxy } = await reporting();
  client.variation('checkout', { user: { key: 'ada' } }, false);
  await client.close();
  expect(reportsOf(proxy).length).toBe(1);
  const silent = await reporting({ reports: false });
  silent.client.variation('checkout', { user: { key: 'ada' } }, false);
  await silent.client.close();
  expect(reportsOf(silent.proxy)).toEqual([]);
});

const ruleset = {
  format: 1,
  environment: 'test',
  revision: 1,
  madeAt: 0,
  flags: { plain: { state: 'on', variations: { on: true }, fallthrough: { variation: 'on' }, clientSide: true } },
  segments: {},
  entitlements: {},
};

it('FR-F008 who was exposed is told again once the experiment begins anew, and not for any other change', () => {
  const rollout = {
    by: { kind: 'user', path: ['key'] },
    deal: { hash: 'murmur3', salt: 's' },
    parts: [{ variation: 'on', upTo: 100_000 }],
  };
  const observer = new Observer({}, { now: () => 0, random: Math.random });
  const toldWith = (experiment: object | undefined): number => {
    const flag = { state: 'on', variations: { on: true }, fallthrough: { rollout }, clientSide: true };
    const flags = { flag: experiment === undefined ? flag : { ...flag, experiment } };
    const evaluator = createEvaluator({ ...ruleset, flags });
    observer.begin({ ...ruleset, flags });
    const context = { user: { key: 'ada' } };
    observer.served(evaluator.evaluate('flag', context), context, false);
    return observer.take().flatMap(({ exposures }) => exposures).length;
  };
  const end = Date.parse('2100-01-01');
  const rulesets = [{}, {}, { end }, undefined, {}, { start: -5 }, { start: -5, end }, { start: -4 }];
  expect(rulesets.map(toldWith)).toEqual([1, 0, 0, 0, 1, 1, 0, 1]);
  for (const broken of [null, 7, {}, { flags: 1 }, { flags: { flag: null } }]) observer.begin(broken);
});

it('P09 who was exposed by what has become sensitive since is not told', () => {
  const rollout = {
    by: { kind: 'patient', path: ['key'] },
    deal: { hash: 'murmur3', salt: 's' },
    parts: [{ variation: 'on', upTo: 100_000 }],
  };
  const dealing = { state: 'on', variations: { on: true }, fallthrough: { rollout }, experiment: {}, clientSide: true };
  const evaluator = createEvaluator({ ...ruleset, flags: { dealing } });
  const observer = new Observer({}, { now: () => 0, random: Math.random });
  const told = () => observer.take().flatMap(({ exposures }) => exposures);
  const serve = (key: string): void => {
    const context = { patient: { key }, user: { key: 'ada' } };
    observer.served(evaluator.evaluate('dealing', context), context, false);
  };
  serve('123');
  const [report] = observer.take();
  expect(report?.exposures).toMatchObject([{ by: 'patient.key', unit: '123' }]);
  serve('456');
  observer.turnOver({ patient: ['key'] });
  // What could not be sent before comes back.
  if (report !== undefined) observer.putBack(report);
  serve('789');
  expect(told()).toEqual([]);
  observer.turnOver(undefined);
  serve('789');
  expect(told()).toMatchObject([{ by: 'patient.key', unit: '789' }]);
});

it('memory is bounded, whoever asks for whatever', () => {
  const observer = new Observer({}, { now: () => 0, random: Math.random });
  const evaluator = createEvaluator(ruleset);
  for (let time = 0; time < 60_000; time += 1) {
    const key = time % 2 === 0 ? 'plain' : `unknown ${time}`;
    const context = { user: { key: `user ${time}`, note: 'x'.repeat(time % 100) } };
    observer.served(evaluator.evaluate(key, context), context, false);
  }
  const reports = observer.take();
  const [plain] = reports.flatMap(({ counts }) => counts).filter(({ flag: key }) => key === 'plain');
  expect(plain?.count).toBe(30_000);
  expect(reports.flatMap(({ counts }) => counts).length).toBeLessThanOrEqual(10_000);
  expect(reports.flatMap(({ contexts }) => contexts).length).toBe(100);
  expect(reports.every(({ counts, exposures }) => counts.length <= 1_000 && exposures.length <= 1_000)).toBe(true);
});

it('as long as there is room in the sample, everybody is in it', () => {
  const observer = new Observer({}, { now: () => 0, random: () => 0.999_999 });
  const evaluator = createEvaluator(ruleset);
  for (let time = 0; time < 100; time += 1) {
    const context = { user: { key: String(time) } };
    observer.served(evaluator.evaluate('plain', context), context, false);
  }
  const seen = observer.take().flatMap(({ contexts }) => contexts);
  expect(seen.map((context) => context['user']?.['key'])).toEqual(Array.from({ length: 100 }, (_, key) => String(key)));
});

it('any evaluation has about the same chance to be in the sample', () => {
  const early = Array.from({ length: 40 }, () => {
    const observer = new Observer({}, { now: () => 0, random: Math.random });
    const evaluator = createEvaluator(ruleset);
    for (let time = 0; time < 2_000; time += 1) {
      const context = { user: { key: String(time) } };
      observer.served(evaluator.evaluate('plain', context), context, false);
    }
    const seen = observer.take().flatMap(({ contexts }) => contexts);
    return seen.filter((context) => Number(context['user']?.['key']) < 1_000).length / seen.length;
  });
  const mean = early.reduce((sum, share) => sum + share, 0) / early.length;
  // Of 4,000 contexts; far outside of what chance does.
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.1);
});

it('P04 no context is too strange to be looked at', () => {
  const observer = new Observer({}, { now: () => 0, random: () => 0 });
  const outcome = createEvaluator(ruleset).evaluate('plain', {});
  const cycle: Record<string, unknown> = { user: { key: 'ada' } };
  cycle['user'] = cycle;
  const strange = [
    null,
    7,
    [],
    cycle,
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    ),
    {
      user: {
        get key(): string {
          throw new Error('no');
        },
      },
    },
    { user: { key: 'ada', big: 1n, call: () => 1, mark: Symbol('x'), when: new Date(Number.NaN) } },
    { user: new Proxy([], {}) },
    { user: { key: 'ada', list: Array.from({ length: 1_000_000 }) } },
    { user: { key: 'x'.repeat(1_000_000) } },
    JSON.parse('{"__proto__":{"key":"a"},"user":{"__proto__":{"x":1},"key":"bob"}}'),
  ];
  for (const context of strange) observer.served(outcome, context, false);
  fc.assert(
    fc.property(
      fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
      (context) => void observer.served(outcome, context, false),
    ),
  );
  for (const { contexts } of observer.take())
    for (const context of contexts) expect(JSON.stringify(context).length).toBeLessThan(9_000);
});
