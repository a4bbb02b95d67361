import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContext } from '../../../../src/components/features/evaluation/context/read-context.ts';

/** Of the names that mean something, which JSON at random hardly ever has. */
const contextLike = fc.dictionary(
  fc.constantFrom('kind', 'targetingKey', 'multi', 'user', 'tenant', 'key', '_meta', 'plan', 'Plan', '__proto__'),
  fc.oneof(
    fc.constantFrom('ada', 'multi', 'kind', 'targetingKey', 'user', 7, null, true),
    fc.dictionary(fc.constantFrom('key', 'kind', 'targetingKey', '_meta', 'plan'), fc.constantFrom('ada', 7, null)),
  ),
  { maxKeys: 4 },
);

describe('readContext', () => {
  it.each<[string, unknown, unknown]>([
    ['nothing known', {}, {}],
    [
      'P09 by kind',
      { user: { key: 'ada', email: 'a@b.c' }, org: { key: 'o' } },
      { user: { key: 'ada', email: 'a@b.c' }, org: { key: 'o' } },
    ],
    [
      'a kind without a key, and one that is null',
      { tenant: { plan: 'pro' }, device: null },
      { tenant: { plan: 'pro' } },
    ],
    ['a number as a key', { user: { key: 42 } }, { user: { key: '42' } }],
    ['flat', { targetingKey: 'ada', email: 'a@b.c' }, { user: { key: 'ada', email: 'a@b.c' } }],
    ['flat without a targeting key', { email: 'a@b.c', tags: ['x'] }, { user: { email: 'a@b.c', tags: ['x'] } }],
    [
      'flat with objects of kinds',
      { targetingKey: 'ada', address: { city: 'Pune' }, tenant: { plan: 'pro' }, cart: { key: 'c1' } },
      { user: { key: 'ada', address: { city: 'Pune' } }, tenant: { plan: 'pro' }, cart: { key: 'c1' } },
    ],
    [
      'flat with objects that have a key, of kinds and under a name that is none',
      { targetingKey: 'ada', cart: { key: 7 }, Company: { key: 'c' } },
      { user: { key: 'ada', Company: { key: 'c' } }, cart: { key: '7' } },
    ],
    [
      'flat with a user',
      { targetingKey: 'ada', plan: 'x', user: { key: 'bob', plan: 'y' } },
      { user: { key: 'ada', plan: 'y' } },
    ],
    ['flat with an attribute named kind', { targetingKey: 'ada', kind: 'x' }, { user: { key: 'ada', kind: 'x' } }],
    ['a targeting key alone', { targetingKey: 'ada' }, { user: { key: 'ada' } }],
    [
      'marked',
      { kind: 'device', key: 'd', os: 'ios', _meta: { privateAttributes: ['os'] } },
      { device: { key: 'd', os: 'ios' } },
    ],
    [
      'marked as several',
      { kind: 'multi', user: { key: 'u' }, org: { key: 7, name: 'O', _meta: {} } },
      { user: { key: 'u' }, org: { key: '7', name: 'O' } },
    ],
  ])('reads %s', (_, input, context) => {
    expect(readContext(input)).toEqual({ context });
  });

  it('takes objects of the project’s own kinds for such in the flat form', () => {
    const input = { targetingKey: 'ada', workspace: { size: 3 } };
    expect(readContext(input, new Set(['workspace']))).toEqual({
      context: { user: { key: 'ada' }, workspace: { size: 3 } },
    });
  });

  it.each<[unknown, string, string]>([
    [null, '', 'not nothing'],
    [[], '', 'not a list'],
    ['ada', '', 'not a text'],
    [{ user: 'ada', tenant: {} }, '/user', 'The context of a user is an object, not a text.'],
    [{ User: {} }, '/User', '`User` names no kind'],
    [{ user: { key: ['a'] } }, '/user/key', 'A key is a text, not a list.'],
    [{ targetingKey: {} }, '/targetingKey', 'not an object'],
    [{ kind: 'multi', user: {} }, '/user', 'has no key'],
    [{ kind: 'user' }, '', 'has no key'],
    [{ kind: 'multi', user: 'ada' }, '/user', 'is an object, not a text'],
    [{ kind: 'targetingKey', key: 'ada' }, '/targetingKey', '`targetingKey` names no kind of context'],
    [{ kind: 'multi', targetingKey: { key: 'ada' } }, '/targetingKey', 'The targeting key is a text, not an object.'],
  ])('says what is wrong with %j', (input, pointer, message) => {
    const { problem } = readContext(input);
    expect(problem?.pointer).toBe(pointer);
    expect(problem?.message).toContain(message);
  });

  it('reads a flat key as any other key', () => {
    expect(readContext({ key: 5, email: 'ada@acme.com' })).toEqual({
      context: { user: { key: '5', email: 'ada@acme.com' } },
    });
    expect(readContext({ key: ['ada'], email: 'ada@acme.com' }).problem?.pointer).toBe('/key');
  });

  it('P04 takes any JSON without throwing, and what it has read once it reads the same again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), contextLike), (input) => {
        const { context } = readContext(input);
        if (context !== undefined && Object.keys(context).every((kind) => /^[a-z]/u.test(kind)))
          expect(readContext(context)).toEqual({ context });
      }),
      { numRuns: 300, examples: [[{ key: 5, a: 1 }], [{ key: null, a: 1 }], [{ kind: 'user', key: 1 }]] },
    );
  });
});
