// Reports that the server does not take, or not yet.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  AuthorizationError,
  ConfigurationError,
  ConnectionError,
  Dream,
  PlatformError,
  RateLimitError,
  ServerError,
  TimeoutError,
} from '../../../../sdks/typescript/src/index.ts';
import { DecisionReporter } from '../../../../sdks/typescript/src/permissions/index.ts';
import { decision } from './scripted-log.ts';
import { started } from './started-reporter.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'], now: 1_800_000_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

const saying = (status: number) => ({ status, code: 'a/b', message: 'No.', userMessage: 'No.' });

describe('P03 reports that fail', () => {
  test.each([
    new ConnectionError('away'),
    new TimeoutError('away'),
    new ServerError(saying(503)),
    new RateLimitError(saying(429)),
  ])('for a while are sent again with the same key and content, before what came meanwhile: %s', async (error) => {
    const { log, problems, report } = started();
    log.next = error;
    report(2);
    await vi.advanceTimersByTimeAsync(5_000);
    // More than enough of them: none of them is a reason to ask a server again that is away.
    report(600);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(log.sizes).toEqual([2]);
    await vi.advanceTimersByTimeAsync(1);
    log.next = { logged: 2, unknownTenants: [] };
    await vi.advanceTimersByTimeAsync(5_000);
    expect([log.sizes, problems]).toEqual([[2, 2, 2, 600], []]);
    const [first, second, third, fourth] = log.calls;
    expect([second, third]).toEqual([first, first]);
    expect(fourth?.key).not.toBe(first?.key);
  });

  test.each([
    new PlatformError(saying(400)),
    new PlatformError(saying(408)),
    new PlatformError(saying(409)),
    new ConfigurationError('No.'),
  ])('for good are dropped and told, and those after them sent: %s', async (error) => {
    const { log, problems, report } = started();
    log.next = error;
    report(2);
    await vi.advanceTimersByTimeAsync(5_000);
    log.next = {};
    report(1);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([log.sizes, problems]).toEqual([[2, 1], [`2 decisions were not reported: ${String(error)}`]]);
    expect(log.calls[1]?.key).not.toBe(log.calls[0]?.key);
  });

  test.each([401, 403, 404])('with %i are the last, which is told once', async (status) => {
    const { log, problems, report, reporter } = started();
    log.next = new AuthorizationError(saying(status));
    report(1_500);
    await vi.advanceTimersByTimeAsync(0);
    log.next = {};
    report(500);
    await vi.advanceTimersByTimeAsync(60_000);
    await reporter.flush();
    await reporter.close();
    expect([log.sizes, vi.getTimerCount()]).toEqual([[1_000], 0]);
    expect(problems).toEqual([`decisions are not reported any more: AuthorizationError: ${status} a/b: No.`]);
  });

  test('keep 10,000 at most, and how many went beyond is told with the next call', async () => {
    const { log, problems, report } = started();
    log.next = new ConnectionError('away');
    report(500);
    await vi.advanceTimersByTimeAsync(0);
    report(9_503);
    expect(problems).toEqual([]);
    log.next = {};
    await vi.advanceTimersByTimeAsync(5_000);
    expect(problems).toEqual(['3 decisions were not reported: 10000 were waiting']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(log.sizes).toEqual([500, 500, ...Array.from({ length: 9 }, () => 1_000), 500]);
    report(1);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([log.sizes.at(-1), problems.length]).toEqual([1, 1]);
  });

  test('of tenants that there are not are told in one sentence, ten of them by name', async () => {
    const { log, problems, report } = started({ interval: 100 });
    log.next = { logged: 0, unknownTenants: ['acme'] };
    report(2);
    await vi.advanceTimersByTimeAsync(100);
    log.next = { logged: 0, unknownTenants: Array.from({ length: 13 }, (_, place) => `t${place}`) };
    report(1);
    await vi.advanceTimersByTimeAsync(100);
    log.next = undefined;
    report(1);
    await vi.advanceTimersByTimeAsync(100);
    const sentence = 'decisions were not logged, since there are no such tenants: ';
    expect(problems).toEqual([`${sentence}acme`, `${sentence}t0, t1, t2, t3, t4, t5, t6, t7, t8, t9 and 3 more`]);
  });

  test('carry the same key in each attempt of a call, and in those that come later', async () => {
    const sent: (readonly unknown[])[] = [];
    const fetch: typeof globalThis.fetch = async (_, { body, headers } = {}) => {
      const all = new Headers(headers);
      sent.push([all.get('idempotency-key'), all.get('x-tenant-id'), body]);
      return new Response(null, { status: 503 });
    };
    const options = { baseUrl: 'http://127.0.0.1:9', secretKey: 'sk_test_1', tenant: 'globex', maxRetries: 1 };
    const reporter = new DecisionReporter({ client: new Dream({ ...options, fetch }) });
    reporter.report(decision(1));
    await vi.advanceTimersByTimeAsync(11_000);
    expect(sent).toHaveLength(4);
    expect(new Set(sent.map((one) => JSON.stringify(one))).size).toBe(1);
    // That of the client would be another than that of the decision.
    expect(sent[0]?.[1]).toBeNull();
    const closed = reporter.close();
    await vi.advanceTimersByTimeAsync(5_000);
    await closed;
  });
});
