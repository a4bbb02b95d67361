import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type GrantedPermission,
  hasAllPermissions,
  hasAnyPermission,
  matchesPermission,
  type PermissionAnswer,
  type ResourceInHand,
  RolePolicy,
} from '../../../../sdks/typescript/src/permissions/index.ts';

function lines<T>(name: string): readonly T[] {
  const path = join(import.meta.dirname, '../../../conformance/permissions/golden', `${name}.ndjson`);
  const text = readFileSync(path, 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line): T => JSON.parse(line));
}

const policies = new Map(
  lines<{ readonly name: string; readonly payload: unknown }>('policies').map(({ name, payload }) => [
    name,
    new RolePolicy(payload),
  ]),
);

interface Answered {
  readonly of: string;
  readonly roles: readonly string[];
  readonly permission: string;
  readonly resource?: ResourceInHand;
  readonly answer: PermissionAnswer;
}

test('P03 permissions match as the golden lines say', () => {
  const pairs = lines<{ readonly granted: string; readonly asked: string; readonly matches: boolean }>('matching');
  expect(pairs.filter(({ asked, granted, matches }) => matchesPermission(granted, asked) !== matches)).toEqual([]);
  expect(pairs.length).toBeGreaterThan(3_000);
  const lists = lines<Record<'granted' | 'asked', readonly string[]> & Record<'any' | 'all', boolean>>('lists');
  const answers = lists.map(({ asked, granted }) => [
    hasAnyPermission(granted, asked),
    hasAllPermissions(granted, asked),
  ]);
  expect(answers).toEqual(lists.map(({ all, any }) => [any, all]));
});

test('P03 roles may do what the golden lines say, without a question to a server', () => {
  const questions = lines<Answered>('answers');
  const wrong = questions.filter(
    ({ answer, of, permission, resource, roles }) => policies.get(of)?.can(roles, permission, resource) !== answer,
  );
  expect(wrong).toEqual([]);
  expect(questions.length).toBeGreaterThan(2_000);
});

test('P03 roles grant what the golden lines say', () => {
  const questions = lines<{
    readonly of: string;
    readonly roles: readonly string[];
    readonly resourceType?: string;
    readonly permissions: readonly GrantedPermission[];
  }>('grants');
  const found = questions.map(({ of, resourceType, roles }) => policies.get(of)?.permissionsOf(roles, resourceType));
  expect(found).toEqual(questions.map(({ permissions }) => permissions));
});

test('P03 a server that does not say which relations allow is asked wherever one might', () => {
  const older = new RolePolicy({ revision: 1, roles: { viewer: [] }, resourceTypes: { invoice: ['read'] } });
  expect(older.can(['viewer'], 'invoice:read', { id: '42' })).toBe('ask');
  expect(older.can(['viewer'], 'invoice:read')).toBe('no');
  expect(older.can(['viewer'], 'invoice:fly', { id: '42' })).toBe('no');
});

test.each([
  [null],
  [[]],
  ['{}'],
  [{}],
  [{ revision: 1 }],
  [{ revision: '1', roles: {}, resourceTypes: {} }],
  [{ revision: 1, roles: { viewer: 'invoice:read' }, resourceTypes: {} }],
  [{ revision: 1, roles: { viewer: ['invoice:read'] }, resourceTypes: {} }],
  [{ revision: 1, roles: { viewer: [{ permission: 'invoice:read', condition: null }] }, resourceTypes: {} }],
  [{ revision: 1, roles: {}, resourceTypes: { invoice: [7] } }],
  [{ revision: 1, roles: {}, resourceTypes: [] }],
])('P03 %j is no policy', (payload) => {
  expect(() => new RolePolicy(payload)).toThrow(TypeError);
});

test('P03 what is no list of roles is for the server to judge, whatever it is', () => {
  const policy = new RolePolicy({
    revision: 1,
    roles: { admin: [{ permission: '*' }] },
    resourceTypes: { a: ['read'] },
  });
  for (const roles of [undefined, null, 'admin', [7], [['admin']], { 0: 'admin', length: 1 }]) {
    const wrong = roles as unknown as readonly string[];
    expect([policy.can(wrong, 'a:read'), policy.permissionsOf(wrong)]).toEqual(['ask', []]);
  }
});
