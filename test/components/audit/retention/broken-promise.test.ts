import { describe, expect, it } from 'vitest';
import { brokenPromise } from '../../../../src/components/audit/retention/broken-promise.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { eachDatabase } from '../../../support/databases.ts';
import { retaining } from './retaining.ts';

const fixed: JsonObject = {
  keep: '2557d',
  immutable: true,
  appliesTo: { actions: ['billing.*', 'invoice.*'] },
  archive: { to: 's3://acme-audit', keep: '3650d' },
};

describe('an immutable retention policy', () => {
  it.each<readonly [string, JsonObject | null, boolean]>([
    ['stays as it is', fixed, true],
    ['keeps longer', { ...fixed, keep: '4000d' }, true],
    ['is about more', { ...fixed, appliesTo: { actions: ['invoice.*', 'refund.*', 'billing.*'] } }, true],
    ['is about everything', { keep: '2557d', immutable: true, archive: { to: 's3://elsewhere' } }, true],
    ['holds', { ...fixed, legalHold: true }, true],
    ['is deleted', null, false],
    ['is not immutable any more', { ...fixed, immutable: false }, false],
    ['keeps for a shorter time', { ...fixed, keep: '2556d' }, false],
    ['is about fewer actions', { ...fixed, appliesTo: { actions: ['billing.*'] } }, false],
    ['is about one tenant only', { ...fixed, appliesTo: { ...Object(fixed['appliesTo']), tenants: ['acme'] } }, false],
    ['deletes instead of archiving', { keep: '2557d', immutable: true }, false],
    ['keeps its archive for a shorter time', { ...fixed, archive: { to: 's3://acme-audit', keep: '9d' } }, false],
  ])('IN-5 %s', (_, after, isKept) => {
    expect(brokenPromise(fixed, after) === null).toBe(isKept);
    expect(brokenPromise({ ...fixed, immutable: false }, after)).toBeNull();
  });
});

eachDatabase((databases) => {
  it('IN-5 is neither shortened nor removed by an apply, nor by a rollback', async () => {
    const { apply, server } = await retaining(await databases.shared());
    await apply({ fixed: { keep: '365d', immutable: true } });
    await expect(apply({ fixed: { keep: '364d', immutable: true } })).rejects.toThrow(
      'RetentionPolicy/fixed is immutable and keeps entries for 365d or longer, not for 364d',
    );
    await expect(apply({})).rejects.toThrow('RetentionPolicy/fixed is immutable and cannot be deleted');
    await apply({ fixed: { keep: '400d', immutable: true } });
    const back = (to: number) =>
      server.call('POST', `/v1/revisions/${to}/rollback`, { headers: server.admin(), body: { author: 'ada' } });
    expect((await back(2)).text).toContain('is immutable and keeps entries for 400d or longer, not for 365d');
    expect((await back(1)).text).toContain('is immutable and cannot be deleted');
  });
});
