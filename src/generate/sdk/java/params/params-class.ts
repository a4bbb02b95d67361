import type { SdkField, SdkFile, SdkType } from '../../api-description.ts';
import { literal } from '../syntax/text-literal.ts';
import type { Layout } from '../../typescript/layout/layout.ts';
import { javaFile, packages } from '../java-file.ts';
import { classLayout, listed, method } from '../layout/class-layout.ts';
import { documented } from '../layout/javadoc.ts';
import type { Plan } from '../plan.ts';
import { Imports } from '../syntax/imports.ts';
import { builderMembers, camelCase, Names } from '../syntax/names.ts';
import { setters } from './setters.ts';

interface Sent {
  readonly name: string;
  readonly about: string;
  readonly fields: readonly SdkField[];
  /** The class of the same object as it is answered. */
  readonly answered?: string;
}

/** The class of an object that is sent. */
export function paramsClass(type: SdkType, plan: Plan): SdkFile {
  const name = plan.paramsName(type.name);
  const about = type.description ?? `What is sent as \`${type.name}\`.`;
  const answered = type.isAnswered ? { answered: plan.modelName(type.name) } : {};
  return sentClass({ name, about, fields: type.fields, ...answered }, plan);
}

/** The class of a query. */
export function queryClass(name: string, id: string, fields: readonly SdkField[], plan: Plan): SdkFile {
  return sentClass({ name, about: `What may be asked for with \`${id}\`.`, fields }, plan);
}

function sentClass({ name, about, answered, fields }: Sent, plan: Plan): SdkFile {
  const imports = new Imports(packages.params, [name, 'Builder']);
  const base = imports.use(packages.sdk, 'Params');
  const names = new Names(builderMembers);
  // What can have one value only is said without being asked for.
  const fixed = fields.filter(({ isRequired, type }) => isRequired && type.kind === 'literal');
  const free = fields
    .filter((field) => !fixed.includes(field))
    .map((field) => ({ field, own: names.give(camelCase(field.name)) }));
  const required = free.flatMap(({ field }) => (field.isRequired ? [literal(field.name)] : []));
  const builder = classLayout({
    head: 'public static final class Builder',
    clauses: [`extends ${base}.Builder<Builder>`],
    members: [
      method(
        ['private Builder'],
        [],
        [[listed('super(', ['Builder.class', literal(name), ...required], ')'), ';'], ...fixed.map(presetLine)],
      ),
      ...free.flatMap(({ field, own }) => setters(field, own, names, { plan, imports })),
      documented(
        {
          text: ['Makes the object.'],
          tags: [
            '@return it, which later calls of this builder do not change',
            ...(required.length === 0
              ? []
              : ['@throws dev.dream.sdk.errors.ConfigurationException where something is missing; it names all of it']),
          ],
        },
        2,
        method([`public ${name} build`], [], [`return new ${name}(this);`]),
      ),
    ],
  });
  const content = documented(
    { text: [about] },
    0,
    classLayout({
      head: `public final class ${name}`,
      clauses: [`extends ${base}`],
      members: [
        method([`private ${name}`], ['Builder builder'], ['super(builder);']),
        documented(
          { text: ['A builder with nothing said.'], tags: ['@return a new one'] },
          1,
          method(['public static Builder builder'], [], ['return new Builder();']),
        ),
        ...(answered === undefined ? [] : [copying(name, answered, imports)]),
        documented({ lead: `Gathers a {@link ${name}}.`, text: [] }, 1, builder),
      ],
    }),
  );
  return javaFile(packages.params, name, content, imports);
}

function copying(name: string, answered: string, imports: Imports): Layout {
  const model = imports.use(packages.types, answered);
  return documented(
    {
      text: ['The same as it was answered, to be sent back.'],
      tags: ['@param answered what came of the server', '@return the same to be sent'],
    },
    1,
    method(
      [`public static ${name} from`],
      [`${model} answered`],
      ['Builder builder = builder();', 'answered.raw().forEach(builder::put);', 'return builder.build();'],
    ),
  );
}

function presetLine({ name, type }: SdkField): Layout {
  const value = type.kind === 'literal' ? type.value : '';
  const written = typeof value === 'string' ? literal(value) : numberOrTruth(value);
  return [listed('set(', [literal(name), written], ')'), ';'];
}

function numberOrTruth(value: number | boolean): string {
  if (typeof value === 'boolean') return String(value);
  return Number.isSafeInteger(value) ? `${value}L` : `${value}d`;
}
