import type { ASTNode } from '@marcbachmann/cel-js';
import { askedField } from './asked-field.ts';
import { childrenOf, isLoop } from './expression-bounds.ts';
import { theLanguage } from './expression-language.ts';
import { examineExpression } from './expression-problem.ts';

/** Whether an expression may ask `root` for `name`: yes too where it picks the name while it is evaluated. */
export type AsksFor = (root: string, name: string) => boolean;

export function asksFor(text: string): AsksFor {
  if (examineExpression(text).problem !== undefined) return () => false;
  const asked = new Map<string, Set<string> | 'anything'>();
  look(theLanguage().parse(text).ast, asked);
  return (root, name) => {
    const names = asked.get(root);
    return names === 'anything' || names?.has(name) === true;
  };
}

function look(node: ASTNode, asked: Map<string, Set<string> | 'anything'>): void {
  if (node.op === 'id') {
    // Handed on as a whole: what is asked of it then cannot be read here.
    asked.set(node.args, 'anything');
    return;
  }
  const field = askedField(node);
  if (field !== null) {
    const names = asked.get(field.root) ?? new Set();
    if (names !== 'anything') asked.set(field.root, names.add(field.name));
    return;
  }
  if (node.op === 'rcall' && isLoop(node.args[0])) {
    const [, list, [variable, ...rest]] = node.args;
    look(list, asked);
    // Within the loop its variable hides what bears the same name outside.
    const within: typeof asked = new Map();
    for (const child of rest) look(child, within);
    if (variable?.op === 'id') within.delete(variable.args);
    for (const [root, names] of within) join(asked, root, names);
    return;
  }
  for (const child of childrenOf(node)) look(child, asked);
}

function join(asked: Map<string, Set<string> | 'anything'>, root: string, more: Set<string> | 'anything'): void {
  const names = asked.get(root) ?? new Set();
  asked.set(root, names === 'anything' || more === 'anything' ? 'anything' : new Set([...names, ...more]));
}
