import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ConfigurationError, ConnectionError, PlatformError } from '../../../../sdks/typescript/src/index.ts';
import {
  PermissionClient,
  type PermissionClientOptions,
  RolePolicy,
} from '../../../../sdks/typescript/src/permissions/index.ts';
import { editorMay, type ScriptedPolicy, ScriptedSource } from './scripted-source.ts';

const open: PermissionClient[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'], now: 1_800_000_000_000 });
});

afterEach(() => {
  for (const client of open.splice(0)) void client.close();
  vi.useRealTimers();
});

function started(policy: ScriptedPolicy | Error, options: Omit<PermissionClientOptions, 'client'> = {}) {
  const source = new ScriptedSource(policy);
  const problems: string[] = [];
  const onProblem = (problem: string): void => void problems.push(problem);
  const permissions = new PermissionClient({ client: source, onProblem, ...options });
  open.push(permissions);
  return { permissions, problems, source };
}

function refused(status: number): PlatformError {
  return new PlatformError({
    status,
    code: 'a/b',
    message: 'No.',
    userMessage: 'No.',
    param: undefined,
    requestId: undefined,
    details: undefined,
    retryAfter: undefined,
    headers: new Headers(),
    body: undefined,
  });
}

describe('P03 a permission client', () => {
  test('throws nothing, whatever claims and resources throw when they are read', async () => {
    const { permissions } = started(editorMay(1, 'invoice:read'), { stream: false });
    await permissions.ready();
    const thrower = (name: string): object =>
      Object.defineProperty({}, name, {
        get: (): never => {
          throw new Error('not to be read');
        },
      });
    const can = (...values: unknown[]): unknown => Reflect.apply(permissions.can, permissions, values);
    for (const name of ['roleSlugs', 'accessUntil', 'policyVersion'])
      expect(can(thrower(name), 'invoice:read')).toBe('ask');
    const answers = ['id', 'properties'].map((name) => [
      can(['editor'], 'invoice:update', thrower(name)),
      Reflect.apply(RolePolicy.prototype.can, permissions.policy, [['editor'], 'invoice:update', thrower(name)]),
    ]);
    expect(answers).toEqual([
      ['ask', 'ask'],
      ['no', 'no'],
    ]);
  });

  test('lets an onProblem that rejects end no process', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const told: string[] = [];
    const onProblem = async (problem: string): Promise<void> => {
      told.push(problem);
      await Promise.resolve();
      throw new Error('the log is away');
    };
    const { permissions } = started(new ConnectionError('away'), { stream: false, onProblem });
    await permissions.refresh();
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', unhandled);
    expect(told.length).toBeGreaterThan(0);
    expect(unhandled).not.toHaveBeenCalled();
  });

  test('answers from the policy, and asks the server where only it can know', async () => {
    const { permissions, source } = started(editorMay(1, 'invoice:read'), { stream: false });
    expect(permissions.can(['editor'], 'invoice:read')).toBe('ask');
    expect(await permissions.ready()).toBe(true);
    expect(permissions.policy?.revision).toBe(1);
    const who = ['editor'];
    expect(permissions.can(who, 'invoice:read')).toBe('yes');
    expect(permissions.can(who, 'invoice:update')).toBe('no');
    expect(permissions.can(who, 'invoice:update', { id: '42' })).toBe('ask');
    expect(await permissions.check({ who, permission: 'invoice:read' })).toBe(true);
    expect(await permissions.check({ who, permission: 'invoice:update' })).toBe(false);
    expect(source.asked).toEqual(['policy anew']);
    const resource = { id: '42', properties: { amount: 5 } };
    const question = { who, permission: 'invoice:update', resource, tenant: 'acme', context: { ip: '::1' } };
    expect(await permissions.check({ ...question, subject: { id: 'ada' } })).toBe(true);
    source.allowed = false;
    expect(await permissions.check({ ...question, subject: { id: 'ada' } })).toBe(false);
    const body = {
      action: 'update',
      resource: { type: 'invoice', ...resource },
      subject: { id: 'ada' },
      context: { ip: '::1' },
      tenant: 'acme',
    };
    expect(source.asked.slice(1).map((one) => JSON.parse(one.slice('check '.length)))).toEqual([body, body]);
    source.allowed = new ConnectionError('away');
    await expect(permissions.check(question)).rejects.toThrow('away');
  });

  test('asks again by the ETag, and takes over what was applied', async () => {
    const { permissions, source } = started(editorMay(1, 'invoice:read'), { stream: false, refreshInterval: 5_000 });
    await permissions.ready();
    await vi.advanceTimersByTimeAsync(5_000);
    source.policyNow = editorMay(2);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(source.asked).toEqual(['policy anew', 'policy "1"', 'policy "1"']);
    expect([permissions.policy?.revision, permissions.can(['editor'], 'invoice:read')]).toEqual([2, 'no']);
  });

  test('hears of what is applied, and misses none of two at once', async () => {
    const { permissions, source } = started(editorMay(1, 'invoice:read'));
    await permissions.ready();
    expect(source.asked).toContain('stream revision.applied');
    source.policyNow = editorMay(2);
    source.tell();
    await vi.advanceTimersByTimeAsync(0);
    expect(permissions.policy?.revision).toBe(2);
    source.asked.length = 0;
    await Promise.all([permissions.refresh(), permissions.refresh(), permissions.refresh()]);
    expect(source.asked).toEqual(['policy "2"', 'policy "2"']);
  });

  test.each([
    [401, 1],
    [403, 1],
    [404, 1],
    [500, 2],
  ])('goes on without a stream that is refused with %i, and opens others again', async (status, streams) => {
    const { permissions, problems, source } = started(editorMay(1), { refreshInterval: 5_000 });
    await permissions.ready();
    source.failStreams(refused(status));
    await vi.advanceTimersByTimeAsync(6_000);
    expect(source.asked.filter((one) => one.startsWith('stream'))).toHaveLength(streams);
    expect(source.asked.filter((one) => one.startsWith('policy')).length).toBe(2);
    expect(problems).toEqual([`PlatformError: ${status} a/b: No.`]);
  });

  test('leaves it to the server once the policy was not confirmed for too long', async () => {
    const { permissions, problems, source } = started(editorMay(1, 'invoice:read'), { stream: false, maxAge: 60_000 });
    await permissions.ready();
    source.policyNow = new ConnectionError('away');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([permissions.can(['editor'], 'invoice:read'), problems]).toEqual([
      'yes',
      ['ConnectionError: away', 'ConnectionError: away'],
    ]);
    await vi.advanceTimersByTimeAsync(1);
    expect(permissions.can(['editor'], 'invoice:read')).toBe('ask');
    source.policyNow = editorMay(1, 'invoice:read');
    await permissions.refresh();
    expect(permissions.can(['editor'], 'invoice:read')).toBe('yes');
  });

  test('keeps its policy where an answer is none', async () => {
    const { permissions, problems, source } = started(editorMay(1, 'invoice:read'), { stream: false });
    await permissions.ready();
    source.policyNow = { etag: '"2"', payload: { error: 'a page of something in between' } };
    await permissions.refresh();
    expect([permissions.policy?.revision, problems]).toEqual([1, ['This is no policy: it has no revision']]);
    source.policyNow = editorMay(3);
    await permissions.refresh();
    expect([permissions.policy?.revision, source.asked.at(-1)]).toEqual([3, 'policy "1"']);
  });

  test('is not ready without a policy, and asks nothing more once it is closed', async () => {
    const { permissions, source } = started(new ConnectionError('away'));
    const ready = permissions.ready({ timeoutMs: 50 });
    await vi.advanceTimersByTimeAsync(50);
    expect(await ready).toBe(false);
    const waiting = permissions.ready();
    const closed = permissions.close();
    expect(await waiting).toBe(false);
    await closed;
    source.asked.length = 0;
    await vi.advanceTimersByTimeAsync(600_000);
    await permissions.refresh();
    expect([source.asked, permissions.can(['editor'], 'invoice:read')]).toEqual([[], 'ask']);
  });

  test.each([{ refreshInterval: 0 }, { refreshInterval: Number.NaN }, { maxAge: -1 }, { reportInterval: 0 }])(
    'refuses %j',
    (options) => {
      expect(() => started(editorMay(1), options)).toThrow(ConfigurationError);
    },
  );
});

