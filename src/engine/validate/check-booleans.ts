import { state } from '../diagnostic/statement.ts';
import type { Json, JsonObject } from '../json.ts';
import type { ModelSchema } from '../model/model.ts';
import { childPointer } from '../pointer.ts';
import type { Finding } from './finding.ts';
import { branchFor, childNode, type SchemaNode } from './schema-node.ts';
import { oldBooleans } from './wording.ts';

interface Step {
  readonly above: Step | null;
  readonly container: Json;
  readonly key: string | number;
}

/**
 * Texts that YAML 1.1 takes for booleans, where a boolean would mean something too, so that nobody notices. Whether
 * they were written in quotes only their file can tell. The schema is looked at only where such a text stands.
 */
export function checkBooleans(root: SchemaNode, document: JsonObject): readonly Finding[] {
  const findings: Finding[] = [];
  const visit = (value: Json, step: Step | null): void => {
    if (typeof value === 'string') {
      const meaning = value.length > 3 ? undefined : oldBooleans.get(value.toLowerCase());
      if (meaning !== undefined && takesBoth(schemaAt(root, step)))
        findings.push(finding(value, meaning, pointerOf(step)));
    } else if (Array.isArray(value)) {
      for (let key = 0; key < value.length; key++) visit(value[key] as Json, { above: step, container: value, key });
    } else if (typeof value === 'object' && value !== null) {
      const object = value as JsonObject;
      for (const key in object) visit(object[key] ?? null, { above: step, container: value, key });
    }
  };
  visit(document, null);
  return findings;
}

function finding(text: string, meaning: boolean, pointer: string): Finding {
  const hint = `Write \`${meaning}\`, or put quotes around it: '${text}'.`;
  return { ...state('yaml/old-boolean', { text, meaning: String(meaning) }, { hint }), pointer };
}

function schemaAt(root: SchemaNode, step: Step | null): SchemaNode | undefined {
  if (step === null) return root;
  const holder = schemaAt(root, step.above);
  const branch = holder === undefined ? undefined : branchFor(holder, step.container);
  return branch === undefined ? undefined : childNode(branch, step.container, String(step.key));
}

function pointerOf(step: Step | null): string {
  return step === null ? '' : childPointer(pointerOf(step.above), step.key);
}

function takesBoth(node: SchemaNode | undefined): boolean {
  const schemas: readonly ModelSchema[] =
    node === undefined ? [] : [node, ...node.branches].map(({ schema }) => schema);
  const types = schemas.flatMap((schema) => (schema.enum === undefined ? (schema.type ?? []) : []));
  return types.includes('boolean') && types.includes('string');
}
