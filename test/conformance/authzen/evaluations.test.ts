import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/engine/json.ts';
import { isJsonObject } from '../../../src/engine/json.ts';
import { useDatabases } from '../../support/databases.ts';
import type { Received } from '../../support/test-server.ts';
import { decisionPoint } from './point.ts';
import { action, active, admin, alice, archived, bob, first, records, second } from './records.ts';

const databases = useDatabases('postgres');

function decisionsOf({ json }: Received): readonly (Json | undefined)[] {
  const { evaluations } = json;
  return Array.isArray(evaluations)
    ? evaluations.map((evaluation: Json) => (isJsonObject(evaluation) ? evaluation['decision'] : undefined))
    : [];
}

it('SD-09 AuthZEN: access evaluations answer one by one, in order, with defaults of the request', async () => {
  const { post } = await decisionPoint(await databases.shared(), records);
  const read = action('read');
  const write = action('write');
  const requests: readonly (readonly [JsonObject, readonly boolean[]])[] = [
    [{ subject: alice, action: read, evaluations: [{ resource: first }, { resource: second }] }, [true, true]],
    [{ subject: bob, resource: first, evaluations: [{ action: read }, { action: write }] }, [true, false]],
    [{ subject: alice, action: write, evaluations: [{ resource: active }, { resource: archived }] }, [true, false]],
    [{ action: write, resource: archived, evaluations: [{ subject: alice }, { subject: admin }] }, [false, true]],
    [
      {
        evaluations: [
          { subject: alice, action: read, resource: first },
          { subject: bob, action: write, resource: first },
        ],
      },
      [true, false],
    ],
    [
      {
        subject: alice,
        action: read,
        context: { time: '2025-06-27T18:03-07:00' },
        evaluations: [{ resource: first }, { resource: second, context: { source: 'batch-override' } }],
      },
      [true, true],
    ],
    // An evaluation's own resource replaces the default as a whole; only its type and id are filled in.
    [
      {
        subject: alice,
        action: write,
        resource: { type: 'record', properties: { status: 'archived' } },
        evaluations: [
          { resource: { id: 'record-1', properties: { status: 'active' } } },
          { resource: { id: 'record-1' } },
          { resource: archived },
          { resource: { type: 'record', id: 'record-2', properties: { status: 'archived' } }, subject: { id: 'bob' } },
        ],
      },
      [true, true, false, true],
    ],
    // What is wrong with one evaluation denies that one.
    [{ subject: alice, action: read, evaluations: [{ resource: first }, {}] }, [true, false]],
    [
      {
        subject: alice,
        action: read,
        resource: first,
        evaluations: [{ subject: 'alice' }, { action: { name: 1 } }, { resource: { ...first, properties: [] } }, {}],
      },
      [false, false, false, true],
    ],
  ];
  for (const [request, decisions] of requests) {
    const answer = await post('evaluations', request);
    expect({ request, status: answer.status, decisions: decisionsOf(answer) }).toStrictEqual({
      request,
      status: 200,
      decisions,
    });
    expect(Object.keys(answer.json)).toStrictEqual(['evaluations']);
  }
  const { json } = await post('evaluations', { subject: alice, action: read, evaluations: [{ resource: first }, {}] });
  expect(json).toStrictEqual({
    evaluations: [
      { decision: true },
      { decision: false, context: { error: { status: 400, message: 'resource is missing' } } },
    ],
  });
});

it('SD-09 AuthZEN: access evaluations without any listed are a single one', async () => {
  const { post } = await decisionPoint(await databases.shared(), records);
  const request = { subject: alice, action: action('read'), resource: first };
  expect(await post('evaluations', request)).toMatchObject({ status: 200, json: { decision: true } });
  expect((await post('evaluations', { ...request, evaluations: [] })).json).toStrictEqual({ decision: true });
  expect((await post('evaluations', { subject: alice, action: action('read') })).status).toBe(400);
  expect((await post('evaluations', { ...request, evaluations: [], subject: { id: 'alice' } })).status).toBe(400);
});

it('SD-09 AuthZEN: access evaluations stop where their semantics say', async () => {
  const { post } = await decisionPoint(await databases.shared(), records);
  const evaluations = [{ resource: active }, { resource: archived }, { resource: active }];
  const send = (semantic: Json | undefined, action_ = 'write') =>
    post('evaluations', {
      subject: alice,
      action: action(action_),
      evaluations,
      ...(semantic === undefined ? {} : { options: { evaluations_semantic: semantic, another_option: 'value' } }),
    });
  expect(decisionsOf(await send(undefined))).toStrictEqual([true, false, true]);
  expect(decisionsOf(await send('execute_all'))).toStrictEqual([true, false, true]);
  expect(decisionsOf(await send('deny_on_first_deny'))).toStrictEqual([true, false]);
  expect(decisionsOf(await send('permit_on_first_permit'))).toStrictEqual([true]);
  expect(decisionsOf(await send('permit_on_first_permit', 'fly'))).toStrictEqual([false, false, false]);
  expect(decisionsOf(await send('deny_on_first_deny', 'read'))).toStrictEqual([true, true, true]);
  expect((await send('whatever')).status).toBe(400);
  expect((await send(1)).status).toBe(400);
});

