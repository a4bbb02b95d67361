import { sql } from 'drizzle-orm';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tenantPlanPort } from '../../../../src/components/billing/tenant-plans/port.ts';
import { FollowedPlans, type PlansReading } from '../../../../src/components/features/delivery/followed-plans.ts';
import { LiveEnvironment } from '../../../../src/components/features/delivery/live-environment.ts';
import { streamEvents } from '../../../../src/components/features/delivery/stream-events.ts';
import type { Database, Session } from '../../../../src/db/contract.ts';
import { anyDatabase, useDatabases } from '../../../support/databases.ts';
import { startSignedIn } from '../../../support/signed-in.ts';

it('SC-005 of readings that end in any order, none takes back what one that began later has told', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          do: fc.constantFrom('follow', 'leave', 'move', 'all', 'unknown', 'end'),
          tenant: fc.nat(2),
          which: fc.nat(),
        }),
      ),
      (steps) => {
        const plans = new FollowedPlans();
        // Plans are numbers that only rise, so an older one is told from a newer.
        const truth = new Map<string, string>();
        const streams = ['a', 'b', 'c'].map((id) => ({
          id,
          of: [] as ReturnType<FollowedPlans['follow']>[],
          seen: -1,
        }));
        const underWay: { readonly reading: PlansReading; readonly saw: ReadonlyMap<string, string> }[] = [];
        for (const step of steps) {
          const one = streams[step.tenant];
          if (one === undefined) continue;
          if (step.do === 'follow') one.of.push(plans.follow(one.id));
          if (step.do === 'move') truth.set(one.id, String(Number(truth.get(one.id) ?? 0) + 1));
          if (step.do === 'all' || step.do === 'unknown') {
            underWay.push({ reading: plans.begin(step.do), saw: new Map(truth) });
          }
          const left = step.do === 'leave' ? one.of.pop() : undefined;
          if (left !== undefined) plans.leave(left);
          if (one.of.length === 0) one.seen = -1;
          const [ended] = step.do === 'end' ? underWay.splice(step.which % Math.max(1, underWay.length), 1) : [];
          const known = streams.map(({ of: [first] }) => first?.plan);
          const moved = ended?.reading.end(ended.saw) ?? new Set();
          for (const [
            index,
            {
              id,
              of: [first],
              seen,
            },
          ] of streams.entries()) {
            const before = known[index];
            expect(moved.has(id)).toBe(before !== undefined && first?.plan !== before);
            if (first?.plan === undefined) continue;
            const now = Number(first.plan ?? 0);
            expect(now).toBeGreaterThanOrEqual(seen);
            const stream = streams[index];
            if (stream !== undefined) stream.seen = now;
          }
        }
        const last = plans.begin('all');
        last.end(truth);
        for (const { reading, saw } of underWay) reading.end(saw);
        for (const {
          id,
          of: [first],
        } of streams) {
          if (first !== undefined) expect(first.plan).toBe(truth.get(id) ?? null);
        }
      },
    ),
  );
});

interface Reading {
  /** Tenants whose plans it asked for. */
  asked: readonly string[];
  /** Resolves when it has seen what it will find. */
  readonly saw: Promise<void>;
}

/** An environment whose answers depend on plans that its ruleset does not tell, and what is read of it. */
async function start(database: Database) {
  const { clock, seed } = await startSignedIn(database);
  const rules = (fallthrough: string) => ({
    'Flag/reports': {
      variations: { on: true, off: false },
      rules: [{ if: { 'tenant.plan': 'pro' }, serve: 'on' }],
      fallthrough,
    },
  });
  await seed.resources(rules('off'));
  const { rows } = await database.withControlPlane('read', (tx) =>
    tx.execute<{ id: string; project_id: string }>(sql`SELECT id, project_id FROM environments`),
  );
  const scope = { environmentId: rows[0]?.id ?? '', projectId: rows[0]?.project_id ?? '' };
  const readings: Reading[] = [];
  const readingOf = new WeakMap<Session, Reading>();
  const gates: Promise<void>[] = [];
  const environment = new LiveEnvironment({
    scope,
    environment: 'development',
    background: {
      async read(where, work) {
        const { promise, resolve } = Promise.withResolvers<void>();
        const reading: Reading = { asked: [], saw: promise };
        readings.push(reading);
        const gate = gates[readings.length - 1];
        const found = await database.withEnvironment(where, 'read', async (session) => {
          readingOf.set(session, reading);
          return work(session);
        });
        resolve();
        await gate;
        return found;
      },
      report: (problem) => expect(problem).toBeUndefined(),
    },
    ports: {
      plans: {
        ...tenantPlanPort,
        plansOf(session, tenants) {
          const reading = readingOf.get(session);
          if (reading !== undefined) reading.asked = tenants;
          return tenantPlanPort.plansOf(session, tenants);
        },
      },
    },
    clock,
  });
  const gone = new AbortController();
  onTestFinished(() => gone.abort());
  return {
    environment,
    readings,
    seed,
    rules,
    /** What the next reading finds is held back until it is let go. */
    hold(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      gates[readings.length] = promise;
      return resolve;
    },
    /** A stream that tells the plan of a tenant. */
    follow(tenantId: string) {
      let looks = 0;
      const events = streamEvents({
        environment,
        tenantId,
        seen: null,
        once: false,
        signal: gone.signal,
        versionOf(_live, plan) {
          looks += 1;
          return String(plan);
        },
        eventOf: (_live, _seen, version) => ({ data: version }),
      });
      return {
        looks: () => looks,
        next: async () => ((await events.next()).value ?? { data: 'the end' }).data,
      };
    },
  };
}

