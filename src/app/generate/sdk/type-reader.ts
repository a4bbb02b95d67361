import { isJsonObject, type Json, type JsonObject } from '../../../engine/json.ts';
import type { SdkField, TypeReference } from '../../../generate/sdk/api-description.ts';
import { eitherOf } from './combined-types.ts';
import { discriminatorOf } from './discriminator.ts';
import { refuseUnknownKeywords } from './schema-keywords.ts';

const toNamed = '#/components/schemas/';

/**
 * Reads JSON Schemas as types. `named` are those that references lead to. Whatever cannot be read is an error that says
 * where it stands: `tenants.create body/attributes`.
 */
export class TypeReader {
  readonly #named: JsonObject;

  constructor(named: JsonObject) {
    this.#named = named;
  }

  type(schema: Json, place: string): TypeReference {
    if (schema === true) return { kind: 'json' };
    if (!isJsonObject(schema)) throw new RangeError(`${place}: ${JSON.stringify(schema)} is the type of nothing`);
    refuseUnknownKeywords(schema, place);
    const { $ref, anyOf, const: only, enum: values, oneOf, type } = schema;
    if ($ref !== undefined) return this.#referred(schema, place);
    if (only !== undefined) return literalOf(only, place);
    if (Array.isArray(values)) return choiceOf(values, place);
    if (anyOf !== undefined || oneOf !== undefined) return this.#either(schema, place);
    if (type === undefined) return this.#untyped(schema, place);
    return eitherOf([type].flat().map((one) => this.#typed(one, schema, place)));
  }

  /** The fields of an object, in the order of its schema. */
  fields(schema: JsonObject, place: string): readonly SdkField[] {
    const required = [schema['required'] ?? []].flat();
    return Object.entries(objectIn(schema, 'properties')).map(([name, inner]) =>
      this.field(name, inner, required.includes(name), `${place}/${name}`),
    );
  }

  field(name: string, schema: Json, isRequired: boolean, place: string): SdkField {
    const description = this.#description(schema);
    const standard = isJsonObject(schema) ? schema['default'] : undefined;
    if (typeof standard === 'object') throw new RangeError(`${place}: a default is a text, a number or a boolean`);
    return {
      name,
      type: this.type(schema, place),
      isRequired,
      ...(description === undefined ? {} : { description }),
      ...(standard === undefined ? {} : { default: standard }),
    };
  }

  /** What fields without a name of their own may hold; undefined where nothing is said of them. */
  others(schema: JsonObject, place: string): TypeReference | undefined {
    const { additionalProperties = false } = schema;
    const patterns = Object.entries(objectIn(schema, 'patternProperties'));
    const some = [
      ...patterns.map(([pattern, inner]) => this.type(inner, `${place}/${pattern}`)),
      ...(additionalProperties === false ? [] : [this.type(additionalProperties, `${place}/*`)]),
    ];
    return some.length === 0 ? undefined : eitherOf(some);
  }

  /** The schema itself, where it is a reference to one. */
  resolve(schema: JsonObject, place: string): JsonObject {
    const { $ref } = schema;
    if (typeof $ref !== 'string') return schema;
    const found = $ref.startsWith(toNamed) ? this.#named[$ref.slice(toNamed.length)] : undefined;
    if (found === undefined || !isJsonObject(found)) throw new RangeError(`${place}: ${$ref} leads nowhere`);
    return found;
  }

  #referred(schema: JsonObject, place: string): TypeReference {
    const found = this.resolve(schema, place);
    const name = found['title'];
    // What is no object with fields needs no name.
    if (found['properties'] === undefined || typeof name !== 'string') return this.type(found, place);
    return { kind: 'named', name };
  }

  #either({ anyOf, oneOf, type }: JsonObject, place: string): TypeReference {
    if (type !== undefined) throw new RangeError(`${place}: no type can be made of a type and a choice together`);
    const members = this.#members([anyOf ?? oneOf ?? []].flat(), place);
    return eitherOf(
      members.map((member) => this.type(member, place)),
      discriminatorOf(members.map((member) => (isJsonObject(member) ? this.resolve(member, place) : {}))),
    );
  }

  /** Those of choices among them too, with a name or without. */
  #members(schemas: readonly Json[], place: string): readonly Json[] {
    return schemas.flatMap((schema) => {
      if (!isJsonObject(schema)) return [schema];
      const choice = this.resolve(schema, place);
      const inner = choice['anyOf'] ?? choice['oneOf'];
      if (inner === undefined) return [schema];
      refuseUnknownKeywords(choice, place);
      return this.#members([inner].flat(), place);
    });
  }

  #untyped(schema: JsonObject, place: string): TypeReference {
    const shape = ['properties', 'items', 'additionalProperties', 'patternProperties'].find((one) => one in schema);
    if (shape !== undefined) throw new RangeError(`${place}: '${shape}' needs a type beside it`);
    return { kind: 'json' };
  }

  #typed(type: Json, schema: JsonObject, place: string): TypeReference {
    switch (type) {
      case 'string':
        return { kind: schema['format'] === 'date-time' ? 'instant' : 'text' };
      case 'integer':
      case 'number':
      case 'boolean':
      case 'null':
        return { kind: type };
      case 'array':
        return { kind: 'list', items: this.type(schema['items'] ?? true, `${place}/items`) };
      case 'object':
        return this.#object(schema, place);
      default:
        throw new RangeError(`${place}: ${JSON.stringify(type)} is no type of JSON`);
    }
  }

  #object(schema: JsonObject, place: string): TypeReference {
    const others = this.others(schema, place);
    const isMap = schema['properties'] === undefined && schema['additionalProperties'] !== false;
    if (isMap) return { kind: 'map', values: others ?? { kind: 'json' } };
    const fields = this.fields(schema, place);
    if (fields.length === 0 && others !== undefined) return { kind: 'map', values: others };
    return { kind: 'object', fields, ...(others === undefined ? {} : { others }) };
  }

  /** What the field is, or else what its type is. A title that is no name is what a text is like. */
  #description(schema: Json): string | undefined {
    if (!isJsonObject(schema)) return undefined;
    const { anyOf, description, oneOf, title } = schema;
    if (typeof description === 'string') return description;
    if (typeof title === 'string' && title.includes(' ')) return `${title.charAt(0).toUpperCase()}${title.slice(1)}.`;
    const [only, ...more] = [anyOf ?? oneOf ?? []].flat().filter((one) => isJsonObject(one) && one['type'] !== 'null');
    return only === undefined || more.length > 0 ? undefined : this.#description(only);
  }
}

function literalOf(value: Json, place: string): TypeReference {
  if (value === null) return { kind: 'null' };
  if (typeof value !== 'object') return { kind: 'literal', value };
  throw new RangeError(`${place}: a constant is a text, a number, a boolean or null`);
}

function choiceOf(values: readonly Json[], place: string): TypeReference {
  const texts = values.filter((value) => typeof value === 'string');
  const others = values.filter((value) => typeof value !== 'string').map((value) => literalOf(value, place));
  return eitherOf([...(texts.length === 0 ? [] : [{ kind: 'choice' as const, values: texts }]), ...others]);
}

function objectIn(schema: JsonObject, keyword: string): JsonObject {
  const value = schema[keyword];
  return value !== undefined && isJsonObject(value) ? value : {};
}
