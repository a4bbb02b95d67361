import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/contract.ts';
import { networkOf } from '../../src/server/limits/attempts.ts';
import { noLimits, type RateLimits } from '../../src/server/limits/limit.ts';
import { quotaOf } from '../../src/server/limits/sliding-window.ts';
import { anyDatabase, useDatabases } from '../support/databases.ts';
import { longRun } from '../support/long-run.ts';
import { startSignedIn } from '../support/signed-in.ts';
import { keyHeaders, startServer, type TestServer } from '../support/test-server.ts';

const limited = (limits: Partial<RateLimits>) => ({ limits: { ...noLimits, ...limits } });
const tenPerMinute = { requests: 10, seconds: 60 };
const list = (server: Pick<TestServer, 'call'>, headers: Readonly<Record<string, string>>) =>
  server.call('GET', '/v1/environments', { headers });

async function statuses(count: number, ask: () => Promise<{ readonly status: number }>): Promise<readonly number[]> {
  const seen: number[] = [];
  for (let index = 0; index < count; index += 1) seen.push((await ask()).status);
  return seen;
}

anyDatabase((databases) => {
  it('DA-09 limits what a key may ask, and says what is left and when to go on', async () => {
    const server = await startServer(await databases.shared(), limited({ key: tenPerMinute }));
    const { headers } = await server.key();
    const first = await list(server, headers);
    expect([first.status, first.headers['ratelimit-policy'], first.headers['ratelimit']]).toStrictEqual([
      200,
      '"key";q=10;w=60',
      '"key";r=9;t=60',
    ]);
    expect(await statuses(9, () => list(server, headers))).toStrictEqual(Array(9).fill(200));
    const refused = await list(server, headers);
    expect(refused).toMatchObject({
      status: 429,
      code: 'limits/too-many-requests',
      json: { error: { details: { limited: 'key', requests: 10, seconds: 60 }, retryAfter: 66 } },
    });
    expect(refused.headers).toMatchObject({
      'retry-after': '66',
      'dream-should-retry': 'true',
      'ratelimit-policy': '"key";q=10;w=60',
      ratelimit: '"key";r=0;t=66',
    });
    // Another key has a limit of its own, the machine's own user none, and whoever runs the server must know how it is.
    expect((await list(server, (await server.key()).headers)).status).toBe(200);
    expect((await list(server, server.admin())).headers).not.toHaveProperty('ratelimit');
    expect((await server.call('GET', '/health')).status).toBe(200);
    expect((await server.call('GET', '/ready')).headers).not.toHaveProperty('ratelimit');
    server.clock.advance(65_000);
    expect((await list(server, headers)).status).toBe(429);
    server.clock.advance(1_000);
    expect((await list(server, headers)).status).toBe(200);
    expect((await list(server, headers)).status).toBe(429);
  });

  it('DA-09 limits each user apart, and takes nothing from the key they share for what it refuses', async () => {
    const server = await startSignedIn(
      await databases.shared(),
      {},
      limited({ user: { requests: 3, seconds: 60 }, key: tenPerMinute }),
    );
    const [ada, bob] = [await server.as('ada'), await server.as('bob')];
    const first = await server.me(ada);
    expect(first.headers).toMatchObject({
      'ratelimit-policy': '"user";q=3;w=60, "key";q=10;w=60',
      ratelimit: '"user";r=2;t=60, "key";r=9;t=60',
    });
    expect(await statuses(8, () => server.me(ada))).toStrictEqual([200, 200, 429, 429, 429, 429, 429, 429]);
    expect((await server.me(ada)).json).toMatchObject({ error: { details: { limited: 'user' } } });
    // The same person with another token is the same person, also in another tenant.
    expect((await server.me(await server.as('ada', { jti: '2' }))).status).toBe(429);
    expect((await server.me(bob)).headers['ratelimit']).toBe('"user";r=2;t=60, "key";r=6;t=60');
  });

  it('DA-09 counts requests too that are refused for their tenant or for the way of asking', async () => {
    const limits = { user: { requests: 3, seconds: 60 }, key: tenPerMinute };
    const server = await startSignedIn(await databases.shared(), {}, limited(limits));
    const ada = { ...(await server.as('ada')), 'x-tenant-id': 'globex' };
    expect(await statuses(5, () => server.me(ada))).toStrictEqual([403, 403, 403, 429, 429]);
    const alone = keyHeaders(server.publishableKey);
    expect((await list(server, alone)).headers['ratelimit']).toBe('"key";r=9;t=60');
    const bob = await server.as('bob');
    expect((await list(server, bob)).headers['ratelimit']).toBe('"key";r=8;t=60');
    expect(await statuses(10, () => list(server, alone))).toStrictEqual([...Array(8).fill(403), 429, 429]);
    expect((await list(server, bob)).status).toBe(429);
  });

  it('DA-09 whoever has only the key that everybody can read keeps nobody out who is signed in', async () => {
    const server = await startSignedIn(await databases.shared(), {}, limited({ key: tenPerMinute }));
    const [ada, alone] = [await server.as('ada'), keyHeaders(server.publishableKey)];
    expect(await statuses(12, () => server.me(alone))).toStrictEqual([...Array(10).fill(403), 429, 429]);
    expect((await server.me(ada)).headers['ratelimit']).toBe('"key";r=9;t=60');
    // A token that is none does not make a user of anybody.
    const forged = { ...ada, authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' };
    expect(new Set(await statuses(12, () => server.me(forged)))).toStrictEqual(new Set([401]));
    expect((await server.me(ada)).status).toBe(200);
  });

  it('DA-09 counts together with other servers, who let through a tenth each beyond the limit at most', async () => {
    const database = await databases.shared();
    const limit = { requests: 100, seconds: 3600 };
    const left = await startServer(database, limited({ key: limit }));
    const right = await startServer(database, limited({ key: limit }));
    const { headers } = await left.key();
    const answers = await Promise.all(
      Array.from({ length: 240 }, (_, index) => list(index % 2 === 0 ? left : right, headers)),
    );
    const answered = answers.filter(({ status }) => status === 200).length;
    expect(answered).toBeGreaterThanOrEqual(limit.requests);
    expect(answered).toBeLessThanOrEqual(limit.requests + 2 * 10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(240 - answered);
    // A third one hears of it with its first few requests.
    const late = await startServer(database, limited({ key: limit }));
    await Promise.all([left.server.close(), right.server.close()]);
    const more = await statuses(20, () => list(late, headers));
    expect(more.filter((status) => status === 200).length).toBeLessThanOrEqual(10);
    expect(more.at(-1)).toBe(429);
    const [row] = (
      await database.withControlPlane('read', (tx) =>
        tx.execute<{ count: number }>(sql`select count from request_counts where subject like 'key:%'`),
      )
    ).rows;
    expect(row?.count).toBeGreaterThanOrEqual(answered);
  });

  it.each([
    [3600, 60],
    [60, 3600],
  ])('DA-09 reads nothing counted within windows of %i seconds as counted within those of %i', async (one, other) => {
    const database = await databases.shared();
    const before = await startServer(database, limited({ key: { requests: 40, seconds: one } }));
    // Nine o'clock, where windows of both lengths begin.
    const { headers } = await before.key();
    expect((await statuses(30, () => list(before, headers))).at(-1)).toBe(200);
    await before.server.close();
    const after = await startServer(database, limited({ key: { requests: 10, seconds: other } }));
    expect((await list(after, headers)).headers['ratelimit']).toBe(`"key";r=9;t=${other}`);
    expect(await statuses(10, () => list(after, headers))).toStrictEqual([...Array(9).fill(200), 429]);
    await after.server.close();
    // The window after that: what came in the one before is what came in one as long.
    const next = await startServer(database, limited({ key: { requests: 20, seconds: other } }));
    next.clock.advance(other * 1000);
    expect((await list(next, headers)).status).toBe(200);
    await next.server.close();
    const last = await startServer(database, limited({ key: { requests: 20, seconds: other } }));
    last.clock.advance(other * 1000);
    expect((await statuses(10, () => list(last, headers))).filter((status) => status === 200)).toHaveLength(9);
    // And the length there was before still has its own.
    const again = await startServer(database, limited({ key: { requests: 40, seconds: one } }));
    const left = await statuses(11, () => list(again, headers));
    expect(left).toStrictEqual([...Array(10).fill(200), 429]);
  });

  it('DA-09 asks the database far less often than it is asked', async () => {
    let transactions = 0;
    const database = await databases.shared();
    const watched: Database = {
      kind: database.kind,
      withControlPlane: (isolation, work) => {
        if (isolation === 'write') transactions += 1;
        return database.withControlPlane(isolation, work);
      },
      withEnvironment: (scope, isolation, work) => database.withEnvironment(scope, isolation, work),
      subscribe: (handler) => database.subscribe(handler),
      connections: () => database.connections(),
      ping: () => database.ping(),
      close: () => database.close(),
    };
    const server = await startServer(watched, limited({ key: { requests: 1000, seconds: 60 } }));
    const { headers } = await server.key();
    await list(server, headers);
    transactions = 0;
    expect(new Set(await statuses(99, () => list(server, headers)))).toStrictEqual(new Set([200]));
    // One for each fifth of a second, and never one for each request.
    expect(transactions).toBeLessThan(50);
  });
});

describe('requests that say wrongly who is asking', () => {
  const databases = useDatabases('postgres');

  it('DA-09 are limited by address, but never those of whoever was let in', async () => {
    const server = await startServer(await databases.shared(), limited({ attempts: { requests: 5, seconds: 60 } }));
    const { headers } = await server.key();
    const other = await server.key();
    expect((await list(server, headers)).status).toBe(200);
    const wrong = () => list(server, keyHeaders('sk_test_nonsense'));
    expect(await statuses(7, wrong)).toStrictEqual([401, 401, 401, 401, 401, 429, 429]);
    const refused = await wrong();
    expect([refused.code, refused.headers['dream-should-retry']]).toStrictEqual(['limits/too-many-attempts', 'true']);
    expect((await list(server, headers)).status).toBe(200);
    expect((await list(server, other.headers)).status).toBe(429);
    expect((await list(server, {})).status).toBe(429);
    server.clock.advance(Number(refused.headers['retry-after']) * 1000);
    expect((await list(server, other.headers)).status).toBe(200);
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['1::2:3:4:5:6', '1:0:0:2'],
    ['::1', '0:0:0:0'],
  ])('DA-09 of %s count for %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('a window that slides', () => {
  it('DA-09 refuses until the moment it names, and allows from then on', () => {
    const counts = fc.record({
      requests: fc.integer({ min: 1, max: 1000 }),
      seconds: fc.integer({ min: 1, max: 3600 }),
      previous: fc.integer({ min: 0, max: 1000 }),
      current: fc.integer({ min: 0, max: 1000 }),
      elapsed: fc.double({ min: 0, max: 0.999, noNaN: true }),
    });
    fc.assert(
      fc.property(counts, ({ requests, seconds, previous, current, elapsed }) => {
        const limit = { requests, seconds };
        const length = seconds * 1000;
        const now = Math.floor(elapsed * length);
        const { remaining, reset, wait } = quotaOf(limit, { start: 0, previous, current }, now);
        const at = (later: number) =>
          later < length
            ? quotaOf(limit, { start: 0, previous, current }, later)
            : quotaOf(limit, { start: length, previous: current, current: 0 }, later);
        expect(reset).toBeGreaterThan(0);
        expect(wait === 0).toBe(remaining > 0);
        if (wait === 0) return;
        const later = now + wait * 1000;
        if (later < 2 * length) expect(at(later).remaining).toBeGreaterThan(0);
        if (wait > 2) expect(at(later - 2000).remaining).toBe(0);
      }),
      { numRuns: longRun ? 100_000 : 2_000 },
    );
  });
});
