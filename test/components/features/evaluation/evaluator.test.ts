import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha1Start } from '../../../../src/components/features/evaluation/deals/sha1.ts';
import { createEvaluator } from '../../../../src/components/features/evaluation/index.ts';
import type { FlagRules, Ruleset, Test } from '../../../../src/components/features/evaluation/ruleset.ts';
import { compileExpression } from '../../../../src/engine/condition/compile-expression.ts';

function rulesetOf(flags: Ruleset['flags'], segments: Ruleset['segments'] = {}): Ruleset {
  return { format: 1, environment: 'production', revision: 3, madeAt: 0, flags, segments, entitlements: {} };
}

function flagIf(test: Test): FlagRules {
  return {
    state: 'on',
    variations: { on: true, off: false },
    rules: [{ name: 'the rule', if: test, serve: { variation: 'on' } }],
    fallthrough: { variation: 'off' },
    clientSide: true,
  };
}

function isOneOf(kind: string, name: string, values: readonly string[]): Test {
  return { op: 'attribute', of: { kind, path: [name] }, tests: [{ is: 'in', values }] };
}

test('P09 one evaluation looks at user, tenant, device and a kind of its own at once', () => {
  const of = [
    isOneOf('user', 'role', ['admin']),
    isOneOf('tenant', 'plan', ['pro']),
    isOneOf('device', 'os', ['ios']),
    isOneOf('cart', 'currency', ['INR']),
  ];
  const evaluator = createEvaluator(rulesetOf({ all: flagIf({ op: 'all', of }) }));
  const context = {
    user: { key: 'ada', role: 'admin' },
    tenant: { key: 'acme', plan: 'pro' },
    device: { key: 'd-1', os: 'ios' },
    cart: { key: 'c-1', currency: 'INR' },
  };
  expect(evaluator.variationDetail('all', context, false)).toStrictEqual({
    value: true,
    variant: 'on',
    reason: 'TARGETING_MATCH',
    ruleIndex: 0,
    ruleName: 'the rule',
  });
  for (const kind of Object.keys(context)) {
    expect(evaluator.variation('all', { ...context, [kind]: { key: 'x' } }, true)).toBe(false);
    expect(evaluator.variation('all', { ...context, [kind]: undefined }, true)).toBe(false);
  }
});

test('SD-07 a segment is defined once and used by many flags, and by other segments', () => {
  const testers = { include: { user: ['ada'] }, rules: [{ if: isOneOf('tenant', 'region', ['eu']) }] };
  const evaluator = createEvaluator(
    rulesetOf(
      {
        one: flagIf({ op: 'segment', keys: ['testers'] }),
        other: flagIf({ op: 'not', of: { op: 'segment', keys: ['testers'] } }),
        nested: flagIf({ op: 'segment', keys: ['all testers'] }),
      },
      { testers, 'all testers': { exclude: { user: ['eve'] }, rules: [{ if: { op: 'segment', keys: ['testers'] } }] } },
    ),
  );
  const answers = (context: object): unknown => evaluator.allFlags(context).toObject();
  expect(answers({ user: { key: 'ada' } })).toEqual({ one: true, other: false, nested: true });
  expect(answers({ user: { key: 'bob' } })).toEqual({ one: false, other: true, nested: false });
  expect(answers({ user: { key: 'eve' }, tenant: { region: 'eu' } })).toEqual({
    one: true,
    other: false,
    nested: false,
  });
});

test('EC-07 a flag that changes during an evaluation is seen in one version, before or after', () => {
  const versions = ['before', 'after'].map((version) =>
    createEvaluator(
      rulesetOf({
        flag: { ...flagIf(isOneOf('user', 'role', ['admin'])), variations: { on: version, off: `not ${version}` } },
        base: { state: 'on', variations: { v: version }, fallthrough: { variation: 'v' }, clientSide: true },
      }),
    ),
  );
  let current = versions[0];
  const context = {
    get user() {
      // The update arrives while the context is being read.
      current = versions[1];
      return { role: 'admin' };
    },
  };
  expect(current?.allFlags(context).toObject()).toEqual({ flag: 'before', base: 'before' });
  expect(current?.allFlags(context).toObject()).toEqual({ flag: 'after', base: 'after' });
});

