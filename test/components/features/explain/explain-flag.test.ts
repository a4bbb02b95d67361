import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Ruleset } from '../../../../src/components/features/evaluation/ruleset.ts';
import { explainFlag } from '../../../../src/components/features/explain/explain-flag.ts';
import { flagEngine } from '../../../../src/components/features/flag-engine.ts';
import type { ExplainedTest, FlagContext } from '../../../../src/components/flags-contract.ts';
import { bodyFrom } from '../../../support/policy-findings.ts';
import { longRun } from '../../../support/long-run.ts';

const now = new Date('2027-06-01T12:00:00Z');

function flagsOf(bodies: { readonly [name: string]: string }) {
  const resources = Object.entries(bodies).map(([name, yaml]) => {
    const [kind = '', key = ''] = name.split('/');
    return { kind, key, body: bodyFrom(yaml) };
  });
  return flagEngine.compile({ environment: 'production', resources }, now);
}

/** Signs, texts and what was seen, one line each, indented. */
function lines({ absent, bucket, holds, of, seen, text }: ExplainedTest, indent = ''): readonly string[] {
  const value = absent === true ? ' absent' : seen === undefined ? '' : ` saw ${JSON.stringify(seen)}`;
  const line = `${indent}${holds ? '+' : '-'} ${text}${value}${bucket === undefined ? '' : ` in ${bucket}`}`;
  return [line, ...of.flatMap((inner) => lines(inner, `${indent}  `))];
}

function testLines(condition: string, context: FlagContext, segments: { readonly [name: string]: string } = {}) {
  const flag = `variations: { on: true, off: false }\nrules: [{ if: ${condition}, serve: on }]`;
  const step = flagsOf({ 'Flag/x': flag, ...segments })
    .explain('x', context)
    ?.steps.find((one) => one.step === 'rule');
  return step?.step === 'rule' && step.test !== null ? lines(step.test) : [];
}

describe('explaining a condition', () => {
  it.each<[string, string, FlagContext, readonly string[]]>([
    [
      'every operator in words',
      '{ user.a: { startsWith: [x, y], ignoreCase: true, not: { in: [z] } }, user.n: { atLeast: 1, lessThan: 9, modulo: { divisor: 3, remainder: 2 } } }',
      { user: { a: 'Yes', n: 5 } },
      [
        '+ all of these',
        '  + user.a saw "Yes"',
        '    + not: is "z"',
        '    + starts with one of "x", "y", ignoring capitals',
        '  + user.n saw 5',
        '    + is at least 1 and less than 9',
        '    + leaves 2 when divided by 3',
      ],
    ],
    [
      'an attribute with a dot in its name',
      '{ user."app.version": { semver: "^2" }, user.app.version: 1, share: { percent: 80, by: user."app.version" } }',
      { user: { 'app.version': '2.4.0', app: { version: 1 } } },
      [
        '+ all of these',
        '  + user."app.version" is among 80 % of all saw "2.4.0" in 72991',
        '  + user."app.version" is a version >=2.0.0 <3.0.0 saw "2.4.0"',
        '  + user.app.version is 1 saw 1',
      ],
    ],
    [
      'versions, networks, patterns and dates',
      "{ any: [{ device.v: { semver: '^1.2' } }, { user.ip: { cidr: [10.1.2.3/8, '2001:db8::/32'] } }, { user.e: { matches: '^a+$' } }, { user.d: { before: 2027-01-01 } }] }",
      { device: { v: '1.3.0' }, user: { ip: '11.0.0.1' } },
      [
        '+ any of these',
        '  + device.v is a version >=1.2.0 <2.0.0 saw "1.3.0"',
        '  - user.ip lies in 10.0.0.0/8 or 2001:db8::/32 saw "11.0.0.1"',
        '  - user.e matches /^a+$/ absent',
        '  - user.d is before 2027-01-01 absent',
      ],
    ],
    [
      'lists, sizes and what is there',
      '{ user.l: { includes: a, includesAll: [a, b], size: { atLeast: 2 } }, user.x: { exists: false } }',
      { user: { l: ['a'] } },
      [
        '- all of these',
        '  - user.l saw ["a"]',
        '    + has the member "a"',
        '    - has all of the members "a", "b"',
        '    - has a size that is at least 2',
        '  + user.x is absent absent',
      ],
    ],
    [
      'time and shares',
      '{ now: { after: 2027-01-01, before: 2028-01-01 }, share: { percent: 50.5, salt: s, by: tenant.key } }',
      { tenant: { key: 'acme' } },
      [
        '+ all of these',
        '  + now is on or after 2027-01-01 and before 2028-01-01 saw "2027-06-01T12:00:00Z"',
        '  + tenant.key is among 50.5 % of all saw "acme" in 20927',
      ],
    ],
  ])('%s', (_, condition, context, expected) => {
    expect(testLines(condition, context)).toEqual(expected);
  });

  it('SD-07 looks into segments', () => {
    const segments = {
      'Segment/a': 'exclude: { user: [eve] }\ninclude: { user: [ada, bob] }\nrules: [{ name: b, if: { segment: b } }]',
      'Segment/b': 'rules: [{ if: { user.x: 1 } }]',
    };
    expect(testLines('{ not: { segment: [a, b] } }', { user: { key: 'eve', x: 1 } }, segments)).toEqual([
      '- not',
      '  + belongs to one of 2 segments',
      '    - belongs to segment a',
      '      + is excluded by name',
      '        + user.key is "eve" saw "eve"',
      '      - is included by name',
      '        - user.key is one of 2 named saw "eve"',
      '      + fits rule 1 “b”',
      '        + belongs to segment b',
      '          + fits rule 1',
      '            + user.x is 1 saw 1',
      '    + belongs to segment b',
      '      + fits rule 1',
      '        + user.x is 1 saw 1',
    ]);
  });
});

