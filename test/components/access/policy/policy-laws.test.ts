import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPermission } from '../../../../src/components/access/permission/matches-permission.ts';
import { compilePolicy } from '../../../../src/components/access/policy/compile-policy.ts';
import type { AccessQuestion, PolicySource } from '../../../../src/components/access/policy/contract.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { longRun } from '../../../support/long-run.ts';
import { asks, policyOf } from './support/policies.ts';

const numRuns = longRun ? 4_000 : 300;
const roleKeys = ['r0', 'r1', 'r2', 'r3', 'gone'] as const;
const permission = fc.oneof(
  fc.constant('*'),
  fc.tuple(fc.constantFrom('a', 'b', 'x'), fc.constantFrom('read', 'write', '*')).map((parts) => parts.join(':')),
  fc
    .tuple(fc.constantFrom('a', 'b'), fc.constantFrom('read', 'write', '*'), fc.constantFrom('self', 'big', 'own', '*'))
    .map((parts) => parts.join(':')),
);
const condition = fc.constantFrom('resource.size > 1', 'user.key == "ada"', 'resource.missing == 1');
const role = fc.uniqueArray(permission, { maxLength: 3 }).chain((permissions) =>
  fc.record({
    inherits: fc.uniqueArray(fc.constantFrom(...roleKeys), { maxLength: 2 }),
    permissions: fc.constant(permissions),
    conditions: fc.array(fc.option(condition), { minLength: permissions.length, maxLength: permissions.length }).map(
      (found): Record<string, string> =>
        Object.fromEntries(
          permissions.flatMap((one, at) => {
            const bound = found[at] ?? null;
            return bound === null ? [] : [[one, bound]];
          }),
        ),
    ),
  }),
);
const source: fc.Arbitrary<PolicySource> = fc.tuple(role, role, role, role).map((bodies) => ({
  resourceTypes: new Map<string, JsonObject>([
    ['a', { actions: ['read', 'write'], scopes: { self: 'resource.owner == user.key', big: 'resource.size > 1' } }],
    ['b', { actions: ['read'] }],
  ]),
  roles: new Map(bodies.map((body, index) => [`r${index}`, body])),
}));
const question: fc.Arbitrary<AccessQuestion> = fc
  .record({
    what: fc.constantFrom(
      'a#1 read',
      'a#1 write',
      'a#1 read:self',
      'a read',
      'a read:big',
      'b#1 read',
      'b#1 read:own',
      'b write',
    ),
    resource: fc.record({ owner: fc.constantFrom('ada', 'bob'), size: fc.nat(3) }, { requiredKeys: [] }),
    roles: fc.subarray([...roleKeys]),
    user: fc.constantFrom('ada', 'bob'),
  })
  .map(({ what, resource, ...asking }) => asks(what, what.includes('#') ? resource : {}, asking));

describe('SD-09 a policy', () => {
  it('decides as its words say, however often and in whatever order it is asked', () => {
    fc.assert(
      fc.property(source, fc.array(question, { maxLength: 8 }), (given, questions) => {
        const policy = compilePolicy(given);
        for (const one of [...questions, ...questions]) {
          const { allowed } = policy.check(one);
          expect({ one, allowed }).toEqual({ one, allowed: naively(given, one) });
        }
      }),
      { numRuns },
    );
  });

  it('names roles that would do, and they do', () => {
    fc.assert(
      fc.property(source, question, (given, one) => {
        const policy = compilePolicy(given);
        const { refusal } = policy.check(one);
        for (const helpful of refusal?.grantedBy ?? []) {
          expect(
            policy.permissionsOf([helpful]).some((held) => matchesPermission(held.permission, refusal?.missing ?? '')),
          ).toBe(true);
        }
        const candidates = policy.rolesGranting(`${one.resource.type}:${one.action}`);
        for (const held of one.subject.roles) {
          const alone = { ...one, subject: { ...one.subject, roles: [held] } };
          if (policy.check(alone).allowed) expect(candidates).toContain(held);
        }
      }),
      { numRuns },
    );
  });

  it('expands to exactly the permissions that are held without a condition', () => {
    fc.assert(
      fc.property(source, fc.subarray([...roleKeys]), (given, roles) => {
        const policy = compilePolicy(given);
        const certain = policy.permissionsOf(roles).filter(({ condition: bound }) => bound === undefined);
        const single = [
          'a:read',
          'a:read:self',
          'a:read:big',
          'a:write',
          'a:write:self',
          'a:write:big',
          'b:read',
          'b:read:own',
          'b:read:self',
          'b:read:big',
        ];
        const expected = single
          .filter((one) => certain.some((held) => matchesPermission(held.permission, one)))
          .toSorted();
        const expanded = policy.expandedPermissionsOf(roles);
        // A type without scopes has as many as anybody writes; of those only the written ones are told.
        expect(expanded.filter((one) => !one.startsWith('b:read:'))).toEqual(
          expected.filter((one) => !one.startsWith('b:read:')),
        );
        for (const one of expanded) expect(expected).toContain(one);
      }),
      { numRuns },
    );
  });
});

