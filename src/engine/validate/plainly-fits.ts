import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { JsonType } from '../model/model.ts';
import { propertyNode, type SchemaNode } from './schema-node.ts';

/**
 * True when a value certainly satisfies its schema. False says nothing: the validator has the word then, and knows
 * what is wrong. Almost every document is right, and one short walk for all kinds is warm after the first few
 * documents, where half a megabyte of validators would have to be read, compiled and run cold: on a small project
 * that took a fifth of the whole time. Loops count instead of iterating for the same reason: until code is
 * optimized, each step of an iterator is an object.
 */
export function plainlyFits(node: SchemaNode, value: Json): boolean {
  const { type, values, branches } = node;
  if (node.hasOthers || (values !== null && !values.includes(value))) return false;
  if (branches.length > 0 && !branches.some((branch) => plainlyFits(branch, value))) return false;
  switch (typeof value) {
    case 'string':
      return allows(type, 'string') && textFits(node, value);
    case 'number':
      if (value < node.minimum || value > node.maximum || value <= node.above || value >= node.below) return false;
      return allows(type, 'number') || (Number.isInteger(value) && allows(type, 'integer'));
    case 'boolean':
      return allows(type, 'boolean');
    default:
      if (value === null) return allows(type, 'null');
      if (isJsonObject(value)) return allows(type, 'object') && objectFits(node, value);
      return allows(type, 'array') && listFits(node, value);
  }
}

function allows(type: SchemaNode['type'], actual: JsonType): boolean {
  return type === null || (typeof type === 'string' ? type === actual : type.includes(actual));
}

/** Limits count characters, of which there are at least half as many as units. */
function textFits(node: SchemaNode, text: string): boolean {
  const { least, most } = node;
  const { length } = text;
  return length <= most && (least < 2 ? length >= least : length >= 2 * least) && node.matches(text);
}

function listFits({ items, least, most, hasUniqueItems }: SchemaNode, list: readonly Json[]): boolean {
  if (list.length < least || list.length > most || (hasUniqueItems && !areDifferent(list))) return false;
  if (items === undefined) return true;
  for (let index = 0; index < list.length; index++) if (!plainlyFits(items, list[index] ?? null)) return false;
  return true;
}

/** True when a list certainly has nothing twice. Lists and mappings may be equal without being the same. */
export function areDifferent(list: readonly Json[]): boolean {
  return list.every((item) => item === null || typeof item !== 'object') && new Set(list).size === list.length;
}

function objectFits(node: SchemaNode, object: JsonObject): boolean {
  const { names, patterns, required, least, most } = node;
  for (let index = 0; index < required.length; index++) {
    if (!Object.hasOwn(object, required[index] ?? '')) return false;
  }
  let count = 0;
  for (const name in object) {
    count++;
    if (names !== undefined && !plainlyFits(names, name)) return false;
    const value = object[name] ?? null;
    const child = propertyNode(node, name);
    if (child === undefined ? node.isClosed : !plainlyFits(child, value)) return false;
    if (patterns.length > 1 && !allPatternsFit(patterns, name, value)) return false;
  }
  return count >= least && count <= most;
}

/** A name may have several patterns, which then all count. None has a pattern and a description: models may not. */
function allPatternsFit(patterns: SchemaNode['patterns'], name: string, value: Json): boolean {
  return patterns.every(([pattern, node]) => !pattern.test(name) || plainlyFits(node, value));
}
