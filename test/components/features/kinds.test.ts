import { describe, expect, it } from 'vitest';
import { policies } from '../../../src/components/features/kinds.ts';
import { checked, checkedAgainst, referred } from '../../support/policy-findings.ts';

describe('Flag', () => {
  it.each([
    ['whole rollouts', '{ rollout: { on: 10, off: 90 } }', []],
    ['three decimals', '{ rollout: { a: 33.334, b: 33.333, c: 33.333 } }', []],
    ['sums that floating point gets wrong', '{ rollout: { a: 0.1, b: 0.2, c: 99.7 } }', []],
    ['a variation by name', 'on', []],
    ['too little', '{ rollout: { on: 10, off: 80 } }', ['features/rollout-not-whole /fallthrough/rollout key']],
    ['too much', '{ rollout: { on: 10, off: 90.001 } }', ['features/rollout-not-whole /fallthrough/rollout key']],
    [
      'four decimals',
      '{ rollout: { on: 10.0005, off: 89.9995 } }',
      ['features/percentage-too-fine /fallthrough/rollout/on', 'features/percentage-too-fine /fallthrough/rollout/off'],
    ],
    ['a list', '{ rollout: [{ serve: on, percent: 10 }, { percent: 20 }, { serve: on, percent: 70 }] }', []],
    [
      'a list of too little',
      '{ rollout: [{ serve: on, percent: 10 }, { percent: 20 }] }',
      ['features/rollout-not-whole /fallthrough/rollout key'],
    ],
    [
      'a list of four decimals',
      '{ rollout: [{ serve: on, percent: 10.0005 }, { percent: 89.9995 }] }',
      [
        'features/percentage-too-fine /fallthrough/rollout/0/percent',
        'features/percentage-too-fine /fallthrough/rollout/1/percent',
      ],
    ],
    [
      'an exposure of four decimals',
      '{ rollout: { on: 100 }, exposure: 0.0001 }',
      ['features/percentage-too-fine /fallthrough/exposure'],
    ],
  ])('FR-F003 percentages: %s', (_, fallthrough, expected) => {
    expect(checked(policies['Flag'], `fallthrough: ${fallthrough}`)).toEqual(expected);
  });

  it.each([
    ['variations: { on: true, off: false }', []],
    ['variations: { a: { x: 1 }, b: [1], c: null }', []],
    [
      "variations: { on: true, off: 'no', maybe: 1 }",
      ['features/mixed-variations /variations/off', 'features/mixed-variations /variations/maybe'],
    ],
    ['variations: { a: text, b: { x: 1 } }', ['features/mixed-variations /variations/b']],
  ])('FR-F001 %s', (yaml, expected) => {
    expect(checked(policies['Flag'], yaml)).toEqual(expected);
  });

  it.each([
    ['rules: [{ if: { user.plan: pro }, serve: on }, { serve: off }]', []],
    ['rules: [{ serve: on }, { serve: off }, { serve: on }]', ['features/rule-never-reached /rules/1']],
    ['rules: [{ serve: { rollout: { on: 100 }, exposure: 50 } }, { serve: off }]', []],
    [
      'rules: [{ if: { user.age: { atLeast: 10, lessThan: 5 } }, serve: on }]',
      ['condition/empty-range /rules/0/if/user.age/lessThan'],
    ],
    [
      'rules: [{ if: { all: [{ share: { percent: 0.12345 } }] }, serve: on }]',
      ['features/percentage-too-fine /rules/0/if/all/0/share/percent'],
    ],
    ['rules: [{ serve: { rollout: { on: 1 } } }]', ['features/rollout-not-whole /rules/0/serve/rollout key']],
  ])('FR-F004 %s', (yaml, expected) => {
    expect(checked(policies['Flag'], yaml)).toEqual(expected);
  });

  it.each([
    ['targets: { on: { user: [a], tenant: [a] }, off: { user: [b] } }', []],
    ['targets: { on: { user: [a, b] }, off: { user: [b] } }', ['features/target-twice /targets/off/user/0']],
    ['expires: 2027-02-29', ['features/impossible-date /expires']],
    ['expires: 2028-02-29', []],
    [
      'schedule: [{ at: 2027-01-02, state: on }, { at: 2027-01-01, state: off }]',
      ['features/dates-out-of-order /schedule/1/at'],
    ],
    ["schedule: [{ at: '2027-01-01T10:00:00+02:00', state: on }, { at: '2027-01-01T09:00:00Z', state: off }]", []],
    [
      'schedule: [{ at: 2027-01-01, fallthrough: { rollout: { on: 5 } } }]',
      ['features/rollout-not-whole /schedule/0/fallthrough/rollout key'],
    ],
  ])('%s', (yaml, expected) => {
    expect(checked(policies['Flag'], yaml)).toEqual(expected);
  });

  it.each([
    ['metrics: [{ key: a, event: e }]', []],
    ['metrics: [{ key: a, event: e, measure: sum }]', ['features/metric-property /experiment/metrics/0/measure']],
    ['metrics: [{ key: a, event: e, property: p }]', ['features/metric-property /experiment/metrics/0/property key']],
    ['{ start: 2027-02-01, end: 2027-01-01 }', ['features/dates-out-of-order /experiment/end']],
    ['exclusive: { group: g, from: 50, to: 50 }', ['features/part-out-of-order /experiment/exclusive/to']],
    ['holdout: { group: g, percent: 0.00001 }', ['features/percentage-too-fine /experiment/holdout/percent']],
  ])('FR-F008 experiment %s', (yaml, expected) => {
    const experiment = yaml.startsWith('{') ? yaml : `{ ${yaml} }`;
    expect(checked(policies['Flag'], `experiment: ${experiment}`)).toEqual(expected);
  });

  it('refers to the variations of its prerequisites and to the properties its metrics add up', () => {
    const yaml = `
      prerequisites: { new-cart: on, search: [a, b] }
      experiment: { metrics: [{ key: m, event: order.completed, measure: sum, property: total }] }`;
    expect(referred(policies['Flag'], yaml)).toEqual([
      '/prerequisites/new-cart → Flag/new-cart variations:on',
      '/prerequisites/search/0 → Flag/search variations:a',
      '/prerequisites/search/1 → Flag/search variations:b',
      '/experiment/metrics/0/property → EventSchema/order.completed properties:total',
    ]);
  });
});

