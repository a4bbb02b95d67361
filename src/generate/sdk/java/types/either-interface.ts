import type { SdkFile, SdkType } from '../../api-description.ts';
import { byNeeds, requiredOf } from '../../by-needs.ts';
import { literal } from '../syntax/text-literal.ts';
import { group, hardLine, indent, type Layout, separated, softLine } from '../../typescript/layout/layout.ts';
import { javaFile, packages } from '../java-file.ts';
import { classLayout, listed, method, permitted } from '../layout/class-layout.ts';
import { documented } from '../layout/javadoc.ts';
import type { Plan } from '../plan.ts';
import type { PlannedEither } from '../planned-forms.ts';
import { Imports } from '../syntax/imports.ts';

/** The sealed interface of an object that is one of several. */
export function eitherInterface({ form, name }: PlannedEither, plan: Plan): SdkFile {
  const imports = new Imports(packages.types, [name, 'Unknown']);
  const types = form.names.map(plan.typeOf);
  // Before anything else: what is beside it in its package has its simple name.
  const classOf = (type: SdkType): string => imports.use(packages.types, plan.modelName(type.name));
  const classes = types.map(classOf);
  const map = imports.use('java.util', 'Map');
  const model = imports.use(packages.sdk, 'Model');
  const links = classes.map((one) => `{@link ${one}}`);
  const choose =
    form.discriminator === undefined
      ? fittingLines(types, classOf, imports)
      : switchLines(form.discriminator, types, classOf, map);
  const content = documented(
    { text: [], lead: `One of ${links.join(', ')}, or one that this SDK has not heard of.` },
    0,
    classLayout({
      head: `public sealed interface ${name}`,
      clauses: [permitted([...classes, `${name}.Unknown`])],
      members: [
        documented(
          { text: ['All fields as they came.'], tags: ['@return by name; cannot be changed'] },
          1,
          `${map}<String, Object> raw();`,
        ),
        documented(
          {
            text: ['Reads one.'],
            tags: [
              '@param json as {@link dev.dream.sdk.json.Json} reads it',
              '@return an instance of the class that it tells of',
            ],
          },
          1,
          method([`static ${name} fromJson`], ['Object json'], choose),
        ),
        documented(
          { text: ['One that came after this SDK was made.'] },
          1,
          classLayout({
            head: 'final class Unknown',
            clauses: [`extends ${model}`, `implements ${name}`],
            members: [method(['private Unknown'], ['Object json'], ['super(json);'])],
          }),
        ),
      ],
    }),
  );
  return javaFile(packages.types, name, content, imports);
}

function switchLines(
  discriminator: string,
  types: readonly SdkType[],
  classOf: (type: SdkType) => string,
  map: string,
): readonly Layout[] {
  const seen = new Set<string>();
  const cases = types.flatMap((type) =>
    tagsOf(type, discriminator)
      .filter((tag) => !seen.has(tag) && seen.add(tag))
      .map((tag) => `case ${literal(tag)} -> ${classOf(type)}.fromJson(json);`),
  );
  const tag = listed('fields.get(', [literal(discriminator)], ')');
  const choosing: Layout = [
    'return switch (String.valueOf(tag)) {',
    indent(hardLine, separated([...cases, 'default -> new Unknown(json);'], hardLine)),
    hardLine,
    '};',
  ];
  return [[`Object tag = json instanceof ${map}<?, ?> fields ? `, tag, ' : null;'], choosing];
}

/** Without a field that tells, it is the one that has all it must have; of several, the one that must have the most. */
function fittingLines(
  types: readonly SdkType[],
  classOf: (type: SdkType) => string,
  imports: Imports,
): readonly Layout[] {
  const set = imports.use('java.util', 'Set');
  const list = imports.use('java.util', 'List');
  const map = imports.use('java.util', 'Map');
  return [
    `${set}<?> names = json instanceof ${map}<?, ?> fields ? fields.keySet() : ${set}.of();`,
    ...byNeeds(types).map((type) => {
      const required = requiredOf(type.fields).map((field) => literal(field.name));
      const has = listed('names.containsAll(', [listed(`${list}.of(`, required, ')')], ')');
      return [group('if (', indent(softLine, has), softLine), `) return ${classOf(type)}.fromJson(json);`];
    }),
    'return new Unknown(json);',
  ];
}

function tagsOf({ fields }: SdkType, name: string): readonly string[] {
  const type = fields.find((field) => field.name === name)?.type;
  if (type?.kind === 'choice') return type.values;
  return type?.kind === 'literal' ? [String(type.value)] : [];
}
