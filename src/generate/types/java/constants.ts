import type { Constant, ConstantFamily, ConstantGroup, TypesFile } from '../configuration-types.ts';
import { constantsOf } from '../names/constants-of.ts';
import { constantCase, pascalCase, wordsOf } from '../names/words.ts';
import { classFile, importedNames } from './class-file.ts';
import { codeText, escapeHtml, javadoc, notedJavadoc } from './javadoc.ts';
import { longTextLiteral } from './text-literal.ts';

/** `Plans.PRO` */
export function groupFile({ constants, name, note }: ConstantGroup, packageName: string): TypesFile {
  const title = pascalCase(wordsOf(name));
  return classFile(packageName, title, constantClass(title, escapeHtml(note), constantLines(constants, 4)));
}

/** `Permissions.Invoice.READ` */
export function familyFile({ groups, name, note }: ConstantFamily, packageName: string): TypesFile {
  const title = pascalCase(wordsOf(name));
  // A class within another hides what it is called like.
  const reserved = new Set([...importedNames, title]);
  const classes = constantsOf(groups, { casing: pascalCase, reserved }).map(({ constant, name: own }) => {
    const doc = notedJavadoc(constant.notes, `Of ${codeText(constant.value)}.`, 4);
    const lines = constantLines(constant.constants, 8);
    return `${doc}    public static final class ${own} {\n${lines}\n        private ${own}() {}\n    }\n`;
  });
  return classFile(packageName, title, constantClass(title, escapeHtml(note), classes.join('\n')));
}

/** A class of which there are no objects. */
export function constantClass(title: string, note: string, members: string): string {
  return `${javadoc([note], [], 0)}public final class ${title} {\n${members}\n    private ${title}() {}\n}\n`;
}

function constantLines(constants: readonly Constant[], indent: number): string {
  return constantsOf(constants, { casing: constantCase })
    .map(({ constant, name }) => {
      const doc = notedJavadoc(constant.notes, codeText(constant.value), indent);
      return `${doc}${' '.repeat(indent)}public static final String ${name} = ${longTextLiteral(constant.value)};\n`;
    })
    .join('\n');
}
