// Decisions that were taken in the process, on their way to the log of the server.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ConfigurationError, ConnectionError } from '../../../../sdks/typescript/src/index.ts';
import { decision } from './scripted-log.ts';
import { started } from './started-reporter.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'], now: 1_800_000_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('P03 a reporter of decisions', () => {
  test('sends what was decided, when, of whom and by which policy, and of resources the id alone', async () => {
    const { log, report } = started();
    report(1, { resource: { id: '42', properties: { secret: 1 } } });
    await vi.advanceTimersByTimeAsync(1_000);
    report(1, {
      subject: { type: 'service-account', id: 'svc_1' },
      permission: 'invoice:read:own',
      resource: null,
      allowed: false,
    });
    await vi.advanceTimersByTimeAsync(4_000);
    expect(log.calls.map(({ decisions }) => decisions)).toEqual([
      [
        {
          decidedAt: '2027-01-15T08:00:00.000Z',
          tenant: 'acme',
          subject: { id: 'ada' },
          action: 'read',
          resource: { type: 'invoice', id: '42' },
          allowed: true,
          policyRevision: 7,
        },
        {
          decidedAt: '2027-01-15T08:00:01.000Z',
          tenant: 'acme',
          subject: { type: 'service-account', id: 'svc_1' },
          action: 'read:own',
          resource: { type: 'invoice' },
          allowed: false,
          policyRevision: 7,
        },
      ],
    ]);
  });

  test('waits for the interval since the first that waits, and not at all while nothing does', async () => {
    const { log, report } = started({ interval: 1_000 });
    expect(vi.getTimerCount()).toBe(0);
    report(1);
    await vi.advanceTimersByTimeAsync(999);
    report(2);
    expect(log.sizes).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect([log.sizes, vi.getTimerCount()]).toEqual([[3], 0]);
    report(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(log.sizes).toEqual([3, 1]);
  });

  test('keeps no process running while it waits', () => {
    vi.useRealTimers();
    const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    const { report } = started();
    report(1);
    expect(timers()).toBe(before);
  });

  test('waits at least a tenth of a second', async () => {
    const { log, report } = started({ interval: 1 });
    report(1);
    await vi.advanceTimersByTimeAsync(99);
    expect(log.sizes).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(log.sizes).toEqual([1]);
  });

  test('waits no longer where 500 do, and not before whoever asked has gone on', async () => {
    const { log, report } = started();
    report(499);
    await vi.advanceTimersByTimeAsync(0);
    expect(log.sizes).toEqual([]);
    report(1);
    expect(log.sizes).toEqual([]);
    await vi.advanceTimersByTimeAsync(0);
    expect([log.sizes, vi.getTimerCount()]).toEqual([[500], 0]);
  });

  test('waits for nothing more where all went along that came while a call was under way', async () => {
    const { log, report } = started();
    log.takes = 50;
    report(500);
    await vi.advanceTimersByTimeAsync(0);
    report(500);
    report(100);
    await vi.advanceTimersByTimeAsync(100);
    expect([log.sizes, vi.getTimerCount()]).toEqual([[500, 600], 0]);
  });

  test('sends 1,000 at most at once, one call after the other, each by a key of its own', async () => {
    const { log, report } = started();
    log.takes = 50;
    report(500);
    await vi.advanceTimersByTimeAsync(0);
    report(2_400);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([log.sizes, log.atOnce]).toEqual([[500, 1_000, 1_000], 1]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(log.sizes).toEqual([500, 1_000, 1_000, 400]);
    const keys = log.calls.map(({ key }) => key);
    expect(new Set(keys).size).toBe(4);
    expect(keys.every((key) => /^[0-9a-f-]{36}$/.test(key ?? ''))).toBe(true);
    const places = log.calls.flatMap(({ decisions }) => decisions.map(({ resource }) => Number(resource.id)));
    expect(places).toEqual([...Array.from({ length: 500 }).keys(), ...Array.from({ length: 2_400 }).keys()]);
  });

  test('flushes what waits now, in front of a call that is under way too, and never rejects', async () => {
    const { log, report, reporter } = started();
    await reporter.flush();
    expect(log.sizes).toEqual([]);
    log.takes = 50;
    report(1);
    const first = reporter.flush();
    await vi.advanceTimersByTimeAsync(0);
    report(2);
    const second = reporter.flush();
    await vi.advanceTimersByTimeAsync(100);
    await Promise.all([first, second]);
    expect([log.sizes, log.atOnce, vi.getTimerCount()]).toEqual([[1, 2], 1, 0]);
    log.next = new Error('no error of ours');
    report(1);
    const third = reporter.flush();
    await vi.advanceTimersByTimeAsync(50);
    await expect(third).resolves.toBeUndefined();
  });

  test('lets what names no tenant, which counts as that of the client, be no obstacle to the others', async () => {
    const { log, report, reporter } = started();
    report(2);
    report(1, { tenant: undefined });
    report(1, { tenant: 'globex' });
    await reporter.flush();
    const tenants = log.calls.map(({ decisions, tenant }) => [tenant, decisions.map((one) => one.tenant)]);
    expect(tenants).toEqual([
      [null, ['acme', 'acme', 'globex']],
      [undefined, [undefined]],
    ]);
  });

  test.each([{ interval: 0 }, { interval: Number.NaN }])('refuses %j', (options) => {
    expect(() => started(options)).toThrow(ConfigurationError);
  });
});

describe('P03 a reporter that is closed', () => {
  test('sends once what is left, repetitions included, and takes nothing more', async () => {
    const { log, problems, report, reporter } = started();
    log.next = new ConnectionError('away');
    report(2);
    await vi.advanceTimersByTimeAsync(5_000);
    report(1);
    const closed = reporter.close();
    report(1);
    await Promise.all([closed, reporter.close()]);
    report(1);
    await vi.advanceTimersByTimeAsync(600_000);
    expect([log.sizes, vi.getTimerCount()]).toEqual([[2, 2, 1], 0]);
    expect(log.calls[1]).toEqual(log.calls[0]);
    expect(problems).toEqual([
      '2 decisions were not reported: ConnectionError: away',
      '1 decision was not reported: ConnectionError: away',
    ]);
  });

  test('waits for a server no longer than five seconds', async () => {
    const { log, problems, report, reporter } = started();
    log.takes = 60_000;
    report(1_400);
    const closed = reporter.close();
    await vi.advanceTimersByTimeAsync(5_000);
    await closed;
    expect(log.sizes).toEqual([1_000]);
    expect(problems).toEqual(['1400 decisions were not reported: there was no answer within 5000 ms of closing']);
  });
});

describe('P03 what is no decision', () => {
  const odd: readonly object[] = [
    { permission: 'invoice' },
    { permission: ':read' },
    { permission: 'invoice:' },
    { permission: 7 },
    { permission: `invoice:${'a'.repeat(129)}` },
    { permission: `${'a'.repeat(256)}:read` },
    { subject: undefined },
    { subject: { id: '' } },
    { subject: { id: 7 } },
    { subject: { id: 'a'.repeat(256) } },
    { subject: { id: 'a\0' } },
    { subject: { id: 'ada', type: 'robot' } },
    { resource: { id: '' } },
    { resource: { id: 42 } },
    { resource: { id: '\ud800' } },
    { tenant: '' },
    { tenant: 'no tenant' },
    { tenant: 7 },
    { allowed: 'yes' },
    { policyRevision: undefined },
    { policyRevision: 1.5 },
    { policyRevision: -1 },
  ];

  test.each(odd)('is dropped without a word: %j', async (more) => {
    const { log, problems, reporter } = started();
    Reflect.apply(reporter.report, reporter, [{ ...decision(1), ...more }]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([log.sizes, problems]).toEqual([[], []]);
  });

  test('is whatever throws when it is read, or is nothing', async () => {
    const { log, reporter } = started();
    const thrower = Object.defineProperty({ ...decision(1) }, 'subject', {
      get: (): never => {
        throw new Error('not to be read');
      },
    });
    for (const value of [thrower, null, undefined, 7]) Reflect.apply(reporter.report, reporter, [value]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(log.sizes).toEqual([]);
  });

  test('is nothing that only just is one, or is edited afterwards', async () => {
    const { log, reporter } = started();
    const subject = { id: '🙂'.repeat(255) };
    reporter.report(decision(1, { subject, permission: `${'a'.repeat(255)}:${'b'.repeat(128)}`, policyRevision: 0 }));
    subject.id = 'eve';
    await vi.advanceTimersByTimeAsync(5_000);
    expect(log.calls[0]?.decisions[0]).toMatchObject({ subject: { id: '🙂'.repeat(255) }, policyRevision: 0 });
  });
});
