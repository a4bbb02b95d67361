import { expect, it, onTestFinished } from 'vitest';
import { RemoteFlagClient } from '../../../../src/components/features/client/index.ts';
import { quick, until } from './support/client-of.ts';

const answers = {
  version: 'one',
  flags: { price: { value: 1, variant: 'low', reason: 'SPLIT', exposure: { by: 'user.key', unit: 'ada' } } },
};

/** A client of a server that can be away, and what the server was asked. */
function serving() {
  const asked: { readonly path: string; readonly authorization: string | undefined; readonly isAnswered: boolean }[] =
    [];
  const exposures: unknown[] = [];
  let isDown = false;
  const fetch = async (url: string, { body, headers }: { body?: string; headers: Record<string, string> }) => {
    const path = url.replace('http://flags', '');
    asked.push({ path, authorization: headers['authorization'], isAnswered: !isDown });
    if (isDown) throw new TypeError('no network');
    if (path !== '/v1/flag-reports') return Response.json(answers);
    exposures.push(...(JSON.parse(body ?? '') as { exposures: unknown[] }).exposures);
    return new Response('', { status: 202 });
  };
  const client = new RemoteFlagClient({
    apiKey: 'pk_test_1',
    baseUrl: 'http://flags',
    mode: 'polling',
    userToken: 'first',
    timing: quick,
    platform: { fetch },
  });
  onTestFinished(() => client.close());
  const outage = async (during: () => Promise<unknown>): Promise<void> => {
    isDown = true;
    await during();
    // The last question of it has been asked, and another.
    await client.flush();
    const before = asked.length;
    await expect.poll(() => asked.length).toBeGreaterThan(before + 1);
    isDown = false;
    await until(client, 'VALID');
  };
  return { asked, client, exposures, outage };
}

it.each<[what: string, change: (client: RemoteFlagClient) => Promise<boolean>, token: string]>([
  ['another context', (client) => client.identify({ device: { os: 'ios' } }), 'first'],
  ['another token', (client) => client.renewToken('second'), 'second'],
])(
  'FR-F008 what a user saw is told once when the server is back, though it had %s in an outage',
  async (_, change, token) => {
    const { asked, client, exposures, outage } = serving();
    await until(client, 'VALID');
    client.seen('price');
    await outage(async () => expect(await change(client)).toBe(false));
    await client.flush();
    expect(exposures).toEqual([
      { flag: 'price', variation: 'low', by: 'user.key', unit: 'ada', at: expect.any(String) as unknown },
    ]);
    const reports = asked.filter(({ isAnswered, path }) => isAnswered && path === '/v1/flag-reports');
    expect(reports.map(({ authorization }) => authorization)).toEqual([`Bearer ${token}`]);
    client.seen('price');
    await client.flush();
    expect(exposures).toHaveLength(1);
  },
);

it('FR-F008 what a user saw is told once, whatever context or token comes next', async () => {
  const { client, exposures } = serving();
  await until(client, 'VALID');
  for (const change of [
    () => client.renewToken('second'),
    () => client.identify({}),
    () => client.renewToken('third'),
  ]) {
    client.seen('price');
    expect(await change()).toBe(true);
    await client.flush();
  }
  expect(exposures).toHaveLength(1);
});

it('P04 closing ends, though what gives the token of the user says nothing any more', async () => {
  let isSilent = false;
  const client = new RemoteFlagClient({
    apiKey: 'pk_test_1',
    baseUrl: 'http://flags',
    mode: 'polling',
    userToken: () => (isSilent ? new Promise<string>(() => undefined) : 'first'),
    platform: {
      fetch: async () => Response.json(answers),
      after: (milliseconds, work) => {
        // Two seconds are for the last report.
        const timer = setTimeout(work, milliseconds === 2_000 ? 1 : milliseconds);
        return () => clearTimeout(timer);
      },
    },
  });
  await until(client, 'VALID');
  isSilent = true;
  client.seen('price');
  // That to be sent after it is asked when all has been given up.
  void client.flush();
  await client.close();
  expect(client.status).toBe('OFF');
});
