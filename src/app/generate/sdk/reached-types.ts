import type { SdkEvents, SdkOperation, SdkType, TypeReference } from '../../../generate/sdk/api-description.ts';
import { namesIn, typesOf } from '../../../generate/sdk/type-names.ts';

/** The types of these that something leads to, each with where it is found. */
export function reachedTypes(
  types: ReadonlyMap<string, Omit<SdkType, 'isSent' | 'isAnswered'>>,
  operations: readonly SdkOperation[],
  events?: SdkEvents,
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
  if (events !== undefined) reach({ kind: 'named', name: events.name }, answered);
  for (const { data } of events?.kinds ?? []) reach(data, answered);
  return [...types.values()]
    .map((type) => ({ ...type, isSent: sent.has(type.name), isAnswered: answered.has(type.name) }))
    .filter(({ isAnswered, isSent }) => isSent || isAnswered);
}
