import type { Json, JsonObject } from '../../../../engine/json.ts';
import { listOf, objectOf, textOf, textsOf } from '../../../../engine/json-fields.ts';
import { momentOf } from '../../evaluation/values/dates.ts';
import { all, attribute, type Condition, isOneOf, negatedIf, not, pathOf } from '../condition.ts';
import { Inexpressible } from '../inexpressible.ts';
import { isWholeVersion, momentText, patternOf } from '../texts.ts';
import { networkCondition, networksIn } from './networks.ts';

/** Fields of the context are the user's; `userId` is the key. @throws Inexpressible */
export function contextField(name: string): string {
  if (name === 'userId') return 'user.key';
  if (name === 'key') throw new Inexpressible('the field `key` would be taken for the key of the user');
  return pathOf('user', [name]);
}

/** All must hold. @throws Inexpressible */
export function constraintsOf(constraints: Json | undefined): Condition {
  return all(listOf(constraints).map((constraint) => constraintOf(objectOf(constraint))));
}

function constraintOf(constraint: JsonObject): Condition {
  const operator = textOf(constraint['operator']) ?? '';
  const isInverted = constraint['inverted'] === true;
  if (operator === 'DATE_AFTER' || operator === 'DATE_BEFORE')
    return negatedIf(isInverted, dateCondition(operator, constraint['value']));
  const condition = fieldCondition(contextField(textOf(constraint['contextName']) ?? ''), operator, constraint);
  // An operator that nobody knows lets nobody pass, inverted or not.
  return condition === undefined ? false : negatedIf(isInverted, condition);
}

function fieldCondition(path: string, operator: string, constraint: JsonObject): Condition | undefined {
  // Blanks are cut off after what is empty was left out: of blanks alone, the empty text is left.
  const values = textsOf(listOf(constraint['values']) as Json)
    .filter((value) => value !== '')
    .map((value) => value.trim());
  const ignoresCase = constraint['caseInsensitive'] === true;
  switch (operator) {
    case 'IN':
      return isOneOf(path, withOtherTypes(values));
    case 'NOT_IN':
      return not(isOneOf(path, withOtherTypes(values)));
    case 'STR_STARTS_WITH':
      return textCondition(path, 'startsWith', values, ignoresCase);
    case 'STR_ENDS_WITH':
      return textCondition(path, 'endsWith', values, ignoresCase);
    case 'STR_CONTAINS':
      return textCondition(path, 'contains', values, ignoresCase);
    case 'REGEX':
      return attribute(path, { matches: patternOf(textOf(constraint['value']) ?? ''), ...folded(ignoresCase) });
    case 'IN_CIDR':
      return networkCondition(path, networksIn(values));
    default:
      return numberCondition(path, operator, constraint) ?? versionCondition(path, operator, constraint);
  }
}

/** There, a value is compared by its text whatever its type. */
export function withOtherTypes(values: readonly string[]): readonly (string | number | boolean)[] {
  return [...new Set(values)].flatMap((value): readonly (string | number | boolean)[] => {
    if (value === 'true' || value === 'false') return [value, value === 'true'];
    const number = Number(value);
    const isKept = Number.isSafeInteger(number) || (Number.isFinite(number) && !Number.isInteger(number));
    return isKept && String(number) === value ? [value, number] : [value];
  });
}

function folded(ignoresCase: boolean): JsonObject {
  return ignoresCase ? { ignoreCase: true } : {};
}

function textCondition(path: string, test: string, values: readonly string[], ignoresCase: boolean): Condition {
  const texts = [...new Set(values)];
  if (texts.includes('')) throw new Inexpressible('it looks for the empty text, which is in every text');
  const [only] = texts;
  return only !== undefined && attribute(path, { [test]: texts.length === 1 ? only : texts, ...folded(ignoresCase) });
}

const numberTests: ReadonlyMap<string, string> = new Map([
  ['NUM_EQ', 'equals'],
  ['NUM_GT', 'greaterThan'],
  ['NUM_GTE', 'atLeast'],
  ['NUM_LT', 'lessThan'],
  ['NUM_LTE', 'atMost'],
]);

function numberCondition(path: string, operator: string, constraint: JsonObject): Condition | undefined {
  const test = numberTests.get(operator);
  if (test === undefined) return undefined;
  const { value } = constraint;
  // Null would be 0 there by chance; and what is beyond all numbers is a limit there.
  const limit = Number(value);
  if (value === null || Math.abs(limit) === Number.POSITIVE_INFINITY)
    throw new Inexpressible(`\`${path}\` is compared with what is no number`);
  return !Number.isNaN(limit) && attribute(path, { [test]: limit });
}

const versionSigns: ReadonlyMap<string, string> = new Map([
  ['SEMVER_EQ', '='],
  ['SEMVER_GT', '>'],
  ['SEMVER_GTE', '>='],
  ['SEMVER_LT', '<'],
  ['SEMVER_LTE', '<='],
]);

/** Only whole versions without a `v` are versions there. */
function versionCondition(path: string, operator: string, constraint: JsonObject): Condition | undefined {
  const sign = versionSigns.get(operator);
  if (sign === undefined) return undefined;
  const version = (textOf(constraint['value']) ?? '').trim().replace(/^v/u, '');
  return (
    isWholeVersion(version) && attribute(path, { semver: `${sign}${version}`, matches: '^[0-9]+\\.[0-9]+\\.[0-9]' })
  );
}

/** About the time of the evaluation; strictly later there, which is from the next millisecond on. */
function dateCondition(operator: string, value: Json | undefined): Condition {
  // Null would be 1970 there by chance, and a number milliseconds.
  if (value === null || typeof value === 'number')
    throw new Inexpressible('it compares the time with what is no moment');
  const text = textOf(value) ?? '';
  const moment = momentOf(text);
  if (Number.isNaN(moment)) {
    if (Number.isNaN(Date.parse(text))) return false;
    throw new Inexpressible(`the moment \`${text}\` is written in a way that is not read here`);
  }
  return { now: operator === 'DATE_AFTER' ? { after: momentText(moment + 1) } : { before: momentText(moment) } };
}
