import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { bodyOf, exportOf } from '../../test/components/audit/proof/support/exports.ts';
import { insertEntries, type SealedDatabase, startSealedDatabase } from '../fixtures/sealed-database.ts';
import { type Comparison, interleave } from '../measure/interleave.ts';
import { boundRow, ratioRow, reportRow, type Row } from '../measure/row.ts';

const [tenants, perSecond, seconds, writers, batch] = [100, 10_000, 20, 16, 100];
const preloaded = 100_000;

/** How soon entries have their place, how many a second get one, whether any is lost, and how fast an export is verified. */
export async function auditSealSuite(): Promise<readonly Row[]> {
  const database = await startSealedDatabase();
  try {
    const { p50, p99 } = await soak(database);
    const broken = await brokenPlaces(database);
    const each = await oneTenant(database);
    return [
      boundRow(
        `sealing ${perSecond.toLocaleString('en')} entries/s of ${tenants} tenants, commit to seal, p99`,
        'ms',
        p99,
        1_000,
      ),
      reportRow('the same, median', 'ms', p50),
      boundRow(`entries lost or sealed twice, ${writers} writers`, '', broken.lost, 0),
      boundRow('places of chains that do not follow from the one before', '', broken.forks, 0),
      boundRow('sealing for one tenant, each', 'µs', each, 100),
      ...(await verifying()),
    ];
  } finally {
    await database.stop();
  }
}

interface Written {
  readonly transaction: bigint;
  readonly id: string;
  readonly at: number;
}

/** Milliseconds from the commit of entries to that of their places, while writers write at a steady pace. */
async function soak(database: SealedDatabase): Promise<{ readonly p50: number; readonly p99: number }> {
  const waiting: Written[] = [];
  const latencies: number[] = [];
  let writing = true;
  const sealing = (async () => {
    for (;;) {
      const isLast = !writing;
      const more = await database.round();
      const { id, transaction } = await database.place();
      const now = performance.now();
      for (const one of waiting.splice(0)) {
        if (one.transaction < transaction || (one.transaction === transaction && one.id <= id))
          latencies.push(now - one.at);
        else waiting.push(one);
      }
      if (isLast && more === 'done' && waiting.length === 0) return;
      if (more === 'done') await sleep(200);
    }
  })();
  await Promise.all(Array.from({ length: writers }, (_, writer) => writeSteadily(database.url, writer, waiting)));
  writing = false;
  await sealing;
  latencies.sort((one, other) => one - other);
  const at = (part: number): number => latencies[Math.floor(latencies.length * part)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Every fiftieth of the transactions is slow to commit. */
async function writeSteadily(url: string, writer: number, waiting: Written[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const pause = (1_000 * batch * writers) / perSecond;
  const begin = performance.now() + (pause * writer) / writers;
  for (let round = 0; round * pause < seconds * 1_000; round += 1) {
    await sleep(Math.max(0, begin + round * pause - performance.now()));
    await client.query('BEGIN');
    const { rows } = await client.query<{ transaction: string; id: string }>(insertEntries, [
      `${String(round).padStart(6, '0')}_${String(writer).padStart(2, '0')}_`,
      batch,
      tenants,
    ]);
    if ((round + writer) % 50 === 0) await sleep(100);
    await client.query('COMMIT');
    const last = rows.at(-1);
    if (last !== undefined) waiting.push({ transaction: BigInt(last.transaction), id: last.id, at: performance.now() });
  }
  await client.end();
}

async function brokenPlaces({ client }: SealedDatabase): Promise<{ readonly lost: number; readonly forks: number }> {
  const { rows } = await client.query<{ lost: number; forks: number }>(`
    SELECT
      (SELECT count(*) FROM audit_entries)::int - (SELECT count(DISTINCT entry_id) FROM audit_seals)::int
        + (SELECT count(*) - count(DISTINCT entry_id) FROM audit_seals)::int AS lost,
      (SELECT count(*) FROM (
        SELECT sequence, previous_hash,
          lag(sequence, 1, 0::bigint) OVER chain AS before, lag(hash, 1, decode(repeat('00', 32), 'hex')) OVER chain AS hash_before
        FROM audit_seals WINDOW chain AS (PARTITION BY environment_id, tenant_id ORDER BY sequence)
      ) AS places WHERE sequence <> before + 1 OR previous_hash <> hash_before)::int AS forks`);
  return rows[0] ?? { lost: Number.NaN, forks: Number.NaN };
}

/** Microseconds for each of many entries of one tenant that wait already. */
async function oneTenant(database: SealedDatabase): Promise<number> {
  await database.client.query(insertEntries, ['one_', preloaded, 1]);
  const begin = performance.now();
  while ((await database.round()) === 'more');
  return ((performance.now() - begin) * 1_000) / preloaded;
}

const lines = 200_000;
/** Many, since each takes a second, and the machine changes its pace from one to the next. */
const pairs = 11;
const python = (work: string): string => `
import hashlib, sys, time
begin = time.perf_counter()
work = time.process_time()
previous = bytes(32)
for line in open(sys.argv[1], 'rb'):
${work}
print((time.perf_counter() - begin) * 1e6, (time.process_time() - work) * 1e6)`;
const hashingLines = python('    hashlib.sha256(line).digest()');
const checkingChain = python(`    start = line.find(b',', line.find(b'"bytes":'))
    previous = hashlib.sha256(previous + hashlib.sha256(b'\\0{' + line[start + 1:-1]).digest()).digest()`);

/**
 * Microseconds for each line, beside loops over the same lines in Python: until it is done, for which somebody waits, as for
 * an export; and of all processors, of which Dream has one read the file meanwhile.
 */
async function verifying(): Promise<readonly Row[]> {
  const directory = mkdtempSync(join(tmpdir(), 'dream-bench-'));
  try {
    const file = join(directory, 'audit.ndjson');
    writeFileSync(file, exportOf(Array.from({ length: lines }, (_, index) => bodyOf(index + 1, 'x'.repeat(400)))));
    const each = async (figure: 0 | 1, program: string, ...args: readonly string[]): Promise<number> => {
      const { stdout } = await promisify(execFile)(program, [...args, file]);
      return Number(stdout.split(' ')[figure]) / lines;
    };
    const verifier = join(import.meta.dirname, '../fixtures/verify-export.ts');
    const beside = (figure: 0 | 1, script: string): Promise<Comparison> =>
      interleave(
        pairs,
        () => each(figure, process.execPath, verifier),
        () => each(figure, 'python3', '-c', script),
      );
    const row = (subject: string, comparison: Comparison): Row => ratioRow(subject, 'µs', comparison, 1 / 0.7);
    const subject = 'verifying an export, a line, beside a loop that';
    return [
      row(`${subject} hashes the lines in Python`, await beside(0, hashingLines)),
      row(`${subject} hashes the lines in Python, processor time`, await beside(1, hashingLines)),
      row(`${subject} checks the chain in Python`, await beside(0, checkingChain)),
      row(`${subject} checks the chain in Python, processor time`, await beside(1, checkingChain)),
    ];
  } finally {
    rmSync(directory, { recursive: true });
  }
}
