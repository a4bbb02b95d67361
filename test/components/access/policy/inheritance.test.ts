import { describe, expect, it } from 'vitest';
import { loadFiles } from '../../../support/project-folder.ts';
import { asks, policyOf } from './support/policies.ts';

const types = 'invoice: { actions: [read, approve] }';

describe('SD-09 roles that inherit from one another in a circle', () => {
  it('are refused with both places', async () => {
    const { diagnostics } = await loadFiles({
      'a.yaml': 'kind: Role\nkey: lead\ninherits: [clerk]\n',
      'b.yaml': 'kind: Role\nkey: clerk\ninherits: [lead]\n',
    });
    expect(diagnostics).toMatchObject([
      {
        code: 'reference/cycle',
        message: 'These resources refer to each other in a circle: Role/lead → Role/clerk → Role/lead.',
        at: { file: 'a.yaml', start: { line: 3, column: 12 } },
        related: [{ at: { file: 'b.yaml', start: { line: 3, column: 12 } } }],
      },
    ]);
  });

  it('would grant what all of them grant', () => {
    const policy = policyOf({
      types,
      roles: `
        lead: { inherits: [clerk], permissions: ['invoice:approve'] }
        clerk: { inherits: [lead], permissions: ['invoice:read'] }
        self: { inherits: [self], permissions: ['invoice:read'] }
      `,
    });
    expect(policy.expandedPermissionsOf(['lead'])).toEqual(['invoice:approve', 'invoice:read']);
    expect(policy.expandedPermissionsOf(['clerk'])).toEqual(['invoice:approve', 'invoice:read']);
    expect(policy.rolesGranting('invoice:approve')).toEqual(['clerk', 'lead']);
    expect(policy.check(asks('invoice read', {}, { roles: ['self'] })).allowed).toBe(true);
  });
});

describe('SD-09 inheritance', () => {
  it('goes as far as it is written, and takes the nearest first', () => {
    const depth = 20_000;
    const roles = Array.from({ length: depth }, (_, index) => `r${index}: { inherits: [r${index + 1}] }`);
    const policy = policyOf({ types, roles: [...roles, `r${depth}: { permissions: ['invoice:read'] }`].join('\n') });
    const { grant } = policy.check(asks('invoice read', {}, { roles: ['r0'] }));
    expect(grant).toEqual({ by: 'role', role: 'r0', declaredBy: `r${depth}`, permission: 'invoice:read' });
    expect(policy.rolesGranting('invoice:read')).toHaveLength(depth + 1);
  });

  it('keeps a condition with the role that puts it', () => {
    const policy = policyOf({
      types,
      roles: `
        approver: { permissions: ['invoice:approve'], conditions: { invoice:approve: resource.amount < 10 } }
        deputy: { inherits: [approver] }
        chief: { inherits: [approver], permissions: ['invoice:approve'] }
      `,
    });
    const by = (role: string) => policy.check(asks('invoice#1 approve', { amount: 50 }, { roles: [role] })).allowed;
    expect([by('approver'), by('deputy'), by('chief')]).toEqual([false, false, true]);
    expect(policy.permissionsOf(['chief'])).toEqual([
      { permission: 'invoice:approve', declaredBy: 'approver', condition: 'resource.amount < 10' },
      { permission: 'invoice:approve', declaredBy: 'chief' },
    ]);
  });

  it('passes over a role that is not there', () => {
    const policy = policyOf({ types, roles: "clerk: { inherits: [gone], permissions: ['invoice:read'] }" });
    expect(policy.expandedPermissionsOf(['clerk', 'gone'])).toEqual(['invoice:read']);
  });
});
