import type { JsonObject } from '../../src/engine/json.ts';
import { type AccessServer, startAccessServer } from '../fixtures/access-server.ts';
import { startBareServer } from '../fixtures/bare-server.ts';
import { memberCount, question } from '../fixtures/check-questions.ts';
import { startSender } from '../fixtures/sender.ts';
import { latenciesOf } from '../measure/latencies.ts';
import type { Sent } from '../measure/open-loop.ts';
import { boundRow, ratioRow, reportRow, type Row } from '../measure/row.ts';
import { median } from '../measure/statistics.ts';

const rate = 500;

/** Seconds that each of the two is asked at a time, and how often. Each turn is about the same people. */
const [turnSeconds, turns] = [4, 5];
/** Seconds before those that count, after which a server is as it stays. */
const warmingSeconds = 25;

/** How often about people that nobody has asked about: each about others, and none that a turn before was about. */
const turnsOfOthers = 3;

/**
 * Decisions over HTTP: each is logged and committed before it is answered. Three share the machine: a process that
 * only sends; the server; and PostgreSQL, which syncs to disk. So a latency is that of the whole, from when a request was due to
 * when its answer was read, and what each of the three took of the processor is told apart. On two cores it is a
 * figure of the code only while nobody else is at work; a bare server in turn with it tells what the machine gives.
 */
export async function accessHttpSuite(): Promise<readonly Row[]> {
  const server = await startAccessServer();
  const bare = await startBareServer((database) => server.urlOf(database), memberCount);
  const checkUrl = new URL('/v1/access/check', server.url).href;
  const toDream = await startSender({ url: checkUrl, headers: server.headers, questions: 'checks' });
  const toBare = await startSender({ url: `${bare.url}/check`, headers: {}, questions: 'bare checks' });
  try {
    // What runs once for each request is compiled for good when it has run some 10,000 times, all of it at that moment.
    for (const sender of [toDream, toBare]) {
      await sender.send({ rate: 200, seconds: 5 });
      await sender.send({ rate, seconds: warmingSeconds });
    }
    const taken = { server: 0, database: 0, transactions: 0, sending: 0, bareServer: 0, bareDatabase: 0 };
    const [ofDream, ofBare]: [Sent[], Sent[]] = [[], []];
    for (let turn = 0; turn < turns; turn += 1) {
      const before = { ...server.cpuSeconds(), transactions: await server.transactions() };
      const sent = await toDream.send({ rate, seconds: turnSeconds });
      const between = { ...server.cpuSeconds(), transactions: await server.transactions(), bare: bare.cpuSeconds() };
      ofDream.push(sent);
      ofBare.push(await toBare.send({ rate, seconds: turnSeconds }));
      taken.sending += sent.cpu;
      taken.server += between.server - before.server;
      taken.database += between.database - before.database;
      taken.transactions += between.transactions - before.transactions;
      taken.bareServer += bare.cpuSeconds() - between.bare;
      taken.bareDatabase += server.cpuSeconds().database - between.database;
    }
    const ofOthers: Sent[] = [];
    for (let turn = 1; turn <= turnsOfOthers; turn += 1) {
      ofOthers.push(await toDream.send({ rate, seconds: turnSeconds, from: (turn + 0.5) * rate * turnSeconds }));
    }
    const [checks, floor, others] = [latenciesOf(ofDream), latenciesOf(ofBare), latenciesOf(ofOthers)];
    for (const { count, failed } of [checks, floor, others]) {
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
      reportRow('check over HTTP on PostgreSQL of people not asked about before: p99', 'ms', others.at(0.99)),
      reportRow('check over HTTP on PostgreSQL of people not asked about before: p50', 'ms', others.at(0.5)),
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
    toDream.stop();
    toBare.stop();
    await bare.stop();
    await server.stop();
  }
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
