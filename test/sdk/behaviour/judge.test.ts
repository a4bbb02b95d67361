import { expect, test } from 'vitest';
import type { SeenRequest } from '../../support/scripted-server.ts';
import type { BehaviourCase, Outcome } from './behaviour-case.ts';
import { blindSpots } from './blind-spots.ts';
import { judge } from './judge.ts';

const one: BehaviourCase = {
  id: 'area/name',
  says: 'Two requests, a value and an error',
  client: { secretKey: 'sk_test_1', userToken: { $inTurn: ['jwt.one', 'jwt.two'] } },
  steps: [],
  expect: {
    outcomes: [
      { value: { id: 'a', list: [1, null] } },
      { error: { class: 'NotFoundError', retryAfter: { $atLeast: 2 } } },
    ],
    requests: [
      { method: 'GET', path: ['v1'], query: [['a', '1']], headers: { 'x-gone': { $absent: true } } },
      { method: 'POST', path: ['v1', 'b'], body: { b: [2] }, afterMs: 50, headers: { 'x-note': { $matches: '^n' } } },
    ],
    same: ['x-note'],
    different: ['x-key'],
    hooks: [{ hook: 'onRequest', attempt: 1 }],
  },
};

const outcome: Outcome = {
  id: 'area/name',
  outcomes: [
    { value: { id: 'a', list: [1, null] } },
    { error: { class: 'NotFoundError', retryAfter: 3, text: 'no', param: null } },
  ],
  hooks: [{ hook: 'onRequest', attempt: 1, url: 'http://127.0.0.1' }],
};

const json = { 'content-type': 'application/json', 'x-note': 'n' };
const requests: readonly SeenRequest[] = [
  { method: 'GET', path: ['v1'], query: [['a', '1']], headers: { 'x-note': 'n', 'x-key': '1' }, body: '', at: 0 },
  { method: 'POST', path: ['v1', 'b'], query: [], headers: { ...json, 'x-key': '2' }, body: '{"b":[2]}', at: 60 },
];
const [first, second] = requests;

test('what is as expected is well, and no expected value could be another', () => {
  expect(judge(one, outcome, requests)).toEqual([]);
  expect(blindSpots(one, outcome, requests)).toEqual([]);
});

test.each<readonly [what: string, outcomes: Outcome['outcomes'], told: string]>([
  ['a field too many', [{ value: { id: 'a', list: [1, null], more: 1 } }], 'outcomes[0].value.more'],
  ['a field that is missing', [{ value: { list: [1, null] } }], 'outcomes[0].value.id'],
  ['nothing where null was to be', [{ value: { id: 'a', list: [1] } }], 'outcomes[0].value.list'],
  ['an error where a value was to be', [{ error: { class: 'NotFoundError' } }], 'outcomes[0].error'],
])('an outcome with %s is told', (_, outcomes = [], told) => {
  const alone: BehaviourCase = {
    ...one,
    expect: { outcomes: [{ value: { id: 'a', list: [1, null] } }], requests: [] },
  };
  expect(judge(alone, { id: one.id, outcomes }, []).join('\n')).toContain(told);
});

test.each<readonly [what: string, seen: readonly (SeenRequest | undefined)[], told: string]>([
  ['one too few', [first], '1 came (GET /v1), expected 2'],
  ['one too many', [first, second, second], '3 came (GET /v1, POST /v1/b, POST /v1/b), expected 2'],
  [
    'a header that must not be there',
    [first && { ...first, headers: { ...first.headers, 'x-gone': '' } }, second],
    'x-gone',
  ],
  ['a body that must not be there', [first && { ...first, body: '{}' }, second], 'requests[0].body'],
  ['a type of no body', [first && { ...first, headers: { ...json, 'x-key': '1' } }, second], 'Content-Type'],
  ['a body of no type', [first, second && { ...second, headers: { 'x-note': 'n', 'x-key': '2' } }], 'content-type'],
  ['no wait', [first, second && { ...second, at: 40 }], 'afterMs'],
  ['a header that differs', [first, second && { ...second, headers: { ...second.headers, 'x-note': 'nn' } }], 'x-note'],
  ['a header that does not differ', [first, second && { ...second, headers: { ...json, 'x-key': '1' } }], 'x-key'],
])('requests with %s are told', (_, seen, told) => {
  const came = seen.filter((request) => request !== undefined);
  expect(judge(one, outcome, came).join('\n')).toContain(told);
});

test.each<readonly [where: string, told: Partial<Outcome>]>([
  [
    'the text of an error',
    {
      outcomes: [
        outcome.outcomes?.[0] ?? null,
        { error: { class: 'NotFoundError', retryAfter: 3, text: 'sk_test_1' } },
      ],
    },
  ],
  ['the error of a client that was refused', { refused: { class: 'ConfigurationError', text: 'not jwt.two' } }],
  ['what a hook is told', { hooks: [{ hook: 'onRequest', attempt: 1, url: 'http://jwt.one@127.0.0.1' }] }],
])('a key or token in %s is told', (_, told) => {
  expect(judge(one, { ...outcome, ...told }, requests).join('\n')).toMatch(/gives away (sk_test_1|jwt\.(one|two))/);
});

test('a value that nothing is held to is a blind spot', () => {
  const vague: BehaviourCase = { ...one, expect: { ...one.expect, hooks: ['of whatever form'] } };
  expect(judge(vague, outcome, requests)).toEqual([]);
  expect(blindSpots(vague, outcome, requests)).toEqual(['hooks.0']);
});

test('a form that nobody knows is no expectation', () => {
  const unknown: BehaviourCase = { ...one, expect: { outcomes: [{ value: { $about: 1 } }], requests: [] } };
  expect(() => judge(unknown, { id: one.id, outcomes: [{ value: 1 }] }, [])).toThrow("'$about' is no form");
});
