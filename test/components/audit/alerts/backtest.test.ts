import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { listOf, objectOf } from '../../../../src/engine/json-fields.ts';
import { textOf } from '../../../support/test-server.ts';
import { anyDatabase, useDatabases } from '../../../support/databases.ts';
import { longRun } from '../../../support/long-run.ts';
import { fired, prepare, resourcesOf, type Setting } from './alert-setting.ts';
import { bodyOf, entries, rule } from './random-rules.ts';
import { watch } from './sealed-entries.ts';
import { instant } from './entries.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const failed = { action: 'auth.login', outcome: 'failure' };
const bruteForce = { when: failed, count: { atLeast: 5, within: '10m', by: 'actor.id' } };

async function backtestOf({ server }: Setting, body: JsonObject) {
  return server.call('POST', '/v1/alerts/backtest', { headers: server.admin(), body });
}

/** Impact of one change, as a changeset tells it. */
async function impactOf({ server }: Setting, rules: { readonly [key: string]: JsonObject }, formerly?: string) {
  const resources = Object.entries(resourcesOf(rules)).map(([name, body]) => ({
    kind: 'AlertRule',
    key: name.slice('AlertRule/'.length),
    body,
    ...(formerly === undefined ? {} : { movedFrom: formerly }),
  }));
  const settings = { mode: 'test', protect: false, guardrails: { limits: {} } };
  const desired = { project: 'acme', environment: 'development', settings, resources };
  const { json, text } = await server.call('POST', '/v1/changesets', { headers: server.admin(), body: { desired } });
  const changes = listOf(json['changes']).map((change) => objectOf(objectOf(change)['impact']));
  if (changes.length === 0) throw new Error(text);
  return changes;
}

