import { expect, test } from 'vitest';
import { formatCan, formatWho } from '../../src/views/access/abilities.ts';
import { type DecisionFacts, explainDecision, formatDecision } from '../../src/views/access/decision.ts';
import { plainStyle } from '../../src/views/style.ts';

const question = {
  subject: { type: 'user', id: 'ada', roles: ['chief', 'viewer'] },
  action: 'approve',
  resource: { type: 'invoice', id: '42' },
} as const;
const role = { by: 'role', role: 'chief', declaredBy: 'chief', permission: 'invoice:*' } as const;
const nothing = { reason: 'no-grant', missing: 'invoice:approve', nearMisses: [], grantedBy: [] } as const;

const granted = (grant: DecisionFacts['grant'] & object): DecisionFacts => ({ allowed: true, grant, refusal: null });
const refused = (refusal: DecisionFacts['refusal'] & object): DecisionFacts => ({
  allowed: false,
  grant: null,
  refusal,
});

test.each([
  [granted(role), ['Role chief grants invoice:*.']],
  [
    granted({ ...role, declaredBy: 'finance', scope: 'own', condition: 'user.level > 3' }),
    ['Role chief grants invoice:*, inherited from finance, within the scope own, when user.level > 3.'],
  ],
  [granted({ by: 'relation', relation: 'owner' }), ['ada is owner of invoice:42, which allows it without a role.']],
  [
    granted({ by: 'relation', relation: 'parent.editor', via: { type: 'folder', id: '1' } }),
    ['ada is editor of folder:1, the parent of invoice:42, which allows it without a role.'],
  ],
  [
    refused(nothing),
    ['It takes invoice:approve, and ada holds chief and viewer, which do not grant it.', 'No other role grants it.'],
  ],
  [
    refused({ ...nothing, grantedBy: ['boss'] }),
    ['It takes invoice:approve, and ada holds chief and viewer, which do not grant it.', 'Role boss grants it.'],
  ],
  [
    refused({
      ...nothing,
      reason: 'not-covered',
      nearMisses: [{ grant: role, because: 'the condition user.level > 3 is false' }],
      grantedBy: ['boss', 'root'],
    }),
    [
      'What ada holds of invoice:approve does not cover it.',
      'Role chief grants invoice:*, but the condition user.level > 3 is false.',
      'Roles that grant it: boss and root.',
    ],
  ],
  [refused({ ...nothing, reason: 'unknown-resource-type' }), ['There is no resource type invoice.']],
  [refused({ ...nothing, reason: 'unknown-action' }), ['invoice has no action approve.']],
  [refused({ ...nothing, reason: 'unknown-scope' }), ['invoice has no such scope as that of invoice:approve.']],
])('%j is explained in sentences', (decision, sentences) => {
  expect(explainDecision(question, decision)).toEqual(sentences);
});

test('somebody without a role is told so', () => {
  const stranger = { ...question, subject: { type: 'user', id: 'eve', roles: [] } } as const;
  expect(explainDecision(stranger, refused(nothing))[0]).toBe('It takes invoice:approve, and eve holds no role.');
});

test.each([
  ['user', 'eve is neither a member nor a guest of this tenant, so no role and no relationship counts.'],
  ['service-account', 'eve is no service account of this tenant, so no role and no relationship counts.'],
] as const)(
  'SD-09 a %s that does not belong to the tenant is told so, and not that a role is missing',
  (type, said) => {
    const subject = { type, id: 'eve', standing: 'none', roles: [] } as const;
    const refusal = refused({ ...nothing, grantedBy: ['boss'] });
    expect(explainDecision({ ...question, subject }, refusal)).toEqual([`It takes invoice:approve. ${said}`]);
    expect(formatCan({ subject, permissions: [], actions: null }, plainStyle)).toBe(said);
    const actions = [{ action: 'approve', decision: refusal }];
    expect(formatCan({ subject, permissions: [], actions }, plainStyle)).toBe(
      ['ACTION   ANSWER  BY', 'approve  denied', '', said].join('\n'),
    );
  },
);

test('an answer is one line, and what comes from elsewhere cannot move the cursor', () => {
  const hostile = {
    ...question,
    subject: { type: 'user', id: 'a\u001b[2Jb', roles: [] },
    resource: { type: 'invoice', id: null },
  } as const;
  expect(formatDecision(hostile, granted(role), { style: plainStyle, width: 80 }, false)).toBe(
    'allowed  a\\u{1b}[2Jb may approve invoice.',
  );
});

test('who and can are tables', () => {
  expect(
    formatWho(
      {
        permission: 'invoice:approve',
        roles: [
          { role: 'chief', ways: [{ ...role, declaredBy: 'finance' }] },
          { role: 'clerk', ways: [{ ...role, role: 'clerk', declaredBy: 'clerk', scope: 'own', condition: 'user.a' }] },
        ],
        relations: ['owner'],
      },
      plainStyle,
    ),
  ).toBe(
    [
      'ROLE   GRANTS     HOW',
      'chief  invoice:*  always, from finance',
      'clerk  invoice:*  within own, when user.a',
      '',
      'RELATION',
      'owner',
    ].join('\n'),
  );
  expect(formatWho({ permission: 'a:b', roles: [], relations: [] }, plainStyle)).toBe('No role grants a:b.');
  const subject = { type: 'user', id: 'ada' } as const;
  expect(formatCan({ subject, permissions: [], actions: null }, plainStyle)).toBe('No role grants ada anything.');
  expect(
    formatCan(
      {
        subject,
        permissions: [],
        actions: [
          { action: 'read', decision: granted(role) },
          { action: 'share', decision: granted({ by: 'relation', relation: 'owner' }) },
          { action: 'approve', decision: refused(nothing) },
        ],
      },
      plainStyle,
    ),
  ).toBe(
    [
      'ACTION   ANSWER   BY',
      'read     allowed  role chief',
      'share    allowed  relation owner',
      'approve  denied',
    ].join('\n'),
  );
});
