import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { listOf, objectOf, textOf } from '../../../../src/engine/json-fields.ts';
import { longRun } from '../../../support/long-run.ts';
import { useDatabases } from '../../../support/databases.ts';
import { retaining } from './retaining.ts';

const tenants = ['globex', 'initech'];
const actions = ['auth.login', 'auth.logout', 'billing.paid'];
const days = ['2024-01-01', '2025-03-02', '2026-03-01', '2026-10-01'];

const policy: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      keep: fc.constantFrom('90d', '300d', '800d'),
      tenants: fc.constantFrom(...tenants.map((tenant) => [tenant])),
      actions: fc.constantFrom(['auth.*'], ['billing.paid'], ['*.login']),
      immutable: fc.boolean(),
      legalHold: fc.boolean(),
    },
    { requiredKeys: ['keep'] },
  )
  .map(({ actions: about, tenants: of, ...rest }) => {
    const appliesTo = {
      ...(about === undefined ? {} : { actions: about }),
      ...(of === undefined ? {} : { tenants: of }),
    };
    return Object.keys(appliesTo).length === 0 ? rest : { ...rest, appliesTo };
  });

const databases = useDatabases('postgres');

it('FR-A004 what a plan says of entries is what then becomes of them', { timeout: 600_000 }, async () => {
  const given = fc.record({
    policies: fc.array(policy, { minLength: 1, maxLength: 4 }),
    entries: fc.array(fc.tuple(fc.constantFrom(...days), fc.constantFrom(...tenants), fc.constantFrom(...actions)), {
      minLength: 1,
      maxLength: 12,
    }),
  });
  const run = async (policies: readonly JsonObject[], entries: readonly (readonly [string, string, string])[]) => {
    const { add, apply, left, prune, server } = await retaining(await databases.open());
    await add(entries);
    const bodies = Object.fromEntries(policies.map((body, index) => [`policy-${index}`, body]));
    const resources = Object.entries(bodies).map(([key, body]) => ({ kind: 'RetentionPolicy', key, body }));
    const settings = { mode: 'test', protect: false, guardrails: { limits: {} } };
    const desired = { project: 'acme', environment: 'development', settings, resources };
    const { json } = await server.call('POST', '/v1/changesets', { headers: server.admin(), body: { desired } });
    // Each entry is told of by the one policy that decides about it.
    const told = listOf(json['changes']).flatMap((change) =>
      listOf(objectOf(objectOf(change)['impact'])['effects']).map((effect) => textOf(objectOf(effect)['text']) ?? ''),
    );
    const expected = told.reduce((sum, text) => sum + Number(/^(\d+) entr/u.exec(text)?.[1] ?? 0), 0);
    await apply(bodies);
    expect(await prune()).toEqual([]);
    const after = [...(await left('globex')), ...(await left('initech'))];
    expect(entries.length - after.length).toBe(expected);
    return expected;
  };
  let gone = 0;
  for (const { entries, policies } of fc.sample(given, { numRuns: longRun ? 40 : 5, seed: 17 }))
    gone += await run(policies, entries);
  expect(gone).toBeGreaterThan(0);
});
