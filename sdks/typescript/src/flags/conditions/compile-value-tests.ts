import type { Json } from '../evaluation/json.ts';
import type { Program, Scalar, ValueTest } from '../evaluation/ruleset.ts';
import { lowerCase } from '../evaluation/values/lower-case.ts';
import { compileNetwork } from './compile-network.ts';
import { compileVersionRange } from './compile-version-range.ts';
import { inOrder } from './in-order.ts';
import { instantOf } from './instant-of.ts';
import { inNameOrder, isMembers, listOf, type Members, membersOf, numberOf, textOf, textsOf } from './written.ts';

/** A pattern as a program, in RE2's meaning. */
export type CompilePattern = (pattern: string, ignoreCase: boolean) => Program;

type CaseFlag = { readonly ignoreCase?: true };

/** The test of one attribute as written: a value, a list of values, or operators by name. */
export function compileValueTests(test: Json, compilePattern: CompilePattern): readonly ValueTest[] {
  if (!isMembers(test)) return [{ is: 'in', values: inOrder(scalarsOf(test)) }];
  const flag: CaseFlag = test['ignoreCase'] === true ? { ignoreCase: true } : {};
  return [
    ...rangeTests(test),
    ...inNameOrder(test).flatMap(([name, value]) => operatorTest(name, value, flag, compilePattern) ?? []),
  ];
}

function operatorTest(
  name: string,
  value: Json,
  flag: CaseFlag,
  compilePattern: CompilePattern,
): ValueTest | undefined {
  switch (name) {
    case 'equals':
    case 'in':
      return { is: 'in', values: inOrder(cased(scalarsOf(value), flag)), ...flag };
    case 'notIn':
    case 'includes':
    case 'includesAll':
      return { is: name, values: inOrder(cased(scalarsOf(value), flag)), ...flag };
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return { is: name, texts: inOrder(cased(textsOf(value), flag)), ...flag };
    case 'matches':
      return {
        is: 'matches',
        programs: inOrder(textsOf(value)).map((text) => compilePattern(text, flag.ignoreCase === true)),
      };
    case 'modulo':
      return { is: 'modulo', divisor: amountIn(value, 'divisor'), remainder: amountIn(value, 'remainder') };
    case 'semver':
      return { is: 'semver', comparisons: compileVersionRange(textOf(value) ?? '') };
    case 'cidr':
      return { is: 'cidr', networks: inOrder(textsOf(value)).map(compileNetwork) };
    case 'size':
      return {
        is: 'size',
        tests: typeof value === 'number' ? [exactly(value)] : compileValueTests(value, compilePattern),
      };
    case 'exists':
      return { is: 'exists', expected: value === true };
    case 'not':
      return { is: 'not', tests: compileValueTests(value, compilePattern) };
    default:
      return undefined;
  }
}

/** Limits are one test together, whichever of them are written. */
function rangeTests(test: Members): readonly ValueTest[] {
  const limits = {
    ...limit('above', numberOf(test['greaterThan'])),
    ...limit('from', numberOf(test['atLeast'])),
    ...limit('below', numberOf(test['lessThan'])),
    ...limit('to', numberOf(test['atMost'])),
  };
  const dates = { ...limit('after', instantOf(test['after'])), ...limit('before', instantOf(test['before'])) };
  return [
    ...(Object.keys(limits).length === 0 ? [] : [{ is: 'number', ...limits } as const]),
    ...(Object.keys(dates).length === 0 ? [] : [{ is: 'date', ...dates } as const]),
  ];
}

function limit<K extends string>(name: K, value: number | undefined): { readonly [name in K]?: number } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [name in K]: number });
}

function exactly(value: number): ValueTest {
  return { is: 'number', from: value, to: value };
}

function amountIn(value: Json, name: string): number {
  return numberOf(membersOf(value)[name]) ?? 0;
}

function scalarsOf(value: Json): readonly Scalar[] {
  return (Array.isArray(value) ? listOf(value) : [value]).filter(
    (item): item is Scalar => typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean',
  );
}

function cased<T extends Scalar>(values: readonly T[], { ignoreCase }: CaseFlag): readonly (T | string)[] {
  return ignoreCase === true ? values.map((value) => (typeof value === 'string' ? lowerCase(value) : value)) : values;
}
