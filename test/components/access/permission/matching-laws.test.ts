import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasAllPermissions,
  hasAnyPermission,
  matchesPermission,
} from '../../../../src/components/access/permission/matches-permission.ts';
import { longRun } from '../../../support/long-run.ts';

const numRuns = longRun ? 100_000 : 1_000;
const name = fc.constantFrom('a', 'b', 'c');
const wild = fc.constantFrom('a', 'b', '*');
/** Few names, so that permissions meet. */
const permission = fc.oneof(
  fc.constant('*'),
  fc.tuple(name, wild).map((parts) => parts.join(':')),
  fc.tuple(name, wild, wild).map((parts) => parts.join(':')),
);
/** Permissions and what almost is one. */
const text = fc.oneof(permission, fc.stringMatching(/^[ab*: ]{0,8}$/));

describe('P03 matching', () => {
  it('is reflexive', () => {
    fc.assert(
      fc.property(permission, (one) => {
        expect(matchesPermission(one, one)).toBe(true);
      }),
      { numRuns },
    );
  });

  it('is transitive', () => {
    fc.assert(
      fc.property(permission, permission, permission, (first, second, third) => {
        fc.pre(matchesPermission(first, second) && matchesPermission(second, third));
        expect(matchesPermission(first, third)).toBe(true);
      }),
      { numRuns },
    );
  });

  it('holds both ways only between equals', () => {
    fc.assert(
      fc.property(permission, permission, (one, other) => {
        expect(matchesPermission(one, other) && matchesPermission(other, one)).toBe(one === other);
      }),
      { numRuns },
    );
  });

  it('means that whatever the narrower covers, the wider covers', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(matchesPermission(one, other)).toBe(coversAll(one, other));
      }),
      { numRuns },
    );
  });

  it('never gives less to who holds more, nor more to who asks for more', () => {
    const list = fc.array(permission, { maxLength: 4 });
    fc.assert(
      fc.property(list, list, permission, (granted, required, further) => {
        if (hasAllPermissions(granted, required)) expect(hasAllPermissions([...granted, further], required)).toBe(true);
        if (hasAnyPermission(granted, required)) expect(hasAnyPermission([...granted, further], required)).toBe(true);
        if (!hasAllPermissions(granted, required))
          expect(hasAllPermissions(granted, [...required, further])).toBe(false);
        expect(hasAllPermissions(granted, required)).toBe(required.every((one) => hasAnyPermission(granted, [one])));
      }),
      { numRuns },
    );
  });
});

/**
 * The naive model: a permission is the set of single acts it allows. An act is an action on a resource, within
 * a scope or without bounds. Of all names that nobody wrote, one stands for the rest.
 */
function coversAll(granted: string, required: string): boolean {
  const [wider, narrower] = [allows(granted), allows(required)];
  if (wider === null || narrower === null) return false;
  const names = [...new Set(`${granted}:${required}:unheard-of`.split(':'))];
  return names.every((resource) =>
    names.every((action) =>
      [null, ...names].every((scope) => !narrower([resource, action, scope]) || wider([resource, action, scope])),
    ),
  );
}

type Allows = (act: readonly [string, string, string | null]) => boolean;

function allows(permission: string): Allows | null {
  if (permission === '*') return () => true;
  const parts = permission.split(':');
  const [resource = '', action = '', scope] = parts;
  if (parts.length > 3 || !/^[a-z]+$/.test(resource)) return null;
  if (![action, scope ?? '*'].every((part) => part === '*' || /^[a-z]+$/.test(part))) return null;
  return ([of, what, within]) => {
    if (of !== resource || (action !== '*' && action !== what)) return false;
    return scope === undefined || (within !== null && (scope === '*' || scope === within));
  };
}
