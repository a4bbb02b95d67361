import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { canonicalJson } from '../canonical-json.ts';
import { isJsonObject, type Json } from '../json.ts';

/** What each anchor stands for where the reading has come to. */
export type Anchors = Map<string, Json>;

/**
 * The value of a node, with what its aliases and merge keys bring, the anchors in it added to `anchors` in the order
 * of the text. Undefined when an alias stands for nothing, or a merge key for no mapping. `seen` is told the value of every node.
 */
export function nodeValue(node: unknown, anchors: Anchors, seen?: Map<Node, Json>): Json | undefined {
  const value = isAlias(node) ? anchors.get(node.source) : ownValue(node, anchors, seen);
  if (value === undefined || !isNode(node)) return value;
  if (!isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, value);
  seen?.set(node, value);
  return value;
}

/** `<<` as loading reads it: unquoted, without a tag. */
export function isMerge({ key }: Pair): boolean {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN' && key.tag === undefined;
}

/** Keys are texts; loading refuses any other. */
export function keyText(key: Json): string {
  return typeof key === 'string' ? key : canonicalJson(key);
}

/**
 * What merge keys bring into a mapping, the first source going before the others; undefined when one is unknown or
 * is no mapping, which loading refuses.
 */
export function mergedMembers(map: YAMLMap, anchors: Anchors): ReadonlyMap<string, Json> | undefined {
  const merged = new Map<string, Json>();
  for (const pair of map.items) {
    if (!isMerge(pair)) continue;
    const value = nodeValue(pair.value, anchors);
    if (value === undefined || !addMerged(merged, value)) return undefined;
  }
  return merged;
}

/** False when the value is neither a mapping nor a list of mappings. */
function addMerged(members: Map<string, Json>, value: Json): boolean {
  const sources: readonly Json[] = Array.isArray(value) ? value : [value];
  if (!sources.every(isJsonObject)) return false;
  for (const source of sources)
    for (const [name, member] of Object.entries(source)) if (!members.has(name)) members.set(name, member);
  return true;
}

function ownValue(node: unknown, anchors: Anchors, seen: Map<Node, Json> | undefined): Json | undefined {
  if (isScalar(node)) return scalarValue(node.value);
  if (isMap(node)) return mapValue(node, anchors, seen);
  if (!isSeq(node)) return null;
  const items = node.items.map((item) => nodeValue(item, anchors, seen));
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? known : undefined;
}

function mapValue(map: YAMLMap, anchors: Anchors, seen: Map<Node, Json> | undefined): Json | undefined {
  const merged = new Map<string, Json>();
  const written = new Map<string, Json>();
  for (const pair of map.items) {
    const name = nodeValue(pair.key, anchors, seen);
    const value = nodeValue(pair.value, anchors, seen);
    if (name === undefined || value === undefined) return undefined;
    if (!isMerge(pair)) written.set(keyText(name), value);
    else if (!addMerged(merged, value)) return undefined;
  }
  return Object.fromEntries([...merged, ...written]);
}

function scalarValue(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}
