import { expect, it } from 'vitest';
import { compilePolicy } from '../../../../src/components/access/policy/compile-policy.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';

it('SD-09 conditions may ask how the action is meant and whence the request comes', () => {
  const policy = compilePolicy({
    resourceTypes: new Map([['record', { actions: ['delete', 'read'] }]]),
    roles: new Map([
      [
        'keeper',
        {
          permissions: ['record:delete', 'record:read'],
          conditions: {
            'record:delete': 'has(action.soft) && action.soft && action.key == "delete"',
            'record:read': 'context.mfa == true',
          },
        },
      ],
    ]),
  });
  const allows = (action: string, more: { readonly actionProperties?: JsonObject; readonly context?: JsonObject }) =>
    policy.check({
      subject: { type: 'user', id: 'ada', roles: ['keeper'], properties: {} },
      action,
      resource: { type: 'record', id: '1', properties: {} },
      tenant: { id: 'acme', properties: {} },
      now: new Date(0),
      ...more,
    }).allowed;
  expect(allows('delete', { actionProperties: { soft: true } })).toBe(true);
  expect(allows('delete', { actionProperties: { soft: true, key: 'read' } })).toBe(true);
  expect(allows('delete', { actionProperties: { soft: false } })).toBe(false);
  expect(allows('delete', {})).toBe(false);
  expect(allows('read', { context: { mfa: true } })).toBe(true);
  expect(allows('read', { context: { mfa: false } })).toBe(false);
  expect(allows('read', {})).toBe(false);
});