test('EC-07 an attribute is read once in an evaluation, so that two rules never see two values of it', () => {
  let reads = 0;
  const user = {
    get role() {
      reads += 1;
      return reads % 2 === 1 ? 'admin' : 'nobody';
    },
  };
  const admin = isOneOf('user', 'role', ['admin']);
  const contradiction = flagIf({ op: 'all', of: [admin, { op: 'not', of: admin }] });
  const evaluator = createEvaluator(rulesetOf({ one: contradiction, other: flagIf(admin) }));
  expect(evaluator.allFlags({ user }).toObject()).toEqual({ one: false, other: true });
  expect(evaluator.variation('other', { user }, true)).toBe(false);
  expect(reads).toBe(2);
});

test('what is answered is frozen, the same object again, and out of reach of what it was made from', () => {
  const layout = { columns: 2, nested: { deep: ['x'] } };
  const flags = { flag: { ...flagIf({ op: 'any', of: [] }), variations: { on: null, off: layout } } };
  const evaluator = createEvaluator(rulesetOf(flags));
  const outcome = evaluator.evaluate('flag', {});
  layout.nested.deep.push('y');
  expect(outcome.value).toStrictEqual({ columns: 2, nested: { deep: ['x'] } });
  expect(Object.isFrozen(outcome) && Object.isFrozen((outcome.value as typeof layout).nested.deep)).toBe(true);
  expect(evaluator.evaluate('flag', { user: { key: 'ada' } })).toBe(outcome);
  expect(evaluator.variationDetail('flag', {}, {})).toBe(evaluator.variationDetail('flag', null, { other: 1 }));
  expect(evaluator.evaluate('missing', {})).toBe(evaluator.evaluate('missing', null));
});

test('all flags for browsers leave out those that say so, and are found by key', () => {
  const flag = flagIf({ op: 'all', of: [] });
  const evaluator = createEvaluator(rulesetOf({ open: flag, closed: { ...flag, clientSide: false } }));
  const all = evaluator.allFlags({}, { clientSideOnly: true });
  expect([all.revision, all.keys, all.get('closed'), all.get('open')?.value]).toEqual([3, ['open'], undefined, true]);
  expect(evaluator.allFlags({}).keys).toEqual(['open', 'closed']);
});

test('the start of SHA-1 is that of the real one', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ minLength: 50, maxLength: 200 })), (text) => {
      const digits = createHash('sha1').update(new TextEncoder().encode(text)).digest('hex').slice(0, 15);
      expect(sha1Start(text)).toBe(Number.parseInt(digits, 16));
    }),
  );
});

test('a sigma at the end of a word is one like any other where capitals do not count', () => {
  const holds = (is: 'contains' | 'startsWith' | 'endsWith' | 'in', text: string, value: unknown): boolean => {
    const of = is === 'in' ? { is, values: [text] } : { is, texts: [text] };
    const test = {
      op: 'attribute',
      of: { kind: 'user', path: ['street'] },
      tests: [{ ...of, ignoreCase: true }],
    } as Test;
    return createEvaluator(rulesetOf({ flag: flagIf(test) })).variation('flag', { user: { street: value } }, false);
  };
  for (const street of ['ΟΔΟΣ', 'οδος', 'Οδοσ']) {
    expect(holds('in', 'οδοσ', street)).toBe(true);
    expect(holds('endsWith', 'δοσ', street)).toBe(true);
    expect(holds('contains', 'οσ', street)).toBe(true);
    expect(holds('startsWith', 'οδοσ', `${street}1`)).toBe(true);
  }
});

test('patterns match what regular expressions match, in a time that no text makes long', () => {
  const patterns = [
    '^a.c$',
    '(a|b)*abb',
    '[^a-c]x+',
    'a{2,3}$',
    '\\bab\\b',
    '^(a|ab)(c|bcd)$',
    '^$',
    'b?c',
    '(?:a*)*b',
  ];
  for (const pattern of patterns) {
    const { program } = compileExpression(pattern, { ignoreCase: false });
    const tests = [{ is: 'matches', programs: [{ pattern, ...program }] }];
    const evaluator = createEvaluator({
      format: 1,
      flags: { flag: flagIf({ op: 'attribute', of: { kind: 'user', path: ['text'] }, tests } as unknown as Test) },
    });
    const expected = new RegExp(pattern, 'u');
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'x', ' ', 'é', '🦊'), maxLength: 12 }),
        (text) => {
          expect([text, evaluator.variation('flag', { user: { text } }, false)]).toEqual([text, expected.test(text)]);
        },
      ),
    );
    // Where others would try 2^8000 ways.
    expect(evaluator.variation('flag', { user: { text: 'a'.repeat(8192) } }, true)).toBe(expected.test('aaaa'));
    expect(evaluator.variation('flag', { user: { text: 'b'.repeat(8193) } }, true)).toBe(false);
  }
});
