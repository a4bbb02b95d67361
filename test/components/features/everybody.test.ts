import { expect, test } from 'vitest';
import { flagEngine } from '../../../src/components/features/flag-engine.ts';
import type { JsonObject } from '../../../src/engine/json.ts';

interface Written {
  readonly flags: { readonly [key: string]: JsonObject };
  readonly segments?: { readonly [key: string]: JsonObject };
}

/** The variation that everybody gets of the flag `x`; undefined where there may be several answers. */
function everybody({ flags, segments = {} }: Written): string | null | undefined {
  const resources = [
    ...Object.entries(flags).map(([key, body]) => ({
      kind: 'Flag',
      key,
      body: { variations: { on: true, off: false }, ...body },
    })),
    ...Object.entries(segments).map(([key, body]) => ({ kind: 'Segment', key, body })),
  ];
  const set = flagEngine.compile({ environment: 'test', resources }, new Date('2027-01-01T00:00:00Z'));
  const found = set.everybody('x');
  return found === null ? undefined : found.variation;
}

const one = (body: JsonObject, segments: Written['segments'] = {}) => everybody({ flags: { x: body }, segments });

test('variations of the same value are one answer', () => {
  const rollout = { rollout: { a: 50, b: 50 } };
  expect(one({ variations: { a: { x: 1, y: 2 }, b: { y: 2, x: 1 } }, fallthrough: rollout })).toBe('a');
  expect(one({ variations: { a: 1, b: 2 }, fallthrough: rollout })).toBeUndefined();
  expect(one({ variations: { a: 1, b: '1' }, fallthrough: rollout })).toBeUndefined();
  // Without an off variation, code's own default is another answer.
  expect(
    one({ variations: { a: 1, b: 1 }, fallthrough: { rollout: [{ serve: 'a', percent: 50 }, { percent: 50 }] } }),
  ).toBeUndefined();
});

test('a prerequisite that can never be met leaves the off variation to everybody', () => {
  const x = { prerequisites: { y: 'on' }, fallthrough: 'on' };
  const rollout = { variations: { a: 1, b: 2, on: 3 }, fallthrough: { rollout: { a: 50, b: 50 } } };
  expect(everybody({ flags: { x, y: rollout } })).toBe('off');
  expect(everybody({ flags: { x, y: { ...rollout, targets: { on: { user: ['u'] } } } } })).toBeUndefined();
  expect(
    everybody({ flags: { x, y: { ...rollout, schedule: [{ at: '2028-01-01', state: 'off' }] } } }),
  ).toBeUndefined();
  expect(everybody({ flags: { x, y: { fallthrough: 'on' } } })).toBe('on');
  expect(everybody({ flags: { x, y: { fallthrough: { rollout: { on: 100 } } } } })).toBeUndefined();
});

test('rules that nobody fits decide nothing, and those that everybody fits decide all', () => {
  const rules = (condition: JsonObject) => ({ rules: [{ if: condition, serve: 'on' }], fallthrough: 'off' });
  const segments = {
    empty: { include: { user: [] } },
    lower: { rules: [{ if: { segment: 'empty' } }] },
    filled: { include: { user: ['u'] } },
  };
  expect(one(rules({ segment: 'empty' }), segments)).toBe('off');
  expect(one(rules({ segment: ['lower', 'empty'] }), segments)).toBe('off');
  expect(one(rules({ not: { segment: 'lower' } }), segments)).toBe('on');
  expect(one(rules({ segment: ['lower', 'filled'] }), segments)).toBeUndefined();
  expect(one(rules({ now: { before: '2026-12-31' } }))).toBe('off');
  expect(one(rules({ now: { after: '2026-12-31' } }))).toBe('on');
  expect(one(rules({ now: { after: '2027-01-02' } }))).toBeUndefined();
  expect(one(rules({ now: { before: '2027-01-02' } }))).toBeUndefined();
});

test('of a flag that cannot be read nothing is said, and whoever hangs on it is off', () => {
  const chain = Object.fromEntries(
    Array.from({ length: 102 }, (_, at) => [
      `f${at}`,
      { fallthrough: 'on', ...(at === 0 ? {} : { prerequisites: { [`f${at - 1}`]: 'on' } }) },
    ]),
  );
  expect(everybody({ flags: { ...chain, x: { fallthrough: 'on', prerequisites: { f101: 'on' } } } })).toBeUndefined();
  const deep: JsonObject = Array.from({ length: 101 }).reduce<JsonObject>((inner) => ({ not: inner }), { 'user.a': 1 });
  const broken = { rules: [{ if: deep, serve: 'on' }], fallthrough: 'on' };
  expect(one(broken)).toBeUndefined();
  expect(everybody({ flags: { x: { fallthrough: 'on', prerequisites: { y: 'on' } }, y: broken } })).toBe('off');
});
