// Goes through all that works beside requests, and makes each do what it says it leaves in the record. A worker or a job
// that is new says so too, or why it leaves nothing; one whose action nobody tries here fails.
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { backgroundServices } from '../../../src/app/background-services.ts';
import { components } from '../../../src/components/index.ts';
import type { Database } from '../../../src/db/contract.ts';
import type { JsonObject } from '../../../src/engine/json.ts';
import { createHost } from '../../../src/host/create-host.ts';
import type { JobHandler } from '../../../src/jobs/contract.ts';
import type { Worker } from '../../../src/server/worker.ts';
import { undeclared, type WrittenEvent } from '../../support/declared-events.ts';
import { applyResources } from '../../support/apply-resources.ts';
import { eachDatabase } from '../../support/databases.ts';
import { read } from '../../support/documents.ts';
import { startServer } from '../../support/test-server.ts';
import { theTrail, thePorts, wholeTable } from '../../support/whole-table.ts';
import { resourcesOf } from '../../components/audit/alerts/alert-setting.ts';
import { retaining } from '../../components/audit/retention/retaining.ts';
import { startWorld } from '../../components/events/webhooks/world.ts';

interface Working {
  readonly workers: readonly Worker[];
  readonly jobs: readonly JobHandler[];
}

/** All there is, as a server has it that nobody keeps from calling itself. */
function everything(host = createHost(), masterKey: Uint8Array | null = null): Working {
  const egress = { call: nobody, send: nobody, close: () => Promise.resolve() };
  const trail = theTrail(host, masterKey);
  const services = backgroundServices({ host, masterKey, ports: thePorts, egress, trail });
  return {
    workers: components.flatMap((component) => component.workers?.(services) ?? []),
    jobs: components.flatMap((component) => component.jobs?.(services) ?? []),
  };
}

const nobody = (): Promise<never> => Promise.reject(new Error('nobody is called'));

/** What makes it happen, by action, and who then did it. */
const trials: { readonly [action: string]: (database: Database) => Promise<string> } = {
  async 'webhook.disabled'(database) {
    const world = await startWorld(database);
    world.receiver.behave('/main', 'gone');
    await world.endpoint('main');
    await world.happen('a.b');
    await world.deliver('main');
    return 'webhooks.deliver';
  },
  async 'alert.fired'(database) {
    const host = createHost();
    const dream = await startServer(database, { operations: wholeTable, workers: everything(host).workers });
    // The entry of an alarm would fit it too.
    await applyResources(dream, resourcesOf({ any: { when: { action: 'alert.fir*' } } }));
    const entry = { action: 'alert.firing', actor: { id: 'ada' } };
    await dream.call('POST', '/v1/audit/entries', { headers: dream.admin(), body: entry });
    const raised = async (): Promise<number> => (await entriesOf(database, 'alert.fired')).length;
    while ((await raised()) < 1) await dream.server.work();
    while ((await unsealed(database)) > 0) await dream.server.work();
    await dream.server.work();
    return 'audit-alerts';
  },
  async 'audit.pruned'(database) {
    const { add, apply, prune } = await retaining(database);
    await apply({ all: { keep: '365d' } });
    await add([['2025-03-02', 'globex', 'auth.login']]);
    expect(await prune()).toEqual([]);
    return 'audit-retention';
  },
  async 'audit.archive_removed'(database) {
    const { add, apply, archives, prune, server } = await retaining(database);
    // So that the day is then over by the clock of the database as well.
    server.clock.advance(-240 * 86_400_000);
    await apply({ all: { keep: '365d', archive: { to: archives, keep: '1d' } } });
    await add([['2025-03-02', 'globex', 'auth.login']]);
    expect(await prune()).toEqual([]);
    server.clock.advance(86_400_000);
    expect(await prune()).toEqual([]);
    return 'audit-retention';
  },
  async 'audit.restore_ended'(database) {
    const { environmentId, prune } = await retaining(database);
    await database.withControlPlane('write', (tx) =>
      tx.execute(sql`INSERT INTO audit_entries (transaction, id, environment_id, tenant_id, recorded_at, restored_until,
          occurred_at, action, outcome, actor_type, actor_id, body)
        VALUES ('0', 'aud_back', ${environmentId}, 'globex', '2026-01-02', '2026-11-03', '2026-01-02', 'auth.login', 'success',
          'user', 'ada', '{}')`),
    );
    expect(await prune()).toEqual([]);
    return 'audit-retention';
  },
};

/** What is no worker's and no job's, and what it leaves in the record. */
const elsewhere: { readonly [path: string]: string } = {
  'src/server/auth/known-keys.ts': 'nothing: it reads',
  'src/server/auth/ensure-environment.ts': 'environment.created, environment.mode_changed: tried below',
  'src/server/auth/key-usage.ts': 'nothing: the requests of the key have entries of their own',
  'src/server/idempotency/prune-answers.ts': 'nothing: what was answered stands in the record already',
  'src/server/limits/shared-counts.ts': 'nothing: counts of requests are a stream that lasts for minutes',
  'src/app/control-plane/secrets/count-unopened.ts': 'nothing: it reads',
  'src/jobs/jobs-database.ts': 'what the jobs leave that it finds',
  'src/db/promote.ts': 'nothing: the record is copied with all else',
};

