import { state } from '../diagnostic/statement.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { childPointer } from '../pointer.ts';
import { didYouMean } from '../validate/did-you-mean.ts';
import type { Finding } from '../validate/finding.ts';
import { branchFor, propertyNode, type SchemaNode } from '../validate/schema-node.ts';
import { pathOf } from '../validate/wording.ts';

/**
 * `null` in an overlay removes, and leaves nothing behind that could be checked: here it must name something that
 * stands in the document, or a field that could.
 */
export function checkRemovals(root: SchemaNode, base: JsonObject, patch: JsonObject): readonly Finding[] {
  const findings: Finding[] = [];
  const visit = (node: SchemaNode | undefined, written: JsonObject, change: JsonObject, pointer: string): void => {
    const branch = node === undefined ? undefined : (branchFor(node, change) ?? node);
    for (const [name, value] of Object.entries(change)) {
      const at = childPointer(pointer, name);
      const own = Object.hasOwn(written, name) ? written[name] : undefined;
      const child = branch === undefined ? undefined : propertyNode(branch, name);
      if (isJsonObject(value)) visit(child, isJsonObject(own) ? own : {}, value, at);
      if (value !== null || own !== undefined || branch?.property(name) !== undefined) continue;
      const hint = didYouMean(name, Object.keys(written)) ?? didYouMean(name, branch?.properties.keys() ?? []);
      const owner = pointer === '' ? 'this document' : pathOf(pointer);
      findings.push({ ...state('environment/removes-nothing', { name, owner }, { hint }), pointer: at, atKey: true });
    }
  };
  visit(root, base, patch, '');
  return findings;
}