describe('explaining a flag', () => {
  const bodies = {
    'Flag/base': 'variations: { on: true, off: false }\nfallthrough: on',
    'Flag/x': [
      'variations: { a: 1, b: 2, off: 0 }',
      'entitlement: e',
      'prerequisites: { base: on }',
      'targets: { a: { user: [ada] } }',
      'rules: [{ name: some, if: { user.n: { greaterThan: 5 } }, serve: { rollout: { a: 50, b: 50 }, exposure: 50 } }, { if: { user.m: 1 }, serve: b }]',
      'fallthrough: { rollout: { a: 20, b: 80 } }',
      "schedule: [{ at: 2027-05-01, fallthrough: { rollout: { a: 100, b: 0 } } }, { at: 2029-01-01, state: 'off' }]",
    ].join('\n'),
    'Entitlement/e': 'type: switch\nplans: { pro: true }',
    'Plan/pro': 'name: Pro',
  };

  it('says what each step saw, which one decided, and which were not reached', () => {
    const explained = flagsOf(bodies).explain('x', { tenant: { plan: 'pro' }, user: { key: 'ada', m: 1 } });
    expect(explained?.steps.map(({ outcome, step }) => `${step} ${outcome}`)).toEqual([
      'state passes',
      'entitlement passes',
      'prerequisite passes',
      'targets decides',
      'rule not-reached',
      'rule not-reached',
      'fallthrough not-reached',
    ]);
    expect(explained?.steps[1]).toMatchObject({ plan: 'pro', plans: ['pro'], requiredPlan: 'pro' });
    expect(explained?.steps[2]).toMatchObject({ flag: 'base', wanted: ['on'], served: 'on' });
    expect(explained?.steps[3]).toMatchObject({ looked: [{ kind: 'user', key: 'ada', variation: 'a' }] });
    expect(explained?.steps[6]).toMatchObject({
      serves: {
        variation: 'a',
        rollout: { by: 'user.key', unit: 'ada', parts: [{ variation: 'a', from: 0, to: 100_000 }], instead: null },
      },
    });
    expect(flagsOf(bodies).explain('y', {})).toBeNull();
  });

  it('never disagrees with the evaluation, whoever asks', () => {
    const flags = flagsOf(bodies);
    const attributes = fc.record(
      {
        key: fc.constantFrom('ada', 'bob', 'eve', 'joe', 'u1', 'u2'),
        n: fc.integer({ max: 9 }),
        m: fc.constantFrom(1, 2),
      },
      { requiredKeys: [] },
    );
    const contexts = fc.record({ user: attributes, tenant: fc.constantFrom({ plan: 'pro' }, { plan: 'free' }, {}) });
    fc.assert(
      fc.property(contexts, (context) => {
        const answer = flags.evaluate('x', context);
        const steps = flags.explain('x', context)?.steps ?? [];
        const decides = steps.filter(({ outcome }) => outcome === 'decides');
        expect(decides).toHaveLength(1);
        const [decided] = decides;
        if (decided?.step === 'rule' || decided?.step === 'fallthrough')
          expect(decided.serves.variation).toBe(answer.variant);
        if (decided?.step === 'rule')
          expect({ index: decided.index, fits: true }).toEqual({ index: answer.ruleIndex, fits: decided.fits });
        for (const step of steps.slice(
          0,
          steps.findIndex(({ outcome }) => outcome === 'decides'),
        )) {
          if (step.step === 'rule' && step.fits) expect(step.serves.variation).toBeNull();
        }
      }),
      { numRuns: longRun ? 20_000 : 300 },
    );
  });
});

