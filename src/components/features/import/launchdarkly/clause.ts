import type { Json, JsonObject } from '../../../../engine/json.ts';
import { listOf, objectOf, textOf, textsOf } from '../../../../engine/json-fields.ts';
import { momentOf } from '../../evaluation/values/dates.ts';
import { all, any, attribute, type Condition, isAbsent, isOneOf, negatedIf, not, pathOf } from '../condition.ts';
import { Inexpressible } from '../inexpressible.ts';
import type { Lists } from '../lists.ts';
import { scriptPatternOf } from '../script-pattern.ts';
import { isWholeVersion, momentText } from '../texts.ts';
import { attributeOf, isKind } from './references.ts';

export interface ClausePlace {
  readonly lists: Lists;
  /** The key here of a segment there; undefined where there is none, or none that could be imported. @throws Inexpressible */
  segment(key: string): string | undefined;
}

/** All must hold. Without a list of clauses a rule fits nobody there; with an empty one everybody. @throws Inexpressible */
export function clausesOf(clauses: Json | undefined, place: ClausePlace): Condition {
  if (!Array.isArray(clauses)) return false;
  return all(listOf(clauses).map((clause) => clauseOf(objectOf(clause), place)));
}

function clauseOf(clause: JsonObject, place: ClausePlace): Condition {
  const negated = clause['negate'] === true;
  const operator = textOf(clause['op']) ?? '';
  const values = listOf(clause['values']);
  if (operator === 'segmentMatch') return negatedIf(negated, segmentCondition(values, place));
  if (isKind(clause['attribute'], clause['contextKind'])) return negatedIf(negated, kindCondition(operator, values));
  const path = attributeOf(clause['attribute'], clause['contextKind']);
  const condition = valueCondition(path, operator, values, place.lists);
  if (path.endsWith('.anonymous')) return anonymous(path, operator, values, negated, condition);
  // Of an attribute that is absent nothing holds, and no denial of anything either.
  return negated ? all([not(isAbsent(path)), denied(path, condition)]) : condition;
}

function denied(path: string, condition: Condition): Condition {
  return condition === false ? attribute(path, { exists: true }) : not(condition);
}

function segmentCondition(values: readonly Json[], place: ClausePlace): Condition {
  const keys = [...new Set(textsOf([...values]).flatMap((key) => place.segment(key) ?? []))];
  const [only] = keys;
  if (only === undefined) return false;
  return { segment: keys.length === 1 ? only : keys };
}

/** Which kinds a context has, each of which has a key. */
function kindCondition(operator: string, values: readonly Json[]): Condition {
  if (operator !== 'in') throw new Inexpressible('it tests the kind of the context other than by `in`');
  const kinds = textsOf([...values]).filter((kind) => kind !== '');
  return any(kinds.map((kind) => attribute(pathOf(kind, ['key']), { exists: true })));
}

/** False where the context does not say. */
function anonymous(
  path: string,
  operator: string,
  values: readonly Json[],
  negated: boolean,
  condition: Condition,
): Condition {
  if (operator !== 'in') throw new Inexpressible('it tests `anonymous` other than by `in`');
  const key = path.replace(/\.anonymous$/u, '.key');
  const isSaid = any([condition, values.includes(false) ? isAbsent(path) : false]);
  return all([not(isAbsent(key)), negatedIf(negated, isSaid)]);
}

/** Any of the values is enough. */
function valueCondition(path: string, operator: string, values: readonly Json[], lists: Lists): Condition {
  if (operator === 'in') {
    const scalars = values.filter(isScalar);
    if (lists.has(path)) return scalars.length > 0 && attribute(path, { includes: scalars });
    lists.sawSingle(path);
    return isOneOf(path, scalars);
  }
  if (lists.has(path))
    throw new Inexpressible(`\`${operator}\` over the members of the list \`${path}\` has no equal here`);
  lists.sawSingle(path);
  switch (operator) {
    case 'startsWith':
    case 'endsWith':
    case 'contains':
      return textCondition(path, operator, textsOf([...values]));
    case 'matches':
      return textCondition(path, operator, textsOf([...values]).map(scriptPatternOf));
    case 'lessThan':
      return limit(path, 'lessThan', largest(numbersIn(values)));
    case 'lessThanOrEqual':
      return limit(path, 'atMost', largest(numbersIn(values)));
    case 'greaterThan':
      return limit(path, 'greaterThan', smallest(numbersIn(values)));
    case 'greaterThanOrEqual':
      return limit(path, 'atLeast', smallest(numbersIn(values)));
    case 'before':
    case 'after':
      return momentCondition(path, operator, values);
    default:
      return versionCondition(path, operator, textsOf([...values]));
  }
}

function textCondition(path: string, operator: string, texts: readonly string[]): Condition {
  if (texts.includes('')) throw new Inexpressible('it looks for the empty text, which is in every text');
  const [only] = texts;
  return only !== undefined && attribute(path, { [operator]: texts.length === 1 ? only : [...texts] });
}

function limit(path: string, test: string, value: number | undefined): Condition {
  return value !== undefined && attribute(path, { [test]: value });
}

function largest(numbers: readonly number[]): number | undefined {
  return numbers.toSorted((left, right) => right - left)[0];
}

function smallest(numbers: readonly number[]): number | undefined {
  return numbers.toSorted((left, right) => left - right)[0];
}

/** Strictly later there, which is from the next millisecond on. */
function momentCondition(path: string, operator: 'before' | 'after', values: readonly Json[]): Condition {
  const moments = values.map(momentIn).filter((moment) => !Number.isNaN(moment));
  const at =
    operator === 'before' ? largest(moments.map(Math.ceil)) : smallest(moments.map((one) => Math.floor(one) + 1));
  if (at === undefined) return false;
  return attribute(path, { [operator]: momentText(at) });
}

const writtenMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[-+]\d\d(?::\d\d)?)/u;

/** A day without a time is none there. */
function momentIn(value: Json): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !writtenMoment.test(value)) return Number.NaN;
  const moment = momentOf(value);
  if (Number.isNaN(moment))
    throw new Inexpressible(`the moment \`${value}\` is written in a way that is not read here`);
  return moment;
}

const versionSigns: ReadonlyMap<string, string> = new Map([
  ['semVerEqual', '='],
  ['semVerLessThan', '<'],
  ['semVerGreaterThan', '>'],
]);

function versionCondition(path: string, operator: string, values: readonly string[]): Condition {
  const sign = versionSigns.get(operator);
  if (sign === undefined) throw new Inexpressible(`the operator \`${operator}\` has no equal here`);
  const versions = values.map(wholeVersion).filter((version) => version !== undefined);
  return any(
    versions.map((version) => attribute(path, { semver: `${sign}${version}`, not: { startsWith: ['v', 'V'] } })),
  );
}

/** One that is cut short stands for the first of all that begin so. */
function wholeVersion(text: string): string | undefined {
  const [numbers = ''] = /^\d+(?:\.\d+){0,2}/u.exec(text) ?? [];
  const filled = numbers.split('.').concat('0', '0').slice(0, 3).join('.') + text.slice(numbers.length);
  // A `v` in front makes it none; blanks may stand around what is whole, and behind what is cut short.
  const whole = numbers === '' && !text.startsWith('v') ? text.trim().replace(/^v/u, '') : filled.trim();
  return isWholeVersion(whole) ? whole : undefined;
}

function numbersIn(values: readonly Json[]): readonly number[] {
  return values.filter((value) => typeof value === 'number');
}

function isScalar(value: Json): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
