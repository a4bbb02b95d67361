import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { followEvents } from '../../src/app/follow-events.ts';
import type { HappenedEvent } from '../../src/app/events-client.ts';
import { commandsOnPostgres } from '../support/commands.ts';
import type { Program } from '../support/cli.ts';
import { projectFolder } from '../support/project-folder.ts';

const hook = `
kind: WebhookEndpoint
key: accounting
url: https://accounting.acme.com/dream
events: ['key.*']
`;

/** Followers see what no older transaction can come before, and the server of the tests has others too. */
async function happened(dream: Program, count: number): Promise<readonly HappenedEvent[]> {
  for (;;) {
    const { events } = (await dream('events', 'list', '--type', 'key.*', '--json')).json<{
      events: HappenedEvent[];
    }>();
    if (events.length >= count) return events;
    await pause(20);
  }
}

test('what has happened is listed, and can be delivered to an endpoint again', async () => {
  const dream = await commandsOnPostgres(projectFolder({ 'hook.yaml': hook }));
  const listed = await dream('events', 'list', '--type', 'nothing.*');
  expect(listed).toMatchObject({ exitCode: 0, stdout: 'There are no such events.\n' });
  expect(await dream('apply')).toMatchObject({ exitCode: 0 });
  const { id } = (await dream('keys', 'create', '--name', 'ci', '--json')).json<{ id: string }>();
  const [event] = await happened(dream, 1);
  expect(event).toMatchObject({ type: 'key.created', subject: expect.stringContaining(id), tenantId: null });
  expect((await dream('events', 'list', '--type', 'key.*')).stdout).toMatch(
    /^\S+Z {2}key\.created {2}\S+key_\w+ {2}evt_\w+\n$/u,
  );
  expect((await dream('webhooks', 'list')).stdout).toMatch(
    /accounting +active +0 +https:\/\/accounting\.acme\.com\/dream +key\.\*/u,
  );
  const replayed = await dream('webhooks', 'replay', 'accounting', '--since', '90d');
  expect(replayed.stdout).toBe('✓ 1 delivery to accounting is pending.\n');
  const { deliveries } = (await dream('webhooks', 'deliveries', 'accounting', '--json')).json<{
    deliveries: { id: string }[];
  }>();
  expect(deliveries).toMatchObject([{ eventId: event?.id, state: 'pending', calls: 0 }]);
  expect((await dream('webhooks', 'deliveries', 'accounting')).stdout).toMatch(
    /whd_\w+ .* key\.created +due .* UTC +0/u,
  );
  expect((await dream('webhooks', 'delivery', deliveries[0]?.id ?? '')).stdout).toMatch(
    /^whd_\w+\n {2}state {5}due .* UTC\n {2}endpoint {2}accounting\n {2}event {5}key\.created evt_\w+\n\nIt was not called yet\.\n$/u,
  );
  expect(await dream('webhooks', 'delivery', 'whd_NONE')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('whd_NONE'),
  });
  const one = await dream('webhooks', 'replay', deliveries[0]?.id ?? '');
  expect(one.stdout).toBe(`✓ ${deliveries[0]?.id} is pending again: key.created ${event?.id}\n`);
  expect(await dream('webhooks', 'disable', 'accounting')).toMatchObject({ exitCode: 0 });
  expect((await dream('webhooks', 'replay', 'accounting', '--since', '2020-01-01')).stdout).toMatch(
    /^✓ \d+ deliver(y|ies) to accounting (is|are) pending\.\naccounting is disabled: /u,
  );
  expect(await dream('webhooks', 'replay', 'accounting')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('accounting is no delivery.'),
  });
});

test('P06 an endpoint is disabled, enabled and given a new secret, which is shown once', async () => {
  const dream = await commandsOnPostgres(projectFolder({ 'hook.yaml': hook }));
  expect(await dream('apply')).toMatchObject({ exitCode: 0 });
  const disabled = await dream('webhooks', 'disable', 'accounting');
  expect(disabled.stdout).toMatch(/^✓ accounting is disabled since .* UTC \(somebody asked for it\)\n$/u);
  expect((await dream('webhooks', 'enable', 'accounting')).stdout).toBe('✓ accounting is active\n');
  const first = await dream('webhooks', 'rotate-secret', 'accounting');
  expect(first.stdout).toMatch(
    /^✓ accounting has a new signing secret\n\n {2}whsec_[\w-]{43}\n\nKeep it now: it is not shown again\.\n$/u,
  );
  const second = await dream('webhooks', 'rotate-secret', 'accounting', '--overlap', '2h');
  expect(second.stdout).toMatch(/The one before signs besides until .* UTC\.\n$/u);
  const third = await dream('webhooks', 'rotate-secret', 'accounting');
  expect(third).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('`--overlap 0s`') });
  expect(await dream('webhooks', 'rotate-secret', 'accounting', '--overlap', '0s')).toMatchObject({ exitCode: 0 });
  const unknown = await dream('webhooks', 'enable', 'nobody');
  expect(unknown).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("no WebhookEndpoint 'nobody'") });
});

test('whoever follows goes on where they were, and begins again where nothing had happened', async () => {
  const asked: unknown[] = [];
  const event = { id: 'evt_1', type: 'a', tenantId: null, subject: 'a/1', createdAt: '2026-11-21T10:00:00Z', data: {} };
  const answers = [
    { data: [], hasMore: false, nextCursor: null },
    { data: [event], hasMore: true, nextCursor: '7-evt_1' },
    { data: [], hasMore: false, nextCursor: '9-evt_2' },
  ];
  const stop = new AbortController();
  let rests = 0;
  const events = {
    list: (query: unknown) => {
      asked.push(query);
      return Promise.resolve(answers[asked.length - 1] ?? { data: [], hasMore: false, nextCursor: null });
    },
  };
  const rest = (): Promise<void> => {
    rests += 1;
    if (rests === 2) stop.abort();
    return Promise.resolve();
  };
  const following = followEvents(events, { types: ['a'] }, { now: new Date(0), rest, signal: stop.signal });
  const seen: unknown[] = [];
  for await (const part of following) seen.push(part);
  expect(seen).toStrictEqual([[event]]);
  const since = '1970-01-01T00:00:00.000Z';
  expect(asked).toStrictEqual([
    { types: ['a'], since },
    { types: ['a'], since },
    { types: ['a'], after: '7-evt_1' },
  ]);
});
