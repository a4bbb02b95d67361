import { expect, it, onTestFinished } from 'vitest';
import { RemoteFlagClient, type RemoteFlagClientOptions } from '../../../../src/components/features/client/index.ts';
import { useDatabases } from '../../../support/databases.ts';
import { flag, flagServer } from '../delivery/support/flag-server.ts';
import { nextChange, quick, until } from './support/client-of.ts';
import { faultyProxy } from './support/faulty-proxy.ts';

const databases = useDatabases('embedded');
const evaluatePath = '/v1/flag-evaluations';
const ada = { user: { key: 'ada', role: 'admin' } };

function remoteClient(options: RemoteFlagClientOptions): RemoteFlagClient {
  const client = new RemoteFlagClient({ ...options, timing: quick });
  onTestFinished(() => client.close());
  return client;
}

async function serving() {
  const server = await flagServer(await databases.shared());
  const rules = [{ if: { 'user.role': 'admin' }, serve: 'on' }];
  const apply = (isOn: boolean) =>
    server.apply([
      flag('checkout', isOn, { clientSide: true }),
      flag('admins', false, { clientSide: true, rules }),
      flag('secret', true, { clientSide: false }),
    ]);
  await apply(true);
  const { id, key: apiKey } = await server.key('publishable');
  const proxy = await faultyProxy(server.url);
  return { server, proxy, apply, id, apiKey };
}

it('a browser’s client has the answers of the server for one user, and for another when it is told', async () => {
  const { apiKey, proxy } = await serving();
  const client = remoteClient({ apiKey, baseUrl: proxy.url, context: ada });
  expect(client.variationDetail('checkout', false)).toMatchObject({ value: false, errorCode: 'PROVIDER_NOT_READY' });
  expect([await client.ready(), client.status]).toEqual([true, 'VALID']);
  expect(client.allFlags()).toEqual({ admins: true, checkout: true });
  expect(client.variationDetail('admins', false)).toEqual({ value: true, variant: 'on', reason: 'TARGETING_MATCH' });
  expect(client.variationDetail('secret', false)).toMatchObject({ value: false, errorCode: 'FLAG_NOT_FOUND' });
  expect(client.variationDetail('admins', 'text')).toMatchObject({ value: 'text', errorCode: 'TYPE_MISMATCH' });
  const change = nextChange(client, 'admins');
  expect(await client.identify({ user: { key: 'bob' } })).toBe(true);
  expect([(await change).keys, client.variation('admins', true)]).toEqual([['admins'], false]);
  expect(JSON.stringify(proxy.seen)).not.toContain('sk_');
});

it('P09 leaves nothing behind that the server would count, when it is told so', async () => {
  const { apiKey, proxy, server } = await serving();
  const client = remoteClient({ apiKey, baseUrl: proxy.url, context: ada, reports: false });
  expect(await client.ready()).toBe(true);
  expect(client.variation('admins', false)).toBe(true);
  await client.close();
  await server.close();
  const { flags, reportedSince } = await (await flagServer(await databases.shared())).send('GET', '/v1/flag-usage');
  expect([reportedSince, flags]).toMatchObject([null, [{ evaluations: 0 }, { evaluations: 0 }, { evaluations: 0 }]]);
});

it('SD-05 it hears of changes by the stream, and of a key that is withdrawn', async () => {
  const { apiKey, apply, id, proxy, server } = await serving();
  const client = remoteClient({ apiKey, baseUrl: proxy.url, context: ada });
  await client.ready();
  await expect
    .poll(() => proxy.seen.filter(({ path, status }) => path === evaluatePath && status === 304).length)
    .toBe(1);
  const change = nextChange(client, 'checkout');
  await apply(false);
  await change;
  expect(client.variation('checkout', true)).toBe(false);
  proxy.always(evaluatePath, { status: 500 });
  proxy.cut();
  await until(client, 'INTERRUPTED');
  expect(client.variation('admins', false)).toBe(true);
  proxy.heal();
  await until(client, 'VALID');
  await server.send('DELETE', `/v1/keys/${id}`);
  await until(client, 'OFF');
  expect(client.variation('admins', false)).toBe(true);
});

it('an answer to the user before comes too late, and what is no answer is none', async () => {
  const { apiKey, proxy } = await serving();
  proxy.next(evaluatePath, { status: 200, body: '{"version":1}' });
  const client = remoteClient({ apiKey, baseUrl: proxy.url, mode: 'polling', context: { user: { key: 'bob' } } });
  const [first, second] = [client.identify({ user: { key: 'bob' } }), client.identify(ada)];
  await Promise.all([first, second, client.ready()]);
  expect(client.variation('admins', false)).toBe(true);
});
