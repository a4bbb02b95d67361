import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgresServer } from '../../test/support/postgres-server.ts';
import { seedBy } from '../fixtures/seeding-server.ts';
import { serve } from '../fixtures/serve.ts';
import { boundRow, reportRow, type Row } from '../measure/row.ts';

const [tenants, batch, perSecond, seconds] = [20, 50, 1_000, 10];

/**
 * How long an entry takes from the answer that says it is recorded to a SIEM that speaks Splunk's protocol, while a second
 * stream sends the same to somebody who never answers. The server is a process of its own; this one records and receives.
 */
export async function auditStreamSuite(): Promise<readonly Row[]> {
  const arrived = new Map<string, number>();
  const siem = await startSiem((id) => arrived.set(id, arrived.get(id) ?? performance.now()));
  const postgres = await startPostgresServer({ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' });
  const databaseUrl = postgres.url('postgres');
  // Read by this process and by the server that it starts.
  process.env['DREAM_MASTER_KEY'] = randomBytes(32).toString('base64');
  process.env['DREAM_ALLOWED_EGRESS'] = '127.0.0.1';
  const key = await seed(databaseUrl, siem.port);
  const server = await serve(databaseUrl, 'audit-stream');
  try {
    // A server that has just started opens the months that entries are kept by.
    await pause(3_000);
    const recorded = await record(server.url, key);
    await pause(3_000);
    const latencies = [...recorded]
      .flatMap(([id, at]) => {
        const came = arrived.get(id);
        return came === undefined ? [] : [Math.max(0, came - at)];
      })
      .toSorted((one, other) => one - other);
    const at = (part: number): number => latencies[Math.floor(latencies.length * part)] ?? Number.NaN;
    const subject = `${perSecond.toLocaleString('en')} entries/s of ${tenants} tenants to a SIEM, beside a stream that hangs`;
    return [
      boundRow(`${subject}: p99 from recorded to received`, 'ms', at(0.99), 5_000),
      reportRow(`${subject}: median`, 'ms', at(0.5)),
      boundRow(`${subject}: not received`, 'entries', recorded.size - latencies.length, 0),
    ];
  } finally {
    await server.stop();
    await postgres.stop();
    await siem.stop();
  }
}

interface Siem {
  readonly port: number;
  stop(): Promise<void>;
}

/** Takes what comes to the collector's address at once, and answers to nothing else. */
async function startSiem(received: (id: string) => void): Promise<Siem> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.url !== '/services/collector/event') return;
      for (const [, id = ''] of Buffer.concat(chunks)
        .toString()
        .matchAll(/"id":"(aud_[^"]+)"/gu))
        received(id);
      response.end('{"text":"Success","code":0}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Resolves to a secret key. */
async function seed(databaseUrl: string, port: number): Promise<string> {
  const masterKey = Buffer.from(process.env['DREAM_MASTER_KEY'] ?? '', 'base64');
  const address = `http://127.0.0.1:${port}`;
  const [token, secret] = ['${secrets.TOKEN}', '${secrets.TOKEN}'];
  return seedBy(
    databaseUrl,
    async ({ keyOf, send }) => {
      await send('PUT', '/v1/secrets/TOKEN', { value: 'token' });
      for (let index = 0; index < tenants; index += 1) {
        await send('POST', '/v1/tenants', { id: `tenant-${index}`, name: `Tenant ${index}` });
      }
      await send('PUT', '/v1/resources/AuditStream/siem', { body: { to: { splunk: { url: address, token } } } });
      await send('PUT', '/v1/resources/AuditStream/hanging', {
        body: { to: { webhook: { url: `${address}/hanging`, secret } } },
      });
      return keyOf('secret', ['*']);
    },
    { environment: 'development', mode: 'test', masterKey },
  );
}

/** Ids of entries, each with when it was answered that it is recorded. */
async function record(url: URL, key: string): Promise<ReadonlyMap<string, number>> {
  const recorded = new Map<string, number>();
  const between = (1_000 * batch) / perSecond;
  const begin = performance.now();
  const sending: Promise<void>[] = [];
  for (let round = 0; round * between < seconds * 1_000; round += 1) {
    await pause(Math.max(0, begin + round * between - performance.now()));
    sending.push(recordBatch(url, key, round, recorded));
  }
  await Promise.all(sending);
  return recorded;
}

async function recordBatch(url: URL, key: string, round: number, recorded: Map<string, number>): Promise<void> {
  const entries = Array.from({ length: batch }, (_, index) => ({
    action: 'document.exported',
    actor: { id: `user-${index}` },
    tenantId: `tenant-${(round + index) % tenants}`,
    metadata: { round, index },
  }));
  const answer = await fetch(new URL('/v1/audit/entries/batch', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ entries }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  const now = performance.now();
  for (const [, id = ''] of text.matchAll(/"id":"(aud_[^"]+)"/gu)) recorded.set(id, now);
}
