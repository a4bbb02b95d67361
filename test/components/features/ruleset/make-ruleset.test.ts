import { describe, expect, it } from 'vitest';
import { makeRuleset, type RulesetSource } from '../../../../src/components/features/ruleset/make-ruleset.ts';
import type { FlagRules, Test } from '../../../../src/components/features/evaluation/ruleset.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { bodyFrom } from '../../../support/policy-findings.ts';

type Bodies = { readonly [name: string]: string };

function rulesetOf(bodies: Bodies, more: Partial<RulesetSource> = {}) {
  const resources = Object.entries(bodies).map(([name, yaml]) => {
    const [kind = '', key = ''] = name.split('/');
    return { kind, key, body: bodyFrom(yaml) };
  });
  return makeRuleset({ environment: 'production', revision: 7, madeAt: 1_000, resources, ...more });
}

/** The flag `x` with two variations and the given fields. */
function flagWith(yaml: string, others: Bodies = {}): FlagRules | undefined {
  return rulesetOf({ 'Flag/x': `variations: { on: true, off: false }\n${yaml}`, ...others }).flags['x'];
}

function testOf(condition: string): Test | undefined {
  return flagWith(`rules: [{ if: ${condition}, serve: on }]`)?.rules?.[0]?.if;
}

function valueTests(test: string): readonly object[] {
  const compiled = testOf(`{ user.a.b: ${test} }`);
  if (compiled?.op !== 'attribute') throw new Error('not a test of one attribute');
  expect(compiled.of).toEqual({ kind: 'user', path: ['a', 'b'] });
  return compiled.tests;
}

