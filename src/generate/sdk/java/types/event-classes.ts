import type { SdkField, SdkFile, TypeReference } from '../../api-description.ts';
import { envelopeFields, type EventArm } from '../../event-arms.ts';
import { hardLine, indent, type Layout, separated } from '../../typescript/layout/layout.ts';
import { javaFile, packages } from '../java-file.ts';
import { classLayout, method, permitted } from '../layout/class-layout.ts';
import { code, documented, type Told } from '../layout/javadoc.ts';
import type { Plan, PlannedEvents } from '../plan.ts';
import { Imports } from '../syntax/imports.ts';
import { camelCase, modelMembers, Names } from '../syntax/names.ts';
import { literal } from '../syntax/text-literal.ts';
import { accessors } from './accessor.ts';

/** The sealed class of all events, and those that it permits: one for each kind of data, and one for what came later. */
export function eventFiles(plan: Plan): readonly SdkFile[] {
  const { description, events } = plan;
  if (events === undefined) return [];
  const type = description.types.find(({ name }) => name === description.events?.name);
  const data = type?.fields.find(({ name }) => name === 'data');
  const later = { lead: 'An event of a type that came after this SDK was made.', text: [] };
  return [
    sealedClass(events, plan),
    ...events.arms.map(({ arm, name }) => armClass(name, aboutArm(arm), dataField(arm.data), plan)),
    armClass(events.unknown, later, data ?? dataField({ kind: 'map', values: { kind: 'json' } }), plan),
  ];
}

function sealedClass({ arms, name, unknown }: PlannedEvents, plan: Plan): SdkFile {
  const imports = new Imports(packages.types, [name]);
  const classes = [...arms.map((arm) => arm.name), unknown].map((one) => imports.use(packages.types, one));
  const model = imports.use(packages.sdk, 'Model');
  const names = new Names(modelMembers);
  const members = envelopeFields(plan.description).flatMap((field) =>
    accessors(asText(field), names.give(camelCase(field.name)), names, { plan, imports }),
  );
  const content = documented(
    {
      text: [
        'Something that has happened. Its class tells what its data is, and its type what has happened.',
        'To an endpoint with `thin` only `id` and `type` are sent.',
      ],
    },
    0,
    classLayout({
      head: `public abstract sealed class ${name}`,
      clauses: [`extends ${model}`, permitted(classes)],
      members: [
        method([name], ['Object json'], ['super(json);']),
        documented(
          {
            text: ['Reads one.'],
            tags: [
              '@param json as {@link dev.dream.sdk.json.Json} reads it',
              '@return an instance of the class that its type tells of, whichever fields it has',
            ],
          },
          1,
          method([`public static ${name} fromJson`], ['Object json'], choosing(arms, unknown, imports)),
        ),
        ...members,
      ],
    }),
  );
  return javaFile(packages.types, name, content, imports);
}

function choosing(arms: PlannedEvents['arms'], unknown: string, imports: Imports): readonly Layout[] {
  const map = imports.use('java.util', 'Map');
  const cases = arms
    .flatMap(({ arm, name }) => arm.kinds.map(({ type }) => ({ name, type })))
    .toSorted((one, other) => (one.type < other.type ? -1 : 1))
    .map(({ name, type }) => `case ${literal(type)} -> new ${name}(json);`);
  return [
    `Object type = json instanceof ${map}<?, ?> fields ? fields.get("type") : null;`,
    [
      'return switch (String.valueOf(type)) {',
      indent(hardLine, separated([...cases, `default -> new ${unknown}(json);`], hardLine)),
      hardLine,
      '};',
    ],
  ];
}

function armClass(name: string, about: Told, data: SdkField, plan: Plan): SdkFile {
  const imports = new Imports(packages.types, [name]);
  const names = new Names(modelMembers);
  for (const field of envelopeFields(plan.description)) names.give(camelCase(field.name));
  const base = imports.use(packages.types, plan.events?.name ?? 'Model');
  const content = documented(
    about,
    0,
    classLayout({
      head: `public final class ${name}`,
      clauses: [`extends ${base}`],
      members: [
        method([name], ['Object json'], ['super(json);']),
        ...accessors(data, names.give(camelCase(data.name)), names, { plan, imports }),
      ],
    }),
  );
  return javaFile(packages.types, name, content, imports);
}

function aboutArm({ kinds }: EventArm): Told {
  const [only, ...more] = kinds;
  if (only !== undefined && more.length === 0)
    return { lead: `An event of the type ${code(only.type)}.`, text: [only.summary] };
  return { lead: `An event of one of the types ${kinds.map(({ type }) => code(type)).join(', ')}.`, text: [] };
}

/** Which class it is depends on it, and new ones may come. */
function asText(field: SdkField): SdkField {
  return field.name === 'type' ? { ...field, type: { kind: 'text' } } : field;
}

function dataField(type: TypeReference): SdkField {
  return { name: 'data', type, isRequired: true, description: 'What it says.' };
}
