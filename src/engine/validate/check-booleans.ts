import { state } from '../diagnostic/statement.ts';
import type { Json, JsonObject } from '../json.ts';
import type { ModelSchema } from '../model/model.ts';
import { childPointer, valueAt } from '../pointer.ts';
import type { Finding } from './finding.ts';
import { branchFor, childNode, type SchemaNode } from './schema-node.ts';
import { oldBooleans } from './wording.ts';

/**
 * Texts that YAML 1.1 takes for booleans, where a boolean would mean something too, so that nobody notices. Whether
 * they were written in quotes only their file can tell. The schema is looked at only where such a text stands.
 */
export function checkBooleans(root: SchemaNode, document: JsonObject): readonly Finding[] {
  const findings: Finding[] = [];
  const path: (string | number)[] = [];
  const visit = (value: Json): void => {
    if (typeof value === 'string') {
      const meaning = value.length > 3 ? undefined : oldBooleans.get(value.toLowerCase());
      if (meaning !== undefined && takesBoth(schemaAt(root, document, path)))
        findings.push(finding(value, meaning, path.reduce(childPointer, '')));
    } else if (isList(value)) {
      for (let index = 0; index < value.length; index++) visitChild(index, value[index] ?? null);
    } else if (typeof value === 'object' && value !== null) {
      for (const key in value) visitChild(key, value[key] ?? null);
    }
  };
  const visitChild = (key: string | number, child: Json): void => {
    if (child === null || (typeof child !== 'object' && typeof child !== 'string')) return;
    path.push(key);
    visit(child);
    path.pop();
  };
  visit(document);
  return findings;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function finding(text: string, meaning: boolean, pointer: string): Finding {
  const hint = `Write \`${meaning}\`, or put quotes around it: '${text}'.`;
  return { ...state('yaml/old-boolean', { text, meaning: String(meaning) }, { hint }), pointer };
}

function schemaAt(root: SchemaNode, document: JsonObject, path: readonly (string | number)[]): SchemaNode | undefined {
  let node: SchemaNode | undefined = root;
  let container: Json = document;
  for (const key of path) {
    const branch: SchemaNode | undefined = node === undefined ? undefined : branchFor(node, container);
    node = branch === undefined ? undefined : childNode(branch, container, String(key));
    container = valueAt(container, [String(key)]) ?? null;
  }
  return node;
}

function takesBoth(node: SchemaNode | undefined): boolean {
  const schemas: readonly ModelSchema[] =
    node === undefined ? [] : [node, ...node.branches].map(({ schema }) => schema);
  const types = schemas.flatMap((schema) => (schema.enum === undefined ? (schema.type ?? []) : []));
  return types.includes('boolean') && types.includes('string');
}