describe('makeRuleset', () => {
  it('keeps of a flag what an evaluation needs, and works out what is not written', () => {
    expect(flagWith('owner: growth\ntags: [a]\nexpires: 2030-01-01')).toEqual({
      state: 'on',
      variations: { off: false, on: true },
      offVariation: 'off',
      clientSide: true,
    });
    expect(flagWith('offVariation: on\nstate: archived\nclientSide: false')).toMatchObject({
      offVariation: 'on',
      state: 'archived',
      clientSide: false,
    });
    expect(rulesetOf({ 'Flag/x': 'variations: { a: 1 }' }).flags['x']).not.toHaveProperty('offVariation');
  });

  it('names what may not be reported, by kind of context', () => {
    const described = {
      'ContextKind/user':
        'attributes: { name: string, mail: { type: string, sensitive: true }, age: { type: number, sensitive: true } }',
      'ContextKind/device': 'attributes: { os: string, model: { type: string, sensitive: false } }',
    };
    expect(rulesetOf(described).sensitive).toEqual({ user: ['age', 'mail'] });
    expect(rulesetOf({ 'ContextKind/device': described['ContextKind/device'] })).not.toHaveProperty('sensitive');
  });

  it('is the same text whatever order the resources and their fields come in', () => {
    const bodies: Bodies = {
      'Flag/b': 'variations: { on: { y: 1, x: 2 }, off: { x: 1, y: 1 } }\ntargets: { on: { tenant: [t], user: [u] } }',
      'Flag/a': 'variations: { on: 1, off: 2 }\nrules: [{ if: { user.b: 1, segment: s, user.a: 2 }, serve: on }]',
      'Segment/s': 'include: { user: [a], tenant: [b] }',
    };
    const reversed = (value: unknown): unknown =>
      typeof value !== 'object' || value === null || Array.isArray(value)
        ? value
        : Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([name, inner]) => [name, reversed(inner)]),
          );
    const resources = Object.entries(bodies).map(([name, yaml]) => {
      const [kind = '', key = ''] = name.split('/');
      return { kind, key, body: bodyFrom(yaml) };
    });
    const others = resources
      .toReversed()
      .map((resource) => ({ ...resource, body: reversed(resource.body) as JsonObject }));
    const source = { environment: 'e', revision: 1, madeAt: 0 };
    expect(JSON.stringify(makeRuleset({ ...source, resources: others }))).toBe(
      JSON.stringify(makeRuleset({ ...source, resources })),
    );
  });

  it('SD-07 takes along the segments that flags reach, through one another, and no others', () => {
    const { segments } = rulesetOf({
      'Flag/x': 'variations: { on: true }\nrules: [{ if: { not: { any: [{ segment: [a, b] }] } }, serve: on }]',
      'Segment/a': 'rules: [{ name: r, if: { all: [{ segment: c }, { segment: a }] } }]\nexclude: { user: [z, y] }',
      'Segment/b': 'include: { tenant: [globex] }',
      'Segment/c': 'rules: [{ if: { share: { percent: 20.5, by: tenant.key } } }]',
      'Segment/d': 'include: { user: [a] }',
    });
    expect(Object.keys(segments)).toEqual(['a', 'b', 'c']);
    expect(segments['a']).toEqual({
      exclude: { user: ['y', 'z'] },
      rules: [
        {
          name: 'r',
          if: {
            op: 'all',
            of: [
              { op: 'segment', keys: ['c'] },
              { op: 'segment', keys: ['a'] },
            ],
          },
        },
      ],
    });
    expect(segments['c']?.rules?.[0]?.if).toEqual({
      op: 'share',
      by: { kind: 'tenant', path: ['key'] },
      deal: { hash: 'murmur3', salt: 'c.share' },
      upTo: 20_500,
    });
  });

  it('FR-F002 names the plans that grant an entitlement, and the lowest of them that is on sale', () => {
    const plans: Bodies = {
      'Plan/enterprise': 'name: Enterprise',
      'Plan/team': "prices: { USD: { annual: '240.00' }, EUR: { monthly: '99' } }",
      'Plan/solo': "prices: { USD: { monthly: '25' } }",
      'Plan/old': "prices: { USD: { monthly: '1' } }\nstate: legacy",
      'Plan/special': 'rank: 3',
    };
    const gate = (entitlement: string) =>
      rulesetOf({
        'Flag/x': 'variations: { on: true }\nentitlement: e',
        'Entitlement/e': entitlement,
        'Entitlement/other': 'type: switch',
        ...plans,
      }).entitlements;
    expect(
      gate('type: switch\nplans: { enterprise: true, team: true, solo: true, old: true, special: false }'),
    ).toEqual({
      e: { plans: ['enterprise', 'old', 'solo', 'team'], requiredPlan: 'team' },
    });
    expect(gate('type: quantity\nplans: { enterprise: unlimited, solo: 0, special: 5 }')).toEqual({
      e: { plans: ['enterprise', 'special'], requiredPlan: 'special' },
    });
    expect(gate('type: switch\nplans: { old: true }')).toEqual({ e: { plans: ['old'], requiredPlan: null } });
  });

  it('puts a user who is named before their device, and their tenant last', () => {
    expect(
      flagWith('targets: { on: { tenant: [t], device: [d] }, off: { user: [b, a], account: [c] } }')?.targets,
    ).toEqual([
      { kind: 'user', keys: ['a', 'b'], variation: 'off' },
      { kind: 'account', keys: ['c'], variation: 'off' },
      { kind: 'device', keys: ['d'], variation: 'on' },
      { kind: 'tenant', keys: ['t'], variation: 'on' },
    ]);
  });

  it('lets each step of a schedule say all that the steps before it changed', () => {
    const schedule =
      'schedule: [{ at: 2027-01-01, state: "off" }, { at: 2027-02-01T01:00:00+01:00, fallthrough: on }, { at: 2027-03-01, state: "on" }]';
    expect(flagWith(schedule)?.schedule).toEqual([
      { at: Date.UTC(2027, 0, 1), state: 'off' },
      { at: Date.UTC(2027, 1, 1), state: 'off', fallthrough: { variation: 'on' } },
      { at: Date.UTC(2027, 2, 1), state: 'on', fallthrough: { variation: 'on' } },
    ]);
  });

  it('passes on what tenants need that no context brings', () => {
    const tenants = { t: { plan: 'pro', overrides: { e: { granted: false, until: 5 } } } };
    expect(rulesetOf({}, { tenants })).toEqual({
      format: 1,
      environment: 'production',
      revision: 7,
      madeAt: 1_000,
      flags: {},
      segments: {},
      entitlements: {},
      tenants,
    });
  });
});

