import { describe, expect, it } from 'vitest';
import { defaultImpact } from '../../../src/engine/changeset/default-impact.ts';
import { finishImpacts } from '../../../src/engine/changeset/finish-impacts.ts';
import type { DraftChange } from '../../../src/engine/changeset/draft-change.ts';
import type { JsonObject } from '../../../src/engine/json.ts';
import type { Model } from '../../../src/engine/model/model.ts';

const plan: Model = {
  kind: 'Plan',
  plural: 'plans',
  component: 'billing',
  summary: 'A tier.',
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      name: { type: 'string', 'x-impact': 'none' },
      price: { type: 'number' },
      perks: {
        anyOf: [
          { type: 'string' },
          {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              properties: { key: { type: 'string' }, note: { type: 'string', 'x-impact': 'none' } },
            },
            'x-list-key': 'key',
          },
        ],
      },
      limits: { type: 'object', additionalProperties: { $ref: '#/$defs/limit' } },
    },
    $defs: {
      limit: {
        type: 'object',
        additionalProperties: false,
        properties: {
          most: { type: 'number' },
          why: { type: 'string', 'x-impact': 'none' },
          within: { $ref: '#/$defs/limit' },
        },
      },
    },
  },
  examples: [],
};

function change(
  action: DraftChange['action'],
  before: JsonObject | null,
  after: JsonObject | null,
  from?: string,
): DraftChange {
  return {
    kind: 'Plan',
    key: 'pro',
    action,
    ...(from !== undefined && { from }),
    fields: [],
    before,
    after,
    owner: 'files',
    beforeHash: null,
    afterHash: null,
  };
}

const reason = 'which tenants are on plan {key} is not known to this server yet';

/** As the changeset carries it. */
function told(draft: DraftChange, wording?: string) {
  return finishImpacts([defaultImpact(draft, plan, { reason: wording })])[0];
}

describe('defaultImpact', () => {
  it('is none for a resource that is new', () => {
    expect(told(change('create', null, { price: 1 }), reason)).toEqual({
      status: 'none',
      reason: 'nobody uses it before it exists',
    });
  });

  const unfelt = { status: 'none', reason: 'only fields change that nobody feels, such as names and descriptions' };
  it.each<readonly [string, JsonObject, JsonObject]>([
    ['a name', { name: 'Pro', price: 1 }, { name: 'Professional', price: 1 }],
    ['a name that is new', { price: 1 }, { name: 'Pro', price: 1 }],
    ['a note within a keyed list behind a choice', { perks: [{ key: 'a', note: 'old' }] }, { perks: [{ key: 'a' }] }],
    [
      'a note inside a definition that contains itself',
      { limits: { api: { within: { why: 'x' } } } },
      { limits: { api: { within: { why: 'y' } } } },
    ],
  ])('is none when only %s changes', (_what, before, after) => {
    expect(told(change('update', before, after), reason)).toEqual(unfelt);
  });

  it.each<readonly [string, JsonObject, JsonObject]>([
    ['a price', { price: 1 }, { price: 2 }],
    ['a price beside a name', { name: 'Pro', price: 1 }, { name: 'Professional', price: 2 }],
    ['an item of a list', { perks: [{ key: 'a', note: 'x' }] }, { perks: [{ key: 'b', note: 'x' }] }],
    ['the order of a list', { perks: [{ key: 'a' }, { key: 'b' }] }, { perks: [{ key: 'b' }, { key: 'a' }] }],
    ['the other form of a choice', { perks: 'many' }, { perks: [] }],
    ['a limit deep inside', { limits: { api: { within: { most: 1 } } } }, { limits: { api: { within: { most: 2 } } } }],
  ])('is unknown, with the owner’s reason, when %s changes', (_what, before, after) => {
    expect(told(change('update', before, after), reason)).toEqual({
      status: 'unknown',
      reason: 'which tenants are on plan pro is not known to this server yet',
    });
  });

  it('is none when only the owner changes', () => {
    expect(told(change('update', { price: 1 }, { price: 1 }))).toEqual({
      status: 'none',
      reason: 'the content stays the same',
    });
  });

  it('is unknown for a delete and a rename, by the key that is in use', () => {
    const unknown = { status: 'unknown', reason: 'who uses Plan pro is not known to this server yet' };
    expect(told(change('delete', { name: 'Pro' }, null))).toEqual(unknown);
    const renamed = { ...change('rename', { price: 1 }, { price: 1 }, 'basic') };
    expect(told(renamed)).toEqual({
      ...unknown,
      reason: 'who uses Plan basic is not known to this server yet',
    });
  });

  it('puts a key into the reason as it is', () => {
    const odd = { ...change('delete', {}, null), key: '$&' };
    expect(told(odd, 'about {key}')?.reason).toBe('about $&');
  });
});
