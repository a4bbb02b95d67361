import { expect, it } from 'vitest';
import { flagImporter } from '../../../../src/components/features/import/import-flags.ts';
import { contextOf, imported } from './support/imported.ts';
import { answersOf, type NamedCase, namedIn } from './support/odd.ts';
import { launchDarklyFlags, ruleOf } from './support/small-exports.ts';

const prerequisites = (key: string) => [{ key, variation: 0 }];

it.each<NamedCase>([
  [
    'flags that wait for one another',
    launchDarklyFlags({ a: { prerequisites: prerequisites('b') }, b: { prerequisites: prerequisites('a') }, c: {} }),
    [
      ['import/flag-left-out', 'flag a', 'It was left out: it asks for itself, by way of others or at once.'],
      ['import/flag-left-out', 'flag b', 'It was left out: it asks for `on` of `a`, which is not imported.'],
    ],
  ],
  [
    'a flag that waits for one that is left out',
    launchDarklyFlags({ a: { fallthrough: {} }, b: { prerequisites: prerequisites('a') } }),
    [
      ['import/flag-left-out', 'flag a', 'It was left out: it serves nothing.'],
      ['import/flag-left-out', 'flag b', 'It was left out: it asks for `on` of `a`, which is not imported.'],
    ],
  ],
  [
    'numbers that are rounded',
    launchDarklyFlags({
      a: { variations: [2 ** 53, 1] },
      b: { rules: ruleOf({ op: 'lessThan', values: [1e300, 2 ** 60] }) },
      c: { rules: ruleOf({ op: 'lessThan', values: [2 ** 60] }) },
    }),
    [
      [
        'import/rule-left-out',
        'flag c',
        'Rule 1 was left out: `/if/user.x/lessThan` is a number that cannot be kept exactly.',
      ],
      [
        'import/flag-left-out',
        'flag a',
        'It was left out: `/variations/9007199254740992` is a number that cannot be kept exactly.',
      ],
    ],
  ],
  [
    'patterns that cannot be used',
    launchDarklyFlags({ a: { rules: ruleOf({ op: 'matches', values: ['(?=a)b'] }) } }),
    [
      [
        'import/rule-left-out',
        'flag a',
        'Rule 1 was left out: the pattern `(?=a)b` cannot be used here: look-around is not available.',
      ],
    ],
  ],
  [
    'a salt that is too long',
    launchDarklyFlags({
      a: {
        salt: 'x'.repeat(600),
        fallthrough: { rollout: { variations: [0, 1].map((variation) => ({ variation, weight: 50_000 })) } },
      },
    }),
    [['import/flag-left-out', 'flag a', 'It was left out: `/salt` is too long.']],
  ],
  [
    'a flag that was archived',
    launchDarklyFlags({ a: { archived: true } }),
    [
      [
        'import/off-variation',
        'flag a',
        'It was archived, and code got its default; here it answers with its off variation.',
      ],
    ],
  ],
  [
    'references to attributes that are none',
    launchDarklyFlags({
      a: {
        rules: [
          ...ruleOf({ attribute: '/a//b', contextKind: 'user' }),
          ...ruleOf({ attribute: '/a~2', contextKind: 'user' }),
        ],
      },
    }),
    [
      ['import/rule-left-out', 'flag a', 'Rule 1 was left out: the attribute `user.a."".b` cannot be named here.'],
      ['import/rule-left-out', 'flag a', 'Rule 2 was left out: `/a~2` refers to no attribute.'],
    ],
  ],
  [
    'patterns that mean something else in JavaScript',
    launchDarklyFlags({
      a: {
        rules: ['\\pL', '[[:alpha:]]', '(?i)a', 'a|\\@b[\\w.-]'].flatMap((pattern) =>
          ruleOf({ op: 'matches', values: [pattern] }),
        ),
      },
    }),
    [
      ['import/rule-left-out', 'flag a', 'Rule 1 was left out: the pattern `\\pL` means something else in JavaScript.'],
      [
        'import/rule-left-out',
        'flag a',
        'Rule 2 was left out: the pattern `[[:alpha:]]` means something else in JavaScript.',
      ],
      ['import/rule-left-out', 'flag a', 'Rule 3 was left out: the pattern `(?i)a` is none in JavaScript.'],
    ],
  ],
  [
    'segments whose members are kept elsewhere',
    launchDarklyFlags(
      { a: { rules: ruleOf({ op: 'segmentMatch', values: ['big'] }) } },
      { big: { key: 'big', unbounded: true, generation: 2 } },
    ),
    [
      ['import/segment-left-out', 'segment big', 'It was left out: its members are kept outside of the export.'],
      ['import/rule-left-out', 'flag a', 'Rule 1 was left out: it asks for the segment `big`, which is not imported.'],
    ],
  ],
])('names %s', async (_, exported, findings) => {
  expect(await namedIn('launchdarkly', exported)).toEqual(findings);
});

