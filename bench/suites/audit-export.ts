import { execa } from 'execa';
import { createWriteStream } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { type AuditChains, startAuditChains } from '../fixtures/audit-chain.ts';
import { serve, type Serving } from '../fixtures/serve.ts';
import { temporaryDirectory } from '../fixtures/workspace.ts';
import { interleave } from '../measure/interleave.ts';
import { peakMemoryOf } from '../measure/process-usage.ts';
import { boundRow, ratioRow, reportRow, type Row } from '../measure/row.ts';

const few = 10_000;
/** 5,000,000 are what the target speaks of, and take minutes to write before they can be read. */
const many = Number(process.env['DREAM_BENCH_ENTRIES'] ?? 1_000_000);
/** Of so many that one takes a minute, one says enough. */
const rounds = many > 2_000_000 ? 1 : 3;

/**
 * How fast `dream serve`, in a process of its own, sends an export to this one, which writes it to a file: against psql,
 * which does the same with the same query, and against lines that are made of a cursor's rows. And what memory it takes.
 */
export async function auditExportSuite(): Promise<readonly Row[]> {
  const chains = await startAuditChains([
    { tenant: 'few', entries: few, days: 30 },
    { tenant: 'many', entries: many, days: 30 },
  ]);
  const server = await serve(chains.databaseUrl, 'audit-export');
  const directory = temporaryDirectory('audit-export-files');
  const file = (name: string): string => join(directory, name);
  try {
    const toFile = (tenant: string, format: string): Promise<number> =>
      exported(server, chains, { tenant, format }, file(format));
    const idle = peakMemoryOf(server.pid);
    await toFile('few', 'ndjson');
    const afterFew = peakMemoryOf(server.pid);
    const ndjson = await interleave(
      rounds,
      () => toFile('many', 'ndjson'),
      () => copiedByPsql(chains, 'many', file('psql')),
    );
    const afterMany = peakMemoryOf(server.pid);
    const cef = await interleave(
      rounds,
      () => toFile('many', 'cef'),
      () => fromCursor(chains, 'many', file('cursor')),
    );
    const afterAll = peakMemoryOf(server.pid);
    const perSecond = (seconds: number): number => many / seconds;
    return [
      ratioRow(`export of ${many} entries as NDJSON, against psql \\copy of the same query`, 's', ndjson, 1 / 0.85),
      reportRow('the same, entries a second', '', perSecond(ndjson.ours)),
      ratioRow(`export of ${many} entries as CEF, against NDJSON from a cursor`, 's', cef, 1 / 0.6),
      reportRow('the same, entries a second', '', perSecond(cef.ours)),
      boundRow(`memory of the server after exports of ${many} entries as NDJSON`, 'MB', afterMany, 120),
      reportRow('memory of the server before any export', 'MB', idle),
      reportRow(`memory of the server after an export of ${few}`, 'MB', afterFew),
      reportRow(`memory of the server after exports of ${many} as CEF`, 'MB', afterAll),
    ];
  } finally {
    await server.stop();
    await chains.stop();
  }
}

/** Seconds. */
async function exported(
  { url }: Serving,
  { key }: AuditChains,
  query: { readonly tenant: string; readonly format: string },
  file: string,
): Promise<number> {
  const begin = performance.now();
  await new Promise<void>((resolve, reject) => {
    const address = new URL(`/v1/audit/export?${new URLSearchParams(query).toString()}`, url);
    get(address, { headers: { authorization: `Bearer ${key}` } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`the export was answered ${response.statusCode}`));
      pipeline(response, createWriteStream(file)).then(resolve, reject);
    }).on('error', reject);
  });
  return (performance.now() - begin) / 1000;
}

const line = `'{"sequence":' || s.sequence || ',"hash":"sha256:' || encode(s.hash, 'hex') || '","previousHash":"sha256:'
  || encode(s.previous_hash, 'hex') || '","bytes":' || octet_length(e.body) || ',' || right(e.body, -1)`;

/** What the server asks, but all at once, and without row-level security. */
function query(columns: string, environmentId: string, tenant: string): string {
  return `SELECT ${columns} FROM audit_seals AS s CROSS JOIN LATERAL
      (SELECT body FROM audit_entries AS e WHERE e.id = s.entry_id AND e.recorded_at = s.recorded_at OFFSET 0) AS e
    WHERE s.environment_id = '${environmentId}' AND s.tenant_id = '${tenant}' ORDER BY s.sequence`.replaceAll(
    /\s+/gu,
    ' ',
  );
}

/** Seconds. */
async function copiedByPsql(
  { databaseUrl, environmentId }: AuditChains,
  tenant: string,
  file: string,
): Promise<number> {
  const begin = performance.now();
  const copy = `\\copy (${query(line, environmentId, tenant)}) TO '${file}' WITH (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')`;
  await execa('psql', ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1', databaseUrl, '--command', copy]);
  return (performance.now() - begin) / 1000;
}

/** Seconds for what an export would be that is made of rows, in this process. */
async function fromCursor({ databaseUrl, environmentId }: AuditChains, tenant: string, file: string): Promise<number> {
  const begin = performance.now();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const columns = `s.sequence, encode(s.hash, 'hex'), encode(s.previous_hash, 'hex'), e.body`;
  await client.query(`BEGIN; DECLARE entries CURSOR FOR ${query(columns, environmentId, tenant)}`);
  const fetch = { text: 'FETCH 1000 FROM entries', rowMode: 'array' as const };
  async function* lines(): AsyncGenerator<string> {
    for (;;) {
      const { rows } = await client.query<string[]>(fetch);
      if (rows.length === 0) return;
      yield rows
        .map(
          ([sequence, hash, previous, body = '']) =>
            `{"sequence":${sequence},"hash":"sha256:${hash}","previousHash":"sha256:${previous}","bytes":${Buffer.byteLength(body)},${body.slice(1)}\n`,
        )
        .join('');
    }
  }
  await pipeline(lines, createWriteStream(file));
  await client.end();
  return (performance.now() - begin) / 1000;
}
