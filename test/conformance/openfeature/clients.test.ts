// Clients of OpenFeature's remote evaluation protocol, unmodified, against the server as it runs.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { OFREPProvider } from '@openfeature/ofrep-provider';
import { OpenFeature } from '@openfeature/server-sdk';
import { expect, it, onTestFinished } from 'vitest';
import { resource } from '../../support/control-plane.ts';
import { useDatabases } from '../../support/databases.ts';
import { flag, flagServer, gated } from '../../components/features/delivery/support/flag-server.ts';

const databases = useDatabases('postgres');

const others = [
  resource('Flag', 'limits', { variations: { small: { seats: 5 }, large: { seats: 50 } }, fallthrough: 'large' }),
  resource('Flag', 'greeting', { variations: { formal: 'Good day', plain: 'Hi' }, fallthrough: 'plain' }),
  resource('Flag', 'page-size', { variations: { few: 10, many: 100 }, fallthrough: 'many' }),
  resource('Flag', 'nothing-to-say', { state: 'off', variations: { a: 'a', b: 'b' }, fallthrough: 'a' }),
  resource('Flag', 'by-tenant', {
    variations: { on: true, off: false },
    fallthrough: { rollout: { on: 50, off: 50 }, by: 'tenant.key' },
  }),
];

it("SD-05 OpenFeature's server SDK with its OFREP provider gets every type, reason and error", async () => {
  const server = await flagServer(await databases.shared());
  const pilots = { rules: [{ name: 'pilots', if: { 'user.email': { endsWith: '@acme.com' } }, serve: 'on' }] };
  await server.apply([flag('checkout', false, pilots), ...gated('reports', 'reporting'), ...others]);
  const { key } = await server.key('secret');
  for (const headers of [{ Authorization: `Bearer ${key}` }, { 'X-API-Key': key }]) {
    await OpenFeature.setProviderAndWait(new OFREPProvider({ baseUrl: server.url, headers: Object.entries(headers) }));
    onTestFinished(() => OpenFeature.clearProviders());
    const client = OpenFeature.getClient();
    const ada = { targetingKey: 'ada', email: 'ada@acme.com', tenant: { key: 'acme', plan: 'free' } };
    expect(await client.getBooleanDetails('checkout', false, ada)).toMatchObject({
      value: true,
      variant: 'on',
      reason: 'TARGETING_MATCH',
      flagMetadata: { ruleName: 'pilots', ruleIndex: 0 },
    });
    expect(await client.getBooleanDetails('reports', true, ada)).toMatchObject({
      value: false,
      variant: 'off',
      reason: 'DISABLED',
      flagMetadata: { restriction: 'plan_restriction', requiredPlan: 'pro' },
    });
    expect(await client.getStringValue('greeting', '')).toBe('Hi');
    expect(await client.getNumberValue('page-size', 0)).toBe(100);
    expect(await client.getObjectValue('limits', {})).toEqual({ seats: 50 });
    expect(await client.getBooleanDetails('nowhere', true)).toMatchObject({
      value: true,
      reason: 'ERROR',
      errorCode: 'FLAG_NOT_FOUND',
    });
    expect(await client.getBooleanDetails('by-tenant', true, { targetingKey: 'ada' })).toMatchObject({
      value: true,
      reason: 'ERROR',
      errorCode: 'TARGETING_KEY_MISSING',
    });
    expect(await client.getStringDetails('nothing-to-say', 'default of the code')).toMatchObject({
      value: 'default of the code',
    });
  }
});

