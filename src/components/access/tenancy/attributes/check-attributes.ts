import type { Json, JsonObject } from '../../../../engine/json.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import { childPointer } from '../../../../engine/pointer.ts';
import { didYouMean } from '../../../../engine/validate/did-you-mean.ts';
import { instantMilliseconds } from '../../../../engine/values/instant.ts';
import type { AttributeType, DeclaredAttributes } from '../tenancy.ts';
import { attributeErrors } from './errors.ts';

/**
 * Attributes with changes made: a null takes one away. Only what changes is held to its declaration, since
 * the declaration may be younger than the rest.
 */
export function changeAttributes(
  before: JsonObject,
  changes: JsonObject,
  declared: DeclaredAttributes | null,
): JsonObject {
  const after = new Map(Object.entries(before));
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) {
      if (declared?.get(name)?.required === true) throw missing(name);
      after.delete(name);
      continue;
    }
    if (declared !== null) checkAttribute(name, value, declared);
    after.set(name, value);
  }
  return Object.fromEntries(after);
}

/** The attributes of somebody new: each as declared, and none missing. */
export function firstAttributes(given: JsonObject, declared: DeclaredAttributes | null): JsonObject {
  const attributes = changeAttributes({}, given, declared);
  for (const [name, { required }] of declared ?? []) {
    if (required && !Object.hasOwn(attributes, name)) throw missing(name);
  }
  return attributes;
}

function checkAttribute(name: string, value: Json, declared: DeclaredAttributes): void {
  const declaration = declared.get(name);
  const param = childPointer('/attributes', name);
  if (declaration === undefined) {
    const names = [...declared.keys()].toSorted();
    throw makeError(attributeErrors.unknown, {
      message: `${param} is not an attribute that the Tenancy declares.`,
      param,
      details: { hint: didYouMean(name, names) ?? `There are ${names.join(', ')}.`, allowed: names },
    });
  }
  if (isOfType(value, declaration.type)) return;
  throw makeError(attributeErrors.wrongType, {
    message: `${param} is not ${inWords[declaration.type]}.`,
    param,
    details: { type: declaration.type, hint: hintOf(name, value, declaration.type) },
  });
}

/** How the value is written. Whoever types it behind a command gets a number where they wrote what reads as one. */
function hintOf(name: string, value: Json, type: AttributeType): string {
  const isUnquoted = typeof value === 'number' || typeof value === 'boolean';
  const written = type === 'string' && isUnquoted ? JSON.stringify(String(value)) : inJson[type];
  return `Write ${written} in JSON, and '${name}=${written}' behind --attribute.`;
}

const inJson: { readonly [type in AttributeType]: string } = {
  string: '"text"',
  number: '5',
  boolean: 'true',
  date: '"2027-01-31"',
  list: '["one","two"]',
};

const inWords: { readonly [type in AttributeType]: string } = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date such as 2027-01-31 or 2027-01-31T08:00:00Z',
  list: 'a list of texts, numbers and booleans',
};

/** Whether the declaration takes the value. */
export function isOfType(value: Json, type: AttributeType): boolean {
  switch (type) {
    case 'date':
      return typeof value === 'string' && instantMilliseconds(value) !== undefined;
    case 'list':
      return Array.isArray(value) && value.every((item: Json) => item !== null && typeof item !== 'object');
    default:
      return typeof value === type;
  }
}

function missing(name: string): Error {
  const param = childPointer('/attributes', name);
  return makeError(attributeErrors.missing, { message: `${param} must be there, as the Tenancy says.`, param });
}
