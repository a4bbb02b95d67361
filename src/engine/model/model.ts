import type { Json, JsonObject } from '../json.ts';

/**
 * A model describes a kind once: everything else (validator, types, editor schema, OpenAPI, docs,
 * diff policy) is derived from it. It is written as `models/<component>/<kind>.yaml`, checked against
 * `models/meta-schema.yaml`, and reaches the engine as plain data.
 */
export interface Model {
  /** The kind as users write it: `Plan`. */
  readonly kind: string;
  /** Lower-case plural used in paths and tables of text: `plans`. */
  readonly plural: string;
  /** The component that owns the kind: the name of the folder its model stands in. */
  readonly component: string;
  /** One sentence, for lists and hovers. */
  readonly summary: string;
  readonly description?: string;
  /** Fields shown in listings, as JSON paths into the body: `prices.USD.monthly`. */
  readonly columns?: readonly string[];
  /** JSON Schema 2020-12 of a whole document, the envelope fields (`key`, `environments` …) included. */
  readonly schema: ModelSchema;
  /** Complete documents, each valid on its own; shown in the reference and validated by a test. */
  readonly examples: readonly JsonObject[];
}

/**
 * The subset of JSON Schema 2020-12 that models use, plus the keywords of ours. Models are structural:
 * every node has a `type` or an `anyOf` whose branches differ in JSON type, so that a value
 * picks its branch by its type alone and one mistake gives one message.
 */
export interface ModelSchema {
  readonly type?: JsonType | readonly JsonType[];
  readonly title?: string;
  readonly description?: string;
  readonly properties?: { readonly [name: string]: ModelSchema };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | ModelSchema;
  readonly propertyNames?: ModelSchema;
  readonly patternProperties?: { readonly [pattern: string]: ModelSchema };
  readonly dependentRequired?: { readonly [name: string]: readonly string[] };
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: ModelSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly anyOf?: readonly ModelSchema[];
  readonly $ref?: string;
  readonly $defs?: { readonly [name: string]: ModelSchema };

  /** The value (or, under `propertyNames`, the key) is the key of a resource of this kind. */
  readonly 'x-reference'?: string;
  /**
   * The value (or key) must be one of the names declared elsewhere in the same document: a JSON
   * pointer to an object (its keys) or to a list with `x-list-key` (those keys): `/variations`.
   */
  readonly 'x-local-reference'?: string;
  /** List items are matched by this property in a diff, and it is unique within the list. */
  readonly 'x-list-key'?: string;
  /** The list is a set: order means nothing and duplicates are an error. */
  readonly 'x-set'?: boolean;
  /** Cannot change once applied; a change is refused and the plan says to rename or recreate. */
  readonly 'x-immutable'?: boolean;
  /** What the server assumes when the field is absent. Shown in docs and editors; never written into files. */
  readonly 'x-default'?: Json;
  /** Only `${secrets.NAME}` may stand here; the value is never printed, stored in a changeset or planned in clear. */
  readonly 'x-sensitive'?: boolean;
  /** `none`: changing this field is felt by nobody (names, descriptions, labels). Absent: the component decides. */
  readonly 'x-impact'?: 'none';
  /**
   * An amount of money, written as a decimal in YAML and kept as a canonical decimal string.
   * `currency-of: <name>`: the property name of that ancestor level is the ISO 4217 code.
   * `amount` is rounded to the currency's minor unit and refused when finer; `unit-price` allows 12 decimals.
   */
  readonly 'x-money'?: 'amount' | 'unit-price';
  /** What `SchemaMarks` finds here and below. Only in the models of a built command; written by the build. */
  readonly 'x-marks'?: number;
}

export type JsonType = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';
