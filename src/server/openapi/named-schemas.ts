import { canonicalJson } from '../../engine/canonical-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../../engine/json.ts';
import { reportedDateTime } from '../date-time.ts';

/** Keywords whose value is a schema, a list of schemas, or schemas by name. */
const [single, lists, tables] = [
  new Set(['items', 'additionalProperties', 'not', 'contains', 'propertyNames']),
  new Set(['oneOf', 'anyOf', 'allOf', 'prefixItems']),
  new Set(['properties', 'patternProperties', '$defs']),
];

/** Of a type. A title may also be what a text is like. */
const isName = /^[A-Z][A-Za-z0-9]*$/u;

interface Named {
  readonly schema: JsonObject;
  /** The same without its description, which may be another wherever it is used. */
  readonly rest: JsonObject;
  readonly place: string;
}

/**
 * The schemas that have a name, each once, for whoever generates types from them: a schema with a `title` like `ApiKey` is
 * taken out and referred to. What is not named is left where it is.
 */
export class NamedSchemas {
  readonly #byName = new Map<string, Named>();
  #all: JsonObject | undefined;
  /** What those without a name from outside came to, since many operations share one. */
  readonly #taken = new Map<JsonObject, JsonObject>();

  /**
   * The schema with references in it, or a reference to it. `name` is for one that has no title; `place` is told when
   * two schemas of one name differ.
   *
   * @throws RangeError when the same name stands for two schemas.
   */
  take(schema: JsonObject, place: string, name?: string): JsonObject {
    const known = name === undefined ? this.#taken.get(schema) : undefined;
    if (known !== undefined) return known;
    const taken = this.#takeAnew(schema, place, name);
    if (name === undefined) this.#taken.set(schema, taken);
    return taken;
  }

  #takeAnew(schema: JsonObject, place: string, name: string | undefined): JsonObject {
    const inner = changed(schema, (value, keyword) => this.#takeInner(keyword, value, place));
    const { title: said } = schema;
    const title = typeof said === 'string' && isName.test(said) ? said : name;
    if (title === undefined) return inner;
    const { type } = inner;
    if (!Array.isArray(type) || !type.includes('null')) return this.#register(title, inner, place);
    // Of something named, null is beside it and no part of it.
    const others = type.filter((one) => one !== 'null');
    const [only = 'null'] = others;
    const named = this.#register(title, { ...inner, type: others.length > 1 ? others : only }, place);
    const { description, ...reference } = named;
    const either = { anyOf: [reference, { type: 'null' }] };
    return description === undefined ? either : { ...either, description };
  }

  /** By name, in the order of names. */
  all(): JsonObject {
    return (this.#all ??= this.#sorted());
  }

  #sorted(): JsonObject {
    const byName = [...this.#byName].toSorted(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(byName.map(([name, { schema }]) => [name, schema]));
  }

  #takeInner(keyword: string, value: Json, place: string): Json {
    if (single.has(keyword) && isJsonObject(value)) return this.take(value, `${place} ${keyword}`);
    if (lists.has(keyword) && Array.isArray(value)) {
      return value.map((one) => this.#takeOne(one, `${place} ${keyword}`));
    }
    if (tables.has(keyword) && isJsonObject(value)) {
      return changed(value, (one, name) => this.#takeOne(one, `${place} ${keyword} ${name}`));
    }
    return keyword === 'format' && value === reportedDateTime ? 'date-time' : value;
  }

  #takeOne(value: Json, place: string): Json {
    return isJsonObject(value) ? this.take(value, place) : value;
  }

  #register(name: string, schema: JsonObject, place: string): JsonObject {
    const named: JsonObject = { ...schema, title: name };
    const { description, ...rest } = named;
    const known = this.#byName.get(name);
    if (known !== undefined && !isSame(known.rest, rest)) {
      throw new RangeError(`${name} stands for one schema at ${known.place} and for another at ${place}`);
    }
    const registered = known?.schema ?? { ...rest, ...(description === undefined ? {} : { description }) };
    if (known === undefined) {
      this.#byName.set(name, { schema: registered, rest, place });
      this.#all = undefined;
    }
    const reference = { $ref: `#/components/schemas/${name}` };
    return description === undefined || description === registered['description']
      ? reference
      : { ...reference, description };
  }
}

/** The object with other values; itself where all of them are the same, as those of most schemas are. */
function changed(object: JsonObject, change: (value: Json, key: string) => Json): JsonObject {
  let other: { [key: string]: Json } | undefined;
  for (const [key, value] of Object.entries(object)) {
    const one = change(value, key);
    if (one !== value) (other ??= { ...object })[key] = one;
  }
  return other ?? object;
}

/** Whatever the order of their fields. Most are made of the same parts, or are alike as they stand. */
function isSame(one: JsonObject, other: JsonObject): boolean {
  const keys = Object.keys(other);
  if (keys.length === Object.keys(one).length && keys.every((key) => one[key] === other[key])) return true;
  const [text, otherText] = [JSON.stringify(one), JSON.stringify(other)];
  return text === otherText || canonicalJson(JSON.parse(text)) === canonicalJson(JSON.parse(otherText));
}
