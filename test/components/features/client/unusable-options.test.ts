import { expect, it, onTestFinished, vi } from 'vitest';
import {
  FlagClient,
  type FlagClientOptions,
  RemoteFlagClient,
  type RemoteFlagClientOptions,
  TestFlagData,
} from '../../../../src/components/features/client/index.ts';
import { until } from './support/client-of.ts';
import { hostileValues } from './support/hostile-values.ts';

const data = TestFlagData.create();
data.flag('checkout');
const ruleset = { version: 'one', ruleset: data.ruleset() };
const baseUrl = 'http://127.0.0.1:9';
const apiKey = 'sk_test_1';

/** Answers everything, and writes down for how long is waited for what. */
function recording() {
  const waits: number[] = [];
  const background: number[] = [];
  const bodies: string[] = [];
  return {
    waits,
    background,
    bodies,
    platform: {
      fetch: async (_url: string, { body }: { readonly body?: string }) => {
        if (body !== undefined) bodies.push(body);
        return Response.json({ ...ruleset, flags: {} });
      },
      random: () => 0.5,
      after: (milliseconds: number) => {
        waits.push(milliseconds);
        return () => undefined;
      },
      afterIfStillRunning: (milliseconds: number) => {
        background.push(milliseconds);
        return () => undefined;
      },
    },
  };
}

/** As programs without types call it. */
function made(options: unknown): { readonly client: FlagClient; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const onProblem = (problem: string): unknown => problems.push(problem);
  const client = new FlagClient({ ...(options as FlagClientOptions), onProblem });
  onTestFinished(() => client.close());
  return { client, problems };
}

const noAddress = '`baseUrl` must be an http(s) address without user, query and fragment';
const noKey = '`apiKey` is no text, or has characters that no key has';
const none = 'without `apiKey` and `baseUrl` there is no server to ask';

it.each<[options: object, problem: string]>([
  [{ apiKey: null, baseUrl }, none],
  [{ apiKey, baseUrl: null }, none],
  [{ apiKey: '', baseUrl }, none],
  [{ apiKey: 5, baseUrl }, noKey],
  [{ apiKey: 'sk_test\n1', baseUrl }, noKey],
  [{ apiKey: 'sk_tést', baseUrl }, noKey],
  [{ apiKey, baseUrl: 5 }, noAddress],
  [{ apiKey, baseUrl: 'flags.acme.com' }, noAddress],
  [{ apiKey, baseUrl: '127.0.0.1:4000' }, noAddress],
  [{ apiKey, baseUrl: 'ftp://flags.acme.com' }, noAddress],
  [{ apiKey, baseUrl: 'https://ada:secret@flags.acme.com' }, noAddress],
  [{ apiKey, baseUrl: 'https://flags.acme.com?x=1' }, noAddress],
  [{ apiKey, baseUrl: 'https://flags.acme.com:99999' }, noAddress],
  [{ apiKey, baseUrl: ' https://flags.acme.com' }, noAddress],
  [{ apiKey, baseUrl: 'https://flags.acme.com/?' }, noAddress],
  [{ apiKey, baseUrl: 'https://flags.acme.com/#' }, noAddress],
  [{ apiKey, baseUrl: 'https://flags.acme.com:0' }, noAddress],
  [{ apiKey, baseUrl: 'http:flags.acme.com' }, noAddress],
  [{ apiKey, baseUrl: 'http:\\\\flags.acme.com' }, noAddress],
  [{ apiKey, baseUrl: 'https://flags.acme.com/a\u0000b' }, noAddress],
])('P04 without a server that can be asked a client is OFF, and says why: %j', async (options, problem) => {
  const { client, problems } = made(options);
  expect([client.status, await client.ready(), problems]).toEqual(['OFF', false, [problem]]);
  expect(client.variationDetail('checkout', {}, 'mine')).toMatchObject({ value: 'mine', errorMessage: problem });
  const told: string[] = [];
  const remote = new RemoteFlagClient({ ...options, onProblem: (one) => told.push(one) });
  expect([remote.status, told]).toEqual(['OFF', [problem]]);
  expect(remote.variationDetail('checkout', 'mine')).toMatchObject({ value: 'mine', errorMessage: problem });
});

