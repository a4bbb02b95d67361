import { isJsonObject, type Json } from '../../../../engine/json.ts';
import { entriesOf, listOf, textOf } from '../../../../engine/json-fields.ts';
import { all, any, attribute, type Condition, isAbsent, isOneOf, not } from '../condition.ts';
import { Inexpressible } from '../inexpressible.ts';
import { scriptPatternOf } from '../script-pattern.ts';
import type { GroupLookup } from './group-lookup.ts';
import { versionCondition } from './versions.ts';

type Scalar = string | number | boolean;

/** What one attribute must be: a value, or operators by name. @throws Inexpressible */
export function valueCondition(path: string, test: Json, groups: GroupLookup): Condition {
  if (test === null) return isAbsent(path);
  if (isScalar(test)) {
    refuseList(path, groups);
    return orAbsent(path, test === 0 || test === 'null', isOneOf(path, [test]));
  }
  if (!isJsonObject(test) || !isOperators(test))
    throw new Inexpressible(`\`${path}\` is compared with a structured value`);
  return all(entriesOf(test).map(([operator, value]) => operatorCondition(path, operator, value, groups)));
}

/** What is absent counts as null there, and null as 0 beside numbers: so it may pass. */
function orAbsent(path: string, passes: boolean, condition: Condition): Condition {
  return passes ? any([condition, isAbsent(path)]) : condition;
}

/** Of which a list is read as one value. */
const ofOneValue = /^\$(?:[lg]te?|regexi?|v.*)$/u;

function operatorCondition(path: string, operator: string, value: Json, groups: GroupLookup): Condition {
  if (ofOneValue.test(operator)) refuseList(path, groups);
  switch (operator) {
    case '$eq':
      return value === null ? isAbsent(path) : isOneOf(path, [scalar(path, value)]);
    case '$ne':
      return not(value === null ? isAbsent(path) : isOneOf(path, [scalar(path, value)]));
    case '$lt':
      return numberCondition(path, 'lessThan', value, (limit) => limit > 0);
    case '$lte':
      return numberCondition(path, 'atMost', value, (limit) => limit >= 0);
    case '$gt':
      return numberCondition(path, 'greaterThan', value, (limit) => limit < 0);
    case '$gte':
      return numberCondition(path, 'atLeast', value, (limit) => limit <= 0);
    case '$exists':
      return not(value ? isAbsent(path) : not(isAbsent(path)));
    case '$in':
      return Array.isArray(value) && oneOf(path, value, groups, false);
    case '$ini':
      return Array.isArray(value) && oneOf(path, value, groups, true);
    case '$nin':
      return Array.isArray(value) && not(oneOf(path, value, groups, false));
    case '$nini':
      return Array.isArray(value) && not(oneOf(path, value, groups, true));
    case '$inGroup':
      return groups.isReadable(value) && groups.byAttribute(textOf(value) ?? '', path);
    case '$notInGroup':
      return groups.isReadable(value) && not(groups.byAttribute(textOf(value) ?? '', path));
    case '$not':
      return not(valueCondition(path, value, groups));
    case '$regex':
    case '$regexi':
      return matches(path, value, operator === '$regexi');
    default:
      return operator.startsWith('$v')
        ? versionCondition(path, operator.slice(1), value)
        : listCondition(path, operator, value);
  }
}

/** There, a list that is put in order, matched or compared with one value is its text, or the number that this is. */
function refuseList(path: string, groups: GroupLookup): void {
  if (groups.isList(path)) throw new Inexpressible(`the list \`${path}\` is compared as one value`);
}

function listCondition(path: string, operator: string, value: Json): Condition {
  switch (operator) {
    case '$size':
      return attribute(path, { size: sizeTest(path, value) });
    case '$all':
    case '$alli': {
      if (!Array.isArray(value)) return false;
      if (value.length === 0) return attribute(path, { size: { atLeast: 0 } });
      const members = value.map((member) => scalar(path, member));
      return attribute(path, { includesAll: members, ...(operator === '$alli' ? { ignoreCase: true } : {}) });
    }
    case '$elemMatch':
      return memberCondition(path, value);
    default:
      throw new Inexpressible(`\`${operator}\` of \`${path}\` has no equal here`);
  }
}

/** Some member of the list is one of these. */
function memberCondition(path: string, test: Json): Condition {
  const [only, ...others] = entriesOf(test);
  const [operator = '', value = null] = only ?? [];
  const wanted = operator === '$eq' ? [value] : operator === '$in' || operator === '$ini' ? listOf(value) : [];
  if (others.length > 0 || wanted.length === 0)
    throw new Inexpressible(`\`$elemMatch\` of \`${path}\` has no equal here`);
  const includes = wanted.map((member) => scalar(path, member));
  return attribute(path, { includes, ...(operator === '$ini' ? { ignoreCase: true } : {}) });
}

function sizeTest(path: string, value: Json): Json {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  const names: ReadonlyMap<string, string> = new Map([
    ['$eq', 'equals'],
    ['$lt', 'lessThan'],
    ['$lte', 'atMost'],
    ['$gt', 'greaterThan'],
    ['$gte', 'atLeast'],
  ]);
  const tests = entriesOf(value).map(([operator, limit]) => {
    const name = names.get(operator);
    if (name === undefined || typeof limit !== 'number')
      throw new Inexpressible(`\`$size\` of \`${path}\` has no equal here`);
    return [name, limit] as const;
  });
  if (tests.length === 0) throw new Inexpressible(`\`$size\` of \`${path}\` has no equal here`);
  return Object.fromEntries(tests);
}

function oneOf(path: string, values: readonly Json[], groups: GroupLookup, ignoresCase: boolean): Condition {
  const scalars = values.filter(isScalar);
  if (scalars.length + values.filter((value) => value === null).length < values.length)
    throw new Inexpressible(`\`${path}\` is compared with a structured value`);
  const folded = ignoresCase ? { ignoreCase: true } : {};
  const condition = (): Condition => {
    if (scalars.length === 0) return false;
    if (groups.isList(path)) return attribute(path, { includes: scalars, ...folded });
    groups.sawSingle(path);
    return ignoresCase ? attribute(path, { in: scalars, ...folded }) : isOneOf(path, scalars);
  };
  return orAbsent(path, values.includes(null), condition());
}

function numberCondition(path: string, test: string, limit: Json, absentPasses: (limit: number) => boolean): Condition {
  if (typeof limit !== 'number') throw new Inexpressible(`\`${path}\` is put in order with what is no number`);
  return orAbsent(path, absentPasses(limit), attribute(path, { [test]: limit }));
}

function matches(path: string, value: Json, ignoresCase: boolean): Condition {
  const pattern = scriptPatternOf(textOf(value) ?? '');
  const condition = attribute(path, { matches: pattern, ...(ignoresCase ? { ignoreCase: true } : {}) });
  // What is absent is matched there as the word null.
  return orAbsent(path, new RegExp(pattern, ignoresCase ? 'i' : '').test('null'), condition);
}

function isOperators(test: Json): boolean {
  const names = Object.keys(isJsonObject(test) ? test : {});
  return names.length > 0 && names.every((name) => name.startsWith('$'));
}

function isScalar(value: Json): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function scalar(path: string, value: Json): Scalar {
  if (!isScalar(value)) throw new Inexpressible(`\`${path}\` is compared with a structured value`);
  return value;
}
