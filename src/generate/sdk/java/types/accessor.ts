import type { SdkField } from '../../api-description.ts';
import type { Layout } from '../../typescript/layout/layout.ts';
import { packages } from '../java-file.ts';
import { generic, listed, method } from '../layout/class-layout.ts';
import { code, documented } from '../layout/javadoc.ts';
import { type Names, pascalCase } from '../syntax/names.ts';
import { literal } from '../syntax/text-literal.ts';
import { answered, type AnsweredForm } from './answered-form.ts';
import { boxed, decoder, type Scope, simpleName } from './answered-type.ts';

/** The methods that read a field: one, or one more for each kind of value that it may have. */
export function accessors(field: SdkField, name: string, names: Names, scope: Scope): readonly Layout[] {
  const { form, isNullable } = answered(field.type);
  const told = [field.description, field.description === undefined ? `The field \`${field.name}\`.` : undefined];
  const isOptional = !field.isRequired || isNullable;
  const read = (
    own: string,
    of: AnsweredForm,
    optional: boolean,
    text: readonly (string | undefined)[],
    what: string,
  ) =>
    documented(
      { text: [...text, defaultText(field)], tags: [`@return ${what}`] },
      1,
      accessor(own, field.name, of, optional, scope),
    );
  if (form.kind === 'mixed') {
    const arms = form.arms.map((arm) => {
      const own = names.give(`${name}As${suffix(arm, scope)}`);
      return documented(
        { text: [...told, defaultText(field)], tags: ['@return its value; empty where there is none of this kind'] },
        1,
        isOfObjects(arm) ? objectArm(own, field.name, arm, scope) : accessor(own, field.name, arm, true, scope),
      );
    });
    return [read(name, form, true, told, `JSON of one of several kinds; {@code null} where there is none`), ...arms];
  }
  if (form.kind === 'json') return [read(name, form, true, told, 'any JSON; {@code null} where there is none')];
  const what = isOptional ? `${code(field.name)}; empty where there is none` : code(field.name);
  return [read(name, form, isOptional, told, what)];
}

/** What takes anything on its own is here for objects only. */
function objectArm(name: string, key: string, form: AnsweredForm, scope: Scope): Layout {
  const { more, reader, type } = reading(form, true, scope);
  const objects = listed(`${scope.imports.use(packages.core, 'Decoders')}.object(`, more, ')');
  const call = listed(`${reader}(`, [literal(key), objects], ')');
  return method([`public `, type, ` ${name}`], [], [['return ', call, ';']]);
}

function isOfObjects({ kind }: AnsweredForm): boolean {
  return kind === 'model' || kind === 'either';
}

function accessor(name: string, key: string, form: AnsweredForm, isOptional: boolean, scope: Scope): Layout {
  const { type, reader, more } = reading(form, isOptional, scope);
  const call = listed(`${reader}(`, [literal(key), ...more], ')');
  return method([`public `, type, ` ${name}`], [], [['return ', call, ';']]);
}

function reading(
  form: AnsweredForm,
  isOptional: boolean,
  scope: Scope,
): { readonly type: Layout; readonly reader: string; readonly more: readonly Layout[] } {
  if (form.kind === 'mixed' || form.kind === 'json') return { type: 'Object', reader: 'json', more: [] };
  const of = form.kind === 'list' || form.kind === 'map' ? form.of : form;
  const isObject = form.kind === 'model' || form.kind === 'choice' || form.kind === 'either';
  const kind = isObject ? 'object' : form.kind;
  const more = isObject || of !== form ? [decoder(of, scope)] : [];
  if (isOptional) {
    const type = generic(scope.imports.use('java.util', 'Optional'), boxed(form, scope));
    return { type, reader: `optional${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, more };
  }
  const primitive = new Map([
    ['integer', 'long'],
    ['number', 'double'],
    ['bool', 'boolean'],
  ]).get(form.kind);
  return { type: primitive ?? boxed(form, scope), reader: kind, more };
}

function suffix(form: AnsweredForm, { plan }: Scope): string {
  if (form.kind === 'either') return 'Object';
  if (form.kind === 'model' || form.kind === 'choice') return simpleName(form, plan);
  return pascalCase(form.kind);
}

function defaultText({ default: fallback }: SdkField): string | undefined {
  return fallback === undefined ? undefined : `Default: \`${String(fallback)}\`.`;
}
