import type { JsonObject } from '../../src/engine/json.ts';
import { type AccessServer, memberCount, startAccessServer } from '../fixtures/access-server.ts';
import { openLoop } from '../measure/open-loop.ts';
import { boundRow, reportRow, type Row } from '../measure/row.ts';
import { median } from '../measure/statistics.ts';

const rate = 500;

/**
 * Decisions over HTTP: each is logged and committed before it is answered. Three share the machine: this process, which
 * sends; the server; and PostgreSQL, which syncs to disk. So a latency is that of the whole, from when a request was due to
 * when its answer was read, and what each of the three took of the processor is told apart. On two cores it is a
 * figure of the code only while nobody else is at work.
 */
export async function accessHttpSuite(): Promise<readonly Row[]> {
  const server = await startAccessServer();
  try {
    // The first seconds compile; they are not counted.
    await openLoop({ rate: 200, seconds: 5, send: (number) => check(server, number) });
    await openLoop({ rate, seconds: 5, send: (number) => check(server, number) });
    const before = { ...server.cpuSeconds(), transactions: await server.transactions() };
    const sending = process.cpuUsage();
    const checks = await openLoop({ rate, seconds: 20, send: (number) => check(server, number) });
    const { user, system } = process.cpuUsage(sending);
    const after = { ...server.cpuSeconds(), transactions: await server.transactions() };
    const each = (seconds: number): number => (seconds * 1000) / checks.count;
    if (checks.failed > 0) throw new Error(`${checks.failed} of ${checks.count} checks failed`);
    const who = { action: 'approve', resource: { type: 'thing-7', id: '7', properties: { amount: 5_000 } } };
    const can = { subject: { id: 'user-77' }, resource: { type: 'thing-17', id: '77' } };
    const batch = { checks: Array.from({ length: 1_000 }, (_, number) => question(number)) };
    return [
      boundRow(`check over HTTP on PostgreSQL, ${rate} a second: p99`, 'ms', checks.at(0.99), 5),
      reportRow(`check over HTTP on PostgreSQL, ${rate} a second: p50`, 'ms', checks.at(0.5)),
      reportRow('check over HTTP on PostgreSQL: CPU of the server', 'ms', each(after.server - before.server)),
      reportRow('check over HTTP on PostgreSQL: CPU of PostgreSQL', 'ms', each(after.database - before.database)),
      reportRow(
        'check over HTTP on PostgreSQL: CPU of whoever asks, by undici',
        'ms',
        each((user + system) / 1_000_000),
      ),
      reportRow(
        'check over HTTP on PostgreSQL: checks in one transaction',
        'checks',
        checks.count / (after.transactions - before.transactions),
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
    await server.stop();
  }
}

async function check(server: AccessServer, number: number): Promise<boolean> {
  const { status } = await server.post('/v1/access/check', question(number));
  return status === 200;
}

/** Of members in turn, half of them about something that a condition or a relationship decides. */
function question(number: number): JsonObject {
  const one = (number * 7919) % memberCount;
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
