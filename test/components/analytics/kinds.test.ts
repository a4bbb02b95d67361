import { describe, expect, it } from 'vitest';
import { policies } from '../../../src/components/analytics/kinds.ts';
import { checked, checkedAgainst } from '../../support/policy-findings.ts';

describe('EventSchema', () => {
  it.each([
    ['{ a: string, b: { type: number, min: 0, max: 0 } }', []],
    ['{ a: { type: array, items: { type: object, properties: { b: string } }, max: 5 } }', []],
    ['{ a: { type: boolean, min: 1 } }', ['analytics/limit-not-for-type /properties/a/min key']],
    ["{ a: { type: number, matches: '^x' } }", ['analytics/limit-not-for-type /properties/a/matches key']],
    ['{ a: { type: string, items: string } }', ['analytics/limit-not-for-type /properties/a/items key']],
    ['{ a: { type: string, properties: {} } }', ['analytics/limit-not-for-type /properties/a/properties key']],
    ['{ a: { type: number, min: 5, max: 4 } }', ['analytics/limits-out-of-order /properties/a/max']],
    ['{ a: { type: integer, values: [1, 2.5] } }', ['analytics/value-not-of-type /properties/a/values/1']],
    ['{ a: { type: string, values: [a, 1] } }', ['analytics/value-not-of-type /properties/a/values/1']],
    ["{ a: { type: string, matches: '(a)\\1' } }", ['analytics/bad-pattern /properties/a/matches']],
    [
      '{ a: { type: object, properties: { b: { type: array, items: { type: boolean, max: 1 } } } } }',
      ['analytics/limit-not-for-type /properties/a/properties/b/items/max key'],
    ],
  ])('FR-AN007 %s', (properties, expected) => {
    expect(checked(policies['EventSchema'], `properties: ${properties}`)).toEqual(expected);
  });
});

describe('the name of an EventSchema', () => {
  it.each([
    ['order.completed', []],
    ['user.signed_up', []],
    ['flag', []],
    ['user.created', ['analytics/event-reserved /key']],
    ['plan.updated', ['analytics/event-reserved /key']],
    ['meter.updated', []],
  ])('FR-AN007 %s', (key, expected) => {
    expect(checkedAgainst(policies['EventSchema'], '{}', {}, { key, kinds: ['Plan'] })).toEqual(expected);
  });
});
