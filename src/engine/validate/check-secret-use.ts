import { state } from '../diagnostic/statement.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ModelSchema } from '../model/model.ts';
import { childPointer } from '../pointer.ts';
import type { Finding } from './finding.ts';
import { branchFor, propertyNode, type SchemaNode, typesOf } from './schema-node.ts';
import { labelOf } from './wording.ts';

/**
 * Secrets are put in by the server, after everything has been checked and compared: only where any text will do
 * may one stand. A key, a reference, an amount, a date or a choice must be known before.
 */
export function checkSecretUse(
  root: SchemaNode,
  document: JsonObject,
  settled: ReadonlySet<string>,
): readonly Finding[] {
  const findings: Finding[] = [];
  const visit = (offered: SchemaNode, value: Json, pointer: string): void => {
    if (typeof value === 'string') {
      if (!value.includes('${secrets.') || settled.has(pointer) || isLiteral(value)) return;
      const isName = namesOfResources.has(pointer);
      if (!isName && [offered, ...offered.branches].some(({ schema }) => isFreeText(schema))) return;
      findings.push({ ...state('secret/not-here', { label: labelOf(pointer) }), pointer });
      return;
    }
    if (value === null || typeof value !== 'object') return;
    const node = branchFor(offered, value);
    if (node === undefined) return;
    if (!isJsonObject(value)) {
      const { items } = node;
      if (items === undefined) return;
      for (let index = 0; index < value.length; index++) {
        visit(items, value[index] ?? null, childPointer(pointer, index));
      }
      return;
    }
    for (const key in value) {
      const child = propertyNode(node, key);
      if (child !== undefined) visit(child, value[key] ?? null, childPointer(pointer, key));
    }
  };
  visit(root, document, '');
  return findings;
}

const namesOfResources: ReadonlySet<string> = new Set(['/kind', '/key', '/movedFrom']);

function isLiteral(text: string): boolean {
  return !/(?<!\$)\$\{secrets\./.test(text);
}

/** A pattern that asks only for a beginning (`^https://`) leaves the rest free. */
export function isFreeText(schema: ModelSchema): boolean {
  if (schema['x-sensitive'] === true) return true;
  if (schema.anyOf !== undefined || schema.enum !== undefined || schema.const !== undefined) return false;
  if (schema['x-money'] ?? schema['x-reference'] ?? schema['x-local-reference'] ?? schema.format) return false;
  const types = typesOf(schema);
  return (types.length === 0 || types.includes('string')) && schema.pattern?.endsWith('$') !== true;
}
