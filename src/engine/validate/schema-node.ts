import { isJsonObject, type Json } from '../json.ts';
import type { JsonType, ModelSchema } from '../model/model.ts';

/**
 * A model's schema made ready for walking along documents: references followed, patterns compiled,
 * and branches without anything to check marked, so that most of a document is never visited.
 */
export interface SchemaNode {
  readonly schema: ModelSchema;
  readonly properties: ReadonlyMap<string, SchemaNode>;
  readonly patterns: readonly (readonly [RegExp, SchemaNode])[];
  readonly additional: SchemaNode | undefined;
  readonly names: SchemaNode | undefined;
  readonly items: SchemaNode | undefined;
  readonly branches: readonly SchemaNode[];
  /** A keyword of ours that is checked stands here or somewhere below. */
  readonly hasRules: boolean;
  /** An amount of money stands here or somewhere below. */
  readonly hasMoney: boolean;
}

export function prepareSchema(root: ModelSchema): SchemaNode {
  const nodes = new Map<ModelSchema, Draft>();
  const draft = (schema: ModelSchema): Draft => {
    const known = nodes.get(schema);
    if (known !== undefined) return known;
    const resolved = resolve(schema, root);
    const node: Draft = {
      schema: resolved,
      properties: new Map(),
      patterns: [],
      additional: undefined,
      names: undefined,
      items: undefined,
      branches: [],
      hasRules: ruleKeywords.some((keyword) => resolved[keyword] !== undefined),
      hasMoney: resolved['x-money'] !== undefined,
    };
    // Known before its children are made: a definition may contain itself.
    nodes.set(schema, node);
    for (const [name, child] of Object.entries(resolved.properties ?? {})) node.properties.set(name, draft(child));
    for (const [pattern, child] of Object.entries(resolved.patternProperties ?? {})) {
      node.patterns.push([new RegExp(pattern, 'u'), draft(child)]);
    }
    if (typeof resolved.additionalProperties === 'object') node.additional = draft(resolved.additionalProperties);
    if (resolved.propertyNames !== undefined) node.names = draft(resolved.propertyNames);
    if (resolved.items !== undefined) node.items = draft(resolved.items);
    for (const child of resolved.anyOf ?? []) node.branches.push(draft(child));
    return node;
  };
  const prepared = draft(root);
  spreadMarks([...nodes.values()]);
  return prepared;
}

interface Draft extends SchemaNode {
  readonly properties: Map<string, Draft>;
  readonly patterns: [RegExp, Draft][];
  additional: Draft | undefined;
  names: Draft | undefined;
  items: Draft | undefined;
  readonly branches: Draft[];
  hasRules: boolean;
  hasMoney: boolean;
}

const ruleKeywords = ['x-reference', 'x-local-reference', 'x-list-key', 'x-set', 'x-sensitive'] as const;

/** Marks go up to whatever contains the marked; repeated until nothing changes, since definitions may be circular. */
function spreadMarks(nodes: readonly Draft[]): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const node of nodes.toReversed()) {
      for (const child of childrenOf(node)) {
        if (child.hasRules && !node.hasRules) changed = node.hasRules = true;
        if (child.hasMoney && !node.hasMoney) changed = node.hasMoney = true;
      }
    }
  }
}

function childrenOf(node: SchemaNode): readonly SchemaNode[] {
  const single = [node.additional, node.names, node.items].filter((child) => child !== undefined);
  return [...node.properties.values(), ...node.patterns.map(([, child]) => child), ...single, ...node.branches];
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
  if (node.branches.length === 0) return node;
  const fitting = node.branches
    .map((branch) => branchFor(branch, value))
    .filter((branch) => branch !== undefined && fitsType(branch, value));
  if (fitting.length < 2 || !isJsonObject(value)) return fitting[0];
  const keys = Object.keys(value);
  const known = (branch: SchemaNode | undefined) => keys.filter((key) => branch?.properties.has(key)).length;
  return fitting.reduce((best, branch) => (known(branch) > known(best) ? branch : best));
}

/** The schema of an object's property or a list's item, whichever keyword describes it. */
export function childNode(node: SchemaNode, container: Json, key: string): SchemaNode | undefined {
  if (Array.isArray(container)) return node.items;
  return propertyNode(node, key);
}

export function propertyNode(node: SchemaNode, name: string): SchemaNode | undefined {
  const declared = node.properties.get(name);
  if (declared !== undefined) return declared;
  for (const [pattern, child] of node.patterns) if (pattern.test(name)) return child;
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
