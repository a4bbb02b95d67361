import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { LiveEnvironment } from '../../../../src/components/features/delivery/live-environment.ts';
import { streamEvents } from '../../../../src/components/features/delivery/stream-events.ts';
import type { Database, Session, SessionScope } from '../../../../src/db/contract.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { anyDatabase } from '../../../support/databases.ts';
import { startSignedIn } from '../../../support/signed-in.ts';
import { seedsOn } from '../../../support/tenancy.ts';
import { startServer } from '../../../support/test-server.ts';
import { wholeTable } from '../../../support/whole-table.ts';
import { readEvents } from './support/read-events.ts';

const flagBody = (fallthrough: string): JsonObject => ({ variations: { on: true, off: false }, fallthrough });

/** Hears of nothing. */
function deaf(database: Database): Database {
  return {
    kind: database.kind,
    withEnvironment: (scope, isolation, work) => database.withEnvironment(scope, isolation, work),
    withControlPlane: (isolation, work) => database.withControlPlane(isolation, work),
    subscribe: () => () => undefined,
    connections: () => database.connections(),
    ping: () => database.ping(),
    close: () => database.close(),
  };
}

anyDatabase((databases) => {
  it('SD-05 what was missed is found within five seconds', async () => {
    const database = await databases.shared();
    const here = await startServer(database, { operations: wholeTable });
    const there = await startServer(deaf(database), { operations: wholeTable });
    const seed = seedsOn({ call: here.call, headers: here.admin() });
    await seed.resources({ 'Flag/checkout': flagBody('on') });
    const { headers } = await here.key();
    const ask = async () => {
      const { json } = await there.call('POST', '/v1/flag-evaluations', { headers, body: {} });
      return Reflect.get(Object(Reflect.get(Object(json['flags']), 'checkout')), 'value') as unknown;
    };
    expect(await ask()).toBe(true);
    await seed.resources({ 'Flag/checkout': flagBody('off') });
    there.clock.advance(4_999);
    expect(await ask()).toBe(true);
    there.clock.advance(1);
    expect(await ask()).toBe(false);
  });

  it('FR-F007 a change translates what it changed alone, and says the same as if all were read anew', async () => {
    const database = await databases.shared();
    const server = await startServer(database, { operations: wholeTable });
    const seed = seedsOn({ call: server.call, headers: server.admin() });
    const friends = (users: readonly string[]) => ({ include: { user: [...users] } });
    await seed.resources({
      'Segment/friends': friends(['ada']),
      'Segment/inner': { rules: [{ if: { 'user.mail': { endsWith: '@acme.com' } } }] },
      'Flag/a': flagBody('on'),
      'Flag/b': { ...flagBody('off'), rules: [{ if: { segment: 'friends' }, serve: 'on' }] },
      // A key that objects would put first, whatever its place among the others.
      'Flag/7': flagBody('on'),
    });
    const options = {
      scope: await placeOf(database),
      environment: 'development',
      background: {
        read: <T>(where: SessionScope, work: (session: Session) => Promise<T>) =>
          database.withEnvironment(where, 'read', work),
        report: () => undefined,
      },
      ports: {},
      clock: server.clock,
    };
    const environment = new LiveEnvironment(options);
    let before = await environment.current();
    for (const [changed, touched] of [
      [{ 'Flag/a': flagBody('off') }, ['a']],
      [{ 'Segment/friends': { ...friends(['bob']), rules: [{ if: { segment: 'inner' } }] } }, []],
      [{ 'Flag/c': { ...flagBody('off'), rules: [{ if: { segment: 'inner' }, serve: 'on' }] } }, ['c']],
      [{ 'ContextKind/user': { attributes: { mail: { type: 'string', sensitive: true } } } }, []],
    ] satisfies readonly (readonly [{ readonly [name: string]: JsonObject }, readonly string[]])[]) {
      await seed.resources(changed);
      environment.changed();
      const after = await environment.current();
      const fresh = await new LiveEnvironment(options).current();
      expect(after.version).not.toBe(before.version);
      expect([after.version, after.text()]).toEqual([fresh.version, fresh.text()]);
      expect(after.text()).toBe(JSON.stringify({ version: after.version, ruleset: after.ruleset }));
      const same = Object.entries(after.ruleset.flags).filter(([key, rules]) => before.ruleset.flags[key] === rules);
      const all = Object.keys(after.ruleset.flags);
      expect(same.map(([key]) => key)).toEqual(all.filter((key) => !touched.some((one) => one === key)));
      before = after;
    }
  });

  it('SD-05 a slow reader is told of the latest alone, and of all that changed since', async () => {
    const database = await databases.shared();
    const server = await startServer(database, { operations: wholeTable });
    const seed = seedsOn({ call: server.call, headers: server.admin() });
    await seed.resources({ 'Flag/a': flagBody('on'), 'Flag/b': flagBody('on') });
    const scope = await placeOf(database);
    const environment = new LiveEnvironment({
      scope,
      environment: 'development',
      background: { read: (where, work) => database.withEnvironment(where, 'read', work), report: () => undefined },
      ports: {},
      clock: server.clock,
    });
    const gone = new AbortController();
    const events = streamEvents({
      environment,
      tenantId: null,
      seen: null,
      once: false,
      signal: gone.signal,
      versionOf: ({ version }) => version,
      eventOf: (_live, seen) => ({ data: seen === null ? 'everything' : (environment.since(seen) ?? 'everything') }),
    });
    expect((await events.next()).value).toEqual({ data: 'everything' });
    for (const [name, fallthrough] of [
      ['Flag/a', 'off'],
      ['Flag/b', 'off'],
      ['Flag/a', 'on'],
      ['Flag/c', 'on'],
    ] as const) {
      await seed.resources({ [name]: flagBody(fallthrough) });
      environment.changed();
      await environment.current();
    }
    const { value } = await events.next();
    const patch: JsonObject = JSON.parse((value as { readonly data: string }).data);
    const live = await environment.current();
    expect(patch).toMatchObject({ version: live.version, revision: live.ruleset.revision });
    expect(patch['flags']).toEqual(live.ruleset.flags);
    gone.abort();
    expect(await events.next()).toEqual({ value: undefined, done: true });
    expect(environment.streams).toBe(0);
  });

  it('SD-05 streams tell at once that a schedule took a step, or that an agreement ended', async () => {
    const database = await databases.shared();
    const server = await startSignedIn(database);
    const url = await server.server.listen({ host: '127.0.0.1', port: 0 });
    const later = (milliseconds: number) => new Date(server.clock.now().getTime() + milliseconds).toISOString();
    await server.seed.resources({
      'Entitlement/reporting': { type: 'switch', plans: { pro: true } },
      'Flag/reports': { ...flagBody('on'), entitlement: 'reporting' },
      'Flag/checkout': { ...flagBody('off'), schedule: [{ at: later(40), fallthrough: 'on' }] },
    });
    const agreed = { value: false, reason: 'late payment', expiresAt: later(80) };
    const path = '/v1/tenants/acme/entitlements/reporting/override';
    expect(await server.call('PUT', path, { headers: server.admin(), body: agreed })).toMatchObject({ status: 201 });
    const { headers: inBrowsers } = await server.key({ type: 'publishable', scopes: ['flags:read'] });
    const { headers: secret } = await server.key();
    const asAda = { ...(await server.as('ada')), ...inBrowsers };
    const streams = await Promise.all(
      (
        [
          ['/ofrep/v1/stream', inBrowsers],
          ['/v1/flag-ruleset/stream', inBrowsers],
          ['/v1/flag-ruleset/stream', asAda],
          ['/v1/flag-ruleset/stream', secret],
        ] as const
      ).map(([address, headers]) => readEvents(url + address, headers)),
    );
    const [ofrep, notices, adas, whole] = streams;
    const before = await Promise.all(streams.map((stream) => stream.next()));
    expect(before.map((event) => event?.event)).toEqual(['message', 'changed', 'changed', 'put']);

    // The timers are real: with a clock that stands they find again and again that it is too early.
    server.clock.advance(40);
    const step = await Promise.all([ofrep?.next(), notices?.next(), adas?.next()]);
    expect(step.map((event) => event?.event)).toEqual(['message', 'changed', 'changed']);
    expect(step[0]?.data).toMatchObject({ type: 'refetchEvaluation', etag: `"${step[1]?.id ?? ''}"` });
    expect(step[1]?.id).not.toBe(before[1]?.id);
    const ask = async () =>
      (await server.call('POST', '/v1/flag-evaluations', { headers: asAda, body: {} })).json as {
        readonly version: string;
        readonly flags: { readonly [key: string]: { readonly value: boolean } };
      };
    const now = await ask();
    expect([now.version, now.flags['checkout']?.value, now.flags['reports']?.value]).toEqual([
      step[2]?.id,
      true,
      false,
    ]);

    server.clock.advance(40);
    expect(await whole?.next()).toMatchObject({ event: 'patch', data: { tenants: { acme: { plan: 'pro' } } } });
    expect(await adas?.next()).toMatchObject({ event: 'changed', data: { version: (await ask()).version } });
    expect((await ask()).flags['reports']?.value).toBe(true);
  });

  it('SD-05 nobody who asks after a change is answered from before it, however many ask at once', async () => {
    const database = await databases.shared();
    const server = await startServer(database, { operations: wholeTable });
    const seed = seedsOn({ call: server.call, headers: server.admin() });
    await seed.resources({ 'Flag/a': flagBody('on') });
    const scope = await placeOf(database);
    let readings = 0;
    const environment = new LiveEnvironment({
      scope,
      environment: 'development',
      background: {
        async read(where, work) {
          readings += 1;
          return database.withEnvironment(where, 'read', work);
        },
        report: () => undefined,
      },
      ports: {},
      clock: server.clock,
    });
    const first = await Promise.all([environment.current(), environment.current(), environment.current()]);
    expect([new Set(first).size, readings]).toEqual([1, 1]);
    environment.changed();
    const early = environment.current();
    await seed.resources({ 'Flag/a': flagBody('off') });
    environment.changed();
    const late = await Promise.all([environment.current(), environment.current()]);
    expect(late.map(({ evaluator }) => evaluator().variation('a', {}, true))).toEqual([false, false]);
    await early;
    expect(readings).toBe(3);
  });
});

/** Of the only environment there is. */
async function placeOf(database: Database) {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ id: string; project_id: string }>(sql`SELECT id, project_id FROM environments`),
  );
  return { environmentId: rows[0]?.id ?? '', projectId: rows[0]?.project_id ?? '' };
}
