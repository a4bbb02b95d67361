import { describe, expect, it } from 'vitest';
import {
  hasAllPermissions,
  hasAnyPermission,
  matchesPermission,
  permissionParts,
} from '../../../../src/components/access/permission/matches-permission.ts';

describe('P03 a permission', () => {
  it.each([
    // Itself, and nothing else.
    ['users:read', 'users:read', true],
    ['users:read', 'users:write', false],
    ['users:read', 'teams:read', false],
    ['users:read', 'Users:read', false],
    // Every action of one resource.
    ['users:*', 'users:read', true],
    ['users:*', 'users:write', true],
    ['users:*', 'users:read:self', true],
    ['users:*', 'users:*', true],
    ['users:*', 'users:*:self', true],
    ['users:*', 'teams:read', false],
    ['users:*', '*', false],
    // Everything.
    ['*', 'users:read', true],
    ['*', 'invoices:delete', true],
    ['*', 'employee:read:self', true],
    ['*', 'users:*', true],
    ['*', '*', true],
    // A scope is included in what has none, and not the other way round.
    ['employee:read', 'employee:read:self', true],
    ['employee:read:self', 'employee:read', false],
    ['employee:read:self', 'employee:read:self', true],
    ['employee:read:self', 'employee:read:team', false],
    ['employee:read', 'employee:read:*', true],
    // Every scope of one action is still less than the action.
    ['employee:read:*', 'employee:read:self', true],
    ['employee:read:*', 'employee:read:*', true],
    ['employee:read:*', 'employee:read', false],
    ['employee:read:*', 'employee:update:self', false],
    ['employee:read:self', 'employee:read:*', false],
    // Every action in one scope.
    ['employee:*:self', 'employee:read:self', true],
    ['employee:*:self', 'employee:update:self', true],
    ['employee:*:self', 'employee:*:self', true],
    ['employee:*:self', 'employee:read:team', false],
    ['employee:*:self', 'employee:read', false],
    ['employee:*:self', 'employee:*', false],
    ['employee:*:self', 'payslip:read:self', false],
    // Every action in every scope, and still nothing without one.
    ['employee:*:*', 'employee:read:self', true],
    ['employee:*:*', 'employee:*:team', true],
    ['employee:*:*', 'employee:read', false],
    // A wildcard that is asked for is not one of many.
    ['users:read', 'users:*', false],
    ['users:read', '*', false],
    // Names are taken as they are.
    ['a.b:read', 'aXb:read', false],
    ['invoice-2.v1_x:read-all', 'invoice-2.v1_x:read-all', true],
    ['A:read', 'A:read', true],
    ['7:read', '7:read', true],
    ['constructor:read', 'constructor:read', true],
  ])('%s grants %s: %s', (granted, required, expected) => {
    expect(matchesPermission(granted, required)).toBe(expected);
  });

  const malformed = [
    '',
    ' ',
    '**',
    '*:',
    '*:read',
    '*:*',
    'users',
    'users:',
    ':read',
    'users:read:',
    'users:read:self:more',
    'users::self',
    'users read',
    'users:Read',
    'users:read:Self',
    'users:1read',
    'users:read:1self',
    'users:re ad',
    'users:read:se lf',
    '-users:read',
    'us ers:read',
    'users:read\n',
    '\nusers:read',
    'x\nusers:read',
    ' users:read',
    'users:read ',
    '* ',
    ' *',
    'users:r*',
    'users:**',
    'users:read:**',
    'us*:read',
  ];

  it.each(malformed)('%j grants nothing and is granted by nothing', (text) => {
    expect(permissionParts(text)).toBeUndefined();
    expect(matchesPermission(text, text)).toBe(false);
    expect(matchesPermission('*', text)).toBe(false);
    expect(matchesPermission(text, 'users:read')).toBe(false);
  });

  it.each([
    undefined,
    null,
    7,
    true,
    {},
    [],
    ['users:read'],
    Symbol('users:read'),
    () => 'users:read',
    new String('*'),
  ])('%o is not one, and asking for it throws nothing', (value) => {
    const nothing = value as string;
    expect(matchesPermission(nothing, 'users:read')).toBe(false);
    expect(matchesPermission('*', nothing)).toBe(false);
    expect(hasAnyPermission([nothing], ['users:read'])).toBe(false);
    expect(hasAllPermissions(['*'], [nothing])).toBe(false);
  });

  it.each([
    ['*', { resource: '*', action: undefined, scope: undefined }],
    ['users:*', { resource: 'users', action: '*', scope: undefined }],
    ['users:read', { resource: 'users', action: 'read', scope: undefined }],
    ['users:read:self', { resource: 'users', action: 'read', scope: 'self' }],
  ])('%s consists of its parts', (permission, parts) => {
    expect(permissionParts(permission)).toEqual(parts);
  });
});

describe('P03 several permissions', () => {
  it.each([
    [['users:read'], ['users:read', 'users:write'], true, false],
    [['users:read', 'users:write'], ['users:read', 'users:write'], true, true],
    [['users:*'], ['users:read', 'users:write'], true, true],
    [['teams:read', 'users:*'], ['users:read'], true, true],
    [['teams:read'], ['users:read'], false, false],
    [['teams:read'], ['users:read', 'users:write'], false, false],
    [[], ['users:read'], false, false],
    [['users:read'], [], false, true],
    [[], [], false, true],
    [['*'], ['users:read', 'not a permission'], true, false],
  ])('%j for %j: any %s, all %s', (granted, required, any, all) => {
    expect(hasAnyPermission(granted, required)).toBe(any);
    expect(hasAllPermissions(granted, required)).toBe(all);
  });

  it.each([undefined, null, 'users:read', '*', 7, {}, { length: 1, 0: '*' }])(
    '%j is no list of permissions, and holds and asks nothing',
    (value) => {
      const list = value as unknown as readonly string[];
      expect(hasAnyPermission(list, ['users:read'])).toBe(false);
      expect(hasAnyPermission(['*'], list)).toBe(false);
      expect(hasAllPermissions(list, [])).toBe(false);
      expect(hasAllPermissions(['*'], list)).toBe(false);
    },
  );
});
