import { state } from '../diagnostic/statement.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ModelSchema } from '../model/model.ts';
import { childPointer } from '../pointer.ts';
import type { Finding } from './finding.ts';
import { branchFor, childNode, type SchemaNode, typesOf } from './schema-node.ts';
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
    const entries: Iterable<readonly [string | number, Json]> = Array.isArray(value)
      ? (value as readonly Json[]).entries()
      : Object.entries(isJsonObject(value) ? value : {});
    for (const [key, item] of entries) {
      const child = childNode(node, value, String(key));
      if (child !== undefined) visit(child, item, childPointer(pointer, key));
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
