import type { ModelSchema } from '../engine/model/model.ts';

type Schemas = { readonly [name: string]: ModelSchema };

/**
 * The schema on its own feet: definitions are written out in place, except those that contain themselves, which
 * stay behind `$ref` in the schema's own `$defs`. Objects that do not say otherwise are closed.
 */
export function expandSchema(schema: ModelSchema, definitions: Schemas): ModelSchema {
  const kept = new Map<string, ModelSchema>();
  const expanded = expand(schema, { definitions, recursive: recursiveNames(definitions), kept });
  return kept.size === 0 ? expanded : { ...expanded, $defs: Object.fromEntries(kept) };
}

/** The name in `#/$defs/NAME`. */
export function referredName(reference: string): string {
  return reference.replace('#/$defs/', '');
}

/** Names of the definitions that contain themselves, directly or through others. */
export function recursiveNames(definitions: Schemas): ReadonlySet<string> {
  const direct = new Map(Object.entries(definitions).map(([name, schema]) => [name, namesIn(schema)]));
  const isRecursive = (name: string): boolean => {
    const reached = new Set<string>();
    const queue = [...(direct.get(name) ?? [])];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (next === name) return true;
      if (!reached.has(next)) queue.push(...(direct.get(next) ?? []));
      reached.add(next);
    }
    return false;
  };
  return new Set([...direct.keys()].filter(isRecursive));
}

interface Expansion {
  readonly definitions: Schemas;
  readonly recursive: ReadonlySet<string>;
  /** Filled on the way: the recursive definitions that were met. */
  readonly kept: Map<string, ModelSchema>;
}

function expand(schema: ModelSchema, expansion: Expansion): ModelSchema {
  const { $ref, ...own } = schema;
  if ($ref === undefined) return expandChildren(schema, expansion);
  const name = referredName($ref);
  const target = expansion.definitions[name];
  if (target === undefined) throw new RangeError(`no definition ${name}`);
  if (!expansion.recursive.has(name)) return expand({ ...titled(target), ...own }, expansion);
  if (!expansion.kept.has(name)) {
    // Reserve the name first: the definition meets itself while it is expanded.
    expansion.kept.set(name, {});
    expansion.kept.set(name, expand(target, expansion));
  }
  return schema;
}

/**
 * A field that uses a definition says in its own words what it is for; what form the value has is then said by
 * the title alone, in messages and on reference pages: `a length of time, such as 30s`.
 */
function titled(definition: ModelSchema): ModelSchema {
  const isPlainValue = ['string', 'number', 'integer'].includes(String(definition.type));
  const [, article, rest] = /^(An?|One) (.*?)[.;](?:\s|$)/s.exec(`${definition.description ?? ''} `) ?? [];
  if (!isPlainValue || definition.title !== undefined || article === undefined || rest === undefined) return definition;
  return { ...definition, title: `${article.toLowerCase()} ${rest.replaceAll(/\s+/g, ' ')}` };
}

function expandChildren(schema: ModelSchema, expansion: Expansion): ModelSchema {
  const children = mapChildren(schema, (child) => expand(child, expansion));
  const isOpen = schema.additionalProperties !== undefined;
  const namesFields = schema.properties !== undefined || schema.patternProperties !== undefined;
  return namesFields && !isOpen ? { ...children, additionalProperties: false } : children;
}

/** The schema with every schema directly inside it replaced. */
export function mapChildren(schema: ModelSchema, change: (child: ModelSchema) => ModelSchema): ModelSchema {
  const { properties, patternProperties, additionalProperties, propertyNames, items, anyOf, $defs } = schema;
  const mapAll = (schemas: Schemas): Schemas =>
    Object.fromEntries(Object.entries(schemas).map(([name, child]) => [name, change(child)]));
  return {
    ...schema,
    ...(properties && { properties: mapAll(properties) }),
    ...(patternProperties && { patternProperties: mapAll(patternProperties) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: change(additionalProperties) }),
    ...(propertyNames && { propertyNames: change(propertyNames) }),
    ...(items && { items: change(items) }),
    ...(anyOf && { anyOf: anyOf.map(change) }),
    ...($defs && { $defs: mapAll($defs) }),
  };
}

function namesIn(schema: ModelSchema): ReadonlySet<string> {
  const names = new Set<string>();
  const look = (current: ModelSchema): ModelSchema => {
    if (current.$ref !== undefined) names.add(referredName(current.$ref));
    return mapChildren(current, look);
  };
  look(schema);
  return names;
}