anyDatabase((databases) => {
  it('SC-005 the first stream of a tenant has its plan read alone, and wakes nobody', async () => {
    const { environment, follow, readings, rules, seed } = await start(await databases.shared());
    const live = await environment.current();
    const acme = follow('acme');
    expect(await acme.next()).toBe('pro');
    // Who comes at once is read at once; for those whose plan is known nothing is read.
    const [globex, nobody, twin] = [follow('globex'), follow('nobody'), follow('globex')];
    expect(await Promise.all([globex.next(), nobody.next(), twin.next()])).toEqual(['null', 'null', 'null']);
    expect(await follow('acme').next()).toBe('pro');
    expect(readings.map(({ asked }) => asked)).toEqual([[], ['acme'], ['globex', 'nobody']]);

    // A plan wakes its own streams, and a stream that comes wakes none.
    const waiting = [acme.next(), nobody.next()];
    const moved = [globex.next(), twin.next()];
    await seed.plan('globex', 'free');
    environment.changed();
    expect(await Promise.all(moved)).toEqual(['free', 'free']);
    expect(readings.map(({ asked }) => asked).slice(3)).toEqual([['acme', 'globex', 'nobody']]);
    // Not announced to it, so that whatever reads the rules again is found out.
    await seed.resources(rules('on'));
    expect(await follow('umbrella').next()).toBe('null');
    expect(await environment.current()).toBe(live);
    expect(readings.map(({ asked }) => asked).slice(4)).toEqual([['umbrella']]);
    expect([acme.looks(), nobody.looks(), globex.looks(), twin.looks()]).toEqual([1, 1, 2, 2]);

    await seed.plan('acme', 'free');
    environment.changed();
    expect(await waiting[0]).toBe('free');
  });
});

// Of the order in which two readings end, whatever the database.
describe('on one database', () => {
  const databases = useDatabases('embedded');

  it('SC-005 a plan that changes while it is read is told, whichever reading ends first', async () => {
    const { environment, follow, hold, readings, seed } = await start(await databases.shared());
    await seed.plan('globex', 'pro');
    await environment.current();
    for (const [tenantId, wholeFirst] of [
      ['acme', true],
      ['globex', false],
    ] as const) {
      const before = readings.length;
      const letAlone = hold();
      const stream = follow(tenantId);
      const first = stream.next();
      // Nothing but microtasks are before it.
      for (let turn = 0; turn < 50 && readings.length === before; turn += 1) await environment.current();
      expect(readings).toHaveLength(before + 1);
      await readings.at(-1)?.saw;
      await seed.plan(tenantId, 'free');
      const letWhole = hold();
      environment.changed();
      if (wholeFirst) {
        letWhole();
        await environment.current();
        letAlone();
        expect(await first).toBe('free');
      } else {
        letAlone();
        expect(await first).toBe('pro');
        const second = stream.next();
        letWhole();
        expect(await second).toBe('free');
      }
      expect(readings.map(({ asked }) => asked).slice(before)[0]).toEqual([tenantId]);
      // Nothing of the old plan is left.
      const next = stream.next();
      await seed.plan(tenantId, 'pro');
      environment.changed();
      expect(await next).toBe('pro');
    }
  });
});
