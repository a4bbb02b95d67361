import type { SdkEvents, SdkField } from '../../api-description.ts';
import {
  envelopeFields,
  eventName,
  receivedEventName,
  thinEventName,
  thinFields,
  unknownEventName,
} from '../../event-arms.ts';
import { documented } from '../layout/doc-comment.ts';
import { type Layout, lines } from '../layout/layout.ts';
import { type Plan, unknownNames } from '../plan.ts';
import { eventParameters as parameters } from '../syntax/event-names.ts';
import { textLiteral } from '../syntax/text-literal.ts';
import { objectDeclaration, type TypeSite } from '../syntax/type-layout.ts';

/** What takes the place of the API's own type of an event: one for each type of event, told apart by that. */
export function eventDeclarations(events: SdkEvents, plan: Plan, site: TypeSite): readonly Layout[] {
  return [
    documented(
      ['What events of each type say in their `data`.'],
      0,
      objectDeclaration('EventData', events.kinds.map(fieldOfKind), undefined, site),
    ),
    envelopeDeclaration(plan, site),
    documented(
      ['An event of a type that came after this SDK was made. All that it says is kept.'],
      0,
      `export type ${unknownEventName} = EventOf<${unknownNames.text}, { readonly [name: string]: unknown }>;`,
    ),
    documented([unionNote], 0, lines(union)),
    documented([thinNote], 0, thinDeclaration(plan)),
    documented([receivedNote], 0, received),
  ];
}

const unionNote =
  'Something that has happened: `type` tells what `data` is. `Own` has what further types say, such as `EventPayloads` as `dream generate types` writes them; of the types here, it changes nothing.';

const union = `export type ${eventName}<Own extends object = object> = EventsOf<EventData & Omit<Own, keyof EventData>> | ${unknownEventName};

type EventsOf<Table> = { [Type in keyof Table & string]: EventOf<Type, Table[Type]> }[keyof Table & string];`;

const thinNote =
  'What an endpoint with `thin` is sent of an event: that it happened. `client.events.get(id)` has the rest.';

const receivedNote =
  'What came as a webhook. Where its `data` is not `undefined`, all of the event came: `type` tells what `data` is.';

const received = `export type ${receivedEventName}<Own extends object = object> = ${eventName}<Own> | ${thinEventName}<Own>;`;

function thinDeclaration({ description }: Plan): Layout {
  const names = thinFields(description).map(({ name }) => textLiteral(name));
  return lines(`export type ${thinEventName}<Own extends object = object> = Pick<${eventName}<Own>, ${names.join(' | ')}> & {
  readonly data?: undefined;
};`);
}

function fieldOfKind({ data, summary, type }: SdkEvents['kinds'][number]): SdkField {
  return { name: type, type: data, isRequired: true, description: summary };
}

function envelopeDeclaration({ description }: Plan, site: TypeSite): Layout {
  const fields = envelopeFields(description).map((field) =>
    field.name === 'type' ? { ...field, type: { kind: 'named' as const, name: parameters.type } } : field,
  );
  const data: SdkField = { name: 'data', type: { kind: 'named', name: parameters.data }, isRequired: true };
  const own: readonly string[] = Object.values(parameters);
  const content = objectDeclaration(
    `EventOf<${parameters.type} extends string, ${parameters.data}>`,
    [...fields, data],
    undefined,
    { ...site, nameOf: (name) => (own.includes(name) ? name : site.nameOf(name)) },
  );
  return documented(['What every event says, of whatever type.'], 0, content);
}
