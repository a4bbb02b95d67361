import { describe, expect, it } from 'vitest';
import { keptFor, readRetention, whichPolicy } from '../../../../src/components/audit/retention/which-policy.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';

const day = 86_400_000;
const bodies: { readonly [key: string]: JsonObject } = {
  everything: { keep: '365d' },
  longer: { keep: '400d' },
  billing: { keep: '2557d', appliesTo: { actions: ['billing.*', 'invoice.*'] } },
  globex: { keep: '90d', appliesTo: { tenants: ['globex'] } },
  'globex-billing': { keep: '100d', appliesTo: { tenants: ['globex'], actions: ['billing.*'] } },
};
const policies = Object.entries(bodies).map(([key, body]) => readRetention(key, body));

describe('the policy that decides about an entry', () => {
  it.each([
    ['', 'auth.login', 'longer'],
    ['initech', 'auth.login', 'longer'],
    ['initech', 'billing.paid', 'billing'],
    ['globex', 'auth.login', 'globex'],
    ['globex', 'invoice.sent', 'globex'],
    ['globex', 'billing.paid', 'globex-billing'],
  ])('FR-A004 of tenant %j and action %s is %s', (tenantId, action, key) => {
    expect(whichPolicy(policies, { tenantId, action })?.key).toBe(key);
  });

  it('keeps for ever what it holds, and what no policy is about', () => {
    const [held] = [readRetention('held', { keep: '90d', legalHold: true })];
    expect([keptFor(held), keptFor(policies[0]), keptFor(whichPolicy([], { tenantId: '', action: 'a.b' }))]).toEqual([
      Number.POSITIVE_INFINITY,
      365 * day,
      Number.POSITIVE_INFINITY,
    ]);
  });
});
