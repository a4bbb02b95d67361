import type { SdkField } from '../../sdk/api-description.ts';
import { columnsOf } from '../../sdk/python/layout/columns.ts';
import { docstring } from '../../sdk/python/layout/docstring.ts';
import { flatText, group, type Layout, layOut, lineLength } from '../../sdk/python/layout/layout.ts';
import { isIdentifier } from '../../sdk/python/syntax/names.ts';
import { annotation } from './annotation.ts';
import { textLiteral } from './text-literal.ts';

/** Whether a `TypedDict` may have these fields: type checkers refuse one without a name, and then all that is beside it. */
export function isTyped(fields: readonly SdkField[]): boolean {
  return fields.every(({ name }) => name !== '');
}

/** The dictionary with these fields, some of which may be left out; of any fields where they cannot be typed. */
export function typedDict(
  name: string,
  fields: readonly SdkField[],
  note: string,
  nameOf: (id: string) => string,
): string {
  if (!isTyped(fields)) return `${name}: TypeAlias = Mapping[str, Any]\n${docstring({ text: note }, 0)}`;
  const rows = fields.map((field) => ({ field, type: annotation(field.type, nameOf) }));
  const required = rows.filter(({ field }) => field.isRequired);
  const optional = rows.filter(({ field }) => !field.isRequired);
  const doc = docstring({ text: note }, 4);
  // Within a class a field hides the type that is called like it, and two underscores before a name mean something else.
  const spokenOf = new Set(rows.flatMap(({ type }) => flatText(type).match(/\w+/gu) ?? []));
  const isPlain = fields.every(
    (field) => isIdentifier(field.name) && !field.name.startsWith('__') && !spokenOf.has(field.name),
  );
  if (required.length === 0 || optional.length === 0) {
    const total = optional.length > 0 ? ', total=False' : '';
    if (isPlain) return classText(name, `TypedDict${total}`, doc, rows);
    return `${functional(`_${name}Fields`, rows, total)}\n\n${classHead(name, `_${name}Fields${total}`)}${doc || nothing}`;
  }
  // NotRequired came with Python 3.11; two classes say the same.
  if (isPlain) {
    return [
      classText(`_${name}Required`, 'TypedDict', '', required),
      classText(name, `_${name}Required, total=False`, doc, optional),
    ].join('\n\n');
  }
  const bases = `${functional(`_${name}Required`, required, '')}${functional(`_${name}Optional`, optional, ', total=False')}`;
  return `${bases}\n\n${classHead(name, `_${name}Required, _${name}Optional`)}${doc || nothing}`;
}

/** What a class says that has nothing to say. */
const nothing = '    pass\n';

interface Row {
  readonly field: SdkField;
  readonly type: Layout;
}

function classText(name: string, bases: string, doc: string, rows: readonly Row[]): string {
  const lines = rows.map(
    ({ field, type }) => `${layOut([`${field.name}: `, type], 4)}\n${docstring({ text: field.description ?? '' }, 4)}`,
  );
  return `${classHead(name, bases)}${doc}${doc === '' ? '' : '\n'}${lines.join('') || nothing}`;
}

function classHead(name: string, bases: string): string {
  const line = `class ${name}(${bases}):\n`;
  return columnsOf(line) <= lineLength ? line : `class ${name}(\n    ${bases}\n):\n`;
}

/** For names that Python could not write as fields of a class. Its types are evaluated, so they are texts. */
function functional(name: string, rows: readonly Row[], total: string): string {
  const entries = rows.map(({ field, type }): Layout => `${textLiteral(field.name)}: ${textLiteral(flatText(type))}`);
  const options = total === '' ? [] : [total.slice(2)];
  return `${layOut(group(`${name} = TypedDict(`, [textLiteral(name), group('{', entries, '}'), ...options], ')'), 0)}\n`;
}