describe('rollouts', () => {
  const rolloutOf = (yaml: string, more = '') => {
    const serving = flagWith(`fallthrough: ${yaml}\n${more}`)?.fallthrough;
    return serving !== undefined && 'rollout' in serving ? serving.rollout : undefined;
  };

  it('FR-F003 lays shares out by name, in thousandths of a percent', () => {
    expect(rolloutOf('{ rollout: { on: 33.334, off: 66.666 } }')).toEqual({
      by: { kind: 'user', path: ['key'] },
      deal: { hash: 'murmur3', salt: 'x' },
      parts: [
        { variation: 'off', upTo: 66_666 },
        { variation: 'on', upTo: 100_000 },
      ],
    });
  });

  it('deals by another attribute, with a salt, a seed and a hash of one’s own, to some, and for good', () => {
    const rollout = '{ rollout: { on: 100, off: 0 }, by: tenant.key, seed: 7, exposure: 12.5, sticky: true }';
    expect(rolloutOf(rollout, 'salt: old\nhash: flagd')).toEqual({
      by: { kind: 'tenant', path: ['key'] },
      deal: { hash: 'flagd', salt: 'old', seed: 7 },
      parts: [{ variation: 'on', upTo: 100_000 }],
      exposure: { deal: { hash: 'murmur3', salt: 'old.exposure' }, upTo: 12_500 },
      sticky: true,
    });
    expect(rolloutOf('{ rollout: { on: 100 }, salt: own }', 'salt: old')?.deal.salt).toBe('own');
  });

  it('lays a list out as it is written, with parts for nobody', () => {
    const rollout = '{ rollout: [{ serve: on, percent: 10 }, { percent: 20 }, { serve: off, percent: 70 }] }';
    expect(rolloutOf(rollout)?.parts).toEqual([
      { variation: 'on', upTo: 10_000 },
      { variation: null, upTo: 30_000 },
      { variation: 'off', upTo: 100_000 },
    ]);
  });

  it('picks for a share others than the rollouts do, unless it is told otherwise', () => {
    const dealt = (share: string, more: string) => {
      const test = flagWith(`rules: [{ if: { share: ${share} }, serve: on }]\n${more}`)?.rules?.[0]?.if;
      return test?.op === 'share' ? test.deal : undefined;
    };
    expect(dealt('{ percent: 1 }', 'salt: old\nhash: unleash')).toEqual({ hash: 'unleash', salt: 'old.share' });
    expect(dealt('{ percent: 1, salt: s, seed: 0, hash: flagd }', 'salt: old')).toEqual({
      hash: 'flagd',
      salt: 's',
      seed: 0,
    });
  });

  it('covers of each part the first percents where GrowthBook deals', () => {
    expect(rolloutOf('{ rollout: { on: 40, off: 60 }, exposure: 50 }', 'hash: growthbook-v2')?.parts).toEqual([
      { variation: 'off', upTo: 30_000 },
      { variation: null, upTo: 60_000 },
      { variation: 'on', upTo: 80_000 },
      { variation: null, upTo: 100_000 },
    ]);
  });

  it('keeps experiments apart by their group', () => {
    const experiment =
      'experiment: { metrics: [], control: off, start: 2027-01-01, end: 2027-02-01, exclusive: { group: g, from: 10, to: 30.5 }, holdout: { group: h, percent: 5 } }';
    expect(flagWith(experiment)?.experiment).toEqual({
      control: 'off',
      start: Date.UTC(2027, 0, 1),
      end: Date.UTC(2027, 1, 1),
      exclusive: { deal: { hash: 'murmur3', salt: 'g.exclusive' }, from: 10_000, to: 30_500 },
      holdout: { deal: { hash: 'murmur3', salt: 'h.holdout' }, upTo: 5_000 },
    });
    expect(flagWith(`hash: growthbook\n${experiment}`)?.experiment?.exclusive?.deal).toEqual({
      hash: 'growthbook',
      salt: '__g',
    });
  });
});

