import { canonicalJson } from '../../engine/canonical-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../../engine/json.ts';
import { entriesOf, listOf, textOf } from '../../engine/json-fields.ts';
import { nameOf, resolve } from './resolve.ts';

/** One of the forms that a value may have: of one type, or a reference to something with a name. */
export interface Form {
  /** `string`, `null`, `object`; `any` where nothing is said. */
  readonly type: string;
  readonly schema: JsonObject;
  readonly reference: string | null;
  /** By which it is told from others of its type: `type="role"`. */
  readonly mark: string;
}

/**
 * All forms that a schema admits. `type: [string, "null"]` and `anyOf` with null are the same. A choice that has been met
 * by its name adds none: in a document that is not ours it may contain itself.
 */
export function formsOf(document: JsonObject, schema: Json | undefined, met: Set<string> = new Set()): readonly Form[] {
  const { reference, value } = resolve(document, schema);
  const choices = [...listOf(value['anyOf']), ...listOf(value['oneOf'])];
  if (choices.length > 0 && value['type'] === undefined && value['properties'] === undefined) {
    if (reference !== null && met.size === met.add(reference).size) return [];
    return choices.flatMap((choice) => formsOf(document, choice, met));
  }
  return typesOf(value).map((type) => ({
    type,
    schema: ofType(value, type),
    reference,
    mark: markOf(document, value),
  }));
}

/** For people: `string`, `Tenant`, `"a" or "b"`, `list of Tenant`. */
export function wordsOf(document: JsonObject, schema: Json | undefined): string {
  return words(document, schema, false);
}

/** What is inside of something is called by its name where it has one: it may contain itself, past all names too. */
function words(document: JsonObject, schema: Json | undefined, isInner: boolean, met: Set<string> = new Set()): string {
  const { reference: name } = resolve(document, schema);
  if (isInner && name !== null) return nameOf(name);
  const forms = formsOf(document, schema, met).map(({ reference, schema: own, type }) => {
    if (reference !== null && type !== 'null') return nameOf(reference);
    const values = choicesOf(own);
    if (values !== null && type !== 'null') return values.map((value) => JSON.stringify(value)).join(' or ');
    if (type === 'array') return `list of ${words(document, own['items'], true, met)}`;
    const format = textOf(own['format']);
    return format === undefined ? type : `${type} (${format})`;
  });
  return [...new Set(forms)].join(' or ') || '…';
}

/** The values it is limited to; null: any of its type. */
export function choicesOf(schema: JsonObject): readonly Json[] | null {
  if ('const' in schema) return [schema['const'] ?? null];
  const { enum: values } = schema;
  return Array.isArray(values) ? listOf(values) : null;
}

function typesOf(schema: JsonObject): readonly string[] {
  const { type } = schema;
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return type.filter((one) => typeof one === 'string');
  const values = choicesOf(schema);
  return values === null ? ['any'] : [...new Set(values.map(typeOf))];
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

/** Of choices among several types only those of this one. */
function ofType(schema: JsonObject, type: string): JsonObject {
  const { enum: values } = schema;
  if (!Array.isArray(values)) return schema;
  const own = listOf(values).filter((value) => [typeOf(value), 'any'].includes(type) || type === 'integer');
  return { ...schema, enum: type === 'integer' ? own.filter((value) => typeof value === 'number') : own };
}

function markOf(document: JsonObject, schema: JsonObject): string {
  const marks = entriesOf(schema['properties']).flatMap(([name, property]) => {
    const { value } = resolve(document, property);
    const values = isJsonObject(value) ? choicesOf(value) : null;
    return values?.length === 1 && typeof values[0] === 'string' ? [`${name}=${canonicalJson(values[0])}`] : [];
  });
  return marks.toSorted().join(' ');
}