it.each<[given: unknown, taken: number, problems: readonly string[]]>([
  [undefined, 30_000, []],
  [45_000, 45_000, []],
  [-5, 1_000, []],
  [1, 1_000, []],
  [3e9, 86_400_000, []],
  ...[Number.NaN, Number.POSITIVE_INFINITY, null, '5000', {}].map((one): [unknown, number, readonly string[]] => [
    one,
    30_000,
    ['`pollInterval` is no number of milliseconds: it is 30000'],
  ]),
])('FR-F007 a poll interval of %j is one of %i milliseconds', async (pollInterval, taken, problems) => {
  const { platform, waits } = recording();
  const { client, problems: told } = made({ apiKey, baseUrl, mode: 'polling', reports: false, pollInterval, platform });
  await until(client, 'VALID');
  await expect.poll(() => waits.at(-1)).toBe(taken);
  expect(told).toEqual(problems);
});

it('P04 what is no duration elsewhere is the usual one, and told', async () => {
  const { background, platform, waits } = recording();
  const timing = { timeout: 0, silence: undefined, firstWait: 'soon', longestWait: Number.POSITIVE_INFINITY };
  const { client, problems } = made({ apiKey, baseUrl, timing, reports: { interval: Number.NaN }, platform });
  // Before the first word, and for the first answer.
  expect([waits.slice(0, 2), background]).toEqual([[3_000, 10_000], [30_000]]);
  expect(problems).toEqual([
    '`timing.timeout` is not more than 0 milliseconds: it is 10000',
    '`timing.firstWait` is no number of milliseconds: it is 1000',
    '`timing.longestWait` is no number of milliseconds: it is 120000',
    '`reports.interval` is no number of milliseconds: it is 30000',
  ]);
  for (const [timeoutMs, taken] of [
    [3e9, 86_400_000],
    [Number.NaN, 5_000],
    [Symbol('x'), 5_000],
    [undefined, 5_000],
  ] as const) {
    void client.ready({ timeoutMs: timeoutMs as number });
    expect(waits.at(-1)).toBe(taken);
  }
});

it('P04 nothing that is given as an option throws, whichever and whatever', async () => {
  const names = ['apiKey', 'baseUrl', 'mode', 'pollInterval', 'bootstrap', 'reports', 'sticky', 'onProblem', 'timing'];
  for (const value of hostileValues) {
    const whole = value as FlagClientOptions & RemoteFlagClientOptions;
    expect([new FlagClient(whole).status, new RemoteFlagClient(whole).status]).toEqual(['OFF', 'OFF']);
    for (const name of [...names, 'source', 'platform', 'userToken', 'tenant', 'context']) {
      const options = { mode: 'offline', bootstrap: ruleset, [name]: value } as unknown as typeof whole;
      const client = new FlagClient(options);
      expect(client.variation('checkout', {}, 'mine')).not.toBeUndefined();
      await client.close();
      const remote = new RemoteFlagClient(options);
      expect(remote.variation('checkout', 'mine')).toBe('mine');
      await Promise.all([remote.signIn(value as never), remote.renewToken(value as never), remote.identify(value)]);
      remote.seen(value as never);
      expect(remote.variationDetail(value as never, 'mine').value).toBe('mine');
      await remote.close();
    }
  }
});

it('P04 a listener of problems that fails later harms nobody', async () => {
  const onProblem = async (): Promise<void> => {
    throw new Error('not this time');
  };
  expect(new FlagClient({ onProblem }).status).toBe('OFF');
  expect(new RemoteFlagClient({ onProblem }).status).toBe('OFF');
  // A rejection that nobody takes ends a process, and this run.
  await new Promise((resolve) => setImmediate(resolve));
});