anyDatabase((databases) => {
  describe('a backtest', () => {
    it('says when a rule would have been raised, and raises nothing', async () => {
      const setting = await prepare(await databases.shared(), {});
      await setting.add([0, 1, 2, 3, 4].map((after) => [after * minute, { tenantId: 'globex' }] as const));
      setting.server.clock.advance(day);
      const answer = await backtestOf(setting, { rule: { ...resourcesOf({ a: bruteForce })['AlertRule/a'] } });
      expect(answer.json).toEqual({
        count: 1,
        entries: expect.any(Number) as number,
        since: '2026-12-03T00:00:00.000Z',
        until: '2027-01-02T00:00:00.000Z',
        complete: true,
        firings: [
          {
            tenant: 'globex',
            key: 'ada',
            sequence: 5,
            count: 5,
            windowStart: instant(0),
            windowEnd: instant(4 * minute),
            happenedAt: instant(4 * minute),
          },
        ],
      });
      expect(await fired(setting.database)).toEqual([]);
      const later = { since: instant(minute), until: instant(day) };
      const part = await backtestOf(setting, { ...later, rule: { ...resourcesOf({ a: bruteForce })['AlertRule/a'] } });
      expect([part.json['count'], part.json['entries']]).toEqual([0, 4]);
    });

    it('refuses what is no rule, and no time', async () => {
      const setting = await prepare(await databases.shared(), {});
      const rules: readonly JsonObject[] = [{}, { when: { action: 'a.b', nonsense: 1 } }, bruteForce];
      const codes = await Promise.all(rules.map(async (body) => (await backtestOf(setting, { rule: body })).code));
      expect(codes).toEqual(Array.from({ length: 3 }, () => 'alerts/invalid-rule'));
      const both = { ...resourcesOf({ a: { ...bruteForce, absent: { for: '1h' } } })['AlertRule/a'] };
      const answer = await backtestOf(setting, { rule: both });
      expect(answer.json['error']).toMatchObject({
        message: 'This is no AlertRule. /absent: A rule has one pattern, and this one already has `count`.',
      });
      const reversed = {
        rule: { ...resourcesOf({ a: bruteForce })['AlertRule/a'] },
        since: instant(1),
        until: instant(0),
      };
      expect((await backtestOf(setting, reversed)).code).toBe('alerts/span-reversed');
      const now = setting.server.clock.now().getTime();
      const inDays = (days: number): string => new Date(now + days * day).toISOString();
      const ahead = await backtestOf(setting, { rule: reversed.rule, since: inDays(1), until: inDays(2) });
      expect(ahead.code).toBe('alerts/span-reversed');
    });
  });

  describe('what was sent in place of a rule', () => {
    it('is refused with the places and the words of `dream validate`', async () => {
      const setting = await prepare(await databases.shared(), {});
      const refusalOf = async (rule: JsonObject) => {
        const error = objectOf((await backtestOf(setting, { rule })).json['error']);
        const found = listOf(objectOf(error['details'])['findings']).map(objectOf);
        return [error['message'], ...found.map(({ code, pointer }) => `${textOf(code)} ${textOf(pointer)}`)];
      };
      const good = { ...resourcesOf({ a: { when: failed } })['AlertRule/a'] };
      expect(await refusalOf({ ...good, threshold: { count: 5 } })).toEqual([
        'This is no AlertRule. /threshold: `threshold` is not a field of AlertRule.',
        'field/unknown /threshold',
      ]);
      expect(await refusalOf({ when: failed })).toEqual([
        'This is no AlertRule. This AlertRule has no `then`.',
        'field/missing ',
      ]);
      expect(await refusalOf({ ...good, count: { atLeast: 5, within: '10 minutes', by: 'nobody' } })).toEqual([
        expect.stringContaining('This is no AlertRule. /count/within: `within` cannot be `10 minutes`'),
        'value/pattern /count/within',
        'value/pattern /count/by',
      ]);
      expect(await refusalOf({ ...good, enabled: 'nonsense' })).toEqual([
        expect.stringContaining('This is no AlertRule. /enabled: '),
        'value/type /enabled',
      ]);
    });

    it('may name its key, and be one that is not enabled', async () => {
      const setting = await prepare(await databases.shared(), {});
      const rule = { ...resourcesOf({ a: { when: failed } })['AlertRule/a'], key: 'mine', enabled: false };
      expect((await backtestOf(setting, { rule })).json).toMatchObject({ count: 0 });
    });
  });

  describe('the impact of a changed rule', () => {
    it('is how often it would have been raised, and when, before and after', async () => {
      const setting = await prepare(await databases.shared(), { 'brute-force': bruteForce });
      const logins = [0, 1, 2, 3, 4, 20, 21, 22, 50].map((at) => [at * minute, { tenantId: 'globex' }] as const);
      await setting.add(logins);
      setting.server.clock.advance(day);
      const three = { ...bruteForce, count: { ...bruteForce.count, atLeast: 3 } };
      expect(await impactOf(setting, { 'brute-force': three })).toMatchObject([
        {
          status: 'some',
          reason:
            '2 more alarms in the last 30 days, 2 instead of 1; 1 fewer alarm in the last 30 days, 2 instead of 1',
          figures: { alarmsAdded: 2, alarmsMissed: 1 },
          effects: [
            {
              figure: 'alarmsAdded',
              count: 2,
              affected: [
                {
                  name: '2027-01-01 00:02:00 ada',
                  tenant: 'globex',
                  subject: { type: 'entry', id: 'ada 3' },
                  resource: { kind: 'AlertRule', key: 'brute-force' },
                },
                { name: '2027-01-01 00:22:00 ada' },
              ],
            },
            { figure: 'alarmsMissed', count: 1, affected: [{ name: '2027-01-01 00:04:00 ada' }] },
          ],
        },
      ]);
      const quiet = { ...bruteForce, count: { ...bruteForce.count, within: '9m' } };
      const reasonOf = async (...asked: readonly [{ readonly [key: string]: JsonObject }, string?]) =>
        (await impactOf(setting, ...asked)).map(({ reason }) => reason);
      expect(await reasonOf({ 'brute-force': quiet })).toEqual(['the same 1 alarm in the last 30 days']);
      expect(await reasonOf({ 'brute-force': { ...bruteForce, severity: 'low' } })).toEqual([
        'when it is raised stays as it is',
      ]);
      expect(await reasonOf({ 'brute-force': { ...bruteForce, enabled: false } })).toEqual([
        '1 fewer alarm in the last 30 days',
      ]);
      expect(await reasonOf({ guessing: bruteForce }, 'brute-force')).toEqual(['when it is raised stays as it is']);
      expect(await reasonOf({ 'brute-force': bruteForce, more: { when: failed } })).toEqual([
        '9 more alarms in the last 30 days',
      ]);
      expect(await reasonOf({})).toEqual(['1 fewer alarm in the last 30 days']);
      setting.server.clock.advance(60 * day);
      expect(await reasonOf({ 'brute-force': three })).toEqual([
        'no alarm in the last 30 days: there are no audit entries of that time',
      ]);
    });
  });

  describe('what there is to see of alarms', () => {
    it('is listed by rule, and by time', async () => {
      const setting = await prepare(await databases.shared(), {
        'brute-force': { ...bruteForce, name: 'Guessing', severity: 'high', tags: ['T1110'] },
        off: { ...bruteForce, enabled: false },
      });
      const { add, database, server } = setting;
      for (const tenantId of ['globex', 'initech', 'globex']) {
        await add([0, 1, 2, 3, 4].map((after) => [after, { tenantId }] as const));
        await watch(database, minute);
      }
      const get = (path: string, more: { readonly [name: string]: string } = {}) =>
        server.call('GET', path, { headers: { ...server.admin(), ...more } });
      const rules = await get('/v1/alerts');
      expect(rules.json['data']).toMatchObject([
        {
          key: 'brute-force',
          name: 'Guessing',
          severity: 'high',
          enabled: true,
          tags: ['T1110'],
          lastFiring: { tenant: 'globex', sequence: 10 },
        },
        { key: 'off', name: null, severity: 'medium', enabled: false, lastFiring: null },
      ]);
      const first = await get('/v1/alerts/firings?limit=2');
      expect(first.json).toMatchObject({
        data: [
          { tenant: 'globex', sequence: 10 },
          { tenant: 'initech', sequence: 5, key: 'ada', rule: 'brute-force' },
        ],
        hasMore: true,
      });
      const next = await get(`/v1/alerts/firings?limit=2&cursor=${textOf(first.json['nextCursor'])}`);
      expect(next.json).toMatchObject({ data: [{ tenant: 'globex', sequence: 5 }], hasMore: false, nextCursor: null });
      expect((await get('/v1/alerts/firings?key=bob')).json['data']).toEqual([]);
      expect((await get('/v1/alerts/firings?rule=off')).json['data']).toEqual([]);
    });
  });
});