it("SD-05 OpenFeature's web SDK with its OFREP web provider follows the stream it is told of", async () => {
  const server = await flagServer(await databases.shared());
  await server.apply([flag('checkout', false), ...gated('reports', 'reporting'), ...others]);
  const { key } = await server.key('publishable');
  const child = spawn(
    process.execPath,
    [
      '--experimental-eventsource',
      '--no-warnings',
      join(import.meta.dirname, 'web-client.ts'),
      server.url,
      key,
      JSON.stringify({ targetingKey: 'ada', tenant: { key: 'acme', plan: 'pro' } }),
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void child.kill());
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const { value } = await lines.next();
    return JSON.parse(String(value));
  };
  expect(await next()).toMatchObject({
    event: 'ready',
    checkout: { value: false, variant: 'off', reason: 'STATIC' },
    // What a page claims about plans counts for nothing.
    reports: { value: false, reason: 'DISABLED', flagMetadata: { requiredPlan: 'pro' } },
    limits: { seats: 50 },
    off: { value: 'default of the code', reason: 'DISABLED' },
    missing: { value: true, errorCode: 'FLAG_NOT_FOUND' },
  });
  await server.apply([flag('checkout', true), ...gated('reports', 'reporting'), ...others]);
  expect(await next()).toMatchObject({ event: 'changed', checkout: { value: true, variant: 'on' } });
  child.stdin.end();
});

it('SD-05 the protocol is answered to the letter: entity tags of rules and context, errors in its own words', async () => {
  const server = await flagServer(await databases.shared());
  await server.apply([flag('checkout', false, { rules: [{ if: { 'user.key': 'ada' }, serve: 'on' }] }), ...others]);
  const { key } = await server.key('publishable');
  const headers = { 'x-api-key': key };
  const bulk = '/ofrep/v1/evaluate/flags';
  const first = await server.call('POST', bulk, headers, { context: { targetingKey: 'ada' } });
  expect(first).toMatchObject({
    status: 200,
    json: {
      eventStreams: [{ type: 'sse', endpoint: { requestUri: `/ofrep/v1/stream?pk=${key}` }, inactivityDelaySec: 120 }],
    },
  });
  expect((first.json['flags'] as object[]).find((one) => Reflect.get(one, 'key') === 'by-tenant')).toEqual({
    key: 'by-tenant',
    errorCode: 'TARGETING_KEY_MISSING',
  });
  const known = { ...headers, 'if-none-match': first.headers['etag'] ?? '' };
  const statusFor = async (context: { readonly targetingKey: string }, query = ''): Promise<number> =>
    (await server.call('POST', bulk + query, known, { context })).status;
  expect(await statusFor({ targetingKey: 'ada' })).toBe(304);
  expect(await statusFor({ targetingKey: 'ada' }, '?flagConfigEtag=%22x%22&flagConfigLastModified=1')).toBe(304);
  expect(await statusFor({ targetingKey: 'bob' })).toBe(200);
  await server.apply([flag('checkout', true), ...others]);
  expect(await statusFor({ targetingKey: 'ada' })).toBe(200);

  const single = '/ofrep/v1/evaluate/flags/checkout';
  expect(await server.call('POST', single, headers, {})).toMatchObject({
    status: 200,
    json: { key: 'checkout', value: true, variant: 'on', reason: 'STATIC' },
  });
  expect(await server.call('POST', '/ofrep/v1/evaluate/flags/nowhere', headers, {})).toMatchObject({
    status: 404,
    json: { key: 'nowhere', errorCode: 'FLAG_NOT_FOUND' },
  });
  expect(await server.call('POST', single, headers, { context: { targetingKey: { no: 'text' } } })).toMatchObject({
    status: 400,
    json: { key: 'checkout', errorCode: 'INVALID_CONTEXT' },
  });
  expect(await server.call('POST', single, headers, { context: 'ada' })).toMatchObject({
    status: 400,
    json: { errorCode: 'INVALID_CONTEXT' },
  });
  expect(await server.call('POST', single, {}, {})).toMatchObject({ status: 401, json: { errorCode: 'GENERAL' } });
  const [event] = await server.streamed(`/ofrep/v1/stream?pk=${key}`, {});
  expect(event).toMatchObject({
    event: 'message',
    data: { type: 'refetchEvaluation', etag: `"${event?.id ?? ''}"`, lastModified: expect.any(Number) },
  });
  expect(await server.streamed(`/ofrep/v1/stream?pk=${key}`, { 'last-event-id': event?.id ?? '' })).toEqual([]);
});
