import type { Constant, ConstantFamily, ConstantGroup, TypesFile } from '../configuration-types.ts';
import { constantsOf } from '../names/constants-of.ts';
import { constantCase, pascalCase, wordsOf } from '../names/words.ts';
import { classFile, importedNames } from './class-file.ts';
import { constantClass } from './constant-class.ts';
import { codeText, escapeHtml, javadoc, notedJavadoc } from './javadoc.ts';
import { longTextLiteral } from './text-literal.ts';

/** `Plans.PRO` */
export function groupFile({ constants, name, note }: ConstantGroup, packageName: string): TypesFile {
  return constantFile(packageName, pascalCase(wordsOf(name)), escapeHtml(note), constantLines(constants, 4));
}

/** `Permissions.Invoice.READ` */
export function familyFile({ groups, name, note }: ConstantFamily, packageName: string): TypesFile {
  const title = pascalCase(wordsOf(name));
  // A class within another hides what it is called like.
  const reserved = new Set([...importedNames, title]);
  const classes = constantsOf(groups, { casing: pascalCase, reserved }).map(({ constant, name: own }) =>
    constantClass({
      name: own,
      doc: notedJavadoc(constant.notes, `Of ${codeText(constant.value)}.`, 4),
      modifiers: 'public static',
      indent: 4,
      members: constantLines(constant.constants, 8),
    }),
  );
  return constantFile(packageName, title, escapeHtml(note), classes);
}

/** A file of one class of constants. */
export function constantFile(packageName: string, name: string, note: string, members: readonly string[]): TypesFile {
  const doc = javadoc([note], [], 0);
  return classFile(packageName, name, constantClass({ name, doc, modifiers: 'public', indent: 0, members }));
}

function constantLines(constants: readonly Constant[], indent: number): readonly string[] {
  return constantsOf(constants, { casing: constantCase }).map(({ constant, name }) => {
    const doc = notedJavadoc(constant.notes, codeText(constant.value), indent);
    return `${doc}${' '.repeat(indent)}public static final String ${name} = ${longTextLiteral(constant.value)};\n`;
  });
}
