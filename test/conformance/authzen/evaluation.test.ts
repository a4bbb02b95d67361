import { expect, it } from 'vitest';
import type { JsonObject } from '../../../src/engine/json.ts';
import { anyDatabase } from '../../support/databases.ts';
import { decisionPoint } from './point.ts';
import { action, active, admin, alice, archived, bob, first, records, second } from './records.ts';

anyDatabase((databases) => {
  it('SD-09 AuthZEN: an access evaluation gives the decisions of the certification', async () => {
    const { post } = await decisionPoint(await databases.shared(), records);
    const context = { time: '2025-06-27T18:03-07:00', ip: '192.168.1.1' };
    const requests: readonly (readonly [JsonObject, boolean])[] = [
      [{ subject: alice, action: action('read'), resource: first }, true],
      [{ subject: alice, action: action('write'), resource: first }, true],
      [{ subject: bob, action: action('read'), resource: first }, true],
      [{ subject: bob, action: action('write'), resource: first }, false],
      [{ subject: alice, action: action('read'), resource: first, context }, true],
      [{ subject: alice, action: action('write'), resource: archived }, false],
      [{ subject: admin, action: action('write'), resource: archived }, true],
      [{ subject: alice, action: action('delete', { soft: true }), resource: first }, true],
      [{ subject: alice, action: action('delete', { soft: false }), resource: first }, false],
      [
        {
          subject: { ...alice, properties: { department: 'Sales', role: 'manager' } },
          action: action('read', { method: 'GET' }),
          resource: { ...first, properties: { status: 'active', owner: 'bob' } },
        },
        true,
      ],
      [{ subject: alice, action: action('read'), resource: first, foo: 'bar', futureField: { nested: true } }, true],
      [{ subject: { ...alice, unknown: 1 }, action: { ...action('read'), unknown: [] }, resource: first }, true],
      [{ subject: { type: 'spaceship', id: 'alice' }, action: action('read'), resource: first }, false],
      [{ subject: { type: 'user', id: 'nobody' }, action: action('read'), resource: first }, false],
      [{ subject: alice, action: action('fly'), resource: first }, false],
      [{ subject: alice, action: action('read'), resource: { type: 'ship', id: '' } }, false],
    ];
    for (const [request, decision] of requests) {
      const { status, headers, json } = await post('evaluation', request);
      expect({ request, status, type: headers['content-type'], decision: json['decision'] }).toStrictEqual({
        request,
        status: 200,
        type: 'application/json; charset=utf-8',
        decision,
      });
      // A permit is bare; a denial says why.
      expect(Object.keys(json)).toStrictEqual(decision ? ['decision'] : ['decision', 'context']);
    }
    for (let again = 0; again < 3; again += 1) {
      expect((await post('evaluation', requests[0]?.[0] ?? {})).json).toStrictEqual({ decision: true });
    }
  });

  it('P11 AuthZEN: a denial says why to administrators and to users, and every evaluation is in the log', async () => {
    const { post, call, admin: local } = await decisionPoint(await databases.shared(), records);
    const denied = await post('evaluation', { subject: bob, action: action('write'), resource: first });
    expect(denied.json).toStrictEqual({
      decision: false,
      context: {
        id: expect.stringMatching(/^dec_/),
        policy_revision: 1,
        reason_admin: {
          '403':
            'not-covered: the condition has(resource.status) && resource.status == "archived" && user.role == "admin" is false.',
        },
        reason_user: { '403': 'You do not have access to this.' },
      },
    });
    await post('evaluations', {
      subject: alice,
      options: { evaluations_semantic: 'permit_on_first_permit' },
      evaluations: [
        { action: action('delete'), resource: second },
        { action: action('read'), resource: second },
        { action: action('write'), resource: second },
      ],
    });
    const { json } = await call('GET', '/v1/access/decisions', { headers: local() });
    expect(json).toMatchObject({
      data: [
        { subject: alice, action: 'read', allowed: true, resource: second },
        { subject: alice, action: 'delete', allowed: false },
        { subject: bob, action: 'write', allowed: false, tenant: 'acme' },
      ],
    });
  });

  it('SD-09 AuthZEN: of many near misses a refusal says a few, each in short', async () => {
    const condition = (index: number) => `resource.status == "${'x'.repeat(300)}${index}"`;
    const roles = Array.from({ length: 12 }, (_, index) => `role-${String.fromCodePoint(97 + index)}`);
    const { post } = await decisionPoint(await databases.shared(), {
      policy: {
        'ResourceType/record': { actions: ['read'], attributes: { status: 'string' } },
        ...Object.fromEntries(
          roles.map((role, index) => [
            `Role/${role}`,
            { permissions: ['record:read'], conditions: { 'record:read': condition(index) } },
          ]),
        ),
      },
      members: { alice: { roles } },
    });
    const { text } = await post('evaluation', { subject: alice, action: action('read'), resource: active });
    expect(text.match(/the condition/g)).toHaveLength(3);
    expect(text).toContain('…; and 9 more.');
    expect(text.length).toBeLessThan(1_200);
  });

  it('SD-09 AuthZEN: the tenant is named by the header, or by context.tenant, or by both when they agree', async () => {
    const { call, admin: local, post } = await decisionPoint(await databases.shared(), records);
    const request = { subject: alice, action: action('read'), resource: active };
    const send = (body: JsonObject) => call('POST', '/access/v1/evaluation', { headers: local(), body });
    expect((await send({ ...request, context: { tenant: 'acme' } })).json).toStrictEqual({ decision: true });
    expect((await post('evaluation', { ...request, context: { tenant: 'acme' } })).json).toStrictEqual({
      decision: true,
    });
    expect((await send({ ...request, context: { tenant: 'nowhere' } })).json).toMatchObject({
      decision: false,
      context: { reason_admin: { '403': 'no-grant: user alice is nobody in this tenant.' } },
    });
    expect(await post('evaluation', { ...request, context: { tenant: 'globex' } })).toMatchObject({
      status: 400,
      code: 'access/tenant-mismatch',
    });
    for (const tenant of [5, null, ['acme'], { id: 'acme' }]) {
      const wrong = { ...request, context: { tenant } };
      for (const ask of [send, async (body: JsonObject) => post('evaluation', body)]) {
        expect(await ask(wrong)).toMatchObject({ status: 400, code: 'authzen/invalid-evaluation' });
      }
      for (const search of ['subject', 'resource', 'action']) {
        expect(await post(`search/${search}`, wrong)).toMatchObject({
          status: 400,
          code: 'authzen/invalid-evaluation',
        });
      }
    }
  });

  it('P08 AuthZEN: a product with a single tenant need not name it, and one that is not there denies', async () => {
    const { call, admin: local, seed, post } = await decisionPoint(await databases.shared(), records);
    const body = { subject: alice, action: action('read'), resource: first };
    const plain = () => call('POST', '/access/v1/evaluation', { headers: local(), body });
    expect(await plain()).toMatchObject({ status: 400, code: 'access/tenant-missing' });
    expect((await post('evaluation', body, { 'x-tenant-id': 'nowhere' })).json).toMatchObject({ decision: false });
    expect(
      (await post('search/action', { subject: alice, resource: first }, { 'x-tenant-id': 'nowhere' })).json,
    ).toStrictEqual({ results: [] });
    await seed.resources({ 'Tenancy/default': { mode: 'single', tenant: 'acme' } });
    expect((await plain()).json).toStrictEqual({ decision: true });
    const check = { subject: { id: 'alice' }, action: 'read', resource: { type: 'record' } };
    expect((await call('POST', '/v1/access/check', { headers: local(), body: check })).json).toMatchObject({
      allowed: true,
    });
  });
});
