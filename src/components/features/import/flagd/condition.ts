import type { Json } from '../../../../engine/json.ts';
import { all, any, attribute, type Condition, isAbsent, isOneOf, not } from '../condition.ts';
import { Inexpressible } from '../inexpressible.ts';
import { isWholeVersion, momentText } from '../texts.ts';
import { operationOf, userAttribute, variableOf } from './variables.ts';

/** Whether a JSONLogic expression is true, or counts as true. @throws Inexpressible */
export function conditionOf(node: Json, flag: string): Condition {
  if (node === null || typeof node !== 'object') return Boolean(node);
  const variable = variableOf(node);
  if (variable !== undefined) return countsAsTrue(variable, flag);
  const operation = operationOf(node);
  if (operation === undefined) throw new Inexpressible('a condition is no operation');
  const { operands, operator } = operation;
  if (!isCount(operator, operands.length)) throw new Inexpressible(`\`${operator}\` has too few operands, or too many`);
  switch (operator) {
    case 'and':
      return all(operands.map((operand) => conditionOf(operand, flag)));
    case 'or':
      return any(operands.map((operand) => conditionOf(operand, flag)));
    case '!':
      return not(conditionOf(operands[0] ?? null, flag));
    case '!!':
      return conditionOf(operands[0] ?? null, flag);
    case 'if':
      return either(operands, flag);
    case '==':
    case '===':
      return equality(operator, operands, flag);
    case '!=':
    case '!==':
      return not(equality(operator, operands, flag));
    case 'in':
      return membership(operands, flag);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return order(operator, operands);
    case 'starts_with':
    case 'ends_with':
      return affix(operator === 'starts_with' ? 'startsWith' : 'endsWith', operands, flag);
    case 'sem_ver':
      return version(operands, flag);
    default:
      throw new Inexpressible(`\`${operator}\` has no equal here`);
  }
}

function isCount(operator: string, count: number): boolean {
  switch (operator) {
    case 'and':
    case 'or':
      return count > 0;
    case 'if':
      return count > 1;
    case '!':
    case '!!':
      return count === 1;
    case '<':
    case '<=':
      return count === 2 || count === 3;
    case 'sem_ver':
      return count === 3;
    default:
      return count === 2 || !binary.has(operator);
  }
}

const binary: ReadonlySet<string> = new Set(['==', '===', '!=', '!==', 'in', '>', '>=', 'starts_with', 'ends_with']);

function either([test = null, then = null, ...rest]: readonly Json[], flag: string): Condition {
  const holds = conditionOf(test, flag);
  const otherwise = rest.length > 1 ? either(rest, flag) : conditionOf(rest[0] ?? null, flag);
  return any([all([holds, conditionOf(then, flag)]), all([not(holds), otherwise])]);
}

function countsAsTrue(variable: string, flag: string): Condition {
  if (variable === '$flagd.flagKey') return flag !== '';
  return attribute(userAttribute(variable), { exists: true, notIn: [false, 0, ''] });
}

interface Comparison {
  readonly variable: string;
  readonly constant: Json;
  /** The constant stands first. */
  readonly isTurned: boolean;
}

function comparisonOf([left = null, right = null, ...others]: readonly Json[], operator: string): Comparison {
  const [one, other] = [variableOf(left), variableOf(right)];
  if (others.length > 0 || (one === undefined) === (other === undefined))
    throw new Inexpressible(`\`${operator}\` compares other things than an attribute and a value`);
  return one === undefined
    ? { variable: other ?? '', constant: left, isTurned: true }
    : { variable: one, constant: right, isTurned: false };
}

function equality(operator: string, operands: readonly Json[], flag: string): Condition {
  const { constant, variable } = comparisonOf(operands, operator);
  if (variable === '$flagd.flagKey') return constant === flag;
  const path = userAttribute(variable);
  const isStrict = operator === '===' || operator === '!==';
  if (constant === null) return isStrict ? isAbsent(path) : any([isOneOf(path, [0, false]), isAbsent(path)]);
  if (typeof constant === 'object') throw new Inexpressible(`\`${variable}\` is compared with a structured value`);
  if (isStrict) return isOneOf(path, [constant]);
  // What is absent counts as 0 beside numbers and truth values.
  const isNothing = typeof constant !== 'string' && Number(constant) === 0;
  return any([isOneOf(path, looselyEqual(constant)), isNothing ? isAbsent(path) : false]);
}

/** What `==` takes for the same in other types. */
function looselyEqual(constant: string | number | boolean): readonly (string | number | boolean)[] {
  const number = Number(constant);
  if (typeof constant === 'string' && constant.trim() === '') return [constant, 0, false];
  if (typeof constant === 'string' && Number.isNaN(number)) return [constant];
  const truth = number === 0 || number === 1 ? [number === 1] : [];
  return [
    ...(typeof constant === 'string' ? [constant] : [String(number), ...(number === 0 ? [''] : [])]),
    number,
    ...truth,
  ];
}

