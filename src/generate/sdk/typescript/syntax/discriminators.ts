import type { ApiDescription, SdkField, SdkOperation, SdkResource, TypeReference } from '../../api-description.ts';

/** The fields by which a member of some union is told from the others. */
export function discriminators({ types, resources }: ApiDescription): ReadonlySet<SdkField> {
  const byName = new Map(types.map((type) => [type.name, type]));
  const found = new Set<SdkField>();
  const fieldsOf = (reference: TypeReference): readonly SdkField[] => {
    if (reference.kind === 'object') return reference.fields;
    return reference.kind === 'named' ? (byName.get(reference.name)?.fields ?? []) : [];
  };
  const visit = (reference: TypeReference): void => {
    if (reference.kind === 'union') {
      const { discriminator } = reference;
      const fields = reference.members.flatMap(fieldsOf).filter(({ name }) => name === discriminator);
      for (const field of fields) found.add(field);
    }
    for (const inner of innerReferences(reference)) visit(inner);
  };
  for (const { fields, others } of types) {
    for (const { type } of fields) visit(type);
    if (others !== undefined) visit(others);
  }
  for (const operation of resources.flatMap(operationsBelow))
    for (const reference of referencesOf(operation)) visit(reference);
  return found;
}

/** Those of a resource and of all resources below it. */
function operationsBelow({ operations, resources }: SdkResource): readonly SdkOperation[] {
  return [...operations, ...resources.flatMap(operationsBelow)];
}

function referencesOf({ queryParameters, body, result }: SdkOperation): readonly TypeReference[] {
  return [
    ...queryParameters.map(({ type }) => type),
    ...(body === undefined ? [] : [body]),
    ...(result.form === 'value' ? [result.type] : []),
    ...(result.form === 'pages' ? [result.page, result.item] : []),
    ...(result.form === 'parts' ? [result.part, result.item] : []),
  ];
}

function innerReferences(reference: TypeReference): readonly TypeReference[] {
  switch (reference.kind) {
    case 'list':
      return [reference.items];
    case 'map':
      return [reference.values];
    case 'nullable':
      return [reference.of];
    case 'union':
      return reference.members;
    case 'object':
      return [
        ...reference.fields.map(({ type }) => type),
        ...(reference.others === undefined ? [] : [reference.others]),
      ];
    default:
      return [];
  }
}
