import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { flagBody, flagCount, type FlagServers, startFlagServers } from '../fixtures/flag-servers.ts';
import { boundRow, reportRow, type Row } from '../measure/row.ts';

const [readers, changes, warmUp] = [50, 300, 20];

interface Change {
  readonly sent: number;
  answered: number;
  /** When each reader that was told was told. */
  readonly told: number[];
}

/**
 * How long an event takes from the change that it tells of, made at one server, to those who follow the events at the
 * other: from when the change was answered, which is after its commit, and from when it was sent. Every event has to come to everybody, once and in order: the nth that a reader sees is the nth that was made.
 */
export async function eventsSuite(): Promise<readonly Row[]> {
  const servers = await startFlagServers();
  const agent = new Agent({ keepAlive: true, maxSockets: readers + 1 });
  try {
    const made: Change[] = [];
    for (let reader = 0; reader < readers; reader += 1) {
      let seen = 0;
      await follow(servers, agent, () => {
        made[seen]?.told.push(performance.now());
        seen += 1;
      });
    }
    for (let number = 0; number < changes + warmUp; number += 1) {
      const change = { sent: performance.now(), answered: 0, told: [] };
      made.push(change);
      await put(servers, agent, number);
      change.answered = performance.now();
      await pause(40);
    }
    await pause(2_000);
    const counted = made.slice(warmUp);
    const missing = counted.reduce((sum, { told }) => sum + readers - told.length, 0);
    const since = (from: (change: Change) => number): readonly number[] =>
      counted.flatMap((change) => change.told.map((at) => Math.max(0, at - from(change)))).toSorted((a, b) => a - b);
    const [afterAnswer, afterSending] = [since(({ answered }) => answered), since(({ sent }) => sent)];
    const subject = `an event, from one server to ${readers} readers of the other's stream`;
    return [
      boundRow(`${subject}: p99 after the answer to the change`, 'ms', at(afterAnswer, 0.99), 250),
      reportRow(`${subject}: p50 after the answer to the change`, 'ms', at(afterAnswer, 0.5)),
      reportRow(`${subject}: p99 after the change was sent`, 'ms', at(afterSending, 0.99)),
      reportRow(`${subject}: p50 after the change was sent`, 'ms', at(afterSending, 0.5)),
      boundRow(`${subject}: lost`, 'events', missing, 0),
    ];
  } finally {
    agent.destroy();
    await servers.stop();
  }
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Resolves when the stream is open; calls `told` for each event after that. */
async function follow({ key, there }: FlagServers, agent: Agent, told: () => void): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const headers = { authorization: `Bearer ${key}` };
    const url = new URL('/v1/events/stream?types=flag.updated', there);
    const reading = request(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`the stream was answered ${response.statusCode}`));
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
          const event = text.slice(0, end);
          text = text.slice(end + 2);
          if (event.startsWith('retry:')) resolve();
          if (event.includes('event: flag.updated')) told();
        }
      });
    });
    reading.on('error', reject).end();
  });
}

/** Changes one flag. */
async function put({ here, key }: FlagServers, agent: Agent, number: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const url = new URL(`/v1/flags/flag-${number % flagCount}`, here);
    const sending = request(url, { agent, method: 'PUT', headers }, (response) => {
      response.resume().on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`the change was answered ${response.statusCode}`));
      });
    });
    sending.on('error', reject).end(JSON.stringify({ body: flagBody(number + 1) }));
  });
}
