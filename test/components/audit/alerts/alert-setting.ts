// A server with alert rules, and entries to go through. Usage:
//
//   const { add, apply, database } = await prepare(await databases.shared(), { 'brute-force': { when: … } });
//   await add([[0], [1]]);            // failed logins of ada, 0 and 1 ms after the beginning of 2027, sealed
//   await watch(database, 60_000);    // what the alert worker does a minute after it
import { sql } from 'drizzle-orm';
import type { Database } from '../../../../src/db/contract.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { applyResources } from '../../../support/apply-resources.ts';
import { startServer, type TestServer } from '../../../support/test-server.ts';
import { wholeTable } from '../../../support/whole-table.ts';
import { instant } from './entries.ts';
import { addEntries, seal } from './sealed-entries.ts';

interface Rules {
  readonly [key: string]: JsonObject;
}

export interface Setting {
  readonly database: Database;
  readonly server: TestServer;
  readonly environmentId: string;
  /** Rules that say nothing of what is done publish `security.alert`. */
  apply(rules: Rules, formerly?: { readonly [name: string]: string }): Promise<void>;
  /** Entries, sealed. */
  add(entries: Parameters<typeof addEntries>[2]): Promise<void>;
}

export async function prepare(database: Database, rules: Rules): Promise<Setting> {
  const server = await startServer(database, { operations: wholeTable });
  server.clock.advance(Date.parse(instant(0)) - server.clock.now().getTime());
  const apply: Setting['apply'] = (bodies, formerly) => applyResources(server, resourcesOf(bodies), formerly);
  await apply(rules);
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ id: string }>(sql`SELECT id FROM environments`),
  );
  const environmentId = rows[0]?.id ?? '';
  return {
    database,
    server,
    environmentId,
    apply,
    async add(entries) {
      await addEntries(database, environmentId, entries);
      await seal(database);
    },
  };
}

export function resourcesOf(rules: Rules): { readonly [name: string]: JsonObject } {
  const done = [['then', [{ event: 'security.alert' }]] as const];
  return Object.fromEntries(
    Object.entries(rules).map(([key, body]) => [
      `AlertRule/${key}`,
      Object.fromEntries([...done, ...Object.entries(body)]),
    ]),
  );
}

export interface Fired {
  readonly rule: string;
  readonly tenant: string;
  readonly key: string;
  readonly sequence: number;
}

/** By sequence. */
export async function fired(database: Database): Promise<readonly Fired[]> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ rule: string; tenant: string; key: string; sequence: string }>(sql`
      SELECT rule, tenant_id AS tenant, key, sequence::text FROM alert_firings ORDER BY alert_firings.sequence, rule, key`),
  );
  return rows.map(({ sequence, ...rest }) => ({ ...rest, sequence: Number(sequence) }));
}
