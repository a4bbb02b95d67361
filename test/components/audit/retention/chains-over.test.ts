import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import {
  isWhollyOver,
  type RetainedEnvironment,
  selectOver,
} from '../../../../src/components/audit/retention/months/chains-over.ts';
import { readRetention } from '../../../../src/components/audit/retention/which-policy.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { retaining } from './retaining.ts';

const month = { begin: new Date('2025-03-01'), end: new Date('2025-04-01') };
const now = new Date('2026-03-01');

eachDatabase((databases) => {
  it('FR-A004 finds the chains of a month of which nothing is kept, whether or not a policy tells actions apart', async () => {
    const { database, environmentId } = await retaining(await databases.shared());
    // Each has two places. The last one alone has an action of its own, and a place that is not the next.
    await database.withControlPlane('write', (tx) =>
      tx.execute(sql`
        WITH written AS (
          INSERT INTO audit_entries
            (id, environment_id, tenant_id, recorded_at, occurred_at, action, outcome, actor_type, actor_id, body)
          SELECT 'aud_' || n || place, ${environmentId}, 't' || n, at, at,
            CASE WHEN n = 3 THEN 'auth.last' ELSE 'auth.login' END, 'success', 'user', 'ada', '{}'
          FROM generate_series(1, 3) AS n CROSS JOIN generate_series(7, 8) AS place
            CROSS JOIN LATERAL (SELECT '2025-03-02'::timestamptz AS at) AS moment
          RETURNING environment_id, tenant_id, id, recorded_at
        )
        INSERT INTO audit_seals (environment_id, tenant_id, sequence, entry_id, recorded_at, leaf, hash, previous_hash)
        SELECT environment_id, tenant_id, right(id, 1)::int + CASE WHEN id = 'aud_38' THEN 2 ELSE 0 END, id, recorded_at,
          '\\x00', '\\x00', '\\x00'
        FROM written`),
    );
    const wholly: boolean[] = [];
    const over = async (policies: { readonly [key: string]: JsonObject }): Promise<unknown> => {
      const read = Object.entries(policies).map(([key, body]) => readRetention(key, body));
      // Of an environment, all that is asked for here is its policies.
      const retained = { policies: read } as unknown as RetainedEnvironment;
      const environments = new Map([[environmentId, retained]]);
      // What is past as a whole is past by each of its chains too.
      wholly.push(await isWhollyOver(month, { database, environments, now }));
      // The last is told by nothing else than all that is there.
      const chains = await selectOver(month, { database, environments, looked: 1, now });
      if (chains === null) return null;
      return {
        chains: chains.length,
        last: chains
          .filter(({ tenantId }) => tenantId === 't3')
          .map(({ dues }) => dues.map(({ archive, policies: keys }) => [archive, ...keys])),
      };
    };
    const all = { keep: '90d' };
    const gone = (...dues: readonly unknown[]) => ({ chains: 3, last: [dues] });
    const ofLast = { appliesTo: { tenants: ['t3'] } };
    const ofAction = { appliesTo: { actions: ['auth.last'] } };
    expect(await over({ all })).toEqual(gone([null, 'all']));
    expect(await over({ all: { ...all, archive: { to: 'file:///a' } } })).toEqual(gone(['file:///a', 'all']));
    expect(await over({ all, own: { keep: '180d', ...ofLast } })).toEqual(gone([null, 'own']));
    expect(await over({ all, own: { keep: '2557d', ...ofLast } })).toBe(null);
    expect(await over({ all, own: { keep: '90d', legalHold: true, ...ofLast } })).toBe(null);
    expect(await over({ all, own: { keep: '2557d', ...ofAction } })).toBe(null);
    expect(await over({ all, own: { keep: '90d', legalHold: true, ...ofAction } })).toBe(null);
    expect(await over({ all, own: { keep: '180d', ...ofLast, archive: { to: 'file:///b' } } })).toEqual(
      gone(['file:///b', 'own']),
    );
    expect(await over({ all, none: { keep: '2557d', appliesTo: { actions: ['auth.none'] } } })).toMatchObject({
      chains: 3,
    });
    expect(await over({ of: { keep: '90d', ...ofLast } })).toBe(null);
    expect(wholly).toStrictEqual([true, ...wholly.slice(1).fill(false)]);
    expect(await over({ all, longer: { keep: '200d' } })).toEqual(gone([null, 'longer']));
    expect(await over({ all: { keep: '2557d' } })).toBe(null);
    expect(await over({ all: { ...all, legalHold: true } })).toBe(null);
    expect(await over({})).toBe(null);
    expect(wholly.slice(-4)).toStrictEqual([true, false, false, false]);
    // An environment that nobody knows any more.
    expect(await isWhollyOver(month, { database, environments: new Map(), now })).toBe(false);
  });
});
