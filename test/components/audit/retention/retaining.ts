// A server with retention policies, and sealed entries of long ago. Usage:
//
//   const { add, apply, exported, prune } = await retaining(await databases.shared());
//   await apply({ all: { keep: '365d', archive: { to: archives } } });
//   await add([['2025-03-02', 'globex', 'auth.login'], …]);   // recorded then, and sealed
//   await prune();                                             // what the worker does
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { onTestFinished } from 'vitest';
import { verifyExport } from '../../../../src/components/audit/proof/verify-export.ts';
import { retentionWorker, type RetentionOptions } from '../../../../src/components/audit/retention/retention-worker.ts';
import { createSealer } from '../../../../src/components/audit/sealing/sealer.ts';
import type { Database } from '../../../../src/db/contract.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import type { Files, Host } from '../../../../src/host/contract.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import type { Worker } from '../../../../src/server/worker.ts';
import { applyResources } from '../../../support/apply-resources.ts';
import { testRandom } from '../../../support/databases.ts';
import { startServer, type TestServer } from '../../../support/test-server.ts';
import { recordingBeside, wholeTable } from '../../../support/whole-table.ts';

type Added = readonly [day: string, tenant: string, action: string, personal?: string];

export interface Retaining {
  readonly database: Database;
  readonly server: TestServer;
  readonly environmentId: string;
  /** A folder of the test's own, as policies name it. */
  readonly archives: string;
  apply(policies: { readonly [key: string]: JsonObject }): Promise<void>;
  add(entries: readonly Added[]): Promise<readonly string[]>;
  seal(): Promise<void>;
  /** What the worker reports. */
  prune(options?: Partial<RetentionOptions>, signal?: AbortSignal): Promise<readonly unknown[]>;
  /** What is left of a chain: sequences and actions. */
  left(tenant: string): Promise<readonly string[]>;
  exported(query: string): Promise<string>;
  /** The archives that were written, by name, decompressed. */
  written(): ReadonlyMap<string, string>;
}

const real = createHost();

export async function retaining(database: Database): Promise<Retaining> {
  const server = await startServer(database, { operations: wholeTable });
  await applyResources(server, {});
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ id: string }>(sql`SELECT id FROM environments`),
  );
  const environmentId = rows[0]?.id ?? '';
  const root = mkdtempSync(join(tmpdir(), 'dream-archives-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const { masterKey } = server;
  const work = async (worker: Worker, signal = new AbortController().signal): Promise<readonly unknown[]> => {
    const problems: unknown[] = [];
    const context = {
      database,
      now: server.clock.now(),
      signal,
      report: (problem: unknown) => void problems.push(problem),
    };
    while ((await worker.round(context)) === 'more');
    return problems;
  };
  const seal = async (): Promise<void> => {
    for (;;) {
      // A chain is signed once a second at most.
      await database.withControlPlane('write', (tx) =>
        tx.execute(sql`UPDATE audit_chains SET signed_at = signed_at - interval '1 minute'`),
      );
      await work(createSealer({ host: { random: testRandom }, masterKey }));
      // Transactions of other tests, in other databases, hold the sealer back.
      const { rows: waiting } = await database.withControlPlane('read', (tx) =>
        tx.execute(sql`
          SELECT FROM audit_entries e WHERE NOT EXISTS (SELECT FROM audit_seals s WHERE s.entry_id = e.id)
          UNION ALL SELECT FROM audit_chains WHERE signed_size < size`),
      );
      if (waiting.length === 0) return;
    }
  };
  return {
    database,
    server,
    environmentId,
    archives: pathToFileURL(root).href,
    apply: (policies) =>
      applyResources(
        server,
        Object.fromEntries(Object.entries(policies).map(([key, body]) => [`RetentionPolicy/${key}`, body])),
      ),
    async add(entries) {
      const made = entries.map(([day, tenant, action, personal]) => {
        // Whom it tells of, as it names no resource.
        const actor = personal ?? 'ada';
        const id = real.ids.next('aud');
        const at = `${day}T12:00:00.000Z`;
        const body = { action, actor: { id: actor, type: 'user' }, id, outcome: 'success', timestamp: at, version: 1 };
        return { id, tenant, action, actor, at, body: JSON.stringify(body), personal };
      });
      await database.withControlPlane('write', async (tx) => {
        for (const { action, actor, at, body, id, personal, tenant } of made) {
          await tx.execute(sql`INSERT INTO audit_entries
              (id, environment_id, tenant_id, recorded_at, occurred_at, action, outcome, actor_type, actor_id, body)
            VALUES (${id}, ${environmentId}, ${tenant}, ${at}, ${at}, ${action}, 'success', 'user', ${actor}, ${body})`);
          if (personal !== undefined)
            await tx.execute(sql`INSERT INTO audit_personal
              VALUES (${id}, ${environmentId}, ${tenant}, ${at}, ${personal}, '\\x00', '{}')`);
        }
      });
      await seal();
      return made.map(({ id }) => id);
    },
    seal,
    prune: (options = {}, signal) =>
      work(
        retentionWorker({
          host: { ...real, clock: server.clock },
          egress: { call: () => Promise.reject(new Error('nothing is called')) },
          masterKey,
          record: recordingBeside(server.host),
          version: '0.0.0-test',
          ...options,
        }),
        signal,
      ),
    async left(tenant) {
      const { rows: found } = await database.withControlPlane('read', (tx) =>
        tx.execute<{ text: string }>(sql`SELECT s.sequence || ' ' || e.action AS text FROM audit_seals s
          JOIN audit_entries e ON e.id = s.entry_id WHERE s.tenant_id = ${tenant} ORDER BY s.sequence`),
      );
      return found.map(({ text }) => text);
    },
    async exported(query) {
      return (await server.call('GET', `/v1/audit/export?${query}`, { headers: server.admin() })).text;
    },
    written() {
      const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.gz'));
      return new Map(names.map((name) => [name, gunzipSync(readFileSync(join(root, name))).toString('utf8')]));
    },
  };
}

/** What a verification of an export finds, in short. */
export async function verified(text: string): Promise<unknown> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
  const { entries, first, firstInvalid, last, valid } = await verifyExport(chunks(), []);
  return { valid, entries, first, last, ...(firstInvalid === null ? {} : { firstInvalid }) };
}

/** Does something else once an archive is written, and before it is read back. */
export function beforeReadingBack({ server }: Retaining, work: () => Promise<void>): { readonly host: Host } {
  const files: Files = {
    ...real.files,
    readBytes: async (path, ...more) => {
      await work();
      return real.files.readBytes(path, ...more);
    },
  };
  return { host: { ...real, clock: server.clock, files } };
}

/** How much there is of which everything is past its time before June 2025. */
export async function kept({ database }: Retaining): Promise<unknown> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute(sql`SELECT (SELECT count(*)::int FROM audit_entries WHERE recorded_at < '2025-06-01') AS entries,
      (SELECT count(*)::int FROM audit_personal) AS personal, (SELECT count(*)::int FROM audit_prunings) AS prunings,
      (SELECT count(*)::int FROM audit_turns) AS turns`),
  );
  return rows[0];
}
