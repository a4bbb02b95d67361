import { ErrorCode, OpenFeature, type Provider, ProviderEvents } from '@openfeature/web-sdk';
import { expect, it, onTestFinished } from 'vitest';
import { DreamWebProvider, RemoteFlagClient } from '../../../../src/components/features/client/index.ts';
import { useDatabases } from '../../../support/databases.ts';
import { flag, flagServer } from '../delivery/support/flag-server.ts';
import { quick } from './support/client-of.ts';

const databases = useDatabases('embedded');

it('OpenFeature’s own client for browsers gets answers, those for another user, and hears of changes', async () => {
  const server = await flagServer(await databases.shared());
  const rules = [{ if: { 'user.role': 'admin', 'device.os': 'ios' }, serve: 'on' }];
  const apply = (isOn: boolean) => server.apply([flag('menu', isOn, { clientSide: true, rules })]);
  await apply(false);
  const { key: apiKey } = await server.key('publishable');
  const dream = new RemoteFlagClient({ apiKey, baseUrl: server.url, timing: quick });
  onTestFinished(() => OpenFeature.clearProviders());
  await OpenFeature.setContext('web', { targetingKey: 'ada', role: 'admin', device: { os: 'ios' } });
  const provider: Provider = new DreamWebProvider<ErrorCode>(dream);
  await OpenFeature.setProviderAndWait('web', provider);
  const client = OpenFeature.getClient('web');
  expect(client.getBooleanDetails('menu', false)).toMatchObject({
    value: true,
    variant: 'on',
    reason: 'TARGETING_MATCH',
  });
  expect(client.getStringDetails('menu', 'x')).toMatchObject({ value: 'x', errorCode: ErrorCode.TYPE_MISMATCH });
  expect(client.getNumberDetails('none', 1)).toMatchObject({ value: 1, errorCode: ErrorCode.FLAG_NOT_FOUND });
  expect(client.getObjectValue('none', { a: 1 })).toEqual({ a: 1 });
  await OpenFeature.setContext('web', { targetingKey: 'bob' });
  expect(client.getBooleanValue('menu', true)).toBe(false);
  const changed = new Promise((resolve) =>
    client.addHandler(ProviderEvents.ConfigurationChanged, (details) => resolve(details?.['flagsChanged'])),
  );
  await apply(true);
  expect(await changed).toEqual(['menu']);
  expect(client.getBooleanValue('menu', false)).toBe(true);
});

const answers = {
  version: 'one',
  flags: { menu: { value: true, variant: 'on', reason: 'STATIC' } },
} as const;

it('SD-05 OpenFeature’s client for browsers takes what is held offline, and nothing where there is none', async () => {
  onTestFinished(() => OpenFeature.clearProviders());
  const held = new RemoteFlagClient({ mode: 'offline', bootstrap: answers });
  await OpenFeature.setProviderAndWait('held', new DreamWebProvider<ErrorCode>(held));
  expect(OpenFeature.getClient('held').getBooleanValue('menu', false)).toBe(true);
  const empty = new DreamWebProvider<ErrorCode>(new RemoteFlagClient({ mode: 'offline' }));
  await expect(OpenFeature.setProviderAndWait('empty', empty)).rejects.toThrow('the server did not answer');
});

it('SD-05 a server that answers only later is ready then for OpenFeature, too', async () => {
  let isDown = true;
  const fetch = async (url: string): Promise<Response> =>
    isDown || url.endsWith('/stream') ? new Response('', { status: 503 }) : Response.json(answers);
  const options = { apiKey: 'pk_test_1', baseUrl: 'http://flags', timing: quick, platform: { fetch } };
  const dream = new RemoteFlagClient(options);
  const provider = new DreamWebProvider<ErrorCode>(dream);
  onTestFinished(() => provider.onClose());
  const isReady = new Promise((resolve) => provider.events.addHandler('PROVIDER_READY', () => resolve(true)));
  await expect(provider.initialize({ targetingKey: 'ada' })).rejects.toThrow('the server did not answer');
  isDown = false;
  expect(await isReady).toBe(true);
  expect(provider.resolveBooleanEvaluation('menu', false)).toMatchObject({ value: true });
});
