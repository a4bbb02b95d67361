import type { SdkField } from '../../api-description.ts';
import { literal } from '../syntax/text-literal.ts';
import type { Layout } from '../../typescript/layout/layout.ts';
import { listed, method } from '../layout/class-layout.ts';
import { code, documented } from '../layout/javadoc.ts';
import { type Names, pascalCase } from '../syntax/names.ts';
import type { Scope } from '../types/answered-type.ts';
import { namesIn, sentType, takesNull } from './sent-type.ts';

/** The methods of a builder that give a field a value: one, or more where null or a plain number may be one. */
export function setters(field: SdkField, name: string, names: Names, scope: Scope): readonly Layout[] {
  const key = literal(field.name);
  const type = sentType(field.type, scope);
  const told = [field.description ?? `The field \`${field.name}\`.`, defaultText(field)];
  const nothing = field.isRequired ? '' : '; {@code null} says nothing';
  const classes = namesIn(field.type);
  const value = classes.length > 1 ? `${linksOf(classes, scope)}${nothing}` : `the value${nothing}`;
  const setter = (own: string, parameters: readonly Layout[], body: Layout, what: string): Layout =>
    documented(
      {
        text: told,
        tags: [...(parameters.length === 0 ? [] : [`@param value ${what}`]), '@return this builder'],
      },
      2,
      method([`public Builder ${own}`], parameters, [['return ', body, ';']]),
    );
  const primitive = new Map<Layout, string>([
    ['Long', 'long'],
    ['Double', 'double'],
  ]).get(type);
  return [
    setter(name, [[type, ' value']], listed('set(', [key, 'value'], ')'), value),
    // A literal such as 20 is no Long.
    ...(primitive === undefined
      ? []
      : [setter(name, [`${primitive} value`], listed('set(', [key, 'value'], ')'), 'the value')]),
    ...(takesNull(field.type) ? [clearing(names.give(`clear${pascalCase(name)}`), field, key)] : []),
  ];
}

function clearing(name: string, field: SdkField, key: string): Layout {
  return documented(
    { lead: `Says that ${code(field.name)} is {@code null}.`, text: [], tags: ['@return this builder'] },
    2,
    method([`public Builder ${name}`], [], [['return ', listed('put(', [key, 'null'], ')'), ';']]),
  );
}

function linksOf(names: readonly string[], { plan }: Scope): string {
  return `one of ${names.map((name) => `{@link ${plan.paramsName(name)}}`).join(', ')}`;
}

function defaultText({ default: fallback }: SdkField): string | undefined {
  return fallback === undefined ? undefined : `Default: \`${String(fallback)}\`.`;
}