it('SD-09 AuthZEN: each of the evaluations may be about a tenant of its own', async () => {
  const { call, admin: local, post } = await decisionPoint(await databases.shared(), records);
  const request = {
    subject: alice,
    action: action('read'),
    resource: first,
    context: { tenant: 'acme' },
    evaluations: [{}, { context: { tenant: 'nowhere' } }, { context: { tenant: 'acme' } }],
  };
  const send = (body: JsonObject) => call('POST', '/access/v1/evaluations', { headers: local(), body });
  expect(decisionsOf(await send(request))).toStrictEqual([true, false, true]);
  const differing = await post('evaluations', request);
  expect(decisionsOf(differing)).toStrictEqual([true, false, true]);
  expect(differing.text).toContain('context.tenant names nowhere, and the request is about acme');
});

it('SD-09 AuthZEN: what is wrong with one of the evaluations denies that one alone, whatever it is', async () => {
  const { call, admin: local, post } = await decisionPoint(await databases.shared(), records);
  const sound = { subject: alice, action: action('read'), resource: first, context: { tenant: 'acme' } };
  const { context: _, ...homeless } = sound;
  const wrong: readonly (readonly [JsonObject, JsonObject])[] = [
    [homeless, { error: { status: 400, message: 'no tenant is named: send X-Tenant-ID, or context.tenant' } }],
    [{ ...sound, context: [] }, { error: { status: 400, message: 'context is not an object' } }],
    [
      { ...sound, context: { tenant: randomName() } },
      { error: { status: 400, message: 'context.tenant is no name of a tenant' } },
    ],
    [{ ...sound, context: { tenant: 5 } }, { error: { status: 400, message: 'context.tenant is not a string' } }],
    [{ ...sound, resource: [] }, { error: { status: 400, message: 'resource is not an object' } }],
  ];
  const send = (evaluations: readonly JsonObject[]) =>
    call('POST', '/access/v1/evaluations', { headers: local(), body: { evaluations: [...evaluations] } });
  const { status, json } = await send([sound, ...wrong.map(([evaluation]) => evaluation), sound]);
  expect({ status, json }).toStrictEqual({
    status: 200,
    json: {
      evaluations: [
        { decision: true },
        ...wrong.map(([, context]) => ({ decision: false, context })),
        { decision: true },
      ],
    },
  });
  expect(decisionsOf(await send([homeless]))).toStrictEqual([false]);
  const unheard = await post('evaluations', { evaluations: [{ ...sound, context: { tenant: 5 } }, homeless] });
  expect(decisionsOf(unheard)).toStrictEqual([false, true]);
});

it('SD-09 AuthZEN: a null among the evaluations is not the default', async () => {
  const { post } = await decisionPoint(await databases.shared(), records);
  const defaults = { subject: alice, action: action('read'), resource: first, context: { ip: '::1' } };
  const nulls: readonly (readonly [JsonObject, string])[] = [
    [{ subject: null }, 'subject is not an object'],
    [{ action: null }, 'action is not an object'],
    [{ resource: null }, 'resource is not an object'],
    [{ context: null }, 'context is not an object'],
    [{ subject: { type: 'user', id: null } }, 'subject.id is not a string'],
    [{ resource: { type: null, id: 'record-1' } }, 'resource.type is not a string'],
    [{ action: { name: null } }, 'action.name is not a string'],
  ];
  const { json } = await post('evaluations', { ...defaults, evaluations: [{}, ...nulls.map(([one]) => one)] });
  expect(json['evaluations']).toStrictEqual([
    { decision: true },
    ...nulls.map(([, message]) => ({ decision: false, context: { error: { status: 400, message } } })),
  ]);
});

it('P11 AuthZEN: evaluations that could not be made are in the decision log, if it can be read who wanted what', async () => {
  const { call, admin: local, post } = await decisionPoint(await databases.shared(), records);
  const request = { subject: alice, action: action('read'), resource: first };
  const evaluations = [
    { context: { tenant: 'globex' } },
    { resource: { ...first, properties: [] } },
    { resource: { type: 'record', id: 7 } },
    { subject: 'alice' },
    { action: { name: 1 } },
    {},
  ];
  const { text } = await post('evaluations', { ...request, evaluations });
  await call('POST', '/access/v1/evaluations', {
    headers: local(),
    body: { evaluations: [{ ...request, action: { ...request.action, properties: 1 }, context: { tenant: 'acme' } }] },
  });
  const { json } = await call('GET', '/v1/access/decisions', { headers: local() });
  const entry = (resource: JsonObject, reason = 'invalid-evaluation') => ({
    tenant: 'acme',
    subject: alice,
    action: 'read',
    resource,
    allowed: false,
    grant: null,
    refusal: { reason, missing: 'record:read', nearMisses: [] },
    policyRevision: 1,
  });
  expect(text).not.toContain('dec_');
  expect(json['data']).toMatchObject([
    entry(first),
    { allowed: true, resource: first },
    entry({ type: 'record', id: null }),
    entry(first),
    entry(first),
  ]);
});

it('SD-09 AuthZEN: a long name in the defaults is not said back whole for each of the evaluations', async () => {
  const { post } = await decisionPoint(await databases.shared(), records);
  const long = 'x'.repeat(10_000);
  const request = { subject: { type: long, id: long }, action: action('read'), resource: first };
  const evaluations = [
    {},
    { subject: alice, action: action(long) },
    { subject: alice, resource: { type: long, id: long } },
    { context: { tenant: long } },
  ];
  const answer = await post('evaluations', { ...request, evaluations });
  expect(decisionsOf(answer)).toStrictEqual([false, false, false, false]);
  expect(answer.text).toContain(`${'x'.repeat(254)}…`);
  expect(answer.text).not.toContain('x'.repeat(255));
});

/** Too long for any index, and not to be made shorter. */
function randomName(): string {
  return randomBytes(6_000).toString('hex');
}
