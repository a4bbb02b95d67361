import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  ConfigurationError,
  ConnectionError,
  DreamError,
  ResponseError,
} from '../../../../sdks/typescript/src/index.ts';
import {
  EntitlementClient,
  type EntitlementClientOptions,
  type KnownAccess,
} from '../../../../sdks/typescript/src/entitlements/index.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: 1_800_000_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

interface Access extends KnownAccess {
  readonly limit?: number;
}

/** Answers with what is in turn; asked beyond that, with the last. */
function started(
  answers: readonly (Readonly<Record<string, Access>> | Error)[],
  options: Omit<EntitlementClientOptions<Access>, 'client'> = {},
) {
  const asked: (string | undefined)[] = [];
  const evaluate = async ({ tenantId }: { readonly tenantId?: string }) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(tenantId);
    await Promise.resolve();
    if (answer instanceof Error) throw answer;
    return answer ?? {};
  };
  const entitlements = new EntitlementClient<Access>({ client: { entitlements: { evaluate } }, ...options });
  return { asked, entitlements };
}

const sso = { sso: { entitled: true }, seats: { entitled: true, limit: 5 } };

describe('P12 an entitlement client', () => {
  test('asks once for all that a tenant has, for as long as the answer counts', async () => {
    const { asked, entitlements } = started([sso, { sso: { entitled: false } }], { timeToLive: 1_000 });
    const [access, has, all] = await Promise.all([
      entitlements.get('acme', 'seats'),
      entitlements.has('acme', 'sso'),
      entitlements.all('acme'),
    ]);
    expect([access, has, all]).toEqual([{ entitled: true, limit: 5 }, true, sso]);
    vi.advanceTimersByTime(999);
    expect(await entitlements.has('acme', 'sso')).toBe(true);
    expect(asked).toEqual(['acme']);
    vi.advanceTimersByTime(1);
    expect(await entitlements.has('acme', 'sso')).toBe(false);
    expect(asked).toEqual(['acme', 'acme']);
  });

  test('is not changed by what is done to an answer', async () => {
    const { asked, entitlements } = started([{ sso: { entitled: false } }]);
    Object.assign(await entitlements.get('acme', 'sso'), { entitled: true });
    const all = await entitlements.all('acme');
    Object.assign(all['sso'] ?? {}, { entitled: true });
    expect([await entitlements.has('acme', 'sso'), await entitlements.all('acme')]).toEqual([
      false,
      { sso: { entitled: false } },
    ]);
    expect(asked).toHaveLength(1);
  });

  test('says of a key that no entitlement has what the server says of it', async () => {
    const { entitlements } = started([sso]);
    const unknown = { entitled: false, type: 'unknown', reason: 'unknown_entitlement' };
    for (const key of ['gone', 'constructor', '__proto__'])
      expect(await entitlements.get('acme', key)).toEqual(unknown);
  });

  test('lets no answer count beyond the end of an override or of a period in it', async () => {
    const inTime = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();
    const answers = [
      { sso: { entitled: true, expiresAt: inTime(500) }, seats: { entitled: true, resetsAt: inTime(200) } },
      { sso: { entitled: true, expiresAt: inTime(500) } },
    ];
    const { asked, entitlements } = started(answers);
    for (const [milliseconds, times] of [
      [0, 1],
      [199, 1],
      [1, 2],
      [299, 2],
      [1, 3],
    ] as const) {
      vi.advanceTimersByTime(milliseconds);
      await entitlements.has('acme', 'sso');
      expect(asked).toHaveLength(times);
    }
  });

  test('goes on with the old answer while the server does not answer, and for no longer than told', async () => {
    const away = new ConnectionError('away');
    const options = { timeToLive: 1_000, staleFor: 5_000 };
    const { asked, entitlements } = started([sso, away, away, away, { sso: { entitled: false } }], options);
    expect(await entitlements.has('acme', 'sso')).toBe(true);
    vi.advanceTimersByTime(1_000);
    expect(await Promise.all([entitlements.has('acme', 'sso'), entitlements.has('acme', 'sso')])).toEqual([true, true]);
    vi.advanceTimersByTime(4_999);
    expect(await entitlements.has('acme', 'sso')).toBe(true);
    vi.advanceTimersByTime(1);
    await expect(entitlements.has('acme', 'sso')).rejects.toBe(away);
    expect(await entitlements.has('acme', 'sso')).toBe(false);
    expect(asked).toHaveLength(5);
  });

  test('lets nobody wait for a server again that did not answer a moment ago', async () => {
    const away = new ConnectionError('away');
    const pending = Promise.withResolvers<Readonly<Record<string, Access>>>();
    let server: () => Promise<Readonly<Record<string, Access>>> = async () => sso;
    const asked: number[] = [];
    const evaluate = async () => {
      asked.push(performance.now());
      return await server();
    };
    const entitlements = new EntitlementClient<Access>({
      client: { entitlements: { evaluate } },
      timeToLive: 1_000,
      staleFor: 60_000,
    });
    const has = () => entitlements.has('acme', 'sso');
    await has();
    vi.advanceTimersByTime(1_000);
    server = () => Promise.reject(away);
    expect([await has(), asked.length]).toEqual([true, 2]);
    // As long as an answer counts, nothing is asked; afterwards in the background, once.
    vi.advanceTimersByTime(999);
    expect([await has(), asked.length]).toEqual([true, 2]);
    vi.advanceTimersByTime(1);
    server = () => pending.promise;
    expect([await has(), await has(), asked.length]).toEqual([true, true, 3]);
    pending.resolve({ sso: { entitled: false } });
    await pending.promise;
    await expect.poll(has).toBe(false);
    expect(asked).toHaveLength(3);
  });

  test('asks in vain in the background, and in the end tells of it', async () => {
    const away = new ConnectionError('away');
    const options = { timeToLive: 1_000, staleFor: 3_000 };
    const { asked, entitlements } = started([sso, away], options);
    await entitlements.has('acme', 'sso');
    for (let second = 0; second < 3; second += 1) {
      vi.advanceTimersByTime(1_000);
      expect(await entitlements.has('acme', 'sso')).toBe(true);
      // What was asked in the background is over before the next second.
      await new Promise((resolve) => setImmediate(resolve));
      expect(asked).toHaveLength(second + 2);
    }
    vi.advanceTimersByTime(1_000);
    await expect(entitlements.has('acme', 'sso')).rejects.toBe(away);
  });

  test('waits for the server again where it refused in the background', async () => {
    const refused = new DreamError('the key was revoked');
    const { entitlements } = started([sso, new ConnectionError('away'), refused], { timeToLive: 1_000 });
    await entitlements.all('acme');
    vi.advanceTimersByTime(1_000);
    await entitlements.all('acme');
    vi.advanceTimersByTime(1_000);
    expect(await entitlements.has('acme', 'sso')).toBe(true);
    await new Promise((resolve) => setImmediate(resolve));
    await expect(entitlements.all('acme')).rejects.toBe(refused);
  });

  test('throws what is no outage, whatever it has', async () => {
    const gone = new DreamError('the key was revoked');
    const { entitlements } = started([sso, gone], { timeToLive: 1_000 });
    await entitlements.all('acme');
    vi.advanceTimersByTime(1_000);
    await expect(entitlements.all('acme')).rejects.toBe(gone);
  });

  test.each([undefined, null, '', ' ', 5])(
    'refuses the tenant %j: the server would be asked about another',
    async (tenant) => {
      const { asked, entitlements } = started([sso]);
      const has: unknown = Reflect.apply(entitlements.has, entitlements, [tenant, 'sso']);
      await expect(has).rejects.toThrow(ConfigurationError);
      expect(asked).toEqual([]);
    },
  );

  test('takes null for no entitlement, and no answer in which one is something else', async () => {
    const answers = JSON.parse('[{"sso": {"entitled": true}, "seats": null}, {"sso": 5}]');
    const { entitlements } = started(answers);
    expect(await entitlements.all('acme')).toEqual({ sso: { entitled: true } });
    await expect(entitlements.all('globex')).rejects.toThrow(ResponseError);
  });

  test('forgets one tenant or all, and does not keep what was under way then', async () => {
    const { asked, entitlements } = started([sso]);
    const waiting = entitlements.has('acme', 'sso');
    entitlements.forget('acme');
    expect(await waiting).toBe(true);
    await entitlements.all('acme');
    await entitlements.all('globex');
    entitlements.forget();
    await entitlements.all('acme');
    expect(asked).toEqual(['acme', 'acme', 'globex', 'acme']);
  });

  test('keeps no more tenants than told, those that were asked for last', async () => {
    const { asked, entitlements } = started([sso], { tenants: 2 });
    for (const tenant of ['a', 'b', 'a', 'c', 'a', 'b']) await entitlements.all(tenant);
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
  });

  test.each([{ timeToLive: -1 }, { staleFor: Number.NaN }, { tenants: 0 }])('refuses %j', (options) => {
    expect(() => started([sso], options)).toThrow(ConfigurationError);
  });
});
