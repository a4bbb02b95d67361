import { describe, expect, it } from 'vitest';
import { dueEntries } from '../../../../src/components/audit/retention/due-entries.ts';
import { keptUntil } from '../../../../src/components/audit/retention/removing/kept-until.ts';
import { readRetention } from '../../../../src/components/audit/retention/which-policy.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';

const now = new Date('2026-11-20T00:00:00Z');
const to = 's3://acme-audit';
const promised = readRetention('all', { keep: '90d', immutable: true, archive: { to, keep: '400d' } });

/** By which policies entries of globex go to their archive, and how long that is kept. */
function fateUnder(archive: JsonObject | undefined): unknown {
  const policies = [
    promised,
    readRetention('globex', {
      keep: '90d',
      appliesTo: { tenants: ['globex'] },
      ...(archive === undefined ? {} : { archive }),
    }),
  ];
  return dueEntries(policies, { tenantId: 'globex', actions: ['auth.login'] }, now).map((due) => [
    due.archive,
    due.policies,
    keptUntil(policies, { tenantId: 'globex', policies: due.policies, prunedAt: now })?.toISOString() ?? 'for ever',
  ]);
}

describe('entries that go to the archive of an immutable policy', () => {
  it.each<[string, JsonObject | undefined, unknown]>([
    ['keeps it longer', { to, keep: '3650d' }, [to, ['all', 'globex'], '2036-11-17T00:00:00.000Z']],
    ['keeps it for ever', { to }, [to, ['all', 'globex'], 'for ever']],
    ['keeps it elsewhere', { to: 's3://globex', keep: '500d' }, [to, ['all', 'globex'], '2028-04-03T00:00:00.000Z']],
    ['keeps it for a shorter time', { to, keep: '10d' }, [to, ['all', 'globex'], '2027-12-25T00:00:00.000Z']],
    ['has no archive', undefined, [to, ['all'], '2027-12-25T00:00:00.000Z']],
  ])(
    'FR-A004 are kept as long as the longest says, where the policy that decides about them %s',
    (_, archive, fate) => {
      expect(fateUnder(archive)).toEqual([fate]);
    },
  );
});
