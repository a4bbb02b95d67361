import { describe, expect, it } from 'vitest';
import { policies } from '../../../src/components/billing/kinds.ts';
import { checked, checkedAgainst, referred } from '../../support/policy-findings.ts';

describe('Plan', () => {
  it.each([
    ['prices alone', 'prices: { USD: { monthly: 49.00, annual: 490.00 } }', []],
    ['usage per unit', 'usage: { calls: { prices: { USD: 0.0004 } } }', []],
    ['packages', 'usage: { calls: { pricing: package, size: 1000, prices: { USD: 1 } } }', []],
    ['tiers', 'usage: { calls: { pricing: volume, tiers: [{ upTo: 10 }, { upTo: unlimited }] } }', []],
    ['usage without a price', 'usage: { calls: {} }', ['billing/pricing-incomplete /usage/calls key']],
    [
      'a package without a size',
      'usage: { calls: { pricing: package, prices: { USD: 1 } } }',
      ['billing/pricing-incomplete /usage/calls key'],
    ],
    [
      'graduated without tiers',
      'usage: { calls: { pricing: graduated } }',
      ['billing/pricing-incomplete /usage/calls key'],
    ],
    [
      'tiers without their pricing, as one mistake',
      'usage: { calls: { tiers: [{ upTo: unlimited }] } }',
      ['billing/pricing-contradiction /usage/calls/tiers key'],
    ],
    [
      'a size that is of no use',
      'usage: { calls: { size: 10, prices: { USD: 1 } } }',
      ['billing/pricing-contradiction /usage/calls/size key'],
    ],
    [
      'tiers that fall',
      'usage: { calls: { pricing: volume, tiers: [{ upTo: 10 }, { upTo: 5 }, { upTo: unlimited }] } }',
      ['billing/tiers-out-of-order /usage/calls/tiers/1/upTo'],
    ],
    [
      'a tier behind the last',
      'usage: { calls: { pricing: volume, tiers: [{ upTo: unlimited }, { upTo: 5 }] } }',
      ['billing/tiers-out-of-order /usage/calls/tiers/1/upTo'],
    ],
    [
      'tiers that end',
      'usage: { calls: { pricing: graduated, tiers: [{ upTo: 5 }, { upTo: 10 }] } }',
      ['billing/last-tier-limited /usage/calls/tiers/1/upTo'],
    ],
    ['seats in order', 'seats: { minimum: 5, maximum: 5 }', []],
    [
      'more seats needed than allowed',
      'seats: { minimum: 6, maximum: 5 }',
      ['billing/seats-out-of-order /seats/maximum'],
    ],
    ['a dated transition', 'transition: { existing: on-date, date: 2027-01-01 }', []],
    [
      'a dated transition without a date',
      'transition: { existing: on-date }',
      ['billing/transition-incomplete /transition/existing'],
    ],
    [
      'a date nobody asks for',
      'transition: { existing: now, date: 2027-01-01 }',
      ['billing/transition-incomplete /transition/date key'],
    ],
    [
      'grace without a length',
      'transition: { overLimit: grace }',
      ['billing/transition-incomplete /transition/overLimit'],
    ],
    [
      'the 31st of June',
      'transition: { existing: on-date, date: 2027-06-31 }',
      ['billing/impossible-date /transition/date'],
    ],
    ['a default that is on sale', 'default: true\nstate: active', []],
    ['a legacy plan that is no default', 'default: false\nstate: legacy', []],
    ['a default that is legacy', 'default: true\nstate: legacy', ['billing/plan-off-sale /default']],
    ['a default that is archived', 'default: true\nstate: archived', ['billing/plan-off-sale /default']],
  ])('%s', (_, yaml, expected) => {
    expect(checked(policies['Plan'], yaml)).toEqual(expected);
  });

  it.each([
    ['a plan on sale', '{ trial: { length: 14d, then: free }, afterCancel: free }', []],
    ['a legacy one after a trial', 'trial: { length: 14d, then: old }', ['billing/plan-off-sale /trial/then']],
    ['an archived one after the end', 'afterCancel: gone', ['billing/plan-off-sale /afterCancel']],
    ['a legacy one from a legacy one', '{ state: legacy, afterCancel: old }', ['billing/plan-off-sale /afterCancel']],
    ['any from an archived one, as nobody is on it', '{ state: archived, afterCancel: gone }', []],
  ])('lets tenants fall only to what is on sale: %s', (_, yaml, expected) => {
    const others = { 'Plan/free': 'default: true', 'Plan/old': 'state: legacy', 'Plan/gone': 'state: archived' };
    expect(checkedAgainst(policies['Plan'], yaml, others)).toEqual(expected);
  });

  it.each([
    ['usage', 'usage: { calls: { prices: { USD: 1 } } }', ['billing/currency-missing /usage/calls/prices key']],
    ['usage in both', 'usage: { calls: { prices: { USD: 1, INR: 80 } } }', []],
    [
      'a tier',
      'usage: { calls: { pricing: volume, tiers: [{ upTo: unlimited, prices: { INR: 80 } }] } }',
      ['billing/currency-missing /usage/calls/tiers/0/prices key'],
    ],
    [
      'seats and a cycle',
      'seats: { prices: { USD: { monthly: 9 } } }',
      ['billing/currency-missing /seats/prices/USD key', 'billing/currency-missing /seats/prices key'],
    ],
  ])('IN-1 a plan sold in two currencies prices %s in both', (_, yaml, expected) => {
    const prices = 'prices: { USD: { monthly: 49, annual: 490 }, INR: { monthly: 1999 } }';
    expect(checked(policies['Plan'], `${prices}\n${yaml}`)).toEqual(expected);
  });
});

describe('Meter', () => {
  it.each([
    ['unit: call', []],
    ['{ event: api.request, aggregation: count }', []],
    ['{ event: file.stored, aggregation: max, property: bytes, window: day }', []],
    ['{ event: file.stored, aggregation: max }', ['billing/meter-without-property /aggregation']],
    ['{ event: file.stored, aggregation: count, property: bytes }', ['billing/meter-contradiction /property key']],
    ['{ event: file.stored, window: day }', ['billing/meter-contradiction /window key']],
    [
      '{ property: bytes, groupBy: [region] }',
      ['billing/meter-without-event /property key', 'billing/meter-without-event /groupBy key'],
    ],
    ['{ event: a.b, if: { user.plan: pro } }', ['billing/meter-attribute /if/user.plan key']],
    ["{ event: a.b, if: { event.path: { matches: '(' } } }", ['condition/bad-pattern /if/event.path/matches']],
  ])('%s', (yaml, expected) => {
    expect(checked(policies['Meter'], yaml)).toEqual(expected);
  });

  it('looks for its properties in the schema of its event', () => {
    const yaml = '{ event: api.request, property: bytes, groupBy: [region], if: { any: [{ event.status: 200 }] } }';
    expect(referred(policies['Meter'], yaml)).toEqual([
      '/property → EventSchema/api.request properties:bytes',
      '/groupBy/0 → EventSchema/api.request properties:region',
      '/if/any/0/event.status → EventSchema/api.request properties:status',
    ]);
  });
});
