import type { ASTNode } from '@marcbachmann/cel-js';
import { identifiers } from './expression-language.ts';

type Literal = Extract<ASTNode, { readonly op: 'value' }>['args'];

/** What stands in an expression, so that other values and other types have other texts. */
export function literalText(value: Literal): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return `double:${value}`;
  if (value instanceof Uint8Array) return `bytes:${value.join()}`;
  return typeof value === 'object' && value !== null ? `uint:${String(value)}` : String(value);
}

/** A whole number that is written as a double, as one that is not; undefined for anything else. */
export function whole(node: ASTNode): string | undefined {
  if (node.op !== 'value' || typeof node.args !== 'number' || !Number.isSafeInteger(node.args)) return undefined;
  return literalText(BigInt(node.args));
}

/** Whether it names a field of what is asked about: `resource.amount`. Loops may call anything by those names. */
export function isPath(node: ASTNode): boolean {
  if (node.op !== '.' && node.op !== '[]') return false;
  const [of, field] = node.args;
  if (typeof field !== 'string' && (field.op !== 'value' || typeof field.args !== 'string')) return false;
  return of.op === 'id' ? given.has(of.args) : isPath(of);
}

const given: ReadonlySet<string> = new Set(identifiers);
