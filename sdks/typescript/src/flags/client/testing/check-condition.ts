import { compileVersionRange } from '../../conditions/compile-version-range.ts';
import { instantOf } from '../../conditions/instant-of.ts';
import { isMembers, type Members, numberOf, textsOf } from '../../conditions/written.ts';
import type { Json } from '../../evaluation/json.ts';
import { isNetwork } from './is-network.ts';

/*
 * What files would not be let through with, refused in tests as well: half understood, it would hold for everybody or for
 * nobody. A test compares this with how files are validated, operand by operand.
 */

const attribute = /^[a-z][A-Za-z0-9_-]*(\.([^."\s][^.\s]*|"([^"\\]|\\["\\])+"))+$/;

/** Throws TypeError for a condition that a file would not be let through with. `isSegment`: whether there is one of a key. */
export function checkCondition(condition: Json | undefined, isSegment: (key: string) => boolean): void {
  for (const [name, value] of membersIn(condition, 'A condition')) {
    if (name === 'any' || name === 'all') {
      if (!isFilled(value)) refuse(name, value);
      for (const one of value) checkCondition(one, isSegment);
    } else if (name === 'not') checkCondition(value, isSegment);
    else if (name === 'segment') checkSegments(value, isSegment);
    else if (name === 'share') checkMembers('share', value, share, ['percent']);
    else if (name === 'now') {
      checkMembers('now', value, moments, []);
      checkOrder(value);
    } else if (attribute.test(name)) checkTest(value);
    else
      throw new TypeError(`A condition has no \`${name}\`; an attribute is written with its kind, such as user.email.`);
  }
}

function checkSegments(value: Json, isSegment: (key: string) => boolean): void {
  if (!isTexts(value)) refuse('segment', value);
  for (const key of textsOf(value))
    if (!isSegment(key)) throw new TypeError(`There is no segment \`${key}\`: set it before it is asked for.`);
}

function checkTest(test: Json): void {
  if (isScalar(test) || (isFilled(test) && isSet(test))) return;
  for (const [name, value] of membersIn(test, 'A test of an attribute')) {
    if (name === 'not') checkTest(value);
    else if (name === 'size') checkSize(value);
    else {
      const fits = operands.get(name);
      if (fits === undefined) throw new TypeError(`There is no test \`${name}\` of an attribute.`);
      if (!fits(value)) refuse(name, value);
    }
  }
  if (isMembers(test)) {
    if (test['ignoreCase'] !== undefined && !textTests.some((name) => test[name] !== undefined))
      throw new TypeError('`ignoreCase` has no text to compare beside it.');
    checkOrder(test);
  }
}

function checkSize(value: Json): void {
  if (isMembers(value)) checkTest(value);
  else if (!isWhole(value, 0, Number.MAX_VALUE)) refuse('size', value);
}

/** Limits that exclude each other. */
function checkOrder(limits: Json): void {
  if (!isMembers(limits)) return;
  const never = (): never => {
    throw new TypeError(`Nothing lies between the limits of ${JSON.stringify(limits)}.`);
  };
  const [after, before] = [instantOf(limits['after']), instantOf(limits['before'])];
  if (after !== undefined && before !== undefined && after >= before) never();
  for (const low of ['greaterThan', 'atLeast']) {
    for (const high of ['lessThan', 'atMost']) {
      const [least, most] = [numberOf(limits[low]), numberOf(limits[high])];
      if (least === undefined || most === undefined) continue;
      if (low === 'atLeast' && high === 'atMost' ? least > most : least >= most) never();
    }
  }
}

type Fits = (value: Json) => boolean;

const isFlag: Fits = (value) => typeof value === 'boolean';
const isNumber: Fits = (value) => Number.isFinite(value);
const isMoment: Fits = (value) => instantOf(value) !== undefined;
const isList: Fits = (value) => Array.isArray(value) && isSet(value);
const isFilledSet: Fits = (value) => isFilled(value) && isSet(value);

const operands: ReadonlyMap<string, Fits> = new Map<string, Fits>([
  ['equals', isScalar],
  ['in', isList],
  ['notIn', isList],
  ['contains', isTexts],
  ['startsWith', isTexts],
  ['endsWith', isTexts],
  ['matches', isTexts],
  ['ignoreCase', isFlag],
  ['greaterThan', isNumber],
  ['atLeast', isNumber],
  ['lessThan', isNumber],
  ['atMost', isNumber],
  ['modulo', isModulo],
  ['before', isMoment],
  ['after', isMoment],
  ['semver', isVersionRange],
  ['cidr', (value) => isTexts(value) && textsOf(value).every(isNetwork)],
  ['includes', (value) => isScalar(value) || isFilledSet(value)],
  ['includesAll', isFilledSet],
  ['exists', isFlag],
]);

const textTests = ['equals', 'in', 'notIn', 'contains', 'startsWith', 'endsWith', 'matches', 'includes', 'includesAll'];

const moments: ReadonlyMap<string, Fits> = new Map([
  ['before', isMoment],
  ['after', isMoment],
]);

const share: ReadonlyMap<string, Fits> = new Map<string, Fits>([
  ['percent', isPercent],
  ['by', (value) => typeof value === 'string' && value.length <= 256 && attribute.test(value)],
  ['salt', (value) => typeof value === 'string' && value !== '' && value.length <= 512],
  ['seed', (value) => isWhole(value, 0, 0xffffffff)],
  ['hash', (value) => typeof value === 'string' && hashes.includes(value)],
  ['buckets', (value) => isWhole(value, 1, 100_000)],
]);

const hashes = ['murmur3', 'launchdarkly', 'unleash', 'growthbook', 'growthbook-v2', 'flagd'];

function membersIn(value: Json | undefined, what: string): readonly (readonly [string, Json])[] {
  const members = isMembers(value) ? Object.entries(value) : [];
  if (members.length === 0) throw new TypeError(`${what} asks for nothing.`);
  return members;
}

function checkMembers(what: string, value: Json, known: ReadonlyMap<string, Fits>, needed: readonly string[]): void {
  for (const [name, one] of membersIn(value, `\`${what}\``)) if (known.get(name)?.(one) !== true) refuse(name, one);
  const members: Members = isMembers(value) ? value : {};
  for (const name of needed) if (members[name] === undefined) throw new TypeError(`\`${what}\` has no \`${name}\`.`);
}

function isScalar(value: Json): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

function isFilled(value: Json): value is readonly Json[] {
  return Array.isArray(value) && value.length > 0;
}

/** Scalars, each once. */
function isSet(values: readonly Json[]): boolean {
  return values.every(isScalar) && new Set(values).size === values.length;
}

function isTexts(value: Json): boolean {
  const texts = Array.isArray(value) ? value : [value];
  return texts.length > 0 && isSet(texts) && texts.every((text) => typeof text === 'string' && text !== '');
}

function isWhole(value: Json | undefined, least: number, most: number): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function isPercent(value: Json): boolean {
  if (typeof value !== 'number' || !(value >= 0 && value <= 100)) return false;
  return Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-6;
}

function isModulo(value: Json): boolean {
  if (!isMembers(value) || Object.keys(value).length !== 2) return false;
  const { divisor, remainder } = value;
  return isWhole(divisor, 1, Number.MAX_VALUE) && isWhole(remainder, 0, Number(divisor) - 1);
}

const version = '((<=|>=|<|>|=|\\^|~)\\s*)?v?[0-9]+(\\.[0-9]+){0,2}(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?';
const versionRange = new RegExp(`^${version}(\\s+${version})*$`);

function isVersionRange(value: Json): boolean {
  if (typeof value !== 'string' || value.length > 200) return false;
  return versionRange.test(value) && compileVersionRange(value).length > 0;
}

function refuse(name: string, value: Json): never {
  throw new TypeError(`\`${name}\` cannot be ${JSON.stringify(value)}.`);
}
