// An environment with streams of audit entries, and the hands that seal and send: what workers do by themselves in a
// running server is done here when the test says so, by the clock of the test. Usage:
//
//   const setting = await prepare(await databases.shared(), { siem: { to: { webhook: { url, secret: '${secrets.SECRET}' } } } });
//   await setting.add(3);              // entries of the tenant globex, sealed and signed
//   await setting.send();              // all that can be sent now
import { sql } from 'drizzle-orm';
import { onTestFinished } from 'vitest';
import { secretValues } from '../../../../src/app/control-plane/secret-values/secret-values.ts';
import { createSealer } from '../../../../src/components/audit/sealing/sealer.ts';
import { streamWorker, type StreamTools } from '../../../../src/components/audit/streams/sending/stream-worker.ts';
import { conditionTests } from '../../../../src/components/features/condition-tests.ts';
import type { Database, SessionScope } from '../../../../src/db/contract.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { createEgress } from '../../../../src/host/egress/create-egress.ts';
import type { Worker } from '../../../../src/server/worker.ts';
import { applyResources } from '../../../support/apply-resources.ts';
import { startServer, type TestServer } from '../../../support/test-server.ts';
import { wholeTable } from '../../../support/whole-table.ts';
import { addEntries } from '../alerts/sealed-entries.ts';

export interface Streams {
  readonly [key: string]: JsonObject;
}

export interface StreamSetting {
  readonly test: TestServer;
  readonly database: Database;
  readonly scope: SessionScope;
  readonly tools: StreamTools;
  readonly worker: Worker;
  /** By key; `formerly` has the former keys of those that are renamed. */
  apply(streams: Streams, formerly?: { readonly [key: string]: string }): Promise<void>;
  /** So many more entries, sealed and signed; their ids. */
  add(count: number, differing?: Parameters<typeof addEntries>[2][number][1]): Promise<readonly string[]>;
  seal(): Promise<void>;
  /** Rounds of the worker until there is nothing to do any more. */
  send(signal?: AbortSignal): Promise<void>;
  list(): Promise<readonly JsonObject[]>;
}

export async function prepare(database: Database, streams: Streams): Promise<StreamSetting> {
  const test = await startServer(database, { operations: wholeTable });
  const { host, masterKey } = test;
  const egress = createEgress({ allowed: ['127.0.0.0/8'] });
  onTestFinished(() => egress.close());
  await test.call('PUT', '/v1/secrets/SECRET', { headers: test.admin(), body: { value: 'secret-of-streams' } });
  const scope = await scopeOf(database);
  const tools: StreamTools = {
    ...host,
    egress,
    conditions: conditionTests,
    secrets: secretValues(masterKey),
    version: '0.0.0-test',
  };
  const worker = streamWorker(tools);
  const contextOf = (signal = new AbortController().signal) => ({
    database,
    now: host.clock.now(),
    signal,
    report: (problem: unknown) => {
      throw problem;
    },
  });
  const sealer = createSealer({ host, masterKey });
  const seal = async (): Promise<void> => {
    test.clock.advance(1_000);
    // Chains are signed once a second at most, by the clock of the database.
    await database.withControlPlane('write', (tx) =>
      tx.execute(sql`UPDATE audit_chains SET signed_at = signed_at - interval '1 minute'`),
    );
    do {
      while ((await sealer.round(contextOf())) === 'more');
    } while (await isUnsealed(database));
  };
  const apply: StreamSetting['apply'] = (bodies, formerly = {}) =>
    applyResources(test, named(bodies), formerly === undefined ? {} : named(formerly));
  await apply(streams);
  return {
    test,
    database,
    scope,
    tools,
    worker,
    apply,
    seal,
    async add(count, differing) {
      const made = Array.from({ length: count }, (_, index) => [index, { ...differing }] as const);
      const ids = await addEntries(database, scope.environmentId, made);
      await seal();
      return ids;
    },
    async send(signal) {
      while ((await worker.round(contextOf(signal))) === 'more');
    },
    async list() {
      const answer = await test.call('GET', '/v1/audit/streams', { headers: test.admin() });
      return answer.json['data'] as readonly JsonObject[];
    },
  };
}

function named<T>(byKey: { readonly [key: string]: T }): { readonly [name: string]: T } {
  return Object.fromEntries(Object.entries(byKey).map(([key, value]) => [`AuditStream/${key}`, value]));
}

async function scopeOf(database: Database): Promise<SessionScope> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ id: string; project: string }>(sql`SELECT id, project_id AS project FROM environments`),
  );
  return { environmentId: rows[0]?.id ?? '', projectId: rows[0]?.project ?? '' };
}

/** Whether entries are left without their place: transactions in other databases hold the sealer back. */
async function isUnsealed(database: Database): Promise<boolean> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ left: boolean }>(sql`
      SELECT EXISTS (SELECT FROM audit_entries e WHERE NOT EXISTS (SELECT FROM audit_seals s WHERE s.entry_id = e.id))
        OR EXISTS (SELECT FROM audit_chains WHERE signed_size < size) AS left`),
  );
  return rows[0]?.left === true;
}
