import type { SdkFile, SdkType } from '../../api-description.ts';
import { documented } from '../layout/doc-comment.ts';
import { hardLine, type Layout, separated } from '../layout/layout.ts';
import { type Plan, unknownNames } from '../plan.ts';
import { choiceKey } from '../syntax/long-choices.ts';
import { choiceDeclaration, objectDeclaration, type TypeSite } from '../syntax/type-layout.ts';
import { eventDeclarations } from './event-types.ts';
import { Imports, moduleFile } from './module.ts';

export const typesPath = 'types.ts';

/** One interface for each type of the API that has a name. */
export function typesModule(plan: Plan): SdkFile {
  const { events, types } = plan.description;
  const declarations = types.flatMap((type) =>
    events !== undefined && type.name === events.name
      ? eventDeclarations(events, plan, siteOf(type, plan))
      : [declaration(type, plan)],
  );
  const choices = [...plan.longChoices.values()].map(({ name, values }) => choiceDeclaration(name, values));
  return moduleFile(typesPath, new Imports(typesPath), [unknownKind(), ...declarations, ...choices]);
}

function declaration(type: SdkType, plan: Plan): Layout {
  const { description, fields, name, others } = type;
  return documented([description], 0, objectDeclaration(plan.typeName(name), fields, others, siteOf(type, plan)));
}

function siteOf({ isAnswered, isSent }: SdkType, plan: Plan): TypeSite {
  return {
    nameOf: plan.typeName,
    choiceName: (values) => plan.longChoices.get(choiceKey(values))?.name,
    unknownKind: () => unknownNames.kind,
    isSent,
    isAnswered,
    isDiscriminator: (field) => plan.discriminators.has(field),
  };
}

/** What stands for members of a union that came later, in such a way that the known ones can be told apart. */
function unknownKind(): Layout {
  const { kind, text, mark } = unknownNames;
  const lines = [
    `export type ${kind}<Field extends string> = { readonly [field in Field]: ${text} } & {`,
    '  readonly [name: string]: unknown;',
    '};',
    '',
    '/** A text that is none of those this SDK knows. It is written as none of them is, so that they can be told from it. */',
    `export type ${text} = \`\\u0000\${string}\` & { readonly [${mark}]: true };`,
    '',
    `declare const ${mark}: unique symbol;`,
  ];
  const note = 'What came after this SDK was made; `Field` tells its kind. All that was answered is kept, by its name.';
  return documented([note], 0, separated(lines, hardLine));
}
