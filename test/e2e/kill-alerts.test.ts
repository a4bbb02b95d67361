// A server is killed again and again while the product records failed logins. Whoever goes on sends again what was not
// answered, under the same keys. In the end every five of them have raised one alarm.
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type Program, program, type RunningServer } from '../support/cli.ts';
import { type DatabaseKind, newPostgresDatabase } from '../support/databases.ts';
import { longRun } from '../support/long-run.ts';
import { projectFolder } from '../support/project-folder.ts';

const rules = `kind: AlertRule
key: guessing
when: { action: auth.login, outcome: failure }
count: { atLeast: 5, within: 24h, by: actor.id }
then: [{ event: security.guessing }]
---
kind: AlertRule
key: mark
when: { action: test.mark }
then: [{ event: test.marked }]
`;

interface Part<T> {
  readonly data: readonly T[];
  readonly nextCursor: string | null;
}

interface Firing {
  readonly key: string;
  readonly sequence: number;
}

class Client {
  readonly #key: string;
  url = '';

  constructor(key: string) {
    this.#key = key;
  }

  async get<T>(path: string): Promise<T> {
    const answer = await fetch(`${this.url}${path}`, { headers: { authorization: `Bearer ${this.#key}` } });
    return (await answer.json()) as T;
  }

  /** Whether it was answered that all are recorded. */
  async record(entries: readonly object[]): Promise<boolean> {
    try {
      const answer = await fetch(`${this.url}/v1/audit/entries/batch`, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.#key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ entries }),
      });
      return answer.status === 201;
    } catch {
      return false;
    }
  }

  async firings(): Promise<readonly Firing[]> {
    const found: Firing[] = [];
    for (let cursor = ''; ; ) {
      const part = await this.get<Part<Firing>>(`/v1/alerts/firings?rule=guessing&limit=200${cursor}`);
      found.push(...part.data);
      if (part.nextCursor === null) return found;
      cursor = `&cursor=${part.nextCursor}`;
    }
  }

  /** Types of the events that rules have written, up to that of the mark. */
  async eventsBeforeMark(): Promise<readonly string[]> {
    const found: string[] = [];
    for (let after = ''; ; ) {
      const part = await this.get<Part<{ readonly type: string }>>(
        `/v1/events?types=security.guessing,test.marked&limit=200${after}`,
      );
      found.push(...part.data.map(({ type }) => type));
      if (found.at(-1) === 'test.marked') return found.slice(0, -1);
      if (part.nextCursor !== null) after = `&after=${encodeURIComponent(part.nextCursor)}`;
      if (part.data.length === 0) await pause(50);
    }
  }
}

async function prepared(kind: DatabaseKind): Promise<{ readonly dream: Program; readonly client: Client }> {
  const folder = projectFolder({
    'dream.yaml': 'project: acme\nenvironments: { development: {} }\n',
    'alerts.yaml': rules,
  });
  const dream = await program(folder, kind === 'embedded' ? {} : { DATABASE_URL: await newPostgresDatabase() });
  expect((await dream('apply')).exitCode).toBe(0);
  const { key } = (await dream('keys', 'create', '--name', 'product', '--json')).json<{ readonly key: string }>();
  return { dream, client: new Client(key) };
}

it.for<readonly [DatabaseKind, number]>(
  longRun
    ? [
        ['embedded', 20],
        ['postgres', 20],
      ]
    : [['postgres', 1]],
)(
  'FR-A006 no alarm on %s is lost or doubled by a server that is killed %i times',
  { timeout: 60 * 60_000 },
  async ([kind, kills]) => {
    const { client, dream } = await prepared(kind);
    let sent = 0;
    let server: RunningServer = await dream.serve();
    client.url = server.url;
    for (let kill = 0; kill < kills; kill += 1) {
      const dying = server;
      // Somewhere between the first entry and the alarms of the last.
      const killed = pause((kill * 137 + 300) % 700).then(() => dying.signal('SIGKILL'));
      for (let batch = 0; batch < 10; batch += 1) {
        const entries = Array.from({ length: 13 }, (_, index) => ({
          action: 'auth.login',
          outcome: 'failure',
          actor: { id: `user-${(sent + index) % 3}` },
          key: `login-${sent + index}`,
        }));
        while (!(await client.record(entries))) {
          await dying.ended;
          server = await dream.serve();
          client.url = server.url;
        }
        sent += entries.length;
      }
      await killed;
      await dying.ended;
      if (server === dying) server = await dream.serve();
      client.url = server.url;
    }
    await client.record([{ action: 'test.mark', actor: { id: 'test' }, key: 'mark' }]);
    // Raised when all that came before it has been looked at.
    while ((await client.get<Part<Firing>>('/v1/alerts/firings?rule=mark')).data.length === 0) await pause(50);
    const firings = await client.firings();
    const byUser = Map.groupBy(firings, ({ key }) => key);
    const expected = [0, 1, 2].map((user) => {
      const logins = Array.from({ length: sent }, (_, index) => index % 3).filter((one) => one === user).length;
      return [`user-${user}`, Math.floor(logins / 5)];
    });
    expect(Object.fromEntries([...byUser].map(([user, some]) => [user, some.length]))).toEqual(
      Object.fromEntries(expected),
    );
    expect(new Set(firings.map(({ sequence }) => sequence)).size).toBe(firings.length);
    expect(await client.eventsBeforeMark()).toEqual(firings.map(() => 'security.guessing'));
  },
);
