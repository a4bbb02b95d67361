import { braced, group, hardLine, indent, type Layout, lines, separated } from '../../sdk/typescript/layout/layout.ts';
import type { Constant, ConstantFamily, ConstantGroup } from '../configuration-types.ts';
import { constantsOf } from '../names/constants-of.ts';
import type { NameRule } from '../names/names-of.ts';
import { constantCase, pascalCase, wordsOf } from '../names/words.ts';
import { noted } from './notes.ts';
import { memberLiteral } from './value-literal.ts';

const constantRule: NameRule = { casing: constantCase };

/** `export const PLANS = { … } as const;` with the type of its values. */
export function groupDeclarations({ constants, member, name, note }: ConstantGroup): readonly Layout[] {
  const title = constantCase(wordsOf(name));
  return [
    noted({ text: note }, 0, [`export const ${title} = `, constantObject(constants, 1), ' as const;']),
    valuesType(member, title, `(typeof ${title})[keyof typeof ${title}]`),
  ];
}

/** `export const PERMISSIONS = { INVOICE: { READ: … } } as const;` with the type of its values. */
export function familyDeclarations({ groups, member, name, note }: ConstantFamily): readonly Layout[] {
  const title = constantCase(wordsOf(name));
  const members = constantsOf(groups, constantRule).map(({ constant, name: own }) =>
    noted(constant.notes, 1, [`${own}: `, constantObject(constant.constants, 2)]),
  );
  const values = `[G in keyof typeof ${title}]: (typeof ${title})[G][keyof (typeof ${title})[G]]`;
  const type = `{\n  ${values};\n}[keyof typeof ${title}]`;
  return [
    noted({ text: note }, 0, [`export const ${title} = `, brokenObject(members), ' as const;']),
    valuesType(member, title, type),
  ];
}

/** An object that is never written on one line, as its members have comments and grow in number. */
export function brokenObject(members: readonly Layout[]): Layout {
  if (members.length === 0) return braced([]);
  return group('{', indent(hardLine, separated(members, [',', hardLine])), ',', hardLine, '}');
}

function constantObject(constants: readonly Constant[], depth: number): Layout {
  return brokenObject(
    constantsOf(constants, constantRule).map(({ constant, name }) =>
      noted(constant.notes, depth, memberLiteral(name, constant.value)),
    ),
  );
}

function valuesType(member: string, title: string, type: string): Layout {
  return noted({ text: `A value of \`${title}\`.` }, 0, lines(`export type ${pascalCase(wordsOf(member))} = ${type};`));
}
