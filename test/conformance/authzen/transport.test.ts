import { request as httpRequest } from 'node:http';
import { expect, it } from 'vitest';
import type { JsonObject } from '../../../src/engine/json.ts';
import { useDatabases } from '../../support/databases.ts';
import { decisionPoint } from './point.ts';
import { action, alice, first, records } from './records.ts';

const databases = useDatabases('embedded');
const evaluation = { subject: alice, action: action('read'), resource: first };
const search = { subject: { type: 'user' }, action: action('read'), resource: first };

it('SD-09 AuthZEN: what is missing or of another type is a bad request, and nothing is converted', async () => {
  const { post } = await decisionPoint(await databases.shared(), records);
  const without = (name: string, from: JsonObject = evaluation): JsonObject =>
    Object.fromEntries(Object.entries(from).filter(([field]) => field !== name));
  const mistakes: readonly (readonly [string, JsonObject])[] = [
    ...['subject', 'action', 'resource'].flatMap((name): readonly (readonly [string, JsonObject])[] => [
      ['evaluation', without(name)],
      ['evaluations', without(name)],
      ['search/subject', without(name, search)],
      ['search/resource', without(name)],
      ...[null, 'alice', 7, true, []].map((value) => ['evaluation', { ...evaluation, [name]: value }] as const),
    ]),
    ...['subject', 'resource'].map((name) => ['search/action', without(name)] as const),
    ['evaluation', { ...evaluation, subject: { id: 'alice' } }],
    ['evaluation', { ...evaluation, subject: { type: 'user' } }],
    ['evaluation', { ...evaluation, subject: { type: 'user', id: 7 } }],
    ['evaluation', { ...evaluation, subject: { ...alice, properties: 'none' } }],
    ['evaluation', { ...evaluation, action: {} }],
    ['evaluation', { ...evaluation, action: { name: 123 } }],
    ['evaluation', { ...evaluation, resource: { id: 'record-1' } }],
    ['evaluation', { ...evaluation, resource: { type: 'record' } }],
    ['evaluation', { ...evaluation, resource: { type: 'record', id: true } }],
    ['evaluation', { ...evaluation, context: 'now' }],
    ['evaluations', { ...evaluation, evaluations: {} }],
    ['evaluations', { ...evaluation, evaluations: ['alice'] }],
    ['evaluations', { ...evaluation, evaluations: Array.from({ length: 1001 }, () => ({})) }],
    ['evaluations', { ...evaluation, options: [] }],
    ['search/subject', { ...search, subject: {} }],
    ['search/subject', { ...search, resource: { type: 'record' } }],
    ['search/resource', { ...evaluation, subject: { type: 'user' } }],
    ['search/resource', { ...evaluation, resource: {} }],
    ['search/action', { ...evaluation, resource: { type: 'record' } }],
  ];
  for (const [path, body] of mistakes) {
    const answer = await post(path, body);
    expect({ path, body, status: answer.status }).toStrictEqual({ path, body, status: 400 });
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.text).toMatch(/^[A-Z/`]/);
  }
});

it('SD-09 AuthZEN: over HTTP, with every header and body that a client may come up with', async () => {
  const { server, credentials, admin } = await decisionPoint(await databases.shared(), records);
  const url = new URL('/access/v1/evaluation', await server.listen({ host: '127.0.0.1', port: 0 }));
  const json = { 'content-type': 'application/json' };
  const send = (headers: Readonly<Record<string, string>>, body: string | undefined, method = 'POST') =>
    new Promise<{ readonly status: number | undefined; readonly id: unknown; readonly text: string }>(
      (resolve, reject) => {
        const sending = httpRequest(url, { method, headers }, (response) => {
          let text = '';
          response.setEncoding('latin1').on('data', (part: string) => (text += part));
          response.on('end', () =>
            resolve({ status: response.statusCode, id: response.headers['x-request-id'], text }),
          );
        });
        // As bytes: Node would write a text and the headers before it in UTF-8.
        sending.on('error', reject).end(body === undefined ? undefined : Buffer.from(body));
      },
    );
  const body = JSON.stringify(evaluation);
  const id = { 'x-request-id': 'bfe9eb29-ab87-4ca3-be83-a1d5d8305716' };

  expect(await send({ ...credentials, ...json, ...id }, body)).toStrictEqual({
    status: 200,
    id: id['x-request-id'],
    text: '{"decision":true}',
  });
  expect(await send({ ...credentials, 'content-type': 'application/json; charset=UTF-8' }, body)).toMatchObject({
    status: 200,
    id: expect.stringMatching(/^req_/),
  });
  for (const any of ['any thing at all', '{"a": [1]}', 'ü', '~'.repeat(2000)]) {
    const raw = { 'x-request-id': Buffer.from(any).toString('latin1') };
    expect(await send({ ...credentials, ...json, ...raw }, body)).toMatchObject({
      status: 200,
      id: raw['x-request-id'],
    });
    expect(await send({ ...credentials, ...json, ...raw }, '{')).toMatchObject({
      status: 400,
      id: raw['x-request-id'],
    });
  }

  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'application/json5', '']) {
    expect((await send({ ...credentials, 'content-type': type }, body)).status).toBe(400);
  }
  expect((await send(credentials, body)).status).toBe(400);
  for (const broken of ['', ' ', '{', 'alice', '[]', 'null', '"text"', '{"subject":}', '\u0000', `${body},`]) {
    expect({ broken, status: (await send({ ...credentials, ...json }, broken)).status }).toStrictEqual({
      broken,
      status: 400,
    });
  }
  expect((await send({ ...credentials, ...json }, undefined)).status).toBe(400);
  expect((await send({ ...credentials, ...json }, undefined, 'GET')).status).toBe(405);

  const stranger = await send({ ...json, ...id }, body);
  expect(stranger).toMatchObject({ status: 401, id: id['x-request-id'] });
  expect(stranger.text).toBe(
    'The request carries no key: send Authorization: Bearer sk_…'.replace('…', '\u00e2\u0080\u00a6'),
  );
  expect((await send({ ...json, authorization: 'Bearer mF_9.B5f-4.1JqM' }, body)).status).toBe(401);
  expect(await send({ ...admin(), ...json }, body)).toMatchObject({ status: 400 });
});

it('SD-09 AuthZEN: a key without the scope is forbidden', async () => {
  const { call, key } = await decisionPoint(await databases.shared(), records);
  const { headers } = await key({ scopes: ['keys:read'] });
  for (const path of ['evaluation', 'evaluations', 'search/subject', 'search/resource', 'search/action']) {
    const answer = await call('POST', `/access/v1/${path}`, { headers, body: evaluation });
    expect(answer).toMatchObject({ status: 403, code: 'auth/scope-missing' });
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
  }
  const unauthorized = await call('POST', '/access/v1/evaluation', { body: evaluation });
  expect(unauthorized).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer' } });
});

it('SD-09 AuthZEN: the discovery document says where everything is', async () => {
  const { call } = await decisionPoint(await databases.shared(), records);
  const { status, headers, json } = await call('GET', '/.well-known/authzen-configuration', {
    headers: { host: 'pdp.example.com' },
  });
  expect({ status, type: headers['content-type'], json }).toStrictEqual({
    status: 200,
    type: 'application/json; charset=utf-8',
    json: {
      policy_decision_point: 'https://pdp.example.com',
      access_evaluation_endpoint: 'https://pdp.example.com/access/v1/evaluation',
      access_evaluations_endpoint: 'https://pdp.example.com/access/v1/evaluations',
      search_subject_endpoint: 'https://pdp.example.com/access/v1/search/subject',
      search_resource_endpoint: 'https://pdp.example.com/access/v1/search/resource',
      search_action_endpoint: 'https://pdp.example.com/access/v1/search/action',
    },
  });
  const endpoints = Object.entries(json).filter(([name]) => name.endsWith('_endpoint'));
  for (const [, endpoint] of endpoints) {
    const { pathname } = new URL(String(typeof endpoint === 'string' ? endpoint : ''));
    expect((await call('POST', pathname, { body: {} })).status).toBe(401);
  }
});
