import { canonicalJson } from '../../engine/canonical-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../../engine/json.ts';
import { entriesOf, listOf, textOf } from '../../engine/json-fields.ts';
import { ArmFinder } from './fold/arms.ts';
import { choicesOf } from './fold/choices.ts';
import { nameOf, resolve } from './resolve.ts';

/** One of the forms that a value may have: of one type, or a reference to something with a name. */
export interface Form {
  /** `string`, `null`, `object`; `any` where nothing is said. */
  readonly type: string;
  readonly schema: JsonObject;
  /** The name of what it is; null where it has none, or more is said of it. */
  readonly reference: string | null;
  /** The name of that, or of what more is said of. */
  readonly name: string | null;
  /** By which it is told from others of its type: `type="role"`. */
  readonly mark: string;
}

/**
 * All forms that a schema admits, with all that has to hold for each. `type: [string, "null"]` and `anyOf` with null are
 * the same, and so are what `allOf` says and what is written out.
 */
export function formsOf(document: JsonObject, schema: Json | undefined): readonly Form[] {
  return new ArmFinder(document).find(schema).flatMap((arm) =>
    typesOf(arm.schema).map((type) => ({
      type,
      schema: ofType(arm.schema, type),
      reference: arm.reference,
      name: arm.reference ?? arm.name,
      mark: markOf(document, arm.schema),
    })),
  );
}

/** For people: `string`, `Tenant`, `"a" or "b"`, `list of Tenant`. */
export function wordsOf(document: JsonObject, schema: Json | undefined): string {
  return words(document, schema, false);
}

/** What is inside of something is called by its name where it has one: it may contain itself, past all names too. */
function words(document: JsonObject, schema: Json | undefined, isInner: boolean, met: readonly Json[] = []): string {
  const { reference: name } = resolve(document, schema);
  if (isInner && name !== null) return nameOf(name);
  const forms = formsOf(document, schema).map(({ name: whose, schema: own, type }) => {
    if (whose !== null && type !== 'null') return nameOf(whose);
    const values = choicesOf(own);
    if (values !== null && type !== 'null') return values.map((value) => JSON.stringify(value)).join(' or ');
    if (type === 'array') return `list of ${wordsOfItems(document, own['items'] ?? {}, met)}`;
    const format = textOf(own['format']);
    return format === undefined ? type : `${type} (${format})`;
  });
  return [...new Set(forms)].join(' or ') || '…';
}

function wordsOfItems(document: JsonObject, items: Json, met: readonly Json[]): string {
  return met.includes(items) ? '…' : words(document, items, true, [...met, items]);
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
