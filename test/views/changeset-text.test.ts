import { describe, expect, test } from 'vitest';
import type { Change, Changeset } from '../../src/engine/changeset/changeset.ts';
import { formatChangeset, formatDifference } from '../../src/views/changeset-text.ts';
import { colourStyle } from '../../src/views/colour-style.ts';
import { plainStyle } from '../../src/views/style.ts';
import { effect, emptyChangeset, sampleChangeset } from './support/sample-changeset.ts';

const options = { style: plainStyle, width: 100 };

describe('a changeset as text', () => {
  test('tells service accounts apart from people of the same name', () => {
    const people = effect('membersLosingPermission', '1 member and 1 service account lose invoice:approve', [
      'bot',
      'bot',
    ]);
    const affected = people.affected.map((one, index) => ({
      ...one,
      subject: { type: index === 0 ? 'user' : 'service-account', id: 'bot' },
    }));
    const [change] = sampleChangeset.changes;
    if (change === undefined) throw new Error('the sample has no change');
    const impact = { status: 'some', reason: people.text, effects: [{ ...people, affected }] } as const;
    const text = formatChangeset({ ...emptyChangeset, changes: [{ ...change, impact }] }, options);
    expect(text).toContain('lose invoice:approve: bot and bot (service account)');
  });

  test('shows what changes by kind, who feels it, what stands in the way, and the counts', () => {
    expect(`\n${formatChangeset(sampleChangeset, options)}\n`).toBe(`
Entitlement
  + create audit-log  Audit log · type switch · plans { pro: true, enterprise: true }
  + create sso        Single sign-on · type switch · plans { enterprise: true }
      no impact: nobody uses it before it exists (each of these 2)

Plan
  ~ update pro
      prices.USD.monthly  49.00 → 59.00
      prices.INR.monthly  + 4999.00
      trial               - 14d
      impact: 14 tenants pay more: globex, initech, umbrella, hooli, stark and 9 more
        how revenue moves is not known before there are subscriptions

Template
  ~ update welcome
      body
        - welcome to Acme.
        + welcome aboard.
        + It is good to have you.
      impact unknown: who receives Template welcome is not known to this server yet

Role
  → rename accountant → finance-admin
      impact: 3 members lose invoice:approve in 2 tenants: ann, bo and cy
        1 member gains invoice:void: dee

Flag
  - delete old-editor  variations { on: true, off: false } · fallthrough off
      impact unknown: who sees Flag old-editor is not known to this server yet

Guardrails
  ✗ refused         maxDeletes allows 0, this changeset has 1
  ! needs approval  requireApproval: 1 rename needs an approval

Conflicts
  ✗ Flag/beta  it was created through the API; --adopt lets the files own it
      live value by ops@acme.com at 2026-11-20 21:04 UTC
      fallthrough  live on, files off

acme production: 2 to create, 2 to update, 1 to rename, 1 to delete, 1 conflict
impact: 3 members lose a permission, 1 member gains a permission, 14 tenants pay more; unknown in
part for 3 changes
fingerprint 3f2a9c0d1e5b7a86f4c2d9e0b1a3c5d7e9f0a1b2c3d4e5f60718293a4b5c6d7e
Conflicts stop an apply. --adopt lets the files own these resources; dream pull takes the live values.
A guardrail refuses this changeset. To allow exactly these figures, and approve the rest: dream apply --env production --allow deletes=1 --approve 3f2a9c0d1e5b7a86f4c2d9e0b1a3c5d7e9f0a1b2c3d4e5f60718293a4b5c6d7e
`);
  });

  test('shows many new resources of a kind by their keys, in ten seconds of reading', () => {
    const [first] = sampleChangeset.changes;
    if (first === undefined) throw new Error('the sample has changes');
    const creates = (count: number): Changeset => ({
      ...emptyChangeset,
      summary: { ...emptyChangeset.summary, create: count },
      changes: Array.from({ length: count }, (_, index) => ({
        ...first,
        key: `feature-${String(index + 1).padStart(2, '0')}`,
      })),
    });
    expect(`\n${formatChangeset(creates(12), { ...options, width: 60 })}`).toBe(`
Entitlement
  + create 12
      feature-01, feature-02, feature-03, feature-04,
      feature-05, feature-06, feature-07, feature-08,
      feature-09, feature-10, feature-11, feature-12
      no impact: nobody uses it before it exists (each of
      these 12)

acme production: 12 to create
fingerprint ${sampleChangeset.fingerprint}`);
    expect(formatChangeset(creates(5), options)).toContain('\n  + create feature-05  Audit log · type switch');
  });

  test('says what a conflict means when nothing else would change', () => {
    const text = formatChangeset({ ...emptyChangeset, conflicts: sampleChangeset.conflicts }, options);
    expect(text).toContain('acme production: 1 conflict, nothing else to change\n');
    expect(text).toContain('Conflicts stop an apply.');
  });

  test('says in under 200 bytes that nothing changes', () => {
    const text = formatChangeset(emptyChangeset, options);
    expect(text).toBe('No changes. production is as the files say.');
    expect(Buffer.byteLength(text)).toBeLessThan(200);
  });

  test('names the command that approves when an approval is all that is missing', () => {
    const guardrails = sampleChangeset.guardrails.filter(({ outcome }) => outcome === 'needs-approval');
    const waiting = { ...sampleChangeset, guardrails };
    const text = formatChangeset(waiting, options);
    expect(text.split('\n').at(-1)).toBe(
      `To approve: dream apply --env production --approve ${sampleChangeset.fingerprint}`,
    );
    const rollback = formatChangeset({ ...sampleChangeset, guardrails }, { ...options, command: 'dream rollback 3' });
    const approved = formatChangeset(waiting, { ...options, approve: sampleChangeset.fingerprint.slice(0, 12) });
    expect(approved).not.toContain('To approve');
    const allowed = sampleChangeset.guardrails.map((finding) =>
      finding.outcome === 'refused' ? { ...finding, outcome: 'allowed' as const } : finding,
    );
    expect(
      formatChangeset({ ...sampleChangeset, guardrails: allowed }, options)
        .split('\n')
        .at(-1),
    ).toBe(`To approve: dream apply --env production --allow deletes=1 --approve ${sampleChangeset.fingerprint}`);
    expect(approved).toContain('  ✓ approved        requireApproval: 1 rename needs an approval\n');
    expect(rollback.split('\n').at(-1)).toMatch(/^To approve: dream rollback 3 --env production --approve /u);
  });

  test('shows the settings of the environment that change', () => {
    const settings: NonNullable<Changeset['settings']> = {
      before: { mode: 'live', protect: true, guardrails: { limits: { maxDeletes: 0 } } },
      after: { mode: 'live', protect: false, guardrails: { limits: { maxDeletes: 3, maxRenames: 1 } } },
    };
    expect(formatChangeset({ ...emptyChangeset, settings }, options)).toContain(
      [
        'Settings',
        '  ~ environment production',
        '      protect                true → false',
        '      guardrails.maxDeletes  0 → 3',
        '      guardrails.maxRenames  + 1',
        '',
        'acme production: settings to change',
      ].join('\n'),
    );
  });

  test('lets no value of a resource reach the terminal as an escape sequence', () => {
    const nasty = '\u001b[2J\u001b]0;owned\u0007\u202Eevil\r\n\u009b31m';
    const change: Change = {
      action: 'update',
      kind: `Kind${nasty}`,
      key: `key${nasty}`,
      owner: 'files',
      fields: [
        { path: `path${nasty}`, before: nasty, after: { [nasty]: [nasty] } },
        { path: 'text', before: `one\n${nasty}`, after: `two\n${nasty}` },
      ],
      before: {},
      after: {},
      beforeHash: null,
      afterHash: null,
      impact: { status: 'some', reason: nasty, unknownReasons: [nasty], effects: [effect(nasty, nasty, [nasty])] },
    };
    const changeset: Changeset = {
      ...sampleChangeset,
      project: nasty,
      environment: nasty,
      changes: [change, { ...change, action: 'create', after: { name: nasty, [nasty]: nasty } }],
      guardrails: [{ rule: nasty, outcome: 'refused', message: nasty, resources: [] }],
      conflicts: [
        {
          ...change,
          reason: 'owned-by-api',
          message: nasty,
          changedBy: nasty,
          changedAt: nasty,
          fields: [{ path: nasty, live: nasty }],
        },
      ],
    };
    for (const text of [
      formatChangeset(changeset, options),
      formatDifference(changeset, { from: 1, to: 2 }, options),
    ]) {
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
      expect(text).toContain(String.raw`\u{1b}`);
    }
  });

  test('keeps every line of names and values within the terminal', () => {
    const long = 'x'.repeat(500);
    const create: Change = {
      action: 'create',
      kind: 'Plan',
      key: 'pro',
      owner: 'files',
      fields: [],
      before: null,
      after: { name: long, description: long },
      beforeHash: null,
      afterHash: null,
      impact: { status: 'none', reason: 'nobody uses it before it exists' },
    };
    const update: Change = {
      ...create,
      action: 'update',
      fields: [{ path: 'a.b', before: `${long}1`, after: `${long}2` }],
    };
    const text = formatChangeset({ ...emptyChangeset, changes: [create, update] }, { style: plainStyle, width: 80 });
    for (const line of text.split('\n').slice(0, -2)) expect(line.length).toBeLessThanOrEqual(120);
  });

  test('keeps totals and guardrails within the terminal, and what is to be copied on one line', () => {
    const finding = { rule: 'maxMembersLosingPermission', outcome: 'allowed' as const, resources: [] };
    const message = 'maxMembersLosingPermission allows 1, this changeset has 2, which was allowed by name';
    const guardrails = [{ ...finding, message }, ...sampleChangeset.guardrails];
    const text = formatChangeset({ ...sampleChangeset, guardrails, conflicts: [] }, { style: plainStyle, width: 80 });
    expect(text).toContain(`
Guardrails
  ✓ allowed         maxMembersLosingPermission allows 1, this changeset has 2,
                    which was allowed by name
  ✗ refused         maxDeletes allows 0, this changeset has 1
`);
    expect(text).toContain(`
impact: 3 members lose a permission, 1 member gains a permission, 14 tenants pay
more; unknown in part for 3 changes
fingerprint `);
    expect(text).toMatch(/dream apply --env production --allow deletes=1 --approve [0-9a-f]{64}$/u);
  });

  test('is the same text in colour', () => {
    const coloured = formatChangeset(sampleChangeset, { style: colourStyle(3), width: 100 });
    expect(coloured).not.toBe(formatChangeset(sampleChangeset, options));
    expect(coloured.replaceAll(/\u001b\[\d+m/gu, '')).toBe(formatChangeset(sampleChangeset, options));
  });
});

test('a difference between revisions has no fingerprint and no approval', () => {
  const text = formatDifference(sampleChangeset, { from: 3, to: 5 }, options);
  expect(text).toContain('acme production, revision 3 → 5: 2 to create');
  expect(text).not.toContain('fingerprint');
  expect(formatDifference(emptyChangeset, { from: 3, to: 5 }, options)).toBe(
    'No difference in production between revision 3 and 5.',
  );
});
