import fc from 'fast-check';
import type { JsonObject } from '../../../../../src/engine/json.ts';

/** An expression as a tree, to be written in one way or another. */
export type Tree =
  | { readonly op: 'text'; readonly of: string }
  | { readonly op: 'path'; readonly of: readonly string[] }
  /** As it stands: `5`, `size(resource.c)`. */
  | { readonly op: 'word'; readonly of: string }
  | { readonly op: 'in'; readonly what: Tree; readonly list: readonly Tree[] }
  | { readonly op: 'exists'; readonly over: Tree; readonly holds: Tree }
  | { readonly op: '!'; readonly of: Tree }
  | { readonly op: '?:'; readonly parts: readonly [Tree, Tree, Tree] }
  | { readonly op: Binary; readonly left: Tree; readonly right: Tree };

export type Binary = (typeof binaries)[number];
const binaries = ['&&', '||', '==', '!=', '<', '<=', '>', '>='] as const;

const text: fc.Arbitrary<Tree> = fc
  .constantFrom('', 'x', 'a b', "it's", '"', '\\', '\n')
  .map((of) => ({ op: 'text', of }));
const path: fc.Arbitrary<Tree> = fc
  .constantFrom('resource.a', 'resource.b', 'user.a', 'user.b', 'resource.deep.x', 'resource.dueAt', 'user.tags')
  .map((of) => ({ op: 'path', of: of.split('.') }));
const literal = fc.constantFrom('0', '1', '5', '0.5', '-1', 'true', 'false', 'null').map(wordOf);
const word = fc.oneof(literal, fc.constantFrom('now', 'size(user.tags)', 'has(resource.a)').map(wordOf));
const value = fc.oneof({ weight: 4, arbitrary: path }, { weight: 1, arbitrary: text }, { weight: 2, arbitrary: word });

function wordOf(of: string): Tree {
  return { op: 'word', of };
}

const tied = fc.letrec<{ readonly tree: Tree; readonly comparison: Tree }>((tie) => ({
  comparison: fc.oneof(
    fc
      .tuple(fc.constantFrom(...binaries.slice(2)), value, value)
      .map(([op, left, right]): Tree => ({ op, left, right })),
    fc
      .tuple(value, fc.array(fc.oneof(path, text, literal), { maxLength: 3 }))
      .map(([what, list]): Tree => ({ op: 'in', what, list })),
  ),
  tree: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'expression' },
    { weight: 3, arbitrary: tie('comparison') },
    { weight: 2, arbitrary: path },
    { weight: 1, arbitrary: value },
    {
      weight: 7,
      arbitrary: fc
        .tuple(fc.constantFrom<Binary>('&&', '||', '&&', '||', '=='), tie('tree'), tie('tree'))
        .map(([op, left, right]): Tree => ({ op, left, right })),
    },
    { weight: 3, arbitrary: tie('tree').map((of): Tree => ({ op: '!', of })) },
    {
      weight: 1,
      arbitrary: fc.tuple(tie('tree'), tie('tree'), tie('tree')).map((parts): Tree => ({ op: '?:', parts })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(path, tie('tree')).map(([over, holds]): Tree => ({ op: 'exists', over, holds })),
    },
  ),
}));

export const randomTree: fc.Arbitrary<Tree> = tied.tree;

const fewPaths = fc.constantFrom(['resource', 'a'], ['user', 'a']).map((of): Tree => ({ op: 'path', of }));
const fewWords = fc.oneof(fewPaths, fc.constantFrom('1', 'true').map(wordOf));
const fewTerms = fc.oneof(
  fewPaths,
  fc.tuple(fc.constantFrom(...binaries), fewWords, fewPaths).map(([op, left, right]): Tree => ({ op, left, right })),
  fc.tuple(fewPaths, fc.array(fewWords, { maxLength: 2 })).map(([what, list]): Tree => ({ op: 'in', what, list })),
);
const fewDenied = fc.tuple(fewTerms, fc.boolean()).map(([of, is]): Tree => (is ? of : { op: '!', of }));

/** One of so few that many are alike, or nearly. */
export const randomSmallTree: fc.Arbitrary<Tree> = fc.oneof(
  fewDenied,
  fc
    .tuple(fc.constantFrom<Binary>('&&', '||', '=='), fewDenied, fewDenied, fc.boolean())
    .map(([op, left, right, is]): Tree => (is ? { op, left, right } : { op: '!', of: { op, left, right } })),
);

const given = fc.constantFrom(null, true, false, 0, 1, 5, 0.5, '', 'x', 'a b', [], [1, 'x'], [true], { x: 1 });
const sometimes = { requiredKeys: [] };

/** What expressions are asked about: anything may be missing, or of another type than would fit. */
export const randomAttributes: fc.Arbitrary<{ readonly resource: JsonObject; readonly user: JsonObject }> = fc.record({
  resource: fc.record(
    {
      a: given,
      b: given,
      deep: fc.oneof(fc.record({ x: given }, sometimes), given),
      dueAt: fc.constantFrom('2026-03-01', '2026-03-02T09:30:00Z', 'soon', 7),
    },
    sometimes,
  ),
  user: fc.record({ a: given, b: given, tags: fc.oneof(fc.array(given, { maxLength: 3 }), given) }, sometimes),
});