it('SD-09 a list of roles that is written to is read anew', () => {
  const policy = policyOf({ types: 'a: { actions: [read] }', roles: "r: { permissions: ['a:read'] }" });
  const roles = ['r'];
  const check = () => policy.check(asks('a read', {}, { roles })).allowed;
  expect([check(), check()]).toEqual([true, true]);
  roles[0] = 'other';
  expect(check()).toBe(false);
  roles.push('r');
  expect(check()).toBe(true);
  roles.length = 0;
  expect(check()).toBe(false);
});

it('SD-09 answers that are kept are the same, and cannot be changed by who gets them', () => {
  const policy = policyOf({ types: 'a: { actions: [read] }', roles: "r: { permissions: ['a:read'] }" });
  const roles = ['r'];
  const first = policy.check(asks('a read', {}, { roles }));
  expect(policy.check(asks('a read', {}, { roles }))).toBe(first);
  expect(Object.isFrozen(first) && Object.isFrozen(first.grant)).toBe(true);
  const refused = policy.check(asks('a read'));
  expect(Object.isFrozen(refused) && Object.isFrozen(refused.refusal?.grantedBy)).toBe(true);
});

it('SD-09 answers are kept apart by the roles they are for, and begun anew when there are too many', () => {
  const policy = policyOf({ types: 'a: { actions: [read] }', roles: "r: { permissions: ['a:read'] }" });
  const check = (...roles: readonly string[]) => policy.check(asks('a read', {}, { roles }));
  const granted = check('r');
  const refused = check('other');
  expect([granted.allowed, refused.allowed]).toEqual([true, false]);
  expect([check('r'), check('other'), check('r')].every((one, turn) => one === [granted, refused, granted][turn])).toBe(
    true,
  );
  const answers = Array.from({ length: 100_000 }, (_, person) => check(`own-${person}`).allowed);
  expect(answers).not.toContain(true);
  expect(check('r')).not.toBe(granted);
  expect(check('r')).toEqual(granted);
  expect(check('other').allowed).toBe(false);
});

/** Without compiling or keeping anything: every grant of every role that can be reached, one by one. */
function naively({ resourceTypes, roles }: PolicySource, { action, resource, subject }: AccessQuestion): boolean {
  const type = resourceTypes.get(resource.type) as { actions: string[]; scopes?: Record<string, string> };
  const [verb = '', scope] = action.split(':');
  if (!type.actions.includes(verb)) return false;
  const { owner, size } = resource.properties as { owner?: string; size?: number };
  const truths: { readonly [text: string]: boolean } = {
    'resource.size > 1': size !== undefined && size > 1,
    'user.key == "ada"': subject.id === 'ada',
    'resource.missing == 1': false,
    'resource.owner == user.key': owner === subject.id,
  };
  const reached = new Set(subject.roles);
  for (const key of reached) for (const next of (roles.get(key)?.['inherits'] ?? []) as string[]) reached.add(next);
  return [...reached].some((key) => {
    const body = roles.get(key) as { permissions: string[]; conditions: Record<string, string> } | undefined;
    return body?.permissions.some((held) => {
      const bound = body.conditions[held];
      if (bound !== undefined && truths[bound] !== true) return false;
      const narrowed = held.split(':')[2];
      if (narrowed === undefined) return matchesPermission(held, `${resource.type}:${verb}`);
      const within = scope === undefined ? (narrowed === '*' ? Object.keys(type.scopes ?? {}) : [narrowed]) : [scope];
      return within.some((name) => {
        if (!matchesPermission(held, `${resource.type}:${verb}:${name}`)) return false;
        const covers = type.scopes?.[name];
        const particular = resource.id !== null || Object.keys(resource.properties).length > 0;
        if (scope !== undefined && (covers === undefined || !particular)) return true;
        return covers !== undefined && truths[covers] === true;
      });
    });
  });
}
