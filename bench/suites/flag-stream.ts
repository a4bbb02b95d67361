import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { flagBody, flagCount, type FlagServers, startFlagServers } from '../fixtures/flag-servers.ts';
import { followEvents } from '../measure/event-stream.ts';
import { boundRow, reportRow, type Row } from '../measure/row.ts';

const [clients, changes] = [50, 300];

interface Change {
  readonly sent: number;
  answered: number;
  /** When each client that was told was told. */
  readonly told: number[];
}

/**
 * How long a change takes from one server to the clients that are connected to the other: from when it was answered,
 * which is after its commit, and from when it was sent. This process sends and reads; two servers and PostgreSQL share
 * the machine with it. Of the rest of a latency, most is spent on the change itself.
 */
export async function flagStreamSuite(): Promise<readonly Row[]> {
  const servers = await startFlagServers();
  const agent = new Agent({ keepAlive: true, maxSockets: clients + 1 });
  try {
    const made = new Map<number, Change>();
    for (let client = 0; client < clients; client += 1) {
      await follow(servers, agent, (number) => made.get(number)?.told.push(performance.now()));
    }
    for (let number = 1; number <= changes + 20; number += 1) {
      const change = { sent: performance.now(), answered: 0, told: [] };
      made.set(number, change);
      await put(servers, agent, number);
      change.answered = performance.now();
      await pause(40);
    }
    await pause(2_000);
    // The first twenty compile; they are not counted.
    const counted = [...made].filter(([number]) => number > 20).map(([, change]) => change);
    const missing = counted.filter(({ told }) => told.length !== clients).length;
    const since = (from: (change: Change) => number): readonly number[] =>
      counted.flatMap((change) => change.told.map((at) => Math.max(0, at - from(change)))).toSorted((a, b) => a - b);
    const [afterAnswer, afterSending] = [since(({ answered }) => answered), since(({ sent }) => sent)];
    const subject = `a changed flag, of ${flagCount}, from one server to ${clients} clients of another`;
    return [
      boundRow(`${subject}: p99 after its answer`, 'ms', at(afterAnswer, 0.99), 100),
      reportRow(`${subject}: p50 after its answer`, 'ms', at(afterAnswer, 0.5)),
      boundRow(`${subject}: p99 after it was sent`, 'ms', at(afterSending, 0.99), 100),
      reportRow(`${subject}: p50 after it was sent`, 'ms', at(afterSending, 0.5)),
      reportRow(`${subject}: told in one event with a later change`, 'changes', missing),
    ];
  } finally {
    agent.destroy();
    await servers.stop();
  }
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Resolves when the client has everything; calls `told` with the number of each change after that. */
async function follow({ key, there }: FlagServers, agent: Agent, told: (number: number) => void): Promise<void> {
  await followEvents(new URL('/v1/flag-ruleset/stream', there), {
    agent,
    headers: { authorization: `Bearer ${key}` },
    told(event) {
      const number = /"flag-change-(\d+)"/u.exec(event)?.[1];
      if (event.startsWith('event: patch') && number !== undefined) told(Number(number));
    },
  });
}

/** Changes one flag; its salt says which change it is, as rulesets carry no descriptions. */
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
    sending.on('error', reject).end(JSON.stringify({ body: { ...flagBody(number), salt: `flag-change-${number}` } }));
  });
}
