import type { ApiDescription, SdkField, SdkOperation, SdkResource, TypeReference } from '../../api-description.ts';

/** A type where it stands; `field`: the nearest that it is the type of, or part of that. */
export interface FoundReference {
  readonly reference: TypeReference;
  readonly field?: SdkField;
}

/** Every type that stands anywhere in the API, those within others included. */
export function everyReference({
  types,
  resources,
}: Pick<ApiDescription, 'types' | 'resources'>): readonly FoundReference[] {
  const operations = resources.flatMap(operationsBelow);
  return [
    ...types.flatMap(({ fields, others }) => [...fields.flatMap(ofField), ...ofOptional(others)]),
    ...operations.flatMap(({ pathParameters, queryParameters }) =>
      [...pathParameters, ...queryParameters].flatMap(ofField),
    ),
    ...operations.flatMap(ofBodies).flatMap((reference) => within({ reference })),
  ];
}

function operationsBelow({ operations, resources }: SdkResource): readonly SdkOperation[] {
  return [...operations, ...resources.flatMap(operationsBelow)];
}

function ofBodies({ body, result }: SdkOperation): readonly TypeReference[] {
  return [
    ...(body === undefined ? [] : [body]),
    ...(result.form === 'value' ? [result.type] : []),
    ...(result.form === 'pages' ? [result.page, result.item] : []),
    ...(result.form === 'events' && result.data !== undefined ? [result.data] : []),
    ...(result.form === 'parts' ? [result.part, result.item] : []),
  ];
}

function ofField(field: SdkField): readonly FoundReference[] {
  return within({ reference: field.type, field });
}

function ofOptional(reference: TypeReference | undefined): readonly FoundReference[] {
  return reference === undefined ? [] : within({ reference });
}

function within(found: FoundReference): readonly FoundReference[] {
  const inner = (...references: readonly TypeReference[]): readonly FoundReference[] => [
    found,
    ...references.flatMap((reference) => within({ ...found, reference })),
  ];
  const { reference } = found;
  switch (reference.kind) {
    case 'list':
      return inner(reference.items);
    case 'map':
      return inner(reference.values);
    case 'nullable':
      return inner(reference.of);
    case 'union':
      return inner(...reference.members);
    case 'object':
      return [found, ...reference.fields.flatMap(ofField), ...ofOptional(reference.others)];
    default:
      return [found];
  }
}
