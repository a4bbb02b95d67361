import type { SdkFile, SdkType } from '../../api-description.ts';
import { documented } from '../layout/doc-comment.ts';
import { hardLine, type Layout, separated } from '../layout/layout.ts';
import { type Plan, unknownNames } from '../plan.ts';
import { choiceKey } from '../syntax/long-choices.ts';
import { choiceDeclaration, objectDeclaration, type TypeSite } from '../syntax/type-layout.ts';
import { Imports, moduleFile } from './module.ts';

export const typesPath = 'types.ts';

/** One interface for each type of the API that has a name. */
export function typesModule(plan: Plan): SdkFile {
  const declarations = plan.description.types.map((type) => declaration(type, plan));
  const choices = [...plan.longChoices.values()].map(({ name, values }) => choiceDeclaration(name, values));
  return moduleFile(typesPath, new Imports(typesPath), [unknownKind(), ...declarations, ...choices]);
}

function declaration({ name, description, fields, others, isSent, isAnswered }: SdkType, plan: Plan): Layout {
  const site: TypeSite = {
    nameOf: plan.typeName,
    choiceName: (values) => plan.longChoices.get(choiceKey(values))?.name,
    unknownKind: () => unknownNames.kind,
    isSent,
    isAnswered,
    isDiscriminator: (field) => plan.discriminators.has(field),
  };
  return documented([description], 0, objectDeclaration(plan.typeName(name), fields, others, site));
}

/** What stands for members of a union that came later, in such a way that the known ones can be told apart. */
function unknownKind(): Layout {
  const { kind, text, mark } = unknownNames;
  const lines = [
    `export type ${kind}<Field extends string> = { readonly [field in Field]: ${text} } & {`,
    '  readonly [name: string]: unknown;',
    '};',
    '',
    '/** A text that is none of those this SDK knows: `String(…)` gives it. */',
    `export interface ${text} {`,
    `  readonly [${mark}]: true;`,
    '  toString(): string;',
    '}',
    '',
    `declare const ${mark}: unique symbol;`,
  ];
  const note = 'What came after this SDK was made; `Field` tells its kind. All that was answered is kept, by its name.';
  return documented([note], 0, separated(lines, hardLine));
}
