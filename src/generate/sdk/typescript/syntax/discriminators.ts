import type { ApiDescription, SdkField, TypeReference } from '../../api-description.ts';
import type { FoundReference } from './every-reference.ts';

/** The fields by which a member of some union is told from the others. */
export function discriminators(
  { types }: ApiDescription,
  references: readonly FoundReference[],
): ReadonlySet<SdkField> {
  const byName = new Map(types.map((type) => [type.name, type]));
  const fieldsOf = (reference: TypeReference): readonly SdkField[] => {
    if (reference.kind === 'object') return reference.fields;
    return reference.kind === 'named' ? (byName.get(reference.name)?.fields ?? []) : [];
  };
  return new Set(
    references.flatMap(({ reference }) => {
      if (reference.kind !== 'union') return [];
      return reference.members.flatMap(fieldsOf).filter(({ name }) => name === reference.discriminator);
    }),
  );
}
