import { columnsOf } from '../../sdk/python/layout/columns.ts';
import { docstring } from '../../sdk/python/layout/docstring.ts';
import { type Layout, layOut, lineLength, subscript } from '../../sdk/python/layout/layout.ts';
import type { Constant, ConstantFamily, ConstantGroup, Notes } from '../configuration-types.ts';
import { constantsOf } from '../names/constants-of.ts';
import { constantCase, pascalCase, wordsOf } from '../names/words.ts';
import { textLiteral } from './text-literal.ts';

const rule = { casing: constantCase };

/** `class PLANS:` with the type of its values. */
export function groupClass({ constants, member, name, note }: ConstantGroup): readonly string[] {
  return [
    `class ${constantCase(wordsOf(name))}:\n${docstring({ text: note }, 4)}\n${constantLines(constants, 4)}`,
    valuesAlias(member, constants),
  ];
}

/** `class PERMISSIONS:` with a class for each group, and the type of all values. */
export function familyClass({ groups, member, name, note }: ConstantFamily): readonly string[] {
  const classes = constantsOf(groups, rule).map(({ constant, name: own }) => {
    const doc = docstring({ text: noteText(constant.notes) }, 8);
    return `    class ${own}:\n${doc}${doc === '' ? '' : '\n'}${constantLines(constant.constants, 8)}`;
  });
  return [
    `class ${constantCase(wordsOf(name))}:\n${docstring({ text: note }, 4)}\n${classes.join('\n')}`,
    valuesAlias(
      member,
      groups.flatMap(({ constants }) => constants),
    ),
  ];
}

/** What is told of it, and why code should no longer use it. */
export function noteText({ deprecated, text }: Notes): string {
  return deprecated === undefined ? text : `${text}\n\nDeprecated: ${deprecated}`;
}

function constantLines(constants: readonly Constant[], indent: number): string {
  return constantsOf(constants, rule)
    .map(({ constant, name }) => {
      const line = layOut([`${name}: Final = `, ownLine(textLiteral(constant.value), indent)], indent);
      return `${line}\n${docstring({ text: noteText(constant.notes) }, indent)}`;
    })
    .join('');
}

function valuesAlias(member: string, constants: readonly Constant[]): string {
  const values = [...new Set(constants.map(({ value }) => textLiteral(value)))];
  const alias: Layout = [`${pascalCase(wordsOf(member))}: TypeAlias = `, subscript('Literal', values)];
  return `${layOut(alias, 0)}\n`;
}

/** In brackets on a line of its own, where it fits on that but not behind its name. */
function ownLine(text: string, indent: number): Layout {
  const isLong = indent + 4 + columnsOf(text) > lineLength;
  return isLong ? text : { flat: text, broken: { open: '(', items: [text], close: ')', isSubscript: true } };
}
