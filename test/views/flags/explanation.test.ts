import { expect, test } from 'vitest';
import { type AnswerFacts, becauseText, formatAnswer, unmanagedText } from '../../../src/views/flags/answer.ts';
import { formatExplanation, type StepFacts } from '../../../src/views/flags/explanation.ts';
import { plainStyle } from '../../../src/views/style.ts';

const answer: AnswerFacts = { key: 'layout', value: 'single', variant: 'single', reason: 'DEFAULT' };

test.each<[Partial<AnswerFacts>, string]>([
  [{ reason: 'STATIC' }, 'the flag asks nothing of anybody'],
  [{ reason: 'DEFAULT' }, 'no target and no rule decides, so it is the fallthrough'],
  [{ reason: 'TARGETING_MATCH' }, 'a target names them'],
  [{ reason: 'TARGETING_MATCH', ruleIndex: 1, ruleName: 'eu' }, 'rule 2 “eu” fits'],
  [{ reason: 'SPLIT' }, 'the rollout of the fallthrough decides'],
  [
    { reason: 'SPLIT', ruleIndex: 0, inExperiment: true },
    'rule 1 fits, and its rollout decides, which counts for the experiment',
  ],
  [{ reason: 'DISABLED' }, 'the flag is off'],
  [{ reason: 'DISABLED', prerequisiteKey: 'cart' }, 'the prerequisite cart does not serve what it must'],
  [
    { reason: 'plan_restriction', requiredPlan: 'pro' },
    'the plan of the tenant does not grant the entitlement; pro is the lowest that does',
  ],
  [
    { reason: 'plan_restriction', requiredPlan: null },
    'the plan of the tenant does not grant the entitlement, and no plan on sale does',
  ],
  [{ reason: 'plan_restriction' }, 'an agreement with the tenant withholds the entitlement, whatever its plan grants'],
  [{ reason: 'ERROR', errorCode: 'TYPE_MISMATCH', errorMessage: 'no\u001b[2J' }, 'TYPE_MISMATCH, no\\u{1b}[2J'],
])('FR-F002 the reason %o in words', (reason, expected) => {
  expect(becauseText({ ...answer, ...reason })).toBe(expected);
});

test('an answer without a variation is the default given in code', () => {
  const text = formatAnswer(
    { ...answer, value: { a: 1 }, variant: null, reason: 'DISABLED' },
    { style: plainStyle, width: 80 },
  );
  expect(text).toBe('layout = { a: 1 }\n  DISABLED, the default given in code: the flag is off.');
});

test('what belongs to the API is no business of the files', () => {
  expect(unmanagedText(['state'])).toBe('Its state belongs to the API: what is live may answer otherwise.');
  expect(unmanagedText(['state', 'rules'])).toBe(
    'Its state and rules belong to the API: what is live may answer otherwise.',
  );
});

const leaf = (text: string, holds: boolean, more: object = {}) => ({ text, holds, of: [], ...more });
const parts = [
  { variation: 'a', from: 0, to: 40_000 },
  { variation: null, from: 40_000, to: 100_000 },
];
const rollout = { by: 'user.key', unit: 'ada', bucket: 12_345, parts, instead: null, apart: null };

const steps: readonly StepFacts[] = [
  { step: 'state', outcome: 'passes', state: 'on', scheduled: '2027-01-01' },
  {
    step: 'entitlement',
    outcome: 'passes',
    entitlement: 'e',
    agreed: null,
    plan: 'pro',
    plans: ['pro', 'team'],
    requiredPlan: 'team',
  },
  { step: 'prerequisite', outcome: 'passes', flag: 'cart', wanted: ['on', 'new'], served: 'on' },
  {
    step: 'targets',
    outcome: 'passes',
    looked: [
      { kind: 'user', key: 'ada', variation: null },
      { kind: 'tenant', key: null, variation: null },
    ],
  },
  {
    step: 'rule',
    outcome: 'passes',
    index: 0,
    name: 'old\u0007',
    fits: false,
    test: {
      ...leaf('any of these', false),
      of: [leaf('user.a is 1', false, { seen: 2 }), leaf('user.b is present', false, { absent: true })],
    },
    serves: { variation: 'a' },
  },
  {
    step: 'rule',
    outcome: 'passes',
    index: 1,
    name: null,
    fits: true,
    test: leaf('user.key is among 20 % of all', true, { seen: 'ada', bucket: 1_234 }),
    serves: { variation: null, rollout: { ...rollout, instead: 'not-exposed' } },
  },
  {
    step: 'rule',
    outcome: 'decides',
    index: 2,
    name: null,
    fits: true,
    test: null,
    serves: { variation: 'a', rollout },
  },
  { step: 'fallthrough', outcome: 'not-reached', serves: { variation: null } },
];

test('CP-06 an explanation shows each rule and condition with its outcome and what it saw', () => {
  expect(formatExplanation(answer, { steps }, { style: plainStyle, width: 80 }).split('\n').slice(4)).toEqual([
    '↓ the flag is on; its schedule last changed it at 2027-01-01',
    '↓ entitlement e is granted: the tenant’s plan is pro; granted by pro, team',
    '↓ prerequisite cart serves on, and must serve on or new',
    '↓ targets',
    '    ✗ user ada is not named',
    '    ✗ no tenant is known',
    '↓ rule 1 “old\\u{7}” does not fit',
    '    ✗ any of these',
    '      ✗ user.a is 1  saw 2',
    '      ✗ user.b is present  absent',
    '↓ rule 2 fits: goes on behind it',
    '    ✓ user.key is among 20 % of all  saw ada, bucket 1,234',
    '    ◦ rollout by user.key: ada falls into bucket 12,345, but does not take part',
    '→ rule 3 fits everybody: a',
    '    ◦ rollout by user.key: ada falls into bucket 12,345 of a (0 to 39,999)',
    '· fallthrough: the default given in code (not reached)',
  ]);
});

test('an explanation says what an agreement with the tenant changes about its plan', () => {
  const step = { step: 'entitlement', entitlement: 'e', plan: 'pro', plans: ['pro'], requiredPlan: 'pro' } as const;
  const shown = (outcome: 'decides' | 'passes', agreed: boolean) =>
    formatExplanation(answer, { steps: [{ ...step, outcome, agreed }] }, { style: plainStyle, width: 200 }).split(
      '\n',
    )[3];
  const plan = 'the tenant’s plan is pro; granted by pro';
  expect(shown('decides', false)).toBe(
    `→ entitlement e is not granted: an agreement with the tenant withholds it; ${plan}`,
  );
  expect(shown('passes', true)).toBe(`↓ entitlement e is granted: an agreement with the tenant grants it; ${plan}`);
});

test('nothing of an explanation is wider than the terminal', () => {
  const narrow = formatExplanation(answer, { steps }, { style: plainStyle, width: 44 });
  expect(narrow.split('\n').filter((line) => line.length > 44)).toEqual([]);
  expect(narrow).toContain('    ✓ user.key is among 20 % of all\n      saw ada, bucket 1,234\n');
});
