import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { JsonType, ModelSchema } from '../model/model.ts';
import { SchemaMarks } from './schema-marks.ts';

const noNames: readonly string[] = [];
const noNodes: readonly SchemaNode[] = [];
const noPatterns: readonly (readonly [RegExp, SchemaNode])[] = [];

/**
 * A model's schema made ready for walking along documents: references followed, and keywords read once into fields
 * that all nodes share. Properties are prepared when a document first has them: most of a model is never visited,
 * and preparing all of it takes as long as checking a small project.
 */
export class SchemaNode {
  readonly schema: ModelSchema;
  /** The JSON types it allows; null for any. */
  readonly type: JsonType | readonly JsonType[] | null = null;
  /** The values it allows; null for any. */
  readonly values: readonly Json[] | null = null;
  readonly required: readonly string[] = noNames;
  /** Properties that are not described are mistakes. */
  readonly isClosed: boolean = false;
  readonly patterns: readonly (readonly [RegExp, SchemaNode])[] = noPatterns;
  readonly additional: SchemaNode | undefined = undefined;
  readonly names: SchemaNode | undefined = undefined;
  readonly items: SchemaNode | undefined = undefined;
  readonly branches: readonly SchemaNode[] = noNodes;
  /** Of characters, items or properties. */
  readonly least: number = 0;
  readonly most: number = Number.POSITIVE_INFINITY;
  readonly minimum: number = Number.NEGATIVE_INFINITY;
  readonly maximum: number = Number.POSITIVE_INFINITY;
  /** As `minimum` and `maximum`, without the limit itself. */
  readonly above: number = Number.NEGATIVE_INFINITY;
  readonly below: number = Number.POSITIVE_INFINITY;
  readonly hasUniqueItems: boolean = false;
  readonly reference: string | undefined = undefined;
  readonly localReference: string | undefined = undefined;
  readonly listKey: string | undefined = undefined;
  readonly isSet: boolean = false;
  readonly isSensitive: boolean = false;
  /** Some other keyword stands here: only the validator can say whether a value fits. */
  readonly hasOthers: boolean = false;
  readonly #context: Context;
  #children: Map<string, SchemaNode> | undefined;
  #expression: RegExp | undefined;

  constructor(written: ModelSchema, context: Context) {
    const schema = written.$ref === undefined ? written : resolve(written, context.root);
    this.schema = schema;
    this.#context = context;
    // Known before its children are made: a definition may contain itself.
    if (schema !== written) context.definitions.set(written, this);
    const node = (child: ModelSchema): SchemaNode => nodeOf(child, context);
    // Goes through the few keywords that stand here, rather than asking for each of all there are.
    for (const keyword in schema) {
      switch (keyword) {
        case 'type':
          this.type = schema.type ?? null;
          break;
        case 'enum':
          this.values = schema.enum ?? null;
          break;
        case 'const':
          this.values = schema.const === undefined ? null : [schema.const];
          break;
        case 'required':
          this.required = schema.required ?? [];
          break;
        case 'additionalProperties':
          if (typeof schema.additionalProperties === 'object') this.additional = node(schema.additionalProperties);
          else this.isClosed = schema.additionalProperties === false;
          break;
        case 'patternProperties':
          this.patterns = Object.entries(schema.patternProperties ?? {}).map(
            ([pattern, child]) => [expression(pattern, context), node(child)] as const,
          );
          break;
        case 'propertyNames':
          this.names = schema.propertyNames && node(schema.propertyNames);
          break;
        case 'items':
          this.items = schema.items && node(schema.items);
          break;
        case 'anyOf':
          this.branches = (schema.anyOf ?? []).map(node);
          break;
        case 'minLength':
        case 'minItems':
        case 'minProperties':
          this.least = schema[keyword] ?? 0;
          break;
        case 'maxLength':
        case 'maxItems':
        case 'maxProperties':
          this.most = schema[keyword] ?? Number.POSITIVE_INFINITY;
          break;
        case 'minimum':
          this.minimum = schema.minimum ?? Number.NEGATIVE_INFINITY;
          break;
        case 'maximum':
          this.maximum = schema.maximum ?? Number.POSITIVE_INFINITY;
          break;
        case 'exclusiveMinimum':
          this.above = schema.exclusiveMinimum ?? Number.NEGATIVE_INFINITY;
          break;
        case 'exclusiveMaximum':
          this.below = schema.exclusiveMaximum ?? Number.POSITIVE_INFINITY;
          break;
        case 'uniqueItems':
          this.hasUniqueItems = schema.uniqueItems === true;
          break;
        case 'x-reference':
          this.reference = schema['x-reference'];
          break;
        case 'x-local-reference':
          this.localReference = schema['x-local-reference'];
          break;
        case 'x-list-key':
          this.listKey = schema['x-list-key'];
          break;
        case 'x-set':
          this.isSet = schema['x-set'] === true;
          break;
        case 'x-sensitive':
          this.isSensitive = schema['x-sensitive'] === true;
          break;
        default:
          if (!readElsewhere.has(keyword)) this.hasOthers = true;
      }
    }
  }

  /** Those that are described by name. */
  get properties(): ReadonlyMap<string, SchemaNode> {
    return new Map(
      Object.keys(this.schema.properties ?? {}).flatMap((name) => {
        const child = this.property(name);
        return child === undefined ? [] : [[name, child] as const];
      }),
    );
  }

