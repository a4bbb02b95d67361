import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { parsePointer, valueAt } from '../pointer.ts';
import { branchFor, childNode, type SchemaNode } from './schema-node.ts';

/** The names at a place of the document that others may refer to; null when what stands there cannot name anything. */
export function declaredNames(root: SchemaNode, document: JsonObject, pointer: string): readonly string[] | null {
  const segments = parsePointer(pointer);
  let node: SchemaNode | undefined = root;
  let container: Json = document;
  for (const segment of segments) {
    node = node === undefined ? undefined : childNode(branchFor(node, container) ?? node, container, segment);
    container = valueAt(container, [segment]) ?? node?.schema['x-default'] ?? null;
  }
  if (isJsonObject(container)) return Object.keys(container);
  if (container === null) return valueAt(document, segments) === undefined ? [] : null;
  const listKey = node?.listKey;
  if (!Array.isArray(container) || listKey === undefined) return null;
  return container.flatMap((item: Json) => {
    const name = valueAt(item, [listKey]);
    return typeof name === 'string' ? [name] : [];
  });
}
