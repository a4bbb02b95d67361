import { state } from '../diagnostic/statement.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { childPointer } from '../pointer.ts';
import type { NumberTexts } from '../source/number-texts.ts';
import { compareDecimals, parseDecimal } from '../values/decimal.ts';
import { moneyBranch } from './canonical-money.ts';
import type { Finding } from './finding.ts';
import { branchFor, childNode, type SchemaNode } from './schema-node.ts';

/** Numbers that lose digits when a program reads them. Amounts of money do not: they are kept as written. */
export function checkNumbers(root: SchemaNode, document: JsonObject, texts: NumberTexts): readonly Finding[] {
  const findings: Finding[] = [];
  const visit = (node: SchemaNode | undefined, container: readonly Json[] | JsonObject, pointer: string): void => {
    const branch = node === undefined ? undefined : branchFor(node, container);
    for (const [key, value] of Object.entries(container)) {
      const child = branch === undefined ? undefined : childNode(branch, container, key);
      const at = childPointer(pointer, key);
      if (Array.isArray(value) || isJsonObject(value)) visit(child, value, at);
      if (typeof value !== 'number' || isMoney(child, value)) continue;
      const text = texts.get(container, key);
      if (text === undefined || isKept(text, value)) continue;
      const hint = `It would become ${value}: write fewer digits, or put quotes around it if it is text.`;
      findings.push({ ...state('yaml/number', { text }, { hint }), pointer: at });
    }
  };
  visit(root, document, '');
  return findings;
}

function isMoney(node: SchemaNode | undefined, value: number): boolean {
  return node !== undefined && moneyBranch(node, value)?.schema['x-money'] !== undefined;
}

function isKept(text: string, value: number): boolean {
  const [written, kept] = [parseDecimal(text), parseDecimal(String(value))];
  return written === null || kept === null || compareDecimals(written, kept) === 0;
}