describe('Segment', () => {
  it.each([
    ['{ include: { user: [a] }, exclude: { tenant: [a] } }', []],
    ['{ include: { user: [a, b] }, exclude: { user: [b] } }', ['features/member-twice /exclude/user/0']],
    ["rules: [{ if: { user.ip: { cidr: '10.0.0.0/40' } } }]", ['condition/bad-network /rules/0/if/user.ip/cidr']],
  ])('SD-07 %s', (yaml, expected) => {
    expect(checked(policies['Segment'], yaml)).toEqual(expected);
  });
});

describe('Entitlement', () => {
  it.each([
    ['switch', 'plans: { pro: true, free: false }', []],
    [
      'switch',
      'plans: { pro: 1, free: unlimited }',
      ['features/value-not-of-type /plans/pro', 'features/value-not-of-type /plans/free'],
    ],
    ['quantity', 'plans: { free: 0, pro: 10.5, enterprise: unlimited, special: { limit: 5, whenExceeded: bill } }', []],
    ['quantity', 'plans: { pro: true }', ['features/value-not-of-type /plans/pro']],
    ['quantity', 'plans: { pro: unlimted }', ['features/value-not-of-type /plans/pro']],
    [
      'quantity',
      'plans: { pro: { min: 1, max: 2 } }',
      ['features/value-not-of-type /plans/pro/min key', 'features/value-not-of-type /plans/pro/max key'],
    ],
    ['quantity', 'plans: { pro: { whenExceeded: bill } }', ['features/value-not-of-type /plans/pro']],
    ['range', 'plans: { pro: { min: 1, max: 50 }, enterprise: { min: 20, max: unlimited } }', []],
    ['range', 'plans: { pro: 5 }', ['features/value-not-of-type /plans/pro']],
    ['range', 'plans: { pro: { limit: 5 } }', ['features/value-not-of-type /plans/pro/limit key']],
    ['range', 'plans: { pro: { min: 5, max: 4 } }', ['features/range-out-of-order /plans/pro/max']],
    ['custom', 'plans: { pro: anything }', []],
    ['custom', '{ levels: [low, high], plans: { pro: high } }', []],
    ['custom', '{ levels: [low, high], plans: { pro: hihg } }', ['features/value-not-of-type /plans/pro']],
    ['custom', 'plans: { pro: 4 }', ['features/value-not-of-type /plans/pro']],
    [
      'switch',
      '{ levels: [a], meter: m, resets: daily }',
      [
        'features/field-not-for-type /levels key',
        'features/field-not-for-type /meter key',
        'features/field-not-for-type /resets key',
      ],
    ],
    ['quantity', '{ meter: m, resets: daily, warn: { at: [80] } }', []],
  ])('P12 %s: %s', (type, yaml, expected) => {
    const body = yaml.startsWith('{') ? `{ type: ${type}, ${yaml.slice(1)}` : `{ type: ${type}, ${yaml} }`;
    expect(checked(policies['Entitlement'], body)).toEqual(expected);
  });
});