it('reads moments and versions of LaunchDarkly as it does, and takes the others for none', async () => {
  const by = (clause: object) => ({ rules: ruleOf(clause) });
  const made = await imported(
    'launchdarkly',
    launchDarklyFlags({
      day: by({ op: 'before', values: ['2027-01-31'] }),
      noDay: by({ op: 'before', values: ['2027-01-31'], negate: true }),
      either: by({ op: 'before', values: ['2027-01-31', '2027-01-31T00:00:00Z'] }),
    }),
  );
  expect(answersOf(made, ['day', 'noDay', 'either'], { x: '2026-01-01T00:00:00Z' })).toEqual([false, true, true]);
  const versions = [' 2.1.3', '2.1 ', '2-beta', ' 2.1', 'v2.1.3', '02.1.3', '2.1.3.4'];
  const semver = await imported(
    'launchdarkly',
    launchDarklyFlags(
      Object.fromEntries(versions.map((value, index) => [`f${index}`, by({ op: 'semVerLessThan', values: [value] })])),
    ),
  );
  const keys = versions.map((_, index) => `f${index}`);
  expect(answersOf(semver, keys, { x: '1.0.0' })).toEqual([true, true, true, false, false, false, false]);
});

it('serves the values that a file for the SDKs of LaunchDarkly gives alone', async () => {
  const made = await imported('launchdarkly', { flagValues: { a: true, b: { tries: 3 }, c: 'off' } });
  expect(answersOf(made, ['a', 'b', 'c'], {})).toEqual([true, { tries: 3 }, 'off']);
});

it('deals experiments of the API of LaunchDarkly by the key, whatever they are said to be dealt by', async () => {
  const rollout = { bucketBy: 'company', variations: [0, 1].map((variation) => ({ variation, weight: 50_000 })) };
  const { resources } = await imported(
    'launchdarkly',
    launchDarklyFlags({
      a: { fallthrough: { rollout: { ...rollout, experimentAllocation: { canReshuffle: true } } } },
      b: { fallthrough: { rollout: { ...rollout, kind: 'rollout', experimentAllocation: {} } } },
      c: { fallthrough: { rollout } },
    }),
  );
  const dealtBy = resources.map(({ body }) => (body['fallthrough'] as { readonly by: string }).by);
  expect(dealtBy).toEqual(['user.key', 'user.company', 'user.company']);
});

it('lets nobody in by rules without a list of clauses, and everybody by an empty one', async () => {
  const rules = (clauses: unknown) => ({ rules: [{ clauses, variation: 0 }] });
  const inSegment = (key: string) => ({ rules: ruleOf({ op: 'segmentMatch', values: [key] }) });
  const { evaluator } = await imported(
    'launchdarkly',
    launchDarklyFlags(
      { a: rules(undefined), b: rules([]), c: inSegment('none'), d: inSegment('all') },
      { none: { key: 'none', ...rules(undefined) }, all: { key: 'all', ...rules([]) } },
    ),
  );
  const answers = ['a', 'b', 'c', 'd'].map((key) => evaluator.variation(key, contextOf({ key: 'ada' }), null));
  expect(answers).toEqual([false, true, false, true]);
});

it('takes no kind of context for one without a name', async () => {
  const kinds = (values: readonly string[]) => ({
    rules: ruleOf({ attribute: 'kind', contextKind: 'user', values }),
  });
  const { evaluator } = await imported('launchdarkly', launchDarklyFlags({ a: kinds(['']), b: kinds(['', 'user']) }));
  expect(['a', 'b'].map((key) => evaluator.variation(key, contextOf({ key: 'ada' }), null))).toEqual([false, true]);
});

it('takes lists of any length', () => {
  const values = Array.from({ length: 300_000 }, (_, index) => index);
  const { resources } = flagImporter.import(
    'launchdarkly',
    JSON.parse(JSON.stringify(launchDarklyFlags({ a: { rules: ruleOf({ op: 'lessThan', values }) } }))),
    {},
  );
  expect(resources[0]?.body['rules']).toEqual([{ if: { 'user.x': { lessThan: 299_999 } }, serve: 'on' }]);
});
