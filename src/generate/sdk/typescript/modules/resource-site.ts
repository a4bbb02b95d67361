import type { TypeReference } from '../../api-description.ts';
import { fit } from '../layout/fit.ts';
import type { Layout } from '../layout/layout.ts';
import { type Plan, type PlannedResource, unknownNames } from '../plan.ts';
import { choiceKey } from '../syntax/long-choices.ts';
import { objectDeclaration, typeLayout, type TypeSite } from '../syntax/type-layout.ts';
import type { Imports } from './module.ts';
import { typesPath } from './types-module.ts';

/** What the methods of one resource's class stand among. */
export interface ResourceSite {
  /** What names of its own begin with. */
  readonly title: string;
  /** What a type of the API is called, where it is only spoken of. */
  readonly typeName: (type: string) => string;
  /** A name of the hand-written part, imported. */
  readonly runtime: (name: string) => string;
  /** What stands for a type where there is room for a name only; the declaration of that name where it has none yet. */
  typeText(
    reference: TypeReference,
    wish: string,
    of: 'sent' | 'answered',
  ): { readonly text: string; readonly declaration?: Layout };
}

export function resourceSite({ title }: PlannedResource, plan: Plan, imports: Imports): ResourceSite {
  const typeSite = (of: 'sent' | 'answered'): TypeSite => ({
    nameOf: (type) => imports.use(plan.typeName(type), typesPath),
    unknownKind: () => imports.use(unknownNames.kind, typesPath),
    choiceName(values) {
      const name = plan.longChoices.get(choiceKey(values))?.name;
      return name === undefined ? undefined : imports.use(name, typesPath);
    },
    isSent: of === 'sent',
    isAnswered: of === 'answered',
    isDiscriminator: (field) => plan.discriminators.has(field),
  });
  return {
    title,
    typeName: plan.typeName,
    runtime: (name) => imports.useRuntime(name, plan.runtime),
    typeText(reference, wish, of) {
      const site = typeSite(of);
      if (isShort(reference)) return { text: fit(typeLayout(reference, site)) };
      const text = plan.exportName(wish);
      const declaration: Layout =
        reference.kind === 'object'
          ? objectDeclaration(text, reference.fields, reference.others, site)
          : [`export type ${text} = `, typeLayout(reference, site), ';'];
      return { text, declaration };
    },
  };
}

/** Its text is one word. */
function isShort({ kind }: TypeReference): boolean {
  return ['named', 'text', 'integer', 'number', 'boolean', 'json', 'null', 'literal'].includes(kind);
}
