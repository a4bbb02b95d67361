import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonObject } from '../../src/engine/json.ts';
import { onPostgres, program, type RunningServer, temporaryDirectory } from '../support/cli.ts';
import { longRun } from '../support/long-run.ts';
import { startReceiver } from '../support/webhook-receiver.ts';

const kills = longRun ? 20 : 1;

// The embedded database takes ten times as long to come back, and is killed where there is time for it.
it.for(longRun ? (['embedded', 'postgres'] as const) : (['postgres'] as const))(
  'P05 a server on %s that is killed (kill -9) while it delivers loses no event that it acknowledged',
  { timeout: 30 * 60_000 },
  async (database) => {
    const directory = temporaryDirectory();
    const receiver = await startReceiver();
    writeFileSync(join(directory, 'dream.yaml'), 'project: acme\nenvironments:\n  development: {}\n');
    const hook = `kind: WebhookEndpoint\nkey: hook\nurl: ${receiver.url}/hook\nevents: ['secret.*']\ntimeout: 1s\n`;
    writeFileSync(join(directory, 'hook.yaml'), hook);
    const variables = database === 'embedded' ? {} : await onPostgres();
    const dream = await program(directory, { ...variables, DREAM_ALLOWED_EGRESS: '127.0.0.1' });
    expect(await dream('apply')).toMatchObject({ exitCode: 0 });
    const { key } = (await dream('keys', 'create', '--name', 'writer', '--json')).json<{ key: string }>();
    const acknowledged: string[] = [];
    let server = await dream.serve();
    for (const after of fc.sample(fc.integer({ min: 150, max: 900 }), { numRuns: kills, seed: 20_261_121 })) {
      // Some calls are always under way when the end comes.
      receiver.behave('/hook', 'slow');
      const writing = Array.from({ length: 4 }, (_, writer) => write(server, key, `W${writer}`, acknowledged));
      await pause(after);
      server.signal('SIGKILL');
      await Promise.all([server.ended, ...writing]);
      server = await dream.serve();
    }
    expect(acknowledged.length).toBeGreaterThan(0);
    const told = () => new Set(receiver.calls().map(({ body }) => (JSON.parse(body) as JsonObject)['subject']));
    for (let calls = 1; acknowledged.some((name) => !told().has(`secret/${name}`)); calls += 1) {
      await receiver.called('/hook', calls);
    }
    await server.stop();
  },
);

/** Writes until the server is gone; what it has answered is acknowledged. */
async function write({ url }: RunningServer, key: string, writer: string, acknowledged: string[]): Promise<void> {
  for (let number = 0; ; number += 1) {
    const name = `${writer}_${acknowledged.length}_${number}`;
    try {
      const answer = await fetch(`${url}/v1/secrets/${name}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ value: name }),
      });
      if (!answer.ok) throw new Error(await answer.text());
    } catch {
      return;
    }
    acknowledged.push(name);
  }
}
