import { expressionProblem } from '../../engine/condition/regular-expression.ts';
import type { Json, JsonObject } from '../../engine/json.ts';
import { entriesOf, listOf, numberOf, objectOf, textOf } from '../../engine/json-fields.ts';
import type { Beside, FindBody, KindPolicy } from '../../engine/model/registry.ts';
import { childPointer } from '../../engine/pointer.ts';
import { isPlatformEvent, sentByPlatform } from '../event-types.ts';
import type { AnalyticsFinding } from './findings.ts';

export const eventSchemaPolicy: KindPolicy = { check, checkAgainst };

/** Which limits mean something for which types. */
const limitTypes: { readonly [limit: string]: readonly string[] } = {
  values: ['string', 'number', 'integer', 'boolean'],
  min: ['string', 'number', 'integer', 'array'],
  max: ['string', 'number', 'integer', 'array'],
  matches: ['string'],
  items: ['array'],
  properties: ['object'],
};

function check(body: JsonObject): readonly AnalyticsFinding[] {
  return propertiesFindings(body['properties'], '/properties');
}

/** Only whole types: what a product tracks has names of its own world, and `user.signed_up` is nobody's but its. */
function checkAgainst(_body: JsonObject, _find: FindBody, { key, kinds }: Beside): readonly AnalyticsFinding[] {
  if (!isPlatformEvent(key, kinds)) return [];
  const hint = `Begin it with a word of your own, such as \`product.${key}\`.`;
  return [{ code: 'analytics/event-reserved', pointer: '/key', message: sentByPlatform(key), hint }];
}

function propertiesFindings(properties: Json | undefined, pointer: string): readonly AnalyticsFinding[] {
  return entriesOf(properties).flatMap(([name, property]) =>
    propertyFindings(objectOf(property), childPointer(pointer, name)),
  );
}

function propertyFindings(property: JsonObject, pointer: string): readonly AnalyticsFinding[] {
  const type = textOf(property['type']);
  if (type === undefined) return [];
  return [
    ...limitFindings(property, pointer, type),
    ...orderFindings(property, pointer),
    ...valueFindings(property, pointer, type),
    ...patternFindings(property, pointer),
    ...propertyFindings(objectOf(property['items']), `${pointer}/items`),
    ...propertiesFindings(property['properties'], `${pointer}/properties`),
  ];
}

function limitFindings(property: JsonObject, pointer: string, type: string): readonly AnalyticsFinding[] {
  return Object.entries(limitTypes)
    .filter(([limit, types]) => property[limit] !== undefined && !types.includes(type))
    .map(([limit, types]) => ({
      code: 'analytics/limit-not-for-type',
      pointer: childPointer(pointer, limit),
      atKey: true,
      because: [`${pointer}/type`],
      message: `\`${limit}\` means nothing for a property of type \`${type}\`; it is for ${types.map((other) => `\`${other}\``).join(', ')}.`,
    }));
}

function orderFindings(property: JsonObject, pointer: string): readonly AnalyticsFinding[] {
  const min = numberOf(property['min']);
  const max = numberOf(property['max']);
  if (min === undefined || max === undefined || min <= max) return [];
  return [
    {
      code: 'analytics/limits-out-of-order',
      pointer: `${pointer}/max`,
      because: [`${pointer}/min`],
      message: `Nothing lies between ${min} and ${max}.`,
    },
  ];
}

function valueFindings(property: JsonObject, pointer: string, type: string): readonly AnalyticsFinding[] {
  if (limitTypes['values']?.includes(type) !== true) return [];
  return listOf(property['values']).flatMap((value, index): readonly AnalyticsFinding[] => {
    const fits = type === 'integer' ? Number.isInteger(value) : typeof value === type;
    if (fits) return [];
    const message = `\`${JSON.stringify(value)}\` is not of type \`${type}\`.`;
    return [
      {
        code: 'analytics/value-not-of-type',
        pointer: `${pointer}/values/${index}`,
        because: [`${pointer}/type`],
        message,
      },
    ];
  });
}

function patternFindings(property: JsonObject, pointer: string): readonly AnalyticsFinding[] {
  const pattern = textOf(property['matches']);
  const problem = pattern === undefined ? undefined : expressionProblem(pattern);
  if (problem === undefined) return [];
  const message = `\`${String(pattern)}\` is not a regular expression that can be used: ${problem}.`;
  return [{ code: 'analytics/bad-pattern', pointer: `${pointer}/matches`, message }];
}
