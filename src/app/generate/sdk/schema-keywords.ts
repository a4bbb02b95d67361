import type { JsonObject } from '../../../engine/json.ts';

/** What makes a type. */
const shaping = [
  '$ref',
  'additionalProperties',
  'anyOf',
  'const',
  'enum',
  'format',
  'items',
  'oneOf',
  'patternProperties',
  'properties',
  'required',
  'type',
];

/** What is said of a value besides its type. */
const telling = ['$comment', 'default', 'description', 'examples', 'title'];

/** What only leaves out some values of a type: the server says so when it is sent one. */
const narrowing = [
  'contains',
  'dependentRequired',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'maxContains',
  'maximum',
  'maxItems',
  'maxLength',
  'maxProperties',
  'minContains',
  'minimum',
  'minItems',
  'minLength',
  'minProperties',
  'multipleOf',
  'not',
  'pattern',
  'propertyNames',
  'uniqueItems',
];

const known = new Set([...shaping, ...telling, ...narrowing]);

/** A type that would leave out what a keyword says would be wrong, and nobody would notice. */
export function refuseUnknownKeywords(schema: JsonObject, place: string): void {
  const unknown = Object.keys(schema).find((keyword) => !known.has(keyword));
  if (unknown !== undefined) throw new RangeError(`${place}: no type can be made of the keyword '${unknown}'`);
  const ways = ['$ref', 'const', 'enum', 'anyOf', 'oneOf', 'properties', 'items'].filter((one) => one in schema);
  if (ways.length > 1) throw new RangeError(`${place}: no type can be made of ${ways.join(' and ')} together`);
}