describe('experiments of one group', () => {
  const flag = (experiment: string, more = '') => `variations: { on: 1 }\nexperiment: ${experiment}\n${more}`;
  const other = {
    'Flag/first': flag('{ exclusive: { group: g, from: 0, to: 50 }, start: 2027-01-01, end: 2027-02-01 }'),
  };
  const finding = ['features/parts-overlap /experiment/exclusive'];

  it.each([
    ['a part in common', '{ exclusive: { group: g, from: 49.999, to: 60 } }', '', finding],
    ['the same part', '{ exclusive: { group: g, from: 0, to: 50 }, start: 2027-01-31 }', '', finding],
    ['parts beside one another', '{ exclusive: { group: g, from: 50, to: 60 } }', '', []],
    ['another group', '{ exclusive: { group: h, from: 0, to: 60 } }', '', []],
    ['one after the other', '{ exclusive: { group: g, from: 0, to: 60 }, start: 2027-02-01 }', '', []],
    ['one before the other', '{ exclusive: { group: g, from: 0, to: 60 }, end: 2027-01-01 }', '', []],
    ['a flag that is off', '{ exclusive: { group: g, from: 0, to: 60 } }', "state: 'off'", []],
    ['no part', '{}', '', []],
  ])('FR-F008 never share anybody: %s', (_, experiment, more, expected) => {
    expect(checkedAgainst(policies['Flag'], flag(experiment, more), other)).toEqual(expected);
  });

  it('are reported at the later key alone', () => {
    const later = { 'Flag/tenth': other['Flag/first'] };
    expect(checkedAgainst(policies['Flag'], flag('{ exclusive: { group: g, from: 0, to: 60 } }'), later)).toEqual([]);
  });
});

describe('what an experiment deals by', () => {
  const beside = {
    'ContextKind/user': 'attributes: { email: { type: string, sensitive: true }, name: string }',
    'ContextKind/patient': 'attributes: { key: { type: string, sensitive: true } }',
  };
  const measured = (more: string) => `variations: { on: 1, off: 0 }\nexperiment: {}\n${more}`;
  const rollout = (more: string) => `{ rollout: { on: 50, off: 50 }${more} }`;

  it.each([
    ['a key', measured(`fallthrough: ${rollout('')}`), []],
    ['what is not sensitive', measured(`fallthrough: ${rollout(', by: user.name')}`), []],
    ['no experiment', `fallthrough: ${rollout(', by: user.email')}`, []],
    ['an experiment that is archived', measured(`state: archived\nfallthrough: ${rollout(', by: user.email')}`), []],
    [
      'what is sensitive',
      measured(`fallthrough: ${rollout(', by: user.email')}`),
      ['features/sensitive-unit /fallthrough/by'],
    ],
    [
      'a part of it, in a rule and later on',
      measured(
        `rules: [{ serve: ${rollout(', by: user.email.domain')} }]\nschedule: [{ at: 2027-01-01, fallthrough: ${rollout(', by: patient.key')} }]`,
      ),
      ['features/sensitive-unit /rules/0/serve/by', 'features/sensitive-unit /schedule/0/fallthrough/by'],
    ],
  ])('P09 may be told: %s', (_, yaml, expected) => {
    expect(checkedAgainst(policies['Flag'], yaml, beside)).toEqual(expected);
  });

  it('P09 may be told where nothing is written, too', () => {
    const sensitive = { 'ContextKind/user': 'attributes: { key: { type: string, sensitive: true } }' };
    expect(checkedAgainst(policies['Flag'], measured(`fallthrough: ${rollout('')}`), sensitive)).toEqual([
      'features/sensitive-unit /fallthrough/rollout key',
    ]);
  });
});
