import { compileMatches } from '../matches/compile-matches.ts';
import { checkDepth } from '../limits.ts';
import { choiceIn, objectsIn, own } from '../read.ts';
import type { ValueTest } from '../ruleset.ts';
import { compileCidr } from './cidr.ts';
import { compileDate } from './dates.ts';
import { compileIn, compileNotIn } from './equality.ts';
import { compileIncludes, compileIncludesAll, compileSize } from './lists.ts';
import { compileModulo, compileNumber } from './numbers.ts';
import { compileSemver } from './semver.ts';
import { compileText } from './texts.ts';
import type { ValueCheck } from './value-check.ts';

const compilers: Readonly<Record<ValueTest['is'], (source: object, depth: number) => ValueCheck>> = {
  in: compileIn,
  notIn: compileNotIn,
  contains: (source) => compileText('contains', source),
  startsWith: (source) => compileText('startsWith', source),
  endsWith: (source) => compileText('endsWith', source),
  matches: compileMatches,
  number: compileNumber,
  modulo: compileModulo,
  date: compileDate,
  semver: compileSemver,
  cidr: compileCidr,
  includes: compileIncludes,
  includesAll: compileIncludesAll,
  size: (source, depth) => compileSize(compileValueTests(source, depth + 1)),
  exists: compileExists,
  not: (source, depth) => opposite(compileValueTests(source, depth + 1)),
};

/** The field `tests`: all must hold. */
export function compileValueTests(source: object, depth = 0): ValueCheck {
  checkDepth(depth);
  const checks = objectsIn(source, 'tests').map((test) => choiceIn(test, 'is', compilers)(test, depth));
  const [first, second] = checks;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  return (value) => {
    for (const check of checks) if (!check(value)) return false;
    return true;
  };
}

function compileExists(source: object): ValueCheck {
  const expected = own(source, 'expected') === true;
  return (value) => (value !== undefined && value !== null) === expected;
}

function opposite(check: ValueCheck): ValueCheck {
  return (value) => !check(value);
}
