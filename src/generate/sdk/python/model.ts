import type { SdkType } from '../api-description.ts';
import { docstring } from './layout/docstring.ts';
import { group, layOut, subscript } from './layout/layout.ts';
import { attributeNames } from './syntax/names.ts';
import { textLiteral } from './syntax/text-literal.ts';
import { annotation } from './types/annotation.ts';
import { decoder } from './types/decoder.ts';
import type { Imports } from './types/imports.ts';
import { eventsModule, type PythonTypes } from './python-types.ts';

/** What is otherwise for a class that is one of several. */
export interface OneOfSeveral {
  /** Its name as it is written. */
  readonly className: string;
  /** The field whose choice tells it from the others: no more texts than those may stand there. */
  readonly discriminator: string;
}

/** The class of an object that is answered, for the module that is called `module`. */
export function modelClass(
  type: SdkType,
  module: string,
  types: PythonTypes,
  imports: Imports,
  oneOf?: OneOfSeveral,
): string {
  imports.add('.._core.model', 'Model');
  const attributes = attributeNames(type.fields.map(({ name }) => name));
  const scope = {
    imports,
    shadowed: new Set(attributes.values()),
    isSent: false,
    named: (name: string) => types.modelFrom(name, module, imports),
  };
  const own = type.fields.map((field) => {
    const attribute = attributes.get(field.name) ?? field.name;
    const written =
      field.name === oneOf?.discriminator && field.type.kind === 'choice'
        ? subscript('Literal', field.type.values.map(textLiteral))
        : annotation(field.type, scope, !field.isRequired);
    const line = layOut([`${attribute}: `, written], 4);
    return `${line}\n${docstring({ text: field.description ?? '' }, 4)}`;
  });
  const doc = docstring({ text: type.description ?? '' }, 4);
  const table = tableMethod(type, attributes, module, types, imports);
  const parts = [...(doc === '' ? [] : [doc]), ...(own.length === 0 ? [] : [own.join('')]), ...table];
  return `class ${oneOf?.className ?? types.classOf(type.name)}(Model):\n${parts.length === 0 ? '    pass\n' : parts.join('\n')}`;
}

/** What the runtime has to know of fields: their names on the wire, and what reads them. */
function tableMethod(
  type: SdkType,
  attributes: ReadonlyMap<string, string>,
  module: string,
  types: PythonTypes,
  imports: Imports,
): readonly string[] {
  const classOf = (name: string): string => types.modelFrom(name, module, imports);
  const rows = type.fields.flatMap((field) => {
    const attribute = attributes.get(field.name) ?? field.name;
    const read = decoder(field.type, {
      imports,
      classOf,
      typeOf: (name) => types.typeOf(name),
      readerOf: (name) => types.readerFrom(name, `.${eventsModule}`, imports),
      core: '.._core',
    });
    if (read === null && attribute === field.name) return [];
    return [[`${textLiteral(attribute)}: `, group('(', [textLiteral(field.name), read ?? 'None'], ')')]];
  });
  if (rows.length === 0) return [];
  imports.add('.._core.model', 'Fields');
  return [
    `    @staticmethod\n    def _fields() -> Fields:\n        return {\n${rows.map((row) => layOut(row, 12, ',')).join('\n')}\n        }\n`,
  ];
}
