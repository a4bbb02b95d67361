import { describe, expect, it } from 'vitest';
import { isSealOf, sealClaims } from '../../../src/engine/sealing/seal-claims.ts';

describe('a seal of claims', () => {
  const key = new Uint8Array(32).fill(7);
  const claims = { tenantId: 'acme', roleSlugs: ['viewer'], planTier: null };
  const seal = sealClaims(key, ['env_1', 'ada'], claims);

  it('P07 fits the claims it was made for, in whatever order they come back', () => {
    expect(seal).toMatch(/^[\w-]{22}$/);
    expect(isSealOf(seal, key, ['env_1', 'ada'], { planTier: null, roleSlugs: ['viewer'], tenantId: 'acme' })).toBe(
      true,
    );
  });

  it.each([
    ['another key', new Uint8Array(32).fill(8), ['env_1', 'ada'], claims],
    ['another environment', key, ['env_2', 'ada'], claims],
    ['another user', key, ['env_1', 'bob'], claims],
    ['a context divided otherwise', key, ['env_1ada', ''], claims],
    ['another claim', key, ['env_1', 'ada'], { ...claims, planTier: 'pro' }],
    ['one claim less', key, ['env_1', 'ada'], { tenantId: 'acme', roleSlugs: ['viewer'] }],
    ['one claim more', key, ['env_1', 'ada'], { ...claims, permissions: ['*'] }],
  ])('DA-02 does not fit %s', (_what, otherKey, context, otherClaims) => {
    expect(isSealOf(seal, otherKey, context, otherClaims)).toBe(false);
  });

  it.each(['', 'x', seal.slice(0, -1), `${seal}${seal}`])('DA-02 is not %j', (text) => {
    expect(isSealOf(text, key, ['env_1', 'ada'], claims)).toBe(false);
  });
});
