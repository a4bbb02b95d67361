import { describe, expect, it } from 'vitest';
import { diffBodies } from '../../../src/engine/diff/diff-bodies.ts';
import { normalizeBody } from '../../../src/engine/diff/normalize-body.ts';
import type { ModelSchema } from '../../../src/engine/model/model.ts';

const schema: ModelSchema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    prices: { type: 'object', additionalProperties: { type: 'object', properties: { monthly: { type: 'string' } } } },
    steps: {
      type: 'array',
      'x-list-key': 'key',
      items: { type: 'object', properties: { key: { type: 'string' }, after: { type: 'string' } } },
    },
    permissions: { type: 'array', 'x-set': true, items: { type: 'string' } },
    fallthrough: {
      anyOf: [
        { type: 'string' },
        { type: 'object', properties: { rollout: { type: 'object', additionalProperties: { type: 'number' } } } },
      ],
    },
    if: { type: 'object', additionalProperties: { type: 'object' } },
  },
};

const diff = (before: object, after: object) =>
  diffBodies(
    normalizeBody(JSON.parse(JSON.stringify(before)), schema),
    normalizeBody(JSON.parse(JSON.stringify(after)), schema),
    schema,
  );

describe('diffBodies', () => {
  it('names the field that differs, and nothing else', () => {
    expect(
      diff(
        { name: 'Pro', prices: { USD: { monthly: '49.00' } } },
        { name: 'Pro', prices: { USD: { monthly: '59.00' } } },
      ),
    ).toEqual([{ path: 'prices.USD.monthly', before: '49.00', after: '59.00' }]);
  });

  it('leaves out the side on which a field does not exist', () => {
    expect(diff({}, { name: 'Pro' })).toEqual([{ path: 'name', after: 'Pro' }]);
    expect(diff({ name: 'Pro' }, {})).toEqual([{ path: 'name', before: 'Pro' }]);
  });

  it('matches list items by key, so that an insertion shifts nothing', () => {
    const before = { steps: [{ key: 'bell' }, { key: 'mail', after: '24h' }] };
    const after = { steps: [{ key: 'push' }, { key: 'bell' }, { key: 'mail', after: '1h' }] };
    expect(diff(before, after)).toEqual([
      { path: 'steps[mail].after', before: '24h', after: '1h' },
      { path: 'steps[push]', after: { key: 'push' } },
    ]);
  });

  it('shows a new order of keyed items as one change', () => {
    const before = { steps: [{ key: 'a' }, { key: 'b' }] };
    const after = { steps: [{ key: 'b' }, { key: 'a' }] };
    expect(diff(before, after)).toEqual([{ path: 'steps (order)', before: ['a', 'b'], after: ['b', 'a'] }]);
  });

  it('compares sets by member, whatever their order', () => {
    expect(diff({ permissions: ['b:read', 'a:read'] }, { permissions: ['a:read', 'b:read'] })).toEqual([]);
    expect(diff({ permissions: ['a:read'] }, { permissions: ['a:read', 'invoice:*'] })).toEqual([
      { path: 'permissions[invoice:*]', after: 'invoice:*' },
    ]);
  });

  it('shows a change of shape as a whole', () => {
    expect(diff({ fallthrough: 'on' }, { fallthrough: { rollout: { on: 10 } } })).toEqual([
      { path: 'fallthrough', before: 'on', after: { rollout: { on: 10 } } },
    ]);
  });

  it('quotes names that contain dots', () => {
    expect(diff({ if: { 'user.email': { is: 'a' } } }, { if: { 'user.email': { is: 'b' } } })).toEqual([
      { path: 'if["user.email"].is', before: 'a', after: 'b' },
    ]);
  });
});