describe('P03 claims of a token', () => {
  test('count while the policy is no older than they are, and they are not over', async () => {
    const { permissions, source } = started(editorMay(7, 'invoice:read'), { stream: false });
    await permissions.ready();
    const can = (claims: object): string => permissions.can({ roleSlugs: ['editor'], ...claims }, 'invoice:read');
    const now = Date.now() / 1000;
    expect([can({}), can({ policyVersion: '7.3' }), can({ policyVersion: '6.9' })]).toEqual(['yes', 'yes', 'yes']);
    expect([can({ accessUntil: now + 60 }), can({ accessUntil: now }), can({ accessUntil: 'x' })]).toEqual([
      'yes',
      'ask',
      'ask',
    ]);
    expect([can({ roleSlugs: 'editor' }), can({ roleSlugs: undefined })]).toEqual(['ask', 'ask']);
    expect(permissions.can(JSON.parse('null'), 'invoice:read')).toBe('ask');
    expect(source.asked).toEqual(['policy anew']);
    source.policyNow = editorMay(8, 'invoice:read');
    expect(can({ policyVersion: '8.1' })).toBe('ask');
    await vi.advanceTimersByTimeAsync(0);
    expect([can({ policyVersion: '8.1' }), source.asked.length]).toEqual(['yes', 2]);
  });

  test('of a revision or an end that is no number are left to the server', async () => {
    const { permissions } = started(editorMay(7, 'invoice:read'), { stream: false });
    await permissions.ready();
    const can = (claims: object): string => permissions.can({ roleSlugs: ['editor'], ...claims }, 'invoice:read');
    for (const policyVersion of ['', ' ', '.5', '1e0', '0x1', '-5', '+1', '1 ', '１', null, true, '0'.repeat(16)])
      expect([policyVersion, can({ policyVersion })]).toEqual([policyVersion, 'ask']);
    for (const accessUntil of [null, true, '99999999999', [9e12], Number.NaN])
      expect([accessUntil, can({ accessUntil })]).toEqual([accessUntil, 'ask']);
    for (const policyVersion of ['7', '0.1', '000000000000007.9'])
      expect([policyVersion, can({ policyVersion })]).toEqual([policyVersion, 'yes']);
  });

  test('that no policy will ever be as new as ask for one no more often than once in a second', async () => {
    const { permissions, source } = started(editorMay(7), { stream: false });
    await permissions.ready();
    const claims = { roleSlugs: ['editor'], policyVersion: 'nonsense' };
    for (let tenth = 0; tenth < 21; tenth += 1) {
      expect(permissions.can(claims, 'invoice:read')).toBe('ask');
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(source.asked).toHaveLength(1 + 3);
  });
});
