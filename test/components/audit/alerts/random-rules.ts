// Rules and entries as they come, for properties.
import fc from 'fast-check';
import type { AuditEntry } from '../../../../src/components/audit/entries/entry.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { entryAt, instant } from './entries.ts';
import type { PlainRule } from './reference.ts';

const actions = ['auth.login', 'auth.logout', 'user.mfa_disabled'];
const seconds = (most: number) => fc.integer({ min: 1, max: most }).map((count) => count * 1000);

const pattern: fc.Arbitrary<PlainRule['pattern']> = fc.oneof(
  fc.constant({ is: 'each' } as const),
  fc.record({ is: fc.constant('count' as const), atLeast: fc.integer({ min: 1, max: 5 }), within: seconds(20) }),
  fc.record({ is: fc.constant('distinct' as const), atLeast: fc.integer({ min: 1, max: 4 }), within: seconds(20) }),
  fc.record({ is: fc.constant('sequence' as const), within: seconds(30) }),
  fc.record({ is: fc.constant('absent' as const), length: seconds(20) }),
);

export const rule: fc.Arbitrary<PlainRule> = pattern.chain((chosen) => {
  const filter = fc.uniqueArray(fc.constantFrom(...actions), { minLength: 1 });
  return fc.record({
    actions: chosen.is === 'sequence' ? fc.array(filter, { minLength: 2, maxLength: 3 }) : fc.tuple(filter),
    by: fc.constantFrom('actor.id' as const, null),
    pattern: fc.constant(chosen),
    cooldown: fc.oneof(fc.constant(0), seconds(15)),
  });
});

/** Entries as several servers write them, whose clocks disagree, of things that were partly reported late. */
export const entries: fc.Arbitrary<readonly AuditEntry[]> = fc
  .array(
    fc.record({
      step: fc.constantFrom(0, 1, 500, 1000, 2000, 5000),
      skew: fc.constantFrom(0, 0, 0, 1500, -4000),
      late: fc.constantFrom(0, 0, 0, 500, 9000, -60_000, 40_000, 40_500),
      action: fc.constantFrom(...actions),
      actor: fc.constantFrom('ada', 'bob'),
      ip: fc.constantFrom('10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'),
      tenantId: fc.constantFrom('globex', 'initech', undefined),
    }),
    { maxLength: 60 },
  )
  .map((drafts) => {
    let clock = 100_000;
    return drafts.map(({ action, actor, ip, late, skew, step, tenantId }) => {
      clock += step;
      const differing = {
        action,
        actor: { type: 'user', id: actor, ip },
        ...(tenantId === undefined ? {} : { tenantId }),
      };
      const written = clock + skew;
      return entryAt(written - late, late === 0 ? differing : { ...differing, recordedAt: instant(written) });
    });
  });

export function bodyOf({ actions: filters, by, cooldown, pattern: is }: PlainRule): JsonObject {
  const when = { action: filters[0] ?? [] };
  const grouped = by === null ? {} : { by };
  const quiet = cooldown === 0 ? {} : { cooldown: `${cooldown}ms` };
  switch (is.is) {
    case 'each':
      return { when, ...quiet };
    case 'count':
      return { when, count: { atLeast: is.atLeast, within: `${is.within}ms`, ...grouped }, ...quiet };
    case 'distinct':
      return { when, count: { atLeast: is.atLeast, within: `${is.within}ms`, distinct: 'ip', ...grouped }, ...quiet };
    case 'sequence': {
      const of = filters.map((action) => ({ action }));
      return { sequence: { of, within: `${is.within}ms`, ...grouped }, ...quiet };
    }
    case 'absent':
      return { when, absent: { for: `${is.length}ms`, ...grouped }, ...quiet };
  }
}
