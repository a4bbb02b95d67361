import type { ASTNode } from '@marcbachmann/cel-js';
import { childrenOf, isLoop } from './expression-bounds.ts';

/** An attribute of the resource that an expression asks for. */
export interface AskedAttribute {
  readonly name: string;
  /** Where in the text the name begins, counted in UTF-16 units. */
  readonly at: number;
}

/** Every `resource.amount` and `resource["amount"]`, in the order of the text. What is inside of one is not looked at. */
export function askedAttributes(node: ASTNode): readonly AskedAttribute[] {
  const asked: AskedAttribute[] = [];
  const look = (within: ASTNode): void => {
    if ((within.op === '.' || within.op === '.?') && isResource(within.args[0])) {
      const [, name] = within.args;
      if (typeof name === 'string') asked.push({ name, at: within.end - name.length });
    }
    if ((within.op === '[]' || within.op === '[?]') && isResource(within.args[0])) {
      const [, index] = within.args;
      if (index.op === 'value' && typeof index.args === 'string') asked.push({ name: index.args, at: index.start });
    }
    if (within.op === 'rcall' && isLoop(within.args[0])) {
      const [, list, [variable, ...rest]] = within.args;
      look(list);
      // Within the loop, `resource` is another thing where the loop calls its own so.
      if (variable !== undefined && !isResource(variable)) for (const child of rest) look(child);
      return;
    }
    for (const child of childrenOf(within)) look(child);
  };
  look(node);
  return asked.toSorted((one, other) => one.at - other.at);
}

function isResource(node: ASTNode): boolean {
  return node.op === 'id' && node.args === 'resource';
}