async function unsealed(database: Database): Promise<number> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute(sql`SELECT FROM audit_entries e WHERE NOT EXISTS (SELECT FROM audit_seals s WHERE s.entry_id = e.id)`),
  );
  return rows.length;
}

interface Kept extends Record<string, unknown> {
  readonly entry: JsonObject;
  /** Types and subjects of the events of the same transaction. */
  readonly events: readonly string[];
}

async function entriesOf(database: Database, action: string): Promise<readonly Kept[]> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<Kept>(sql`
      SELECT body::jsonb AS entry, array(
        SELECT type || ' ' || subject FROM domain_events WHERE transaction = e.transaction AND type = e.action
      ) AS events
      FROM audit_entries e WHERE action = ${action} ORDER BY id`),
  );
  return rows;
}

async function eventsOf(database: Database, type: string): Promise<readonly WrittenEvent[]> {
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<WrittenEvent>(sql`SELECT type, payload FROM domain_events WHERE type = ${type}`),
  );
  return rows;
}

const leaving = ({ workers, jobs }: Working) => [
  ...workers.map(({ name, recordedAs }) => ({ name, recordedAs })),
  ...jobs.map(({ kind, recordedAs }) => ({ name: kind.name, recordedAs })),
];

describe('work beside requests', () => {
  it('FR-A001 says what it leaves in the record, or why it leaves nothing', () => {
    const all = leaving(everything());
    expect(all.length).toBeGreaterThan(10);
    for (const { name, recordedAs } of all) {
      if ('nothing' in recordedAs) {
        expect({ name, reason: recordedAs.nothing }).toEqual({ name, reason: expect.stringMatching(/\w+ \w+/) });
      } else {
        expect({ name, tried: recordedAs.filter((action) => action in trials) }).toEqual({ name, tried: recordedAs });
      }
    }
    const actions = all.flatMap(({ recordedAs }) => ('nothing' in recordedAs ? [] : recordedAs));
    expect(new Set(Object.keys(trials))).toEqual(new Set(actions));
  });

  it('FR-A001 so does whatever else works outside an environment', () => {
    const listed = [
      ...read('docs/decisions/0007-who-works-outside-an-environment.md').matchAll(
        /^\| `(src\/(?!components\/)[^`]+)`/gm,
      ),
    ].map(([, path]) => String(path));
    expect(new Set(Object.keys(elsewhere))).toEqual(new Set(listed));
  });
});

eachDatabase((databases) => {
  it.each(Object.keys(trials))(
    'FR-A001 FR-A002 SC-006 what is done beside requests leaves one entry and its event in its own transaction: %s',
    async (action) => {
      const database = await databases.shared();
      const who = await trials[action]?.(database);
      const [found, ...more] = await entriesOf(database, action);
      expect(more).toEqual([]);
      const { resource } = found?.entry ?? {};
      expect(undeclared(await eventsOf(database, action))).toEqual([]);
      expect(found).toMatchObject({
        entry: {
          actor: { type: 'system', id: who },
          outcome: 'success',
          resource: { type: expect.any(String), id: expect.any(String) },
        },
        events: [expect.stringMatching(new RegExp(`^${action} `, 'u'))],
      });
      expect(resource).toBeDefined();
      expect([found?.entry['before'], found?.entry['after']]).not.toContain(undefined);
    },
  );

  it('FR-A001 an environment that comes of a first use, and the mode that it takes over, have their entries and events', async () => {
    const database = await databases.shared();
    const { admin, call } = await startServer(database, { operations: wholeTable });
    const asking = { 'x-request-id': 'req_first', 'user-agent': 'dream/1' };
    for (const mode of ['test', 'live', 'live'] as const) {
      await call('GET', '/v1/status', { headers: { ...admin('production', mode), ...asking } });
    }
    const actor = { type: 'local', id: 'local', ip: '127.0.0.1', userAgent: 'dream/1' };
    const about = { actor, requestId: 'req_first', resource: { type: 'environment', id: 'production' } };
    expect(await entriesOf(database, 'environment.created')).toMatchObject([
      {
        entry: { ...about, before: null, after: { project: 'acme', mode: 'test' } },
        events: ['environment.created environment/production'],
      },
    ]);
    for (const type of ['environment.created', 'environment.mode_changed']) {
      expect(undeclared(await eventsOf(database, type))).toEqual([]);
    }
    expect(await entriesOf(database, 'environment.mode_changed')).toMatchObject([
      {
        entry: { ...about, before: { mode: 'test' }, after: { mode: 'live' } },
        events: ['environment.mode_changed environment/production'],
      },
    ]);
  });
});
