import { allOf, anyOf, type Check } from './check.ts';
import { bucketIn, cutAt, dealIn } from './deals/compile-deal.ts';
import { objectIn, objectsIn, refuse, textIn, textsIn } from './read.ts';
import type { Test } from './ruleset.ts';
import { type Scope, spend } from './scope.ts';
import { momentCheck } from './values/dates.ts';
import { compileValueTests } from './values/compile-value-test.ts';

const deepest = 100;

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
  if (depth > deepest) refuse('nested too deeply');
  spend(scope, 1);
  const op = textIn(source, 'op');
  if (!isTest(op)) refuse(`there is no condition \`${op}\``);
  return compilers[op](source, scope, depth);
}

function isTest(op: string): op is Test['op'] {
  return Object.hasOwn(compilers, op);
}

function inside(source: object, scope: Scope, depth: number): readonly Check[] {
  return objectsIn(source, 'of').map((test) => compileTest(test, scope, depth + 1));
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
