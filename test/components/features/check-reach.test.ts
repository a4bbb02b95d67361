import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEvaluator } from '../../../src/components/features/evaluation/index.ts';
import { policies } from '../../../src/components/features/kinds.ts';
import { makeRuleset } from '../../../src/components/features/ruleset/make-ruleset.ts';
import type { JsonObject } from '../../../src/engine/json.ts';

interface Written {
  readonly kind: string;
  readonly key: string;
  readonly body: JsonObject;
}

/** As `code Kind/key pointer`. */
function found(resources: readonly Written[]): readonly string[] {
  const lists = Map.groupBy(resources, ({ kind }) => kind);
  const beside = (key: string) => ({
    key,
    all: (kind: string) => lists.get(kind) ?? [],
    kinds: [],
    mode: 'live' as const,
  });
  return resources.flatMap(({ body, key, kind }) =>
    (policies[kind]?.checkAgainst?.(body, () => undefined, beside(key)) ?? []).map(
      ({ code, pointer }) => `${code} ${kind}/${key} ${pointer}`,
    ),
  );
}

function broken(resources: readonly Written[]): readonly string[] {
  const evaluator = createEvaluator(makeRuleset({ environment: 'test', revision: 0, madeAt: 0, resources }));
  return Object.keys(evaluator.ruleset.flags).filter((key) => evaluator.evaluate(key, {}).errorCode === 'PARSE_ERROR');
}

function segment(key: string, condition: JsonObject): Written {
  return { kind: 'Segment', key, body: { rules: [{ if: condition }] } };
}

function flag(key: string, body: JsonObject): Written {
  return { kind: 'Flag', key, body: { variations: { on: true, off: false }, fallthrough: 'on', ...body } };
}

function asking(key: string, condition: JsonObject): Written {
  return flag(key, { rules: [{ if: condition, serve: 'on' }] });
}

function chain(length: number): readonly Written[] {
  const first = segment('s1', { 'user.a': 1 });
  return [first, ...Array.from({ length: length - 1 }, (_, at) => segment(`s${at + 2}`, { segment: `s${at + 1}` }))];
}

test('FR-F004 a segment too deep for an evaluation is refused, once, where the limit is passed', () => {
  const atLimit = [...chain(50), asking('x', { segment: 's50' })];
  expect([found(atLimit), broken(atLimit)]).toEqual([[], []]);
  const beyond = [...chain(60), asking('x', { segment: 's60' })];
  expect([found(beyond), broken(beyond)]).toEqual([['features/too-deep Segment/s51 /rules/0/if/segment'], ['x']]);
});

test('FR-F004 conditions too deep for an evaluation are refused, however they are nested', () => {
  const nested = (depth: number, wrap: (inner: JsonObject) => JsonObject): JsonObject =>
    depth === 0 ? { 'user.a': 1 } : wrap(nested(depth - 1, wrap));
  for (const [wrap, deepest] of [
    [(inner: JsonObject) => ({ not: inner }), 100],
    [(inner: JsonObject) => ({ 'user.a': 1, not: inner }), 50],
    [(inner: JsonObject) => ({ any: [{ 'user.b': 1 }, inner] }), 100],
  ] as const) {
    const fits = [asking('x', nested(deepest, wrap))];
    expect([found(fits), broken(fits)]).toEqual([[], []]);
    const beyond = [asking('x', nested(deepest + 1, wrap))];
    expect(found(beyond)).toEqual([expect.stringMatching(/^features\/too-deep Flag\/x \/rules\/0\/if\//)]);
    expect(broken(beyond)).toEqual(['x']);
  }
});

test('FR-F004 what would ask too often is refused where it becomes too much', () => {
  const twice = (key: string) => ({ any: [{ segment: key }, { not: { segment: key } }] });
  const segments = [
    segment('s0', { 'user.a': 1 }),
    ...Array.from({ length: 19 }, (_, at) => segment(`s${at + 1}`, twice(`s${at}`))),
  ];
  const resources = [...segments, asking('x', { segment: 's19' })];
  expect([found(resources), broken(resources)]).toEqual([
    ['features/asks-too-much Segment/s15 /rules/0/if/any/1/not/segment'],
    ['x'],
  ]);
  const several = [
    ...segments.slice(0, 15),
    flag('x', {
      rules: [
        { if: { segment: 's14' }, serve: 'on' },
        { if: { segment: ['s14', 's13'] }, serve: 'on' },
      ],
    }),
  ];
  expect([found(several), broken(several)]).toEqual([['features/asks-too-much Flag/x /rules/1/if/segment'], ['x']]);
});

test('FR-F002 a flag that hangs on too many others is refused, and not each that hangs on it', () => {
  const hanging = Array.from({ length: 105 }, (_, at) =>
    flag(`f${at}`, at === 0 ? {} : { prerequisites: { [`f${at - 1}`]: 'on' } }),
  );
  expect([found(hanging), broken(hanging).length]).toEqual([
    ['features/too-many-prerequisites Flag/f101 /prerequisites/f100'],
    4,
  ]);
  const all = Array.from({ length: 15 }, (_, at) =>
    flag(`g${at}`, { prerequisites: Object.fromEntries(Array.from({ length: at }, (_, on) => [`g${on}`, 'on'])) }),
  );
  expect([found(all), broken(all)]).toEqual([['features/too-many-prerequisites Flag/g14 /prerequisites'], ['g14']]);
});

test('a circle, a segment that is not there and a very long chain are left to whoever reports them', () => {
  expect(
    found([segment('a', { segment: 'b' }), segment('b', { segment: 'a' }), asking('x', { segment: 'a' })]),
  ).toEqual([]);
  expect(found([asking('x', { segment: 'none' })])).toEqual([]);
  expect(found(chain(20_000).toReversed())).toEqual(['features/too-deep Segment/s51 /rules/0/if/segment']);
});

/** Each level asks the one below so often, in one of several forms. */
const levels = fc.array(fc.record({ times: fc.integer({ min: 1, max: 4 }), form: fc.nat(2) }), { maxLength: 16 });

function conditionOf(below: string, { form, times }: { readonly form: number; readonly times: number }): JsonObject {
  const asks: readonly JsonObject[] = Array.from({ length: times }, () => ({ segment: below }));
  if (form === 0) return { any: [...asks] };
  if (form === 1) return { 'user.a': { not: { size: 2 } }, all: [...asks] };
  return { not: { all: asks.map((one) => ({ not: one, 'user.b': [1, 2] })) } };
}

test('P04 refused is exactly what the evaluator cannot read, test by test', () => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(levels, (written) => {
      const segments = written.map((level, at) =>
        segment(`s${at}`, at === 0 ? { 'user.a': 1 } : conditionOf(`s${at - 1}`, level)),
      );
      const top = segments.length === 0 ? { 'user.a': 1 } : { segment: `s${segments.length - 1}` };
      const resources = [...segments, asking('x', top)];
      const isRefused = found(resources).length > 0;
      expect(isRefused).toBe(broken(resources).length > 0);
      seen.add(isRefused);
    }),
  );
  expect(seen).toEqual(new Set([false, true]));
});
