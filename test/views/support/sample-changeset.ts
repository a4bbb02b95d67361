import type { Change, Changeset } from '../../../src/engine/changeset/changeset.ts';
import type { Affected, Effect } from '../../../src/engine/changeset/impact.ts';

const fingerprint = '3f2a9c0d1e5b7a86f4c2d9e0b1a3c5d7e9f0a1b2c3d4e5f60718293a4b5c6d7e';

function change(given: Pick<Change, 'action' | 'kind' | 'key'> & Partial<Change>): Change {
  return {
    owner: 'files',
    fields: [],
    before: null,
    after: null,
    beforeHash: null,
    afterHash: null,
    impact: { status: 'none', reason: 'nobody uses it before it exists' },
    ...given,
  };
}

export function effect(figure: string, text: string, names: readonly string[], count = names.length): Effect {
  return { figure, text, count, affected: names.map((name): Affected => ({ name, tenant: name })) };
}

/** A bit of everything: each action, each kind of impact, a guardrail of each outcome, a conflict. */
export const sampleChangeset: Changeset = {
  formatVersion: 1,
  project: 'acme',
  environment: 'production',
  fingerprint,
  summary: { create: 2, update: 2, delete: 1, rename: 1 },
  impact: {
    figures: { membersGainingPermission: 1, membersLosingPermission: 3, tenantsPayingMore: 14 },
    unknownFigures: ['monthlyRevenue'],
  },
  changes: [
    change({
      action: 'create',
      kind: 'Entitlement',
      key: 'audit-log',
      after: { name: 'Audit log', type: 'switch', plans: { pro: true, enterprise: true } },
    }),
    change({
      action: 'create',
      kind: 'Entitlement',
      key: 'sso',
      after: { name: 'Single sign-on', type: 'switch', plans: { enterprise: true } },
    }),
    change({
      action: 'update',
      kind: 'Plan',
      key: 'pro',
      before: { name: 'Pro', prices: { USD: { monthly: '49.00' } } },
      after: { name: 'Pro', prices: { USD: { monthly: '59.00' }, INR: { monthly: '4999.00' } } },
      fields: [
        { path: 'prices.USD.monthly', before: '49.00', after: '59.00' },
        { path: 'prices.INR.monthly', after: '4999.00' },
        { path: 'trial', before: '14d' },
      ],
      impact: {
        status: 'some',
        reason: '14 tenants pay more; how revenue moves is not known before there are subscriptions',
        figures: { tenantsPayingMore: 14 },
        unknownFigures: ['monthlyRevenue'],
        unknownReasons: ['how revenue moves is not known before there are subscriptions'],
        effects: [
          effect(
            'tenantsPayingMore',
            '14 tenants pay more',
            ['globex', 'initech', 'umbrella', 'hooli', 'stark', 'wayne', 'tyrell'],
            14,
          ),
        ],
      },
    }),
    change({
      action: 'update',
      kind: 'Template',
      key: 'welcome',
      before: { body: 'Hello,\n\nwelcome to Acme.\n\nYours\n' },
      after: { body: 'Hello,\n\nwelcome aboard.\nIt is good to have you.\n\nYours\n' },
      fields: [
        {
          path: 'body',
          before: 'Hello,\n\nwelcome to Acme.\n\nYours\n',
          after: 'Hello,\n\nwelcome aboard.\nIt is good to have you.\n\nYours\n',
        },
      ],
      impact: { status: 'unknown', reason: 'who receives Template welcome is not known to this server yet' },
    }),
    change({
      action: 'rename',
      kind: 'Role',
      key: 'finance-admin',
      from: 'accountant',
      before: { permissions: ['invoice:*'] },
      after: { permissions: ['invoice:*'] },
      impact: {
        status: 'some',
        reason: '3 members lose invoice:approve in 2 tenants; 1 member gains invoice:void',
        figures: { membersGainingPermission: 1, membersLosingPermission: 3 },
        effects: [
          effect('membersLosingPermission', '3 members lose invoice:approve in 2 tenants', ['ann', 'bo', 'cy']),
          effect('membersGainingPermission', '1 member gains invoice:void', ['dee']),
        ],
      },
    }),
    change({
      action: 'delete',
      kind: 'Flag',
      key: 'old-editor',
      before: { variations: { on: true, off: false }, fallthrough: 'off' },
      impact: { status: 'unknown', reason: 'who sees Flag old-editor is not known to this server yet' },
    }),
  ],
  guardrails: [
    {
      rule: 'maxDeletes',
      outcome: 'refused',
      message: 'maxDeletes allows 0, this changeset has 1',
      limit: 0,
      figure: 1,
      resources: [{ kind: 'Flag', key: 'old-editor' }],
    },
    {
      rule: 'requireApproval',
      outcome: 'needs-approval',
      message: '1 rename needs an approval',
      resources: [{ kind: 'Role', key: 'finance-admin' }],
    },
  ],
  conflicts: [
    {
      kind: 'Flag',
      key: 'beta',
      reason: 'owned-by-api',
      message: 'it was created through the API; --adopt lets the files own it',
      changedBy: 'ops@acme.com',
      changedAt: '2026-11-20T21:04:00.000Z',
      fields: [{ path: 'fallthrough', live: 'on', desired: 'off' }],
    },
  ],
};

export const emptyChangeset: Changeset = {
  formatVersion: 1,
  project: 'acme',
  environment: 'production',
  fingerprint,
  summary: { create: 0, update: 0, delete: 0, rename: 0 },
  changes: [],
  guardrails: [],
  conflicts: [],
};
