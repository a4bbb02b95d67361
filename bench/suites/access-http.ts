import type { JsonObject } from '../../src/engine/json.ts';
import { type AccessServer, memberCount, startAccessServer } from '../fixtures/access-server.ts';
import { startBareServer } from '../fixtures/bare-server.ts';
import { joinTurns, type Latencies, openLoop } from '../measure/open-loop.ts';
import { boundRow, ratioRow, reportRow, type Row } from '../measure/row.ts';
import { median } from '../measure/statistics.ts';

const rate = 500;

/** Seconds that each of the two is asked at a time, and how often. */
const [turnSeconds, turns] = [4, 5];

/**
 * Decisions over HTTP: each is logged and committed before it is answered. Three share the machine: this process, which
 * sends; the server; and PostgreSQL, which syncs to disk. So a latency is that of the whole, from when a request was due to
 * when its answer was read, and what each of the three took of the processor is told apart. On two cores it is a
 * figure of the code only while nobody else is at work; a bare server in turn with it tells what the machine gives.
 */
export async function accessHttpSuite(): Promise<readonly Row[]> {
  const server = await startAccessServer();
  const bare = await startBareServer((database) => server.urlOf(database), memberCount);
  try {
    const askBare = (number: number): Promise<boolean> => bare.ask(memberOf(number));
    // The first seconds compile; they are not counted.
    for (const send of [(number: number) => check(server, number), askBare]) {
      await openLoop({ rate: 200, seconds: 5, send });
      await openLoop({ rate, seconds: 5, send });
    }
    const taken = { server: 0, database: 0, transactions: 0, sending: 0, bareServer: 0, bareDatabase: 0 };
    const [ofDream, ofBare]: [Latencies[], Latencies[]] = [[], []];
    for (let turn = 0; turn < turns; turn += 1) {
      const before = { ...server.cpuSeconds(), transactions: await server.transactions() };
      const sending = process.cpuUsage();
      ofDream.push(await openLoop({ rate, seconds: turnSeconds, send: (number) => check(server, number) }));
      const { system, user } = process.cpuUsage(sending);
      const between = { ...server.cpuSeconds(), transactions: await server.transactions(), bare: bare.cpuSeconds() };
      ofBare.push(await openLoop({ rate, seconds: turnSeconds, send: askBare }));
      taken.sending += (user + system) / 1_000_000;
      taken.server += between.server - before.server;
      taken.database += between.database - before.database;
      taken.transactions += between.transactions - before.transactions;
      taken.bareServer += bare.cpuSeconds() - between.bare;
      taken.bareDatabase += server.cpuSeconds().database - between.database;
    }
    const [checks, floor] = [joinTurns(ofDream), joinTurns(ofBare)];
    for (const { count, failed } of [checks, floor]) {
      if (failed > 0) throw new Error(`${failed} of ${count} checks failed`);
    }
    const beside = (subject: string, ours: number, peer: number): Row =>
      ratioRow(
        `check over HTTP on PostgreSQL, beside a bare server: ${subject}`,
        'ms',
        { ours, peer, ratio: ours / peer },
        null,
      );
    const each = (seconds: number): number => (seconds * 1000) / checks.count;
    const who = { action: 'approve', resource: { type: 'thing-7', id: '7', properties: { amount: 5_000 } } };
    const can = { subject: { id: 'user-77' }, resource: { type: 'thing-17', id: '77' } };
    const batch = { checks: Array.from({ length: 1_000 }, (_, number) => question(number)) };
    return [
      boundRow(`check over HTTP on PostgreSQL, ${rate} a second: p99`, 'ms', checks.at(0.99), 5),
      reportRow(`check over HTTP on PostgreSQL, ${rate} a second: p50`, 'ms', checks.at(0.5)),
      beside('p99', checks.at(0.99), floor.at(0.99)),
      beside('p90', checks.at(0.9), floor.at(0.9)),
      beside('p50', checks.at(0.5), floor.at(0.5)),
      beside('CPU of the server', each(taken.server), each(taken.bareServer)),
      beside('CPU of PostgreSQL', each(taken.database), each(taken.bareDatabase)),
      reportRow('check over HTTP on PostgreSQL: CPU of whoever asks, by undici', 'ms', each(taken.sending)),
      reportRow(
        'check over HTTP on PostgreSQL: checks in one transaction',
        'checks',
        checks.count / taken.transactions,
      ),
      reportRow('1,000 checks in one request', 'ms', await timeOf(server, '/v1/access/checks', batch)),
      reportRow(
        `who can, of ${memberCount.toLocaleString('en')} members`,
        'ms',
        await timeOf(server, '/v1/access/who', who),
      ),
      reportRow(
        `what can one of ${memberCount.toLocaleString('en')} members`,
        'ms',
        await timeOf(server, '/v1/access/can', can),
      ),
    ];
  } finally {
    await bare.stop();
    await server.stop();
  }
}

async function check(server: AccessServer, number: number): Promise<boolean> {
  const { status } = await server.post('/v1/access/check', question(number));
  return status === 200;
}

/** Of members in turn, half of them about something that a condition or a relationship decides. */
function question(number: number): JsonObject {
  const one = memberOf(number);
  return {
    subject: { id: `user-${one}` },
    action: ['read', 'approve', 'update', 'delete'][number % 4] ?? 'read',
    resource: {
      type: `thing-${one % 20}`,
      id: String(one),
      properties: { amount: number % 10_000, owner: `user-${one}` },
    },
  };
}

function memberOf(number: number): number {
  return (number * 7919) % memberCount;
}

/** Milliseconds, the median of some requests one after the other. */
async function timeOf(server: AccessServer, path: string, body: JsonObject): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    const begin = performance.now();
    const { status, text } = await server.post(path, body);
    if (status !== 200) throw new Error(text);
    times.push(performance.now() - begin);
  }
  return median(times.slice(5));
}
