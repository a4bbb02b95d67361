import { expect, it } from 'vitest';
import { ownPlatform as platform } from '../../../../src/components/features/client/platform.ts';
import { resource } from '../../../support/control-plane.ts';
import { useDatabases } from '../../../support/databases.ts';
import { flagServer } from '../delivery/support/flag-server.ts';
import { clientOf, until } from './support/client-of.ts';

const databases = useDatabases('embedded');

/** Ten rules of three conditions, of which the last fits who is `new`, and a rollout for everybody else. */
function demanding(key: string) {
  const rules = Array.from({ length: 10 }, (_, index) => ({
    if: {
      'user.country': { in: ['IN', 'DE', 'FR', 'ES', 'IT', 'PT', 'NL', 'BE'] },
      'user.age': { greaterThan: index === 9 ? 30 : 1000 + index },
      'user.version': { semver: '>=2.4.0' },
    },
    serve: 'on',
  }));
  return resource('Flag', key, {
    variations: { on: true, off: false },
    rules,
    fallthrough: { rollout: { on: 50, off: 50 } },
  });
}

it('SC-004 a local evaluation with periodic sync waits for nobody, and takes far less than 50 ms', async () => {
  const server = await flagServer(await databases.shared());
  const keys = Array.from({ length: 100 }, (_, index) => `flag-${index}`);
  await server.apply(keys.map(demanding));
  const { key: apiKey } = await server.key('secret');
  const asked: string[] = [];
  const syncs: (() => void)[] = [];
  const client = clientOf({
    apiKey,
    baseUrl: server.url,
    mode: 'polling',
    reports: false,
    platform: {
      // The first question is answered, and all that come later hang for as long as they may.
      fetch: async (url, request) => {
        asked.push(url);
        if (asked.length === 1) return platform.fetch(url, request);
        return new Promise((_, reject) => {
          request.signal.addEventListener('abort', () => reject(new Error('called off')));
        });
      },
      after: (milliseconds, work) => {
        if (milliseconds <= 20_000) return platform.after(milliseconds, work);
        syncs.push(work);
        return () => undefined;
      },
    },
  });
  await until(client, 'VALID');
  await expect.poll(() => syncs.length).toBeGreaterThan(0);
  syncs.shift()?.();
  await expect.poll(() => asked.length).toBe(2);

  const people = Array.from({ length: 10 }, (_, index) => ({
    user: { key: `user_${index}`, country: 'BE', age: 20 + 2 * index, version: '2.5.1' },
  }));
  // Processor time of this thread: what else the machine does is not in it.
  const before = process.threadCpuUsage();
  const answers = people.map((context) => keys.map((key) => client.variationDetail(key, context, null)));
  const { system, user } = process.threadCpuUsage(before);
  const milliseconds = (system + user) / 1000;

  // A thousand of them together take no longer than one may.
  expect(milliseconds).toBeLessThan(50);
  const reasons = answers.map((all) => [...new Set(all.map(({ reason }) => reason))].join());
  expect(reasons).toEqual(people.map(({ user: { age } }) => (age > 30 ? 'TARGETING_MATCH' : 'SPLIT')));
  // Nothing was asked on their behalf, and the sync that hangs has held up none of them.
  expect(asked).toHaveLength(2);
  expect(client.status).toBe('VALID');
});