describe('on both databases alike', () => {
  const databases = useDatabases('postgres');

  it('FR-A006 a backtest finds what was raised while it happened', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rule, { minLength: 20, maxLength: 20 }),
        fc.array(entries, { minLength: 4, maxLength: 4 }),
        async (rules, written) => {
          const bodies = Object.fromEntries(rules.map((one, index) => [`rule-${index}`, bodyOf(one)]));
          const setting = await prepare(await databases.open(), bodies);
          for (const some of written) {
            if (some.length > 0) await setting.add(some.map((entry) => [0, entry] as const));
            await watch(setting.database, minute);
          }
          await watch(setting.database, day);
          const raised = Map.groupBy(await fired(setting.database), (one) => one.rule);
          for (const [key, body] of Object.entries(bodies)) {
            const tried = { ...resourcesOf({ [key]: body })[`AlertRule/${key}`] };
            const { json } = await backtestOf(setting, {
              rule: tried,
              since: '2026-12-31T00:00:00Z',
              until: instant(day),
            });
            const found = listOf(json['firings']).map(objectOf);
            const named = (one: JsonObject) => JSON.stringify([one['tenant'] ?? '', one['key'], one['sequence']]);
            expect(found.map(named).toSorted()).toEqual(
              (raised.get(key) ?? []).map((one) => named({ ...one })).toSorted(),
            );
          }
        },
      ),
      { numRuns: longRun ? 50 : 1 },
    );
  });
});
