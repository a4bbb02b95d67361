import { ErrorCode, OpenFeature, type Provider, ProviderEvents, ServerProviderStatus } from '@openfeature/server-sdk';
import { expect, it, onTestFinished } from 'vitest';
import { DreamProvider, type FlagClient, TestFlagData } from '../../../../src/components/features/client/index.ts';
import { useDatabases } from '../../../support/databases.ts';
import { flag, flagServer } from '../delivery/support/flag-server.ts';
import { clientOf, until } from './support/client-of.ts';
import { faultyProxy } from './support/faulty-proxy.ts';

const databases = useDatabases('embedded');

async function connected(client: FlagClient) {
  // That this compiles says that the shape is OpenFeature's.
  const provider: Provider = new DreamProvider<ErrorCode>(client);
  await OpenFeature.setProviderAndWait('test', provider);
  onTestFinished(() => OpenFeature.clearProviders());
  return OpenFeature.getClient('test');
}

it('OpenFeature’s own client gets values, reasons, codes and metadata', async () => {
  const data = TestFlagData.create();
  data
    .flag('checkout')
    .rule({ 'user.role': 'admin', 'tenant.plan': ['pro'] }, 'on', 'admins')
    .fallthrough('off');
  data.flag('theme').variations({ dark: 'dark', light: 'light' }).offVariation('light').off();
  data.flag('limit').value(7);
  data.flag('look').value({ colour: 'red' });
  data.flag('split').rollout({ on: 50, off: 50 });
  const client = await connected(data.client());
  const context = { targetingKey: 'ada', role: 'admin', tenant: { key: 'acme', plan: 'pro' } };
  expect(await client.getBooleanDetails('checkout', false, context)).toEqual({
    flagKey: 'checkout',
    value: true,
    variant: 'on',
    reason: 'TARGETING_MATCH',
    flagMetadata: { ruleIndex: 0, ruleName: 'admins' },
  });
  expect(await client.getBooleanValue('checkout', true, { targetingKey: 'bob' })).toBe(false);
  expect(await client.getStringDetails('theme', 'blue')).toMatchObject({ value: 'light', reason: 'DISABLED' });
  expect(await client.getNumberDetails('limit', 1)).toMatchObject({ value: 7, reason: 'STATIC', variant: 'value' });
  expect(await client.getObjectValue('look', {})).toEqual({ colour: 'red' });
  expect(await client.getBooleanDetails('split', false, { targetingKey: 'ada' })).toMatchObject({ reason: 'SPLIT' });
  expect(await client.getBooleanDetails('split', true)).toMatchObject({
    value: true,
    errorCode: ErrorCode.TARGETING_KEY_MISSING,
  });
  expect(await client.getBooleanDetails('limit', true)).toMatchObject({
    value: true,
    reason: 'ERROR',
    errorCode: ErrorCode.TYPE_MISMATCH,
  });
  expect(await client.getBooleanDetails('none', true)).toMatchObject({
    value: true,
    errorCode: ErrorCode.FLAG_NOT_FOUND,
  });
});

it('SD-05 OpenFeature hears of what changed, of streams that are lost and found, and of the end', async () => {
  const server = await flagServer(await databases.shared());
  await server.apply([flag('checkout', true)]);
  const { id, key: apiKey } = await server.key('secret');
  const proxy = await faultyProxy(server.url);
  const dream = clientOf({ apiKey, baseUrl: proxy.url, reports: false });
  const client = await connected(dream);
  expect([client.providerStatus, await client.getBooleanValue('checkout', false)]).toEqual([
    ServerProviderStatus.READY,
    true,
  ]);
  const heard: [string, unknown][] = [];
  for (const event of Object.values(ProviderEvents)) {
    if (event !== ProviderEvents.Ready)
      client.addHandler(event, (details) => void heard.push([event, details?.['flagsChanged']]));
  }
  await server.apply([flag('checkout', false)]);
  await expect.poll(() => heard).toEqual([[ProviderEvents.ConfigurationChanged, ['checkout']]]);
  const found = until(dream, 'INTERRUPTED').then(() => until(dream, 'VALID'));
  proxy.cut();
  await found;
  expect(heard.at(-1)).toEqual([ProviderEvents.Stale, undefined]);
  expect(client.providerStatus).toBe(ServerProviderStatus.READY);
  await server.send('DELETE', `/v1/keys/${id}`);
  await until(dream, 'OFF');
  expect(heard.at(-1)).toEqual([ProviderEvents.Error, undefined]);
  expect(await client.getBooleanValue('checkout', true)).toBe(false);
});

it('a provider without anything to evaluate is not ready, and answers by the defaults', async () => {
  const provider: Provider = new DreamProvider<ErrorCode>(clientOf({ mode: 'offline' }));
  await expect(OpenFeature.setProviderAndWait('nothing', provider)).rejects.toThrow('not been heard of');
  onTestFinished(() => OpenFeature.clearProviders());
  const client = OpenFeature.getClient('nothing');
  expect(await client.getBooleanDetails('x', true)).toMatchObject({
    value: true,
    errorCode: ErrorCode.PROVIDER_NOT_READY,
  });
});