it('P09 where it cannot be read what is sensitive, nothing is reported; what changes afterwards changes nothing', async () => {
  const { background, bodies, platform } = recording();
  const kinds = new Map([['user', ['email']]]);
  const lists = [{ user: 'email' }, { user: new Set(['email']) }, { user: 5 }, { user: [5] }, { user: null }];
  const inherited: unknown = Object.create({ user: ['email'] });
  for (const sensitive of [
    ...lists,
    null,
    5,
    'email',
    [],
    [['user', ['email']]],
    kinds,
    inherited,
    Promise.resolve({}),
  ]) {
    const { problems } = made({ apiKey, baseUrl, reports: { sensitive }, platform });
    const problem = '`reports.sensitive` has no lists of attributes by kind of context: nothing is reported';
    expect([background, problems]).toEqual([[], [problem]]);
  }
  for (const sensitive of [{}, Object.create(null), { user: [] }]) {
    expect(made({ apiKey, baseUrl, reports: { sensitive }, platform }).problems).toEqual([]);
    expect(background.splice(0)).toEqual([30_000]);
  }
  const sensitive = { user: ['email'] };
  const { client } = made({ apiKey, baseUrl, bootstrap: ruleset, reports: { sensitive }, platform });
  sensitive.user.pop();
  client.variation('checkout', { user: { key: 'ada', email: 'ada@acme.com' } }, false);
  await client.flush();
  expect(bodies.map((body) => JSON.parse(body))).toMatchObject([{ contexts: [{ user: { key: 'ada' } }] }]);
  expect(bodies.join('')).not.toContain('acme.com');
});

it('P04 a browser’s client sends the context as it was given, and no token that is none', async () => {
  const { bodies, platform } = recording();
  const problems: string[] = [];
  const onProblem = (problem: string): unknown => problems.push(problem);
  const context = { user: { key: 'ada' } };
  const client = new RemoteFlagClient({ apiKey: 'pk_test_1', baseUrl, context, platform, onProblem, mode: 'polling' });
  onTestFinished(() => client.close());
  context.user.key = 'somebody else';
  const given: (readonly [token: unknown, isAnswered: boolean])[] = [null, undefined, ''].map((none) => [none, false]);
  for (const [token, isAnswered] of [...given, ['second', true] as const])
    expect(await client.renewToken(token as string)).toBe(isAnswered);
  expect(problems.splice(0)).toEqual(Array(3).fill('no token was given to renew that of the user, which holds'));
  expect(bodies.map((body) => JSON.parse(body))).toEqual([
    { context: { user: { key: 'ada' } } },
    { context: { user: { key: 'ada' } } },
  ]);
  for (const userToken of ['a\nb', 5]) expect(await client.signIn({ userToken: userToken as string })).toBe(false);
  expect(await client.signIn({ userToken: () => 'sk_test_1' })).toBe(false);
  expect(await client.signIn({ userToken: 'x', tenant: 'a\nb' })).toBe(false);
  const noText = 'is no text, or has characters that no';
  expect(problems).toEqual([
    `the token of the user ${noText} token has`,
    `the token of the user ${noText} token has`,
    'the token of the user is a key',
    `the tenant of the user ${noText} tenant has`,
  ]);
  expect(bodies.length).toBe(2);
});

it('P03 a secret key is not used where whoever opens the page can read it', () => {
  vi.stubGlobal('process', undefined);
  vi.stubGlobal('window', {});
  vi.stubGlobal('document', {});
  onTestFinished(() => void vi.unstubAllGlobals());
  const problems: string[] = [];
  const { platform, waits } = recording();
  const options = { apiKey, baseUrl, platform, onProblem: (problem: string): unknown => problems.push(problem) };
  const statuses = [new FlagClient(options).status, new RemoteFlagClient(options).status];
  const publishable = new RemoteFlagClient({ ...options, apiKey: 'pk_test_1' }).status;
  vi.unstubAllGlobals();
  expect([...statuses, publishable]).toEqual(['OFF', 'OFF', 'INITIALIZING']);
  expect(problems).toHaveLength(2);
  expect(waits).toHaveLength(1);
});
