import { Environment } from '@marcbachmann/cel-js';

/** What expressions of the access component may speak of. */
export const identifiers = ['user', 'tenant', 'resource', 'action', 'context', 'now'] as const;

/** No collection of an expression may be so deep or so long that reading it takes noticeable time. */
const limits = { maxAstNodes: 1_000, maxDepth: 64, maxListElements: 500, maxMapEntries: 100, maxCallArguments: 8 };

/**
 * The Common Expression Language as access knows it: six identifiers, and numbers that may be compared and
 * reckoned with however they are written, since JSON does not tell 5 from 5.0.
 */
export function theLanguage(): Environment {
  // Making it takes as long as reading a hundred expressions. It never changes, so one serves everybody.
  made ??= createLanguage();
  return made;
}

let made: Environment | undefined;

function createLanguage(): Environment {
  const language = new Environment({ homogeneousAggregateLiterals: false, limits })
    .registerVariable('user', 'map<string, dyn>')
    .registerVariable('tenant', 'map<string, dyn>')
    .registerVariable('resource', 'map<string, dyn>')
    .registerVariable('action', 'map<string, dyn>')
    .registerVariable('context', 'map<string, dyn>')
    .registerVariable('now', timestamp)
    // An attribute declared as a date is one already; saying so again does no harm.
    .registerFunction(`timestamp(${timestamp}): ${timestamp}`, (date: Date) => date)
    .registerOperator('double % double', (left: number, right: number) => left % right);
  for (const [sign, reckon] of Object.entries(arithmetic)) {
    for (const [left, right] of mixed) {
      language.registerOperator(`${left} ${sign} ${right}: double`, (one: number | bigint, other: number | bigint) =>
        reckon(Number(one), Number(other)),
      );
    }
  }
  return language;
}

const timestamp = 'google.protobuf.Timestamp';

const mixed = [
  ['int', 'double'],
  ['double', 'int'],
] as const;

const arithmetic: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
};
