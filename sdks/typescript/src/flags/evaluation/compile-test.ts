import { allOf, anyOf, type Check } from './check.ts';
import { bucketIn, cutAt, dealIn } from './deals/compile-deal.ts';
import { checkDepth, spend } from './limits.ts';
import { choiceIn, objectIn, objectsIn, own, textsIn } from './read.ts';
import type { Test } from './ruleset.ts';
import type { Scope } from './scope.ts';
import { momentCheck } from './values/dates.ts';
import { compileValueTests } from './values/compile-value-test.ts';

const compilers: Readonly<Record<Test['op'], (source: object, scope: Scope, depth: number) => Check>> = {
  all: (source, scope, depth) => allOf(inside(source, scope, depth)),
  any: (source, scope, depth) => anyOf(inside(source, scope, depth)),
  not(source, scope, depth) {
    const check = compileTest(objectIn(source, 'of'), scope, depth + 1);
    return (context) => !check(context);
  },
  segment: (source, scope) => anyOf(textsIn(source, 'keys').map((key) => scope.segments.member(key, scope))),
  share: compileShare,
  now(source, scope) {
    const isWithin = momentCheck(source);
    const { clock } = scope;
    return () => isWithin(clock.now());
  },
  attribute(source, { attributes }) {
    const attribute = attributes.of(objectIn(source, 'of'));
    const check = compileValueTests(source);
    return (context) => check(attribute.read(context));
  },
};

export function compileTest(source: object, scope: Scope, depth = 0): Check {
  checkDepth(depth);
  spend(scope, 1);
  return choiceIn(source, 'op', compilers)(source, scope, depth);
}

function inside(source: object, scope: Scope, depth: number): readonly Check[] {
  const tests = objectsIn(source, 'of').map((test) => ({
    check: compileTest(test, scope, depth + 1),
    isQuick: isQuick(test),
  }));
  return tests.toSorted((one, other) => Number(other.isQuick) - Number(one.isQuick)).map(({ check }) => check);
}

/** Numbers are compared first: texts take several times as long, and in which order tests are asked changes no answer. */
function isQuick(test: object): boolean {
  return own(test, 'op') === 'attribute' && objectsIn(test, 'tests').every((one) => own(one, 'is') === 'number');
}

function compileShare(source: object, { attributes }: Scope): Check {
  const attribute = attributes.of(objectIn(source, 'by'));
  const deal = dealIn(source);
  const cut = cutAt(deal, bucketIn(source, 'upTo'));
  const withoutUnit = deal.withoutUnit === 'first' && 0 < cut;
  return (context) => {
    const unit = deal.unit(attribute.read(context));
    return unit === undefined ? withoutUnit : deal.position(unit) < cut;
  };
}
