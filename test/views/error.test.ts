import { expect, test } from 'vitest';
import type { Json } from '../../src/engine/json.ts';
import { NotFoundError, PlatformError } from '../../src/engine/platform-error/index.ts';
import { errorJson, formatError } from '../../src/views/error.ts';
import { plainStyle } from '../../src/views/style.ts';

const stale = new PlatformError('conflict', 409, {
  code: 'changes/stale',
  message: 'Plan/pro has changed since the plan.',
  userMessage: 'Please look again.',
  requestId: 'req_1',
  details: {
    conflicts: [
      {
        kind: 'Plan',
        key: 'pro',
        message: 'changed since the plan',
        changedBy: 'bo@acme.com',
        changedAt: '2026-11-20T21:04:00.000Z',
        fields: [{ path: 'prices.USD.monthly', live: '55.00', desired: '59.00' }],
      },
    ],
  },
});

test('an error says what happened, both values of a conflict, who and when', () => {
  expect(`\n${formatError(stale, plainStyle)}\n`).toBe(`
error  Plan/pro has changed since the plan.  changes/stale
  ✗ Plan/pro  changed since the plan
      live value by bo@acme.com at 2026-11-20 21:04 UTC
      prices.USD.monthly  live 55.00, files 59.00
  request req_1
`);
});

test('findings of guardrails say which of them stand in the way, and which were allowed by name', () => {
  const finding = (outcome: string, message: string) => ({ rule: 'maxDeletes', outcome, message });
  const guardrails = [
    finding('refused', 'maxDeletes allows 0, this changeset has 2'),
    finding('needs-approval', '1 rename needs an approval'),
    finding('allowed', 'maxDeletes allows 0, this changeset has 2, which was allowed by name'),
  ];
  const refused = new NotFoundError({ code: 'a/b', message: 'm', userMessage: 'u', details: { guardrails } });
  expect(formatError(refused, plainStyle).split('\n').slice(1)).toEqual([
    '  ✗ refused  maxDeletes allows 0, this changeset has 2',
    '  ! needs approval  maxDeletes: 1 rename needs an approval',
    '  ✓ allowed  maxDeletes allows 0, this changeset has 2, which was allowed by name',
  ]);
});

test('a refusal by limits alone says how to allow exactly the figures', () => {
  const limited = (rule: string, figure: number) => ({ rule, outcome: 'refused', message: rule, limit: 0, figure });
  const shown = (guardrails: Json[]) =>
    formatError(
      new NotFoundError({ code: 'a/b', message: 'm', userMessage: 'u', details: { guardrails } }),
      plainStyle,
    );
  const limits = [limited('maxDeletes', 2), limited('maxMembersLosingPermission', 14)];
  expect(shown(limits)).toMatch(
    /\n {2}To allow exactly these figures: --allow deletes=2 --allow membersLosingPermission=14$/u,
  );
  expect(shown([...limits, { rule: 'protect', outcome: 'refused', message: 'is protected' }])).not.toContain('--allow');
  // What was allowed already has to be named again.
  expect(shown([{ ...limited('maxDeletes', 2), outcome: 'allowed' }, limited('maxUpdates', 3)])).toMatch(
    /: --allow deletes=2 --allow updates=3$/u,
  );
});

test('details of any form do not break it: a newer server may send others', () => {
  for (const details of [{ conflicts: 'x' }, { conflicts: [1, null, {}] }, { guardrails: [{}, 3] }, { hint: 4 }]) {
    const text = formatError(new NotFoundError({ code: 'a/b', message: 'm', userMessage: 'u', details }), plainStyle);
    expect(text).toMatch(/^error {2}m {2}a\/b/u);
    expect(text).not.toContain('undefined');
  }
});

test('a mistake of the program is called one, without a stack trace', () => {
  const text = formatError(new TypeError('x is not a function'), plainStyle);
  expect(text).toContain('internal error  x is not a function');
  expect(text).toContain('DREAM_DEBUG=1');
  expect(text).not.toContain('.ts:');
});

test('P02 every error as JSON has code, message and userMessage, and the requestId of the server that sent it', () => {
  expect(errorJson(stale)).toMatchObject({
    success: false,
    error: {
      code: 'changes/stale',
      message: expect.any(String),
      userMessage: 'Please look again.',
      requestId: 'req_1',
    },
  });
  expect(errorJson('thrown text')).toEqual({
    success: false,
    error: { code: 'cli/internal', message: 'thrown text', userMessage: 'Something went wrong.' },
  });
  const local = new NotFoundError({ code: 'a/b', message: 'm', userMessage: 'u' });
  expect(errorJson(local)).toEqual({ success: false, error: { code: 'a/b', message: 'm', userMessage: 'u' } });
});
