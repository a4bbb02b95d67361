import type { SdkOperation, SdkResult, SdkType, TypeReference } from '../../../generate/sdk/api-description.ts';

/** The types of these that something leads to, each with where it is found. */
export function reachedTypes(
  types: ReadonlyMap<string, Omit<SdkType, 'isSent' | 'isAnswered'>>,
  operations: readonly SdkOperation[],
): readonly SdkType[] {
  const sent = new Set<string>();
  const answered = new Set<string>();
  const reach = (reference: TypeReference, found: Set<string>): void => {
    for (const name of namesIn(reference)) {
      if (found.has(name)) continue;
      found.add(name);
      const { fields = [], others } = types.get(name) ?? {};
      for (const inner of [...fields.map(({ type }) => type), ...(others === undefined ? [] : [others])]) {
        reach(inner, found);
      }
    }
  };
  for (const { body, queryParameters, result } of operations) {
    for (const { type } of queryParameters) reach(type, sent);
    if (body !== undefined) reach(body, sent);
    for (const type of typesOf(result)) reach(type, answered);
  }
  return [...types.values()]
    .map((type) => ({ ...type, isSent: sent.has(type.name), isAnswered: answered.has(type.name) }))
    .filter(({ isAnswered, isSent }) => isSent || isAnswered);
}

function typesOf(result: SdkResult): readonly TypeReference[] {
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

/** Of the types that it names where it stands. */
function namesIn(type: TypeReference): readonly string[] {
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