describe('conditions', () => {
  it.each<[string, Test]>([
    ['{ now: { after: 2027-01-01, before: 2028-01-01 } }', { op: 'now', after: 1798761600000, before: 1830297600000 }],
    ['{ not: { segment: s } }', { op: 'not', of: { op: 'segment', keys: ['s'] } }],
    [
      '{ share: { percent: 10, salt: own } }',
      { op: 'share', by: { kind: 'user', path: ['key'] }, deal: { hash: 'murmur3', salt: 'own' }, upTo: 10_000 },
    ],
    [
      '{ user.b: 1, user.a: x }',
      {
        op: 'all',
        of: [
          { op: 'attribute', of: { kind: 'user', path: ['a'] }, tests: [{ is: 'in', values: ['x'] }] },
          { op: 'attribute', of: { kind: 'user', path: ['b'] }, tests: [{ is: 'in', values: [1] }] },
        ],
      },
    ],
  ])('%s', (condition, expected) => {
    expect(testOf(condition)).toEqual(expected);
  });

  it.each<[string, readonly object[]]>([
    ['[b, 2, a, true, b, 1]', [{ is: 'in', values: ['a', 'b', 1, 2, true] }]],
    ['[a, 1, true]', [{ is: 'in', values: ['a', 1, true] }]],
    ['{ equals: A, ignoreCase: true }', [{ is: 'in', values: ['a'], ignoreCase: true }]],
    ['{ notIn: [A, 1], ignoreCase: true }', [{ is: 'notIn', values: ['a', 1], ignoreCase: true }]],
    ['{ equals: ΟΔΟΣ, ignoreCase: true }', [{ is: 'in', values: ['οδοσ'], ignoreCase: true }]],
    ['{ startsWith: [A, B], ignoreCase: true }', [{ is: 'startsWith', texts: ['a', 'b'], ignoreCase: true }]],
    [
      '{ includes: a, includesAll: [b] }',
      [
        { is: 'includes', values: ['a'] },
        { is: 'includesAll', values: ['b'] },
      ],
    ],
    ['{ atLeast: 1, lessThan: 2 }', [{ is: 'number', from: 1, below: 2 }]],
    ['{ greaterThan: 1, atMost: 2 }', [{ is: 'number', above: 1, to: 2 }]],
    ['{ modulo: { divisor: 3, remainder: 1 } }', [{ is: 'modulo', divisor: 3, remainder: 1 }]],
    ['{ after: 2027-01-01 }', [{ is: 'date', after: 1798761600000 }]],
    ['{ exists: false }', [{ is: 'exists', expected: false }]],
    ['{ size: 3 }', [{ is: 'size', tests: [{ is: 'number', from: 3, to: 3 }] }]],
    ['{ size: { atLeast: 2 } }', [{ is: 'size', tests: [{ is: 'number', from: 2 }] }]],
    ['{ not: [a] }', [{ is: 'not', tests: [{ is: 'in', values: ['a'] }] }]],
    ['{ cidr: 10.1.2.3/8 }', [{ is: 'cidr', networks: [{ first: '0a000000', last: '0affffff' }] }]],
    ['{ cidr: 192.0.2.7 }', [{ is: 'cidr', networks: [{ first: 'c0000207', last: 'c0000207' }] }]],
    [
      "{ cidr: ['::/0', '::ffff:10.0.0.0/104', '2001:db8::1:0/112'] }",
      [
        {
          is: 'cidr',
          networks: [
            { first: '20010db8000000000000000000010000', last: '20010db800000000000000000001ffff' },
            { first: '0'.repeat(32), last: 'f'.repeat(32) },
            { first: '00000000000000000000ffff0a000000', last: '00000000000000000000ffff0affffff' },
          ],
        },
      ],
    ],
  ])('of one attribute: %s', (test, expected) => {
    expect(valueTests(test)).toEqual(expected);
  });

  it.each([
    ['1.2.3', '=1.2.3'],
    ['=v2.4', '>=2.4.0 <2.5.0-0'],
    ['2', '>=2.0.0 <3.0.0-0'],
    ['>2', '>=3.0.0'],
    ['>= 2.4', '>=2.4.0'],
    ['<2', '<2.0.0-0'],
    ['<2.0.0', '<2.0.0'],
    ['<=2.4', '<2.5.0-0'],
    ['<=2.4.0', '<=2.4.0'],
    ['>1.0.0-beta.2+build', '>1.0.0-beta.2'],
    ['^1.2.3', '>=1.2.3 <2.0.0-0'],
    ['^0.2.3', '>=0.2.3 <0.3.0-0'],
    ['^0.0.3', '>=0.0.3 <0.0.4-0'],
    ['^0.0', '>=0.0.0 <0.1.0-0'],
    ['^0', '>=0.0.0 <1.0.0-0'],
    ['~1.2.3', '>=1.2.3 <1.3.0-0'],
    ['~1', '>=1.0.0 <2.0.0-0'],
    ['>=1.0.0 <2.0.0', '>=1.0.0 <2.0.0'],
  ])('of versions: %s is %s', (range, expected) => {
    const [test] = valueTests(`{ semver: '${range}' }`);
    const comparisons =
      test !== undefined && 'comparisons' in test && Array.isArray(test.comparisons) ? test.comparisons : [];
    const written = comparisons.map(
      ({ op, pre, version }) => `${op}${version.join('.')}${pre.length === 0 ? '' : `-${pre.join('.')}`}`,
    );
    expect(written.join(' ')).toBe(expected);
  });
});
