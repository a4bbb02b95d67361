import type { SdkResult, TypeReference } from './api-description.ts';

/** The types that an answer is made of. */
export function typesOf(result: SdkResult): readonly TypeReference[] {
  switch (result.form) {
    case 'value':
      return [result.type];
    case 'pages':
      return [result.page, result.item];
    case 'parts':
      return [result.part, result.item];
    case 'events':
      return result.data === undefined ? [] : [result.data];
    case 'nothing':
    case 'bytes':
      return [];
  }
}

/** Names of the types that it names where it stands. */
export function namesIn(type: TypeReference): readonly string[] {
  switch (type.kind) {
    case 'named':
      return [type.name];
    case 'list':
      return namesIn(type.items);
    case 'map':
      return namesIn(type.values);
    case 'nullable':
      return namesIn(type.of);
    case 'union':
      return type.members.flatMap(namesIn);
    case 'object':
      return [...type.fields.map((field) => field.type), ...(type.others === undefined ? [] : [type.others])].flatMap(
        namesIn,
      );
    default:
      return [];
  }
}
