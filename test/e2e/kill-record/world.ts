// A product on a server that dies under it: what it is configured with, its two keys, who is told of what happens, and
// everything that can be read of it over the API.
import { setTimeout as pause } from 'node:timers/promises';
import { bind, masterKey, type Program, type RunningServer } from '../../support/cli.ts';
import { runInTurn } from '../../support/commands.ts';
import { projectFolder } from '../../support/project-folder.ts';
import { type Receiver, startReceiver } from '../../support/webhook-receiver.ts';
import type { Call } from './asked.ts';

export const hookSecret = 'whsec_of_the_hook';

const configuration = (receiver: string): string => `kind: AlertRule
key: guessing
when: { action: auth.login, outcome: failure }
count: { atLeast: 5, within: 24h, by: actor.id }
then: [{ event: security.guessing }]
---
kind: AlertRule
key: mark
when: { action: test.mark }
then: [{ event: test.marked }]
---
kind: WebhookEndpoint
key: hook
url: ${receiver}/hook
secret: \${secrets.HOOK}
events: ['*']
timeout: 1s
---
kind: AuditStream
key: siem
to: { webhook: { url: '${receiver}/siem', secret: '\${secrets.HOOK}' } }
`;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

interface Part<T> {
  readonly data: readonly T[];
  readonly nextCursor: string | null;
}

export interface World {
  readonly dream: Program;
  readonly receiver: Receiver;
  /** Of its PostgreSQL; undefined on the embedded database. */
  readonly url: string | undefined;
  /** The one that it speaks to now. */
  server(): RunningServer;
  /** `dream serve`, on the same database each time; the world then speaks to that one. */
  serve(): Promise<RunningServer>;
  /** Rejects when no answer comes. */
  send(call: Call, requestId: string, more: { readonly key: string; readonly forbidden: boolean }): Promise<Answer>;
  /** All parts of a list; `path` has a query. Waits for a server that says 503. */
  list<T>(path: string, cursor?: string): Promise<readonly T[]>;
  get<T>(path: string): Promise<T>;
  /** Records an entry that the rule `mark` waits for. */
  mark(number: number): Promise<void>;
}

/** When it is gone. Its log may tell, with stacks, what the database did to it: that is no output of a command. */
export async function gone(server: RunningServer): Promise<void> {
  await server.ended.catch(() => undefined);
}

/** With the tenant `north`. On the PostgreSQL database of a URL, or an embedded one. */
export async function startWorld(url?: string): Promise<World> {
  const receiver = await startReceiver();
  const directory = projectFolder({
    'dream.yaml': 'project: acme\nenvironments: { development: {} }\n',
    'product.yaml': configuration(receiver.url),
  });
  const address = url === undefined ? {} : { DATABASE_URL: url };
  const variables = { DREAM_ALLOWED_EGRESS: '127.0.0.1', DREAM_KEY_LIMIT: 'off', DREAM_MASTER_KEY: masterKey };
  const dream = bind({ cwd: directory, env: { ...variables, ...address } }, runInTurn);
  let server = await dream.serve();
  await done(dream, 'apply');
  const key = await newKey(dream);
  const lookingKey = await newKey(dream, '--scope', 'tenants:read');

  const fetchJson = async (
    path: string,
    bearer: string,
    init: Pick<RequestInit, 'method' | 'body'> = {},
    more: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json', ...more };
    const answer = await fetch(`${server.url}${path}`, { ...init, headers });
    return { status: answer.status, body: await answer.json() };
  };
  const sure = async (call: Call, name: string): Promise<void> => {
    const { body, status } = await world.send(call, name, { key: name, forbidden: false });
    if (status >= 300) throw new Error(`${name}: ${status} ${JSON.stringify(body)}`);
  };
  const world: World = {
    dream,
    receiver,
    url,
    server: () => server,
    async serve() {
      server = await dream.serve();
      return server;
    },
    send: async ({ body, method, path }, requestId, { forbidden, key: idempotencyKey }) =>
      fetchJson(
        path,
        forbidden ? lookingKey : key,
        { method, body: JSON.stringify(body) },
        { 'x-request-id': requestId, 'idempotency-key': idempotencyKey },
      ),
    mark: (number) =>
      sure(
        {
          method: 'POST',
          path: '/v1/audit/entries',
          body: { action: 'test.mark', actor: { id: 'test' }, key: `mark-${number}` },
        },
        `mark-${number}`,
      ),
    async list<T>(path: string, cursor = 'cursor') {
      const found: T[] = [];
      for (let next = ''; ; ) {
        const part = await world.get<Part<T>>(`${path}${next}`);
        found.push(...part.data);
        // Those of events always name what comes next.
        if (part.nextCursor === null || part.data.length === 0) return found;
        next = `&${cursor}=${encodeURIComponent(part.nextCursor)}`;
      }
    },
    async get<T>(path: string) {
      for (;;) {
        const { body, status } = await fetchJson(path, key);
        if (status === 200) return body as T;
        if (status !== 503) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
        await pause(20);
      }
    },
  };
  await sure({ method: 'POST', path: '/v1/tenants', body: { id: 'north', name: 'north' } }, 'north');
  await sure({ method: 'PUT', path: '/v1/secrets/HOOK', body: { value: hookSecret } }, 'hook');
  return world;
}

async function done(dream: Program, ...args: readonly string[]) {
  const outcome = await dream(...args);
  if (outcome.exitCode !== 0) throw new Error(`dream ${args.join(' ')}: ${outcome.stdout}${outcome.stderr}`);
  return outcome;
}

async function newKey(dream: Program, ...options: readonly string[]): Promise<string> {
  const outcome = await done(dream, 'keys', 'create', '--name', 'product', '--json', ...options);
  return outcome.json<{ readonly key: string }>().key;
}