describe('what everybody gets', () => {
  const serving = fc.constantFrom(
    'a',
    'b',
    '{ rollout: { a: 100 } }',
    '{ rollout: { a: 50, b: 50 } }',
    '{ rollout: { b: 100 }, exposure: 50 }',
  );
  const condition = fc.constantFrom(
    '{ share: { percent: 0 } }',
    '{ user.n: { in: [] } }',
    '{ user.n: 1 }',
    '{ not: { user.n: 1 } }',
  );
  const rule = fc
    .tuple(fc.option(condition, { nil: null }), serving)
    .map(([test, serve]) => `{ ${test === null ? '' : `if: ${test}, `}serve: ${serve} }`);
  const flag = fc
    .record({
      state: fc.constantFrom('on', 'on', 'off'),
      off: fc.option(fc.constantFrom('a', 'b'), { nil: null }),
      rules: fc.array(rule, { maxLength: 2 }),
      fallthrough: fc.option(serving, { nil: null }),
      target: fc.constantFrom('', 'targets: { a: { user: [u1] } }', 'targets: { b: { user: [] } }'),
      prerequisite: fc.constantFrom('', 'prerequisites: { base: a }', 'prerequisites: { base: b }'),
      schedule: fc.constantFrom(
        '',
        'schedule: [{ at: 2027-01-01, fallthrough: b }]',
        "schedule: [{ at: 2028-01-01, state: 'off' }]",
      ),
    })
    .map(({ fallthrough, off, prerequisite, rules, schedule, state, target }) =>
      [
        'variations: { a: 1, b: 2 }',
        `state: '${state}'`,
        off === null ? '' : `offVariation: ${off}`,
        target,
        prerequisite,
        `rules: [${rules.join(', ')}]`,
        fallthrough === null ? '' : `fallthrough: ${fallthrough}`,
        schedule,
      ].join('\n'),
    );

  it('is what each of them gets, wherever it is said', () => {
    let proved = 0;
    fc.assert(
      fc.property(flag, (body) => {
        const flags = flagsOf({ 'Flag/x': body, 'Flag/base': 'variations: { a: 1, b: 2 }\nfallthrough: a' });
        const everybody = flags.everybody('x');
        if (everybody === null) return;
        proved += 1;
        expect(everybody.dealtBy.every((path) => path === 'user.key')).toBe(true);
        const users = [{}, { n: 1 }].flatMap((more) =>
          ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8'].map((key) => ({ ...more, key })),
        );
        for (const user of users) expect(flags.evaluate('x', { user }).variant).toBe(everybody.variation);
      }),
      { numRuns: longRun ? 20_000 : 400 },
    );
    expect(proved).toBeGreaterThan(20);
  });

  it('is not said of a flag that is about to change, or that is none', () => {
    const flags = flagsOf({
      'Flag/x': "variations: { on: true }\nfallthrough: on\nschedule: [{ at: 2028-01-01, state: 'off' }]",
    });
    expect(flags.everybody('x')).toBeNull();
    expect(flags.everybody('y')).toBeNull();
  });

  it('is not said where a tenant may have agreed otherwise, or somebody keeps what they were dealt', () => {
    const flags = flagsOf({
      'Entitlement/agreed': 'type: switch',
      'Flag/agreed': 'entitlement: agreed\nvariations: { on: true, off: false }\nfallthrough: on',
      'Flag/kept': 'variations: { on: true, off: false }\nfallthrough: { rollout: { on: 100, off: 0 }, sticky: true }',
      'Flag/dealt': 'variations: { on: true, off: false }\nfallthrough: { rollout: { on: 100, off: 0 } }',
    });
    expect(flags.everybody('agreed')).toBeNull();
    expect(flags.everybody('kept')).toBeNull();
    expect(flags.everybody('dealt')).toEqual({ variation: 'on', dealtBy: ['user.key'] });
  });
});

it('P09 takes the objects of a flat context for kinds where rules ask for them or they are described', () => {
  const flags = flagsOf({
    'ContextKind/shop': 'attributes: { size: number }',
    'Flag/x':
      'variations: { on: true }\nrules: [{ if: { any: [{ not: { workspace.size: 1 } }, { segment: s }] }, serve: on }]',
    'Segment/s': 'include: { team: [t] }\nrules: [{ if: { share: { percent: 1, by: cart.key } } }]',
    'Flag/y': 'variations: { on: true }\nfallthrough: { rollout: { on: 100 }, by: order.key }',
  });
  const known = { shop: { size: 1 }, workspace: { size: 1 }, team: {}, cart: {}, order: {} };
  expect(flags.readContext({ ...known, targetingKey: 'ada', address: { city: 'Pune' } }).context).toEqual({
    ...known,
    user: { key: 'ada', address: { city: 'Pune' } },
  });
});

test('FR-F004 an agreement that withholds an entitlement decides, whatever the plan of the tenant grants', () => {
  const agreed = (granted: boolean, plan: string) => ({ acme: { plan, overrides: { e: { granted } } } });
  const asked = (tenants: NonNullable<Ruleset['tenants']>) =>
    explainFlag(
      {
        format: 1,
        environment: 'production',
        revision: 1,
        madeAt: 0,
        flags: {
          x: {
            state: 'on',
            clientSide: true,
            variations: { on: true, off: false },
            offVariation: 'off',
            entitlement: 'e',
          },
        },
        segments: {},
        entitlements: { e: { plans: ['pro'], requiredPlan: 'pro' } },
        tenants,
      },
      'x',
      { tenant: { key: 'acme' } },
      now.getTime(),
    )?.steps[1];
  expect(asked(agreed(false, 'pro'))).toMatchObject({ outcome: 'decides', agreed: false, plan: 'pro' });
  expect(asked(agreed(true, 'free'))).toMatchObject({ outcome: 'passes', agreed: true });
  expect(asked({ acme: { plan: 'pro' } })).toMatchObject({ outcome: 'passes', agreed: null });
});
