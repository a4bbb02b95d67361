import { describe, expect, it } from 'vitest';
import {
  defaultRoles,
  refuseUnassignable,
  refuseUntouchable,
} from '../../../../src/components/access/tenancy/roles/assignable-roles.ts';
import type { AuthMode } from '../../../../src/server/caller.ts';
import { someRoles } from './start.ts';

const roles = new Map(Object.entries(someRoles));

function codeOf(work: () => void): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return Object(error).code;
  }
}

describe('who may give a role', () => {
  it.each<readonly [AuthMode, string, string | null, string | null]>([
    ['secret', 'viewer', null, null],
    ['secret', 'owner', null, null],
    ['secret', 'gone', 'roles/unknown', null],
    ['user', 'viewer', null, null],
    ['user', 'owner', 'roles/not-assignable', 'roles/not-assignable'],
    ['user', 'gone', 'roles/unknown', null],
  ])('in mode %s role %s is given with %s and taken with %s', (mode, role, giving, taking) => {
    expect(codeOf(() => refuseUnassignable([role], roles, { mode }))).toBe(giving);
    expect(codeOf(() => refuseUntouchable([role], roles, { mode }))).toBe(taking);
  });

  it('new members get those that say so', () => {
    expect(defaultRoles(roles)).toEqual(['employee']);
  });
});
