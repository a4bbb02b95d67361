import { describe, expect, it } from 'vitest';
import {
  keptFor,
  readRetention,
  whichArchives,
  whichPolicy,
} from '../../../../src/components/audit/retention/which-policy.ts';
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

  it('keeps for ever what any policy holds, and what none is about', () => {
    const held = readRetention('held', { keep: '90d', legalHold: true });
    const login = { tenantId: 'globex', action: 'auth.login' };
    expect(keptFor([...policies, held], login)).toBe(Number.POSITIVE_INFINITY);
    expect(keptFor(policies, login)).toBe(90 * day);
    expect(keptFor([], login)).toBe(Number.POSITIVE_INFINITY);
  });

  it('IN-5 never makes the time shorter that an immutable one says', () => {
    const fixed = readRetention('fixed', { keep: '800d', immutable: true });
    const paid = { tenantId: 'globex', action: 'billing.paid' };
    expect(keptFor([...policies, fixed], paid)).toBe(800 * day);
    expect(keptFor([...policies, fixed], { ...paid, tenantId: 'initech' })).toBe(2557 * day);
  });

  it('IN-5 never keeps entries from the archive of an immutable one, and of several from the one that lasts longest', () => {
    const to = (address: string, keep?: string): JsonObject => ({
      keep: '90d',
      archive: { to: `s3://${address}`, ...(keep === undefined ? {} : { keep }) },
    });
    const [brief, long, never, own] = [
      readRetention('brief', { ...to('brief', '100d'), immutable: true, appliesTo: { tenants: ['globex'] } }),
      readRetention('long', { ...to('long', '800d'), immutable: true }),
      readRetention('never', { keep: '90d', immutable: true }),
      readRetention('own', { ...to('own'), appliesTo: { tenants: ['globex'], actions: ['billing.*'] } }),
    ];
    const paid = { tenantId: 'globex', action: 'billing.paid' };
    const archivedBy = (...some: readonly ReturnType<typeof readRetention>[]) =>
      whichArchives([...policies, ...some], paid)?.key;
    expect(archivedBy()).toBe('globex-billing');
    expect(archivedBy(never)).toBe('globex-billing');
    expect(archivedBy(own)).toBe('globex-billing');
    expect(archivedBy(brief)).toBe('brief');
    expect(archivedBy(brief, long, never, own)).toBe('long');
    expect(whichArchives([brief], { ...paid, tenantId: 'initech' })).toBeUndefined();
  });
});
