import { type EntrySearch, startEntrySearch } from '../fixtures/entry-search.ts';
import { many } from '../fixtures/many-entries.ts';
import { boundRow, reportRow, type Row } from '../measure/row.ts';

/** All of them, unless DREAM_BENCH_ENTRIES says how many. They take about 14 GB of disk and some minutes to write. */
const entries = Number(process.env['DREAM_BENCH_ENTRIES'] ?? 10_000_000);
const days = 90;
const searches = 300;
/** Of each kind before those that count: what a server that has run for a while has in memory. */
const warming = 60;

/** What a search asks for. Of half of them something common, as a row drawn from all; of the others anything, however rare. */
interface Asked {
  readonly action: string;
  readonly actor: string;
  readonly ip: string;
  readonly resource: string;
  readonly request: string;
}

const kinds: readonly (readonly [name: string, ask: (asked: Asked) => Readonly<Record<string, string>>])[] = [
  ['latest page', () => ({})],
  ['by action', ({ action }) => ({ action })],
  ['by actor', ({ actor }) => ({ actor })],
  ['by actor and action', ({ action, actor }) => ({ action, actor })],
  ['by IP', ({ ip }) => ({ ip })],
  ['by resource', ({ resource }) => ({ resource })],
  ['by request', ({ request }) => ({ requestId: request })],
];

/** How long people wait for a page of the record of a tenant that has a fifth of all entries, and how fast a month goes. */
export async function auditSearchSuite(): Promise<readonly Row[]> {
  const large = entries / 5;
  const found = await startEntrySearch({ entries, large, days, end: new Date() });
  try {
    const common = await drawn(found);
    const rows: Row[] = [];
    for (const [name, ask] of kinds) {
      const latencies = await latenciesOf(found, (number) => queryOf(ask(askedFor(common, number)), number));
      const subject = `search for a tenant's ${large.toLocaleString('en')} of ${entries.toLocaleString('en')} entries, ${name}`;
      rows.push(boundRow(`${subject}: p95`, 'ms', shareOf(latencies, 0.95), 50));
      rows.push(reportRow(`${subject}: slowest of ${searches}`, 'ms', shareOf(latencies, 1)));
    }
    const monthly = Math.round(entries * 0.3);
    const { seconds, slowestWriter, unseen } = await found.dropMonth(monthly);
    const chains = many.tenants.toLocaleString('en');
    // To write and verify archives is work of its own, before anything goes, and is none of this.
    const subject = `a month of ${monthly.toLocaleString('en')} entries of ${chains} chains dropped, and said in each`;
    rows.push(boundRow(subject, 's', seconds, 3));
    rows.push(reportRow(`${subject}: until nobody saw it any more`, 's', unseen));
    rows.push(reportRow(`${subject}: slowest of those who wrote one meanwhile`, 'ms', slowestWriter));
    const bare = await found.dropTables();
    const floor = `a bare DROP TABLE of a month of ${bare.entries.toLocaleString('en')} entries and their places`;
    rows.push(reportRow(floor, 's', bare.seconds));
    return rows;
  } finally {
    await found.stop();
  }
}

async function latenciesOf(found: EntrySearch, queryAt: (number: number) => string): Promise<readonly number[]> {
  const latencies: number[] = [];
  for (let number = 0; number < warming + searches; number += 1) {
    const query = queryAt(number);
    const begin = performance.now();
    await found.search(query);
    if (number >= warming) latencies.push(performance.now() - begin);
  }
  return latencies.toSorted((one, other) => one - other);
}

function shareOf(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Every other search goes on somewhere in the past, as whoever turns pages does. */
function queryOf(asked: Readonly<Record<string, string>>, number: number): string {
  const query = new URLSearchParams(asked);
  if (number % 2 === 1) {
    const at = Math.floor((Date.now() - Math.random() * days * 86_400_000) * 1000);
    query.set('cursor', `${at}.aud_${'Z'.repeat(26)}`);
  }
  return query.toString();
}

function askedFor(common: readonly Asked[], number: number): Asked {
  const drawnOne = common[Math.floor(Math.random() * common.length)];
  if (number % 4 < 2 && drawnOne !== undefined) return drawnOne;
  const action = below(many.actions);
  return {
    action: `area_${action % 25}.action_${action}`,
    actor: `user_${below(many.actors)}`,
    ip: `${11 + below(180)}.${below(250)}.${below(4)}.${below(250)}`,
    resource: `doc_0_${below(many.resources)}`,
    request: `req_${String(below(entries)).padStart(26, '0')}`,
  };
}

function below(count: number): number {
  return Math.floor(Math.random() * count);
}

async function drawn({ client }: EntrySearch): Promise<readonly Asked[]> {
  const { rows } = await client.query<Asked>(`
    SELECT action, actor_id AS actor, coalesce(ip, '192.0.2.1') AS ip, coalesce(resource_id, 'none') AS resource,
      request_id AS request
    FROM audit_entries TABLESAMPLE SYSTEM (${Math.min(100, 2_000_000 / entries)}) WHERE tenant_id = 'tenant-0'`);
  return rows;
}
