// Which answers that a permission client gives are reported, and of whom they are said to be.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PermissionClient, type PermissionClientOptions } from '../../../../sdks/typescript/src/permissions/index.ts';
import { editorMay, ScriptedSource } from './scripted-source.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'], now: 1_800_000_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

async function ready(options: Omit<PermissionClientOptions, 'client'> = {}) {
  const source = new ScriptedSource(editorMay(7, 'invoice:read'));
  const permissions = new PermissionClient({ client: source, stream: false, ...options });
  await permissions.ready();
  /** What is reported of whom by now: `acme ada read invoice/42 true`. */
  const told = async () => {
    await permissions.flush();
    return source.log.calls.flatMap(({ decisions }) =>
      decisions.map(({ action, allowed, resource: { id, type }, subject, tenant }) =>
        [tenant ?? '-', subject.id, action, id === undefined ? type : `${type}/${id}`, allowed].join(' '),
      ),
    );
  };
  return { permissions, source, told };
}

const ada = { roleSlugs: ['editor'], sub: 'ada', tenantId: 'acme' };

describe('P03 answers of a permission client are reported', () => {
  test('both ways, of whom the claims name, in their tenant, by the policy that decided', async () => {
    const { permissions, source, told } = await ready();
    expect(permissions.can(ada, 'invoice:read', { id: '42', properties: { amount: 5 } })).toBe('yes');
    expect(permissions.can(ada, 'invoice:update')).toBe('no');
    expect(permissions.can({ ...ada, tenantId: null }, 'invoice:read')).toBe('yes');
    expect(await told()).toEqual([
      'acme ada read invoice/42 true',
      'acme ada update invoice false',
      '- ada read invoice true',
    ]);
    expect(source.log.calls[0]?.decisions[0]).toEqual({
      decidedAt: '2027-01-15T08:00:00.000Z',
      tenant: 'acme',
      subject: { id: 'ada' },
      action: 'read',
      resource: { type: 'invoice', id: '42' },
      allowed: true,
      policyRevision: 7,
    });
  });

  test('of the subject and the tenant of a question, before those of the claims', async () => {
    const { permissions, source, told } = await ready();
    const question = { who: ada, permission: 'invoice:read' };
    await permissions.check(question);
    const subject = { id: 'svc_1', type: 'service-account', properties: { secret: 1 } } as const;
    await permissions.check({ ...question, subject });
    await permissions.check({ ...question, tenant: 'globex' });
    await permissions.check({ ...question, who: ['editor'], subject: { id: 'bob' }, tenant: 'globex' });
    await permissions.check({ ...question, who: ['editor'], subject: { id: 'bob' } });
    expect(await told()).toEqual([
      'acme ada read invoice true',
      'acme svc_1 read invoice true',
      'globex ada read invoice true',
      'globex bob read invoice true',
      '- bob read invoice true',
    ]);
    expect(source.log.calls[0]?.decisions[1]?.subject).toEqual({ id: 'svc_1', type: 'service-account' });
    expect(source.asked).toEqual(['policy anew']);
  });

  test('unless nobody knows whom they are about, or the server gave them', async () => {
    const { permissions, source, told } = await ready();
    permissions.can(['editor'], 'invoice:read');
    permissions.can({ roleSlugs: ['editor'] }, 'invoice:read');
    permissions.can({ ...ada, sub: '' }, 'invoice:read');
    permissions.can({ ...ada, accessUntil: 1 }, 'invoice:read');
    await permissions.check({ who: ['editor'], permission: 'invoice:read', tenant: 'acme' });
    await permissions.check({ who: ada, permission: 'invoice:update', resource: { id: '42' } });
    expect(await told()).toEqual([]);
    expect(source.asked).toHaveLength(2);
  });

  test('whatever claims hold and throw, which changes no answer', async () => {
    const { permissions, told } = await ready();
    const can = (who: object, permission: unknown = 'invoice:read'): unknown =>
      Reflect.apply(permissions.can, permissions, [who, permission]);
    const thrower = (name: string): object =>
      Object.defineProperty({ ...ada }, name, {
        get: (): never => {
          throw new Error('not to be read');
        },
      });
    for (const name of ['sub', 'tenantId']) expect(can(thrower(name))).toBe('yes');
    for (const sub of [null, 7, {}, 'a'.repeat(256), '\0']) expect(can({ ...ada, sub })).toBe('yes');
    for (const tenantId of [7, '', 'no tenant']) expect(can({ ...ada, tenantId })).toBe('yes');
    for (const permission of ['invoice', '*', 7, null]) expect(can(ada, permission)).toBe('no');
    expect(await told()).toEqual([]);
  });

  test('after the interval, on their own', async () => {
    const { permissions, source } = await ready({ reportInterval: 2_000 });
    permissions.can(ada, 'invoice:read');
    await vi.advanceTimersByTimeAsync(1_999);
    expect(source.log.sizes).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(source.log.sizes).toEqual([1]);
    await permissions.close();
  });

  test('once more when it is closed, and not by one that reports nothing', async () => {
    const open = await ready();
    open.permissions.can(ada, 'invoice:read');
    const closed = open.permissions.close();
    expect(open.permissions.can(ada, 'invoice:read')).toBe('ask');
    await closed;
    expect([open.source.log.sizes, vi.getTimerCount()]).toEqual([[1], 0]);

    const silent = await ready({ report: false });
    expect(silent.permissions.can(ada, 'invoice:read')).toBe('yes');
    await silent.permissions.flush();
    await silent.permissions.close();
    expect(silent.source.log.calls).toEqual([]);
  });

  test('and that one could not be is told, and changes no answer', async () => {
    const problems: string[] = [];
    const { permissions, source } = await ready({ onProblem: (problem) => problems.push(problem) });
    source.log.next = new Error('no error of ours');
    permissions.can(ada, 'invoice:read');
    await permissions.flush();
    expect(problems).toEqual(['1 decision was not reported: no error of ours']);
    expect(permissions.can(ada, 'invoice:read')).toBe('yes');
  });
});
