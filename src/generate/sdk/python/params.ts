import type { SdkField, SdkType } from '../api-description.ts';
import { docstring } from './layout/docstring.ts';
import { flatText, group, type Layout, layOut } from './layout/layout.ts';
import type { PythonTypes } from './python-types.ts';
import { isIdentifier } from './syntax/names.ts';
import { textLiteral } from './syntax/text-literal.ts';
import { annotation, either } from './types/annotation.ts';
import type { Imports } from './types/imports.ts';

/** The annotation of an object that is sent inside something: a dictionary of it, or an answer that is sent back. */
export function paramAnnotation(
  name: string,
  types: PythonTypes,
  imports: Imports,
  from: { readonly param: (name: string) => string; readonly model: (name: string) => string },
): Layout {
  const type = types.typeOf(name);
  const arms = [from.param(name), ...(type.isAnswered ? [from.model(name)] : [])];
  if (type.others === undefined) return either(arms);
  // A TypedDict takes no fields beyond its own.
  imports.add('collections.abc', 'Mapping');
  imports.add('typing', 'Any');
  return either([...arms, 'Mapping[str, Any]']);
}

/** The TypedDict of an object that is sent inside something; its names are those on the wire. */
export function paramClass(type: SdkType, module: string, types: PythonTypes, imports: Imports): string {
  imports.add('typing', 'TypedDict');
  const scope = {
    imports,
    shadowed: new Set<string>(),
    isSent: true,
    named: (name: string): Layout =>
      paramAnnotation(name, types, imports, {
        param: (other) => {
          const own = types.moduleOf(other);
          return own === module ? `${other}Param` : imports.add(`.${own}`, `${other}Param`);
        },
        model: (other) => imports.add(`..types.${types.moduleOf(other)}`, types.classOf(other)),
      }),
  };
  const name = `${type.name}Param`;
  const rows = (fields: readonly SdkField[]): readonly Layout[][] =>
    fields.map((field) => [field.name, annotation(field.type, scope)]);
  if (!type.fields.every((field) => isIdentifier(field.name))) return functional(name, type, rows);
  const required = type.fields.filter(({ isRequired }) => isRequired);
  const optional = type.fields.filter(({ isRequired }) => !isRequired);
  const doc = docstring({ text: type.description ?? '' }, 4);
  if (required.length === 0 || optional.length === 0) {
    return classText(name, optional.length > 0 ? 'TypedDict, total=False' : 'TypedDict', doc, type.fields, rows);
  }
  // NotRequired came with Python 3.11; two classes say the same.
  return [
    classText(`_${name}Required`, 'TypedDict', '', required, rows),
    classText(name, `_${name}Required, total=False`, doc, optional, rows),
  ].join('\n\n');
}

function classText(
  name: string,
  bases: string,
  doc: string,
  fields: readonly SdkField[],
  rows: (fields: readonly SdkField[]) => readonly Layout[][],
): string {
  const lines = rows(fields).map(([key = '', value = '']) => `${layOut([`${flatText(key)}: `, value], 4)}\n`);
  const described = lines.map((line, index) => line + docstring({ text: fields[index]?.description ?? '' }, 4));
  const body = described.length === 0 && doc === '' ? '    pass\n' : described.join('');
  return `class ${name}(${bases}):\n${doc}${doc !== '' && body !== '' ? '\n' : ''}${body}`;
}

/** For names that Python could not write as fields of a class. Its types are evaluated, so they are texts. */
function functional(name: string, type: SdkType, rows: (fields: readonly SdkField[]) => readonly Layout[][]): string {
  const entry = ([key = '', value = '']: readonly Layout[]): Layout =>
    `${textLiteral(flatText(key))}: ${textLiteral(flatText(value))}`;
  const table = (fields: readonly SdkField[]): Layout => group('{', rows(fields).map(entry), '}');
  const optional = type.fields.filter(({ isRequired }) => !isRequired);
  const required = type.fields.filter(({ isRequired }) => isRequired);
  const made = (own: string, fields: readonly SdkField[], total: readonly string[]): string =>
    layOut(group(`${own} = TypedDict(`, [textLiteral(own), table(fields), ...total], ')'), 0);
  if (required.length === 0) return `${made(name, optional, ['total=False'])}\n`;
  if (optional.length === 0) return `${made(name, required, [])}\n`;
  return [
    `${made(`_${name}Required`, required, [])}\n${made(`_${name}Optional`, optional, ['total=False'])}\n`,
    `class ${name}(_${name}Required, _${name}Optional):\n${docstring({ text: type.description ?? `${type.name}, as it is sent.` }, 4)}`,
  ].join('\n\n');
}
