import type { ApiDescription, SdkEventKind, SdkField, TypeReference } from './api-description.ts';
import { pascalCase } from './typescript/syntax/names.ts';

/** What an event is called in an SDK, whatever the API calls it, and one of a type that the SDK has not heard of. */
export const eventName = 'DreamEvent';
export const unknownEventName = 'UnknownEvent';

/** What came as a webhook, and such of it as an endpoint is sent that asked for no more. */
export const receivedEventName = 'ReceivedEvent';
export const thinEventName = 'ThinEvent';

/** Nothing of the API may be called like these. */
export const namesOfEvents: readonly string[] = [eventName, unknownEventName, receivedEventName, thinEventName];

/** The events that one class stands for: those whose data is the same named type, else those of one type. */
export interface EventArm {
  /** `ResourceChangeEvent`: unlike every type of the API. */
  readonly name: string;
  readonly data: TypeReference;
  readonly kinds: readonly SdkEventKind[];
}

/** For languages that write a class for what others write as a type: few classes say as much as one for each type. */
export function eventArms({ events, types }: ApiDescription): readonly EventArm[] {
  const taken = new Set([...namesOfEvents, ...types.map(({ name }) => name)].map(folded));
  const groups = Map.groupBy(events?.kinds ?? [], ({ data, type }) =>
    data.kind === 'named' ? `data ${data.name}` : `type ${type}`,
  );
  return [...groups.values()].flatMap((kinds) => {
    const [first] = kinds;
    if (first === undefined) return [];
    const { data, type } = first;
    let name = `${pascalCase(data.kind === 'named' ? data.name : type)}Event`;
    while (taken.has(folded(name))) name += 'Arm';
    taken.add(folded(name));
    return [{ name, data, kinds }];
  });
}

/** The fields that every event has besides its data, whose type is another for each. */
export function envelopeFields({ events, types }: ApiDescription): readonly SdkField[] {
  const fields = types.find(({ name }) => name === events?.name)?.fields ?? [];
  return fields.filter(({ name }) => name !== 'data');
}

/** Those of a thin event. */
export function thinFields(description: ApiDescription): readonly SdkField[] {
  return envelopeFields(description).filter(({ name }) => name === 'id' || name === 'type');
}

/** Names of files must differ where case does not count. */
function folded(name: string): string {
  return name.toLowerCase();
}
