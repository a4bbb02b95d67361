import type { JsonObject } from '../../../engine/json.ts';
import type { SdkEventKind, SdkEvents } from '../../../generate/sdk/api-description.ts';
import type { NamedSchemas } from '../../../server/openapi/named-schemas.ts';
import { toldEvent } from '../../../server/openapi/told-event.ts';
import { type ApiPart, aboutAll } from '../../control-plane/api-parts.ts';
import type { TypeReader } from './type-reader.ts';

/** Events whose schemas have their named ones taken out. */
export interface TakenEvents {
  readonly name: string;
  readonly kinds: readonly { readonly type: string; readonly summary: string; readonly data: JsonObject }[];
}

/**
 * What receivers are told, by the type of the event; undefined where there is nothing to tell, or nobody.
 *
 * @throws RangeError where the schema of an event's data has the name of another schema
 */
export function takeEvents(parts: readonly ApiPart[], named: NamedSchemas): TakenEvents | undefined {
  const { calls, events = {} } = aboutAll(parts);
  const types = Object.entries(events).toSorted(([one], [other]) => (one < other ? -1 : 1));
  if (calls === undefined || types.length === 0) return undefined;
  const { title } = calls.body;
  if (typeof title !== 'string') throw new RangeError('events: what is sent to receivers has no name');
  named.take(calls.body, 'events');
  return {
    name: title,
    kinds: types.map(([type, told]) => {
      const { data, summary } = toldEvent(told);
      return { type, summary, data: named.take(data, `event ${type}`) };
    }),
  };
}

/** The same as types. */
export function describeEvents({ kinds, name }: TakenEvents, reader: TypeReader): SdkEvents {
  return {
    name,
    kinds: kinds.map(
      ({ data, summary, type }): SdkEventKind => ({
        type,
        summary,
        data: reader.type(data, `event ${type}`),
      }),
    ),
  };
}
