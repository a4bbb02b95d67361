import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { numberOf, objectOf, textOf, textsOf } from '../json-fields.ts';
import { childPointer } from '../pointer.ts';
import { instantMilliseconds } from '../values/instant.ts';
import { isNetwork } from '../values/network.ts';
import type { ConditionFinding } from './findings.ts';
import { expressionProblem } from './regular-expression.ts';

const textOperators = [
  'equals',
  'in',
  'notIn',
  'contains',
  'startsWith',
  'endsWith',
  'matches',
  'includes',
  'includesAll',
];

/** Mistakes inside the test of one attribute (`{ startsWith: 'eu-' }`) that its schema cannot say. */
export function checkTest(test: Json, pointer: string): readonly ConditionFinding[] {
  if (!isJsonObject(test)) return [];
  return [
    ...patternFindings(test, pointer),
    ...networkFindings(test, pointer),
    ...instantFindings(test, pointer),
    ...orderFindings(test, pointer),
    ...remainderFindings(test, pointer),
    ...caseFindings(test, pointer),
    ...(test['not'] === undefined ? [] : checkTest(test['not'], childPointer(pointer, 'not'))),
    ...(test['size'] === undefined ? [] : checkTest(test['size'], childPointer(pointer, 'size'))),
  ];
}

function patternFindings(test: JsonObject, pointer: string): readonly ConditionFinding[] {
  return textPlaces(test, 'matches', pointer).flatMap(({ text, at }) => {
    const problem = expressionProblem(text);
    if (problem === undefined) return [];
    const message = `\`${text}\` is not a regular expression that can be used: ${problem}.`;
    return [{ code: 'condition/bad-pattern', pointer: at, message }];
  });
}

function networkFindings(test: JsonObject, pointer: string): readonly ConditionFinding[] {
  return textPlaces(test, 'cidr', pointer)
    .filter(({ text }) => !isNetwork(text))
    .map(({ text, at }) => ({
      code: 'condition/bad-network',
      pointer: at,
      message: `\`${text}\` is not an IP address or network.`,
      hint: 'Write a network as an address and the length of its prefix: `10.0.0.0/8`.',
    }));
}

/** `before` and `after` that name a day the calendar does not have. */
export function instantFindings(value: Json, pointer: string): readonly ConditionFinding[] {
  const limits = objectOf(value);
  return ['before', 'after'].flatMap((name) => {
    const text = textOf(limits[name]);
    if (text === undefined || instantMilliseconds(text) !== undefined) return [];
    const message = `\`${text}\` does not exist in the calendar.`;
    return [{ code: 'condition/impossible-date', pointer: childPointer(pointer, name), message }];
  });
}

/** Limits that exclude each other: `{ atLeast: 10, lessThan: 5 }`. */
export function orderFindings(value: Json, pointer: string): readonly ConditionFinding[] {
  const limits = objectOf(value);
  const [from = '', until = ''] = [textOf(limits['after']), textOf(limits['before'])];
  const after = instantMilliseconds(from);
  const before = instantMilliseconds(until);
  const found: ConditionFinding[] = [];
  if (after !== undefined && before !== undefined && after >= before) {
    found.push(emptyRange(pointer, 'before', 'after', `nothing is after \`${from}\` and before \`${until}\``));
  }
  for (const low of ['greaterThan', 'atLeast']) {
    for (const high of ['lessThan', 'atMost']) {
      const least = numberOf(limits[low]);
      const most = numberOf(limits[high]);
      if (least === undefined || most === undefined) continue;
      const isInclusive = low === 'atLeast' && high === 'atMost';
      if (isInclusive ? least > most : least >= most) {
        found.push(
          emptyRange(pointer, high, low, `no number passes both \`${low}: ${least}\` and \`${high}: ${most}\``),
        );
      }
    }
  }
  return found;
}

function emptyRange(pointer: string, name: string, other: string, reason: string): ConditionFinding {
  return {
    code: 'condition/empty-range',
    pointer: childPointer(pointer, name),
    because: [childPointer(pointer, other)],
    message: `This never holds: ${reason}.`,
  };
}

function remainderFindings(test: JsonObject, pointer: string): readonly ConditionFinding[] {
  const modulo = objectOf(test['modulo']);
  const divisor = numberOf(modulo['divisor']);
  const remainder = numberOf(modulo['remainder']);
  if (divisor === undefined || remainder === undefined || remainder < divisor) return [];
  const message = `Dividing by ${divisor} never leaves ${remainder}.`;
  return [
    {
      code: 'condition/bad-remainder',
      pointer: `${pointer}/modulo/remainder`,
      because: [`${pointer}/modulo`],
      message,
    },
  ];
}

function caseFindings(test: JsonObject, pointer: string): readonly ConditionFinding[] {
  if (test['ignoreCase'] === undefined || textOperators.some((name) => test[name] !== undefined)) return [];
  const message = '`ignoreCase` has no text to compare beside it.';
  const because = textOperators.map((name) => childPointer(pointer, name));
  return [
    {
      code: 'condition/nothing-to-compare',
      pointer: childPointer(pointer, 'ignoreCase'),
      atKey: true,
      because,
      message,
    },
  ];
}

function textPlaces(test: JsonObject, name: string, pointer: string): readonly { text: string; at: string }[] {
  const value = test[name];
  const at = childPointer(pointer, name);
  return textsOf(value).map((text, index) => ({ text, at: Array.isArray(value) ? childPointer(at, index) : at }));
}
