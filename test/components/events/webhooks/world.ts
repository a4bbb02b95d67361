// An environment with webhook endpoints, and the hands that turn what happens into calls: what workers and jobs do by
// themselves in a running server is done here when the test says so, by the clock of the test. Usage:
//
//   const world = await startWorld(await databases.shared());
//   await world.endpoint('main', { events: ['*'] });
//   await world.happen('flag.updated');
//   await world.deliver('main');
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { onTestFinished } from 'vitest';
import { secretValues } from '../../../../src/app/control-plane/secret-values/secret-values.ts';
import { eventKeepingWorker } from '../../../../src/components/events/keeping/keeping-worker.ts';
import type { Attempt } from '../../../../src/components/events/webhooks/attempt.ts';
import { deliverHandler } from '../../../../src/components/events/webhooks/calling/deliver.ts';
import { fanOutWorker } from '../../../../src/components/events/webhooks/fan-out/fan-out-worker.ts';
import type { Database, SessionScope } from '../../../../src/db/contract.ts';
import { insertDomainEvents } from '../../../../src/db/domain-events.ts';
import type { Json, JsonObject } from '../../../../src/engine/json.ts';
import { createEgress } from '../../../../src/host/egress/create-egress.ts';
import type { Egress } from '../../../../src/host/contract.ts';
import type { JobHandler, JobRun } from '../../../../src/jobs/contract.ts';
import type { Worker } from '../../../../src/server/worker.ts';
import { startServer, type TestServer } from '../../../support/test-server.ts';
import { type Receiver, startReceiver } from '../../../support/webhook-receiver.ts';
import { recordingBeside, wholeTable } from '../../../support/whole-table.ts';

/** As it stands in its table. */
export interface KeptDelivery extends Record<string, unknown> {
  readonly event: string;
  readonly state: string;
  readonly tries: number;
  readonly due: Date | string | null;
  readonly calls: number;
  readonly attempts: readonly Attempt[];
}

export interface WebhookWorld {
  readonly test: TestServer;
  readonly receiver: Receiver;
  readonly scope: SessionScope;
  /** Resolves when followers may see all that has happened. */
  settled(): Promise<void>;
  readonly worker: Worker;
  readonly egress: Egress;
  readonly handler: JobHandler;
  /** That of another server. */
  handlerWith(egress: Egress, masterKey?: Uint8Array): JobHandler;
  /** What a handler is told of the endpoint that it is to call. */
  job(endpoint: string): JobRun;
  /** Creates an endpoint that is called at `/<key>`, with a secret that is the key, unless told otherwise. */
  endpoint(key: string, body?: JsonObject): Promise<void>;
  /** Resolves to the id of the event. */
  happen(type: string, more?: { readonly tenant?: string; readonly data?: JsonObject }): Promise<string>;
  /** Turns all that has happened into deliveries. */
  fanOut(): Promise<void>;
  /** The same, and makes all calls of the endpoint that are due now. */
  deliver(endpoint: string): Promise<void>;
  /** What is done once an hour. */
  forgetOld(): Promise<void>;
  /** All deliveries of an endpoint in the order of their events. */
  deliveries(endpoint: string): Promise<readonly KeptDelivery[]>;
  admin(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: Json): Promise<JsonObject>;
}

export async function startWorld(database: Database): Promise<WebhookWorld> {
  const test = await startServer(database, { operations: wholeTable });
  const receiver = await startReceiver();
  const { host, masterKey } = test;
  const admin: WebhookWorld['admin'] = async (method, path, body) => {
    const answer = await test.call(method, path, { headers: test.admin(), ...(body === undefined ? {} : { body }) });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
    return answer.json;
  };
  await admin('PUT', '/v1/secrets/HOOK', { value: 'whsec_of_the_hook' });
  const scope = await scopeOf(database);
  const egress = createEgress({ allowed: ['127.0.0.0/8'] });
  onTestFinished(() => egress.close());
  const worker = fanOutWorker(host.ids);
  const record = recordingBeside(host);
  const secrets = secretValues(masterKey);
  const handlerWith: WebhookWorld['handlerWith'] = (calling, key = masterKey) =>
    deliverHandler({ host, clock: host.clock, egress: calling, secrets, masterKey: key, record });
  const handler = handlerWith(egress);
  const job: WebhookWorld['job'] = (endpoint) => ({
    data: { projectId: scope.projectId, environmentId: scope.environmentId, endpoint },
    attempt: 0,
    signal: new AbortController().signal,
    database,
  });
  const context = { database, now: host.clock.now(), signal: new AbortController().signal, report: () => undefined };
  const work = async (doing: Worker): Promise<void> => {
    while ((await doing.round({ ...context, now: host.clock.now() })) === 'more');
  };
  const fanOut = (): Promise<void> => work(worker);
  return {
    test,
    receiver,
    scope,
    settled: () => allSettled(database),
    worker,
    egress,
    handler,
    handlerWith,
    job,
    admin,
    fanOut,
    forgetOld: () => work(eventKeepingWorker()),
    async endpoint(key, body = {}) {
      const whole = { url: `${receiver.url}/${key}`, secret: '${secrets.HOOK}', events: ['*'], ...body };
      await admin('PUT', `/v1/resources/WebhookEndpoint/${key}`, { body: whole });
      await forget(database);
    },
    async happen(type, { tenant, data = {} } = {}) {
      const id = host.ids.next('evt');
      const createdAt = host.clock.now();
      await database.withEnvironment(scope, 'write', (session) =>
        insertDomainEvents(session, [
          {
            id,
            environmentId: scope.environmentId,
            tenantId: tenant ?? null,
            type,
            subject: 'thing/1',
            payload: data,
            createdAt,
          },
        ]),
      );
      await allSettled(database);
      return id;
    },
    async deliver(endpoint) {
      await allSettled(database);
      await fanOut();
      await handler.run(job(endpoint));
    },
    async deliveries(endpoint) {
      const { rows } = await database.withControlPlane('read', (tx) =>
        tx.execute<KeptDelivery>(sql`
          SELECT event_id AS event, state, tries, due_at AS due, jsonb_array_length(attempts) AS calls, attempts
          FROM webhook_deliveries WHERE endpoint = ${endpoint} ORDER BY event_transaction, event_id`),
      );
      return rows;
    },
  };
}

/** Resolves when followers may see all events: transactions of other tests on the same server hold them back too. */
async function allSettled(database: Database): Promise<void> {
  for (;;) {
    const { rows } = await database.withControlPlane('read', (tx) =>
      tx.execute(sql`SELECT FROM domain_events WHERE transaction >= pg_snapshot_xmin(pg_current_snapshot()) LIMIT 1`),
    );
    if (rows.length === 0) return;
    await pause(5);
  }
}

/** What creating an endpoint makes happen is not what tests are about. */
async function forget(database: Database): Promise<void> {
  await database.withControlPlane('write', (tx) => tx.execute(sql`DELETE FROM domain_events`));
}

async function scopeOf(database: Database): Promise<SessionScope> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ project: string; environment: string }>(
      sql`SELECT project_id AS project, id AS environment FROM environments WHERE key = 'development'`,
    ),
  );
  const [row] = rows;
  if (row === undefined) throw new Error('there is no environment');
  return { projectId: row.project, environmentId: row.environment };
}
