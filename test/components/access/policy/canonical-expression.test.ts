import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalExpression } from '../../../../src/components/access/policy/canonical-expression.ts';
import { createExpressions } from '../../../../src/components/access/policy/expression.ts';
import { findProblem } from '../../../../src/components/access/policy/expression-problem.ts';
import { longRun } from '../../../support/long-run.ts';
import { randomAttributes, randomSmallTree, randomTree } from './support/random-expression.ts';
import { asDrawn, writeExpression } from './support/write-expression.ts';

type Attributes = typeof randomAttributes extends fc.Arbitrary<infer A> ? A : never;

/** What comes of an expression: neither is an error, or a value that is no truth. */
function outcomes(text: string, asked: readonly Attributes[]): readonly ('true' | 'false' | 'neither')[] {
  const read = createExpressions();
  const now = new Date('2026-03-02T09:30:00Z');
  const [is, isNot] = [read(text), read(`!(${text}\n)`)];
  return asked.map((given) => {
    const circumstances = {
      ...given,
      tenant: {},
      action: {},
      context: {},
      now,
      dates: { user: [], tenant: [], resource: ['dueAt'] },
    };
    if (is(circumstances) === null) return 'true';
    return isNot(circumstances) === null ? 'false' : 'neither';
  });
}

describe('the canonical form of an expression', () => {
  it.each([
    ['resource.amount <= 100.0', ' resource.amount\n <=100.0 // a hundred'],
    ['resource.amount <= 100.0', '100 >= resource.amount'],
    ['resource.kind == "a b"', "('a b' == (resource.kind))"],
    ['resource.kind == "a"', '"\\x61" == resource["kind"]'],
    ['resource.a && resource.b && user.c', '(user.c && resource.b) && resource.a'],
    ['resource.a || (resource.b || user.c)', 'resource.b || user.c || resource.a'],
    ['resource.a != user.key', '!(user.key == resource.a)'],
    ['!(resource.a && resource.b == 1)', 'resource.b != 1 || !resource.a'],
    ['resource.a in ["x", "y", user.key]', "resource.a in ['y', user.key, 'x']"],
    ['resource.a', '!!(resource.a && true) || false'],
    ['true', ' (true) '],
    ['false', '!true || resource.a && false'],
    ['user.tags.exists(x, x == "a" && user.b)', "(user.tags).exists(x, user.b && 'a' == x)"],
    ['resource.a ? resource.b : 1 == 2', '((!!resource.a) ? (resource.b) : (2 == 1))'],
  ])('%s is the same as %s', (one, other) => {
    expect(canonicalExpression(other)).toBe(canonicalExpression(one));
  });

  it.each([
    ['resource.kind == "a b"', 'resource.kind == "a  b"'],
    ['resource.kind == "5"', 'resource.kind == 5'],
    ['resource.a < resource.b', 'resource.b < resource.a'],
    // Of what can be compared with nothing, neither holds.
    ['!(resource.a < resource.b)', 'resource.a >= resource.b'],
    ['!(resource.a < 5)', 'resource.a >= 5'],
    ['resource.a && resource.b || user.c', 'resource.a && (resource.b || user.c)'],
    ['resource.a - resource.b - 1 == 0', 'resource.a - (resource.b - 1) == 0'],
    ['resource.a + resource.b == "xy"', 'resource.b + resource.a == "xy"'],
    ['resource.a in [1, 2]', 'resource.a in [1]'],
    ['resource.a[0] == 5', 'resource.a["0"] == 5'],
    ['resource.a / 2 == 1', 'resource.a / 2.0 == 1'],
    ['dyn(uint("5")) == 5', 'dyn(uint("5")) == 5.0'],
    ['!!resource.a == user.b', 'resource.a == user.b'],
    ['[resource.a, resource.b] == user.c', '[resource.b, resource.a] == user.c'],
    ['resource.a', 'resource["a "]'],
    ['has(resource.a)', 'resource.a'],
    ['user.tags.exists(x, x == 1)', 'user.tags.all(x, x == 1)'],
    // A loop is ended after so many steps, and these do not take as many.
    ['user.tags.exists(x, x != user.a)', 'user.tags.exists(x, !(x == user.a))'],
    ['resource.a &&', 'resource.a'],
  ])('%s is not the same as %s', (one, other) => {
    expect(canonicalExpression(other)).not.toBe(canonicalExpression(one));
  });

  const attributes = fc.array(randomAttributes, { minLength: 12, maxLength: 12 });

  it('is the same however an expression is written, and so is what comes of it', () => {
    const seen = { rewritten: 0, held: 0, neither: 0 };
    fc.assert(
      fc.property(randomTree, fc.gen(), attributes, (tree, draw, asked) => {
        const one = writeExpression(tree, asDrawn);
        const other = writeExpression(tree, (of) => draw(fc.nat, { max: of - 1 }));
        // What the other way of writing makes too long is too long, and what does not fit is no expression.
        fc.pre(findProblem(one) === undefined && !/Exceeded|too/u.test(findProblem(other)?.message ?? ''));
        const came = outcomes(one, asked);
        if (one !== other) seen.rewritten += 1;
        if (came.includes('true') && came.includes('false')) seen.held += 1;
        if (came.includes('neither')) seen.neither += 1;
        expect({ one, other, came: outcomes(other, asked) }).toEqual({ one, other, came });
        expect({ one, other, canonical: canonicalExpression(other) }).toEqual({
          one,
          other,
          canonical: canonicalExpression(one),
        });
      }),
      { numRuns: longRun ? 50_000 : 700 },
    );
    for (const amount of Object.values(seen)) expect(amount).toBeGreaterThan(50);
  });

  it('is never the same for expressions of which anything else may come', () => {
    let shared = 0;
    fc.assert(
      fc.property(
        fc.array(randomSmallTree, { minLength: 60, maxLength: 60, size: 'max' }),
        attributes,
        (trees, asked) => {
          const texts = [...new Set(trees.map((tree) => writeExpression(tree, asDrawn)))];
          const alike = Map.groupBy(
            texts.filter((text) => findProblem(text) === undefined),
            canonicalExpression,
          );
          for (const [one = '', ...others] of alike.values()) {
            const came = outcomes(one, asked);
            shared += others.length;
            for (const other of others)
              expect({ one, other, came: outcomes(other, asked) }).toEqual({ one, other, came });
          }
        },
      ),
      { numRuns: longRun ? 2_000 : 60 },
    );
    expect(shared).toBeGreaterThan(50);
  });
});