  property(name: string): SchemaNode | undefined {
    const known = this.#children?.get(name);
    if (known !== undefined) return known;
    const { properties } = this.schema;
    const schema = properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (schema === undefined) return undefined;
    const child = nodeOf(schema, this.#context);
    this.#children ??= new Map();
    this.#children.set(name, child);
    return child;
  }

  /** Whether a text has the pattern that is asked for. */
  matches(text: string): boolean {
    const { pattern } = this.schema;
    if (pattern === undefined) return true;
    this.#expression ??= expression(pattern, this.#context);
    return this.#expression.test(text);
  }

  /** A keyword of ours that is checked stands here or somewhere below. */
  get hasRules(): boolean {
    return this.#context.marks.hasRules(this.schema);
  }

  /** An amount of money stands here or somewhere below. */
  get hasMoney(): boolean {
    return this.#context.marks.hasMoney(this.schema);
  }
}

interface Context {
  readonly root: ModelSchema;
  readonly marks: SchemaMarks;
  /** By the schema that refers to it. */
  readonly definitions: Map<ModelSchema, SchemaNode>;
  /** By pattern: many fields have the same. */
  readonly expressions: Map<string, RegExp>;
}

/** Keywords without a field: seldom needed, or of no matter to whether a value fits. */
const readElsewhere: ReadonlySet<string> = new Set([
  'properties',
  'pattern',
  '$defs',
  'title',
  'description',
  'x-default',
  'x-impact',
  'x-immutable',
  'x-money',
  'x-marks',
]);

export function prepareSchema(root: ModelSchema): SchemaNode {
  return nodeOf(root, { root, marks: new SchemaMarks(root), definitions: new Map(), expressions: new Map() });
}

function expression(pattern: string, { expressions }: Context): RegExp {
  const known = expressions.get(pattern) ?? new RegExp(pattern, 'u');
  expressions.set(pattern, known);
  return known;
}

function nodeOf(schema: ModelSchema, context: Context): SchemaNode {
  const known = schema.$ref === undefined ? undefined : context.definitions.get(schema);
  return known ?? new SchemaNode(schema, context);
}

function resolve(schema: ModelSchema, root: ModelSchema): ModelSchema {
  let current = schema;
  // A chain of references longer than this is a circle of nothing but references.
  for (let step = 0; step < 20 && current.$ref !== undefined; step++) {
    const { $ref, ...own } = current;
    current = { ...root.$defs?.[$ref.replace('#/$defs/', '')], ...own };
  }
  return current;
}

/** The branch of an `anyOf` that the value belongs to by its JSON type; undefined when none fits. */
export function branchFor(node: SchemaNode, value: Json): SchemaNode | undefined {
  const { branches } = node;
  if (branches.length === 0) return node;
  let first: SchemaNode | undefined;
  let others: SchemaNode[] | undefined;
  for (let index = 0; index < branches.length; index++) {
    const option = branches[index];
    const branch = option && branchFor(option, value);
    if (branch === undefined || !fitsType(branch, value)) continue;
    if (first === undefined) first = branch;
    else (others ??= []).push(branch);
  }
  return first === undefined || others === undefined || !isJsonObject(value)
    ? first
    : bestKnown(value, [first, ...others]);
}

/** The first of those that describe most of an object's properties. */
function bestKnown(value: JsonObject, fitting: readonly SchemaNode[]): SchemaNode | undefined {
  const keys = Object.keys(value);
  const known = (branch: SchemaNode) => keys.filter((key) => branch.property(key) !== undefined).length;
  return fitting.reduce((best, branch) => (known(branch) > known(best) ? branch : best));
}

/** The schema of an object's property or a list's item, whichever keyword describes it. */
export function childNode(node: SchemaNode, container: Json, key: string): SchemaNode | undefined {
  if (Array.isArray(container)) return node.items;
  return propertyNode(node, key);
}

export function propertyNode(node: SchemaNode, name: string): SchemaNode | undefined {
  const declared = node.property(name);
  if (declared !== undefined) return declared;
  const { patterns } = node;
  // Nearly always there is none, and an iterator would be made to see that.
  if (patterns.length > 0) for (const [pattern, child] of patterns) if (pattern.test(name)) return child;
  return node.additional;
}

/** A number belongs to the branch of whole numbers even when it is not whole: that is then what is wrong with it. */
function fitsType(node: SchemaNode, value: Json): boolean {
  return hasType(node, value) || (typeof value === 'number' && typesOf(node.schema).includes('integer'));
}

export function hasType({ schema }: SchemaNode, value: Json): boolean {
  const types = typesOf(schema);
  const actual = jsonTypeOf(value);
  return (
    types.length === 0 ||
    types.includes(actual) ||
    (actual === 'number' && types.includes('integer') && Number.isInteger(value))
  );
}

/** The types a schema allows; empty when it says nothing about them. */
export function typesOf(schema: ModelSchema): readonly JsonType[] {
  if (schema.type !== undefined) return typeof schema.type === 'string' ? [schema.type] : schema.type;
  if (schema.const !== undefined) return [jsonTypeOf(schema.const)];
  return [...new Set((schema.enum ?? []).map(jsonTypeOf))];
}

export function jsonTypeOf(value: Json): Exclude<JsonType, 'integer'> {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  switch (typeof value) {
    case 'boolean':
      return 'boolean';
    case 'number':
      return 'number';
    case 'string':
      return 'string';
    default:
      return 'object';
  }
}
