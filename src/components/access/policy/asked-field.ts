import type { ASTNode } from '@marcbachmann/cel-js';

/** `user.level` and `user["level"]`; null for anything else. */
export function askedField(node: ASTNode): { readonly root: string; readonly name: string } | null {
  if (node.op !== '.' && node.op !== '.?' && node.op !== '[]' && node.op !== '[?]') return null;
  const [of, field] = node.args;
  if (of.op !== 'id') return null;
  if (typeof field === 'string') return { root: of.args, name: field };
  return field.op === 'value' && typeof field.args === 'string' ? { root: of.args, name: field.args } : null;
}