/** Of a list, or of the letters of a text. */
function membership([needle = null, stack = null]: readonly Json[], flag: string): Condition {
  const [one, other] = [variableOf(needle), variableOf(stack)];
  if (one === '$flagd.flagKey') return Array.isArray(stack) && stack.includes(flag);
  if (one !== undefined && Array.isArray(stack)) {
    const scalars = stack.filter((value) => typeof value !== 'object');
    if (scalars.length < stack.length) throw new Inexpressible(`\`in\` of \`${one}\` has structured values`);
    return isOneOf(userAttribute(one), scalars);
  }
  if (other !== undefined && needle !== null && typeof needle !== 'object') {
    const path = userAttribute(other);
    const inText: Condition = typeof needle === 'string' && needle !== '' && attribute(path, { contains: needle });
    return any([inText, attribute(path, { includes: needle })]);
  }
  throw new Inexpressible('`in` asks for other things than an attribute and a list or a text');
}

const tests = { '<': 'lessThan', '<=': 'atMost', '>': 'greaterThan', '>=': 'atLeast' } as const;
const turned = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

function order(operator: keyof typeof tests, operands: readonly Json[]): Condition {
  // Between two limits: the attribute stands in the middle.
  const [low = null, middle = null, high = null] = operands;
  if (operands.length === 3) return all([order(operator, [low, middle]), order(operator, [middle, high])]);
  const { constant, isTurned, variable } = comparisonOf(operands, operator);
  const sign = isTurned ? turned[operator] : operator;
  if (typeof constant !== 'number') throw new Inexpressible(`\`${variable}\` is put in order with what is no number`);
  if (variable === '$flagd.timestamp') return momentCondition(sign, constant);
  const path = userAttribute(variable);
  const ordered = attribute(path, { [tests[sign]]: constant });
  // What is absent counts as 0.
  return any([ordered, isBeside(0, sign, constant) ? isAbsent(path) : false]);
}

function isBeside(value: number, sign: keyof typeof tests, limit: number): boolean {
  if (sign === '<') return value < limit;
  if (sign === '<=') return value <= limit;
  return sign === '>' ? value > limit : value >= limit;
}

/** The time there is in whole seconds. */
function momentCondition(sign: keyof typeof tests, seconds: number): Condition {
  const isInclusive = sign === '>=' || sign === '<';
  const at = momentText((isInclusive ? Math.ceil(seconds) : Math.floor(seconds) + 1) * 1000);
  return sign === '>' || sign === '>=' ? { now: { after: at } } : { now: { before: at } };
}

function affix(test: string, [of = null, text = null]: readonly Json[], flag: string): Condition {
  const variable = variableOf(of);
  if (variable === undefined || typeof text !== 'string')
    throw new Inexpressible(`\`${test}\` compares other things than an attribute and a text`);
  if (variable === '$flagd.flagKey') return test === 'startsWith' ? flag.startsWith(text) : flag.endsWith(text);
  if (text === '') throw new Inexpressible('it looks for the empty text, which is in every text');
  return attribute(userAttribute(variable), { [test]: text });
}

function version([of = null, operator = null, wanted = null]: readonly Json[], flag: string): Condition {
  const variable = variableOf(of);
  const text = (typeof wanted === 'object' ? '' : String(wanted)).replace(/^[vV]/u, '');
  const whole = /^\d+(?:\.\d+)?$/u.test(text) ? text.split('.').concat('0', '0').slice(0, 3).join('.') : text;
  if (variable === undefined || variable === '$flagd.flagKey' || flag === '' || !isWholeVersion(whole))
    throw new Inexpressible('`sem_ver` compares other things than an attribute and a version');
  const path = userAttribute(variable);
  const [major = '0', minor = '0'] = whole.split('.');
  switch (operator) {
    case '=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return attribute(path, { semver: `${operator}${whole}` });
    case '!=':
      return attribute(path, { semver: '>=0.0.0-0', not: { semver: `=${whole}` } });
    case '^':
      return attribute(path, { semver: within(`${major}.0.0-0`, `${Number(major) + 1}.0.0-0`) });
    case '~':
      return attribute(path, { semver: within(`${major}.${minor}.0-0`, `${major}.${Number(minor) + 1}.0-0`) });
    default:
      throw new Inexpressible('`sem_ver` compares by an operator that has no equal here');
  }
}

function within(first: string, next: string): string {
  return `>=${first} <${next}`;
}
