import type { ApiDescription, SdkField, SdkType, TypeReference } from '../api-description.ts';
import {
  envelopeFields,
  type EventArm,
  eventArms,
  eventName,
  namesOfEvents,
  receivedEventName,
  thinEventName,
  thinFields,
  unknownEventName,
} from '../event-arms.ts';
import { group, layOut, subscript } from './layout/layout.ts';
import { modelClass } from './model.ts';
import { moduleText } from './module-text.ts';
import { eventsModule, type PythonTypes } from './python-types.ts';
import { textLiteral } from './syntax/text-literal.ts';
import { Imports } from './types/imports.ts';

/** What type checkers are told of types that came later: a text that no event has, so that known types narrow. */
const laterType = '(a type that came after this SDK was made)';

/** The names of the module of events that users may import. */
export function eventNamesOf(description: ApiDescription): readonly string[] {
  return [...namesOfEvents, ...eventArms(description).map(({ name }) => name)];
}

/** The module of events: a class for each kind of data, told apart by the types of its events. */
export function eventModuleText(description: ApiDescription, types: PythonTypes): string {
  const imports = new Imports();
  imports.add('collections.abc', 'Callable');
  for (const name of ['Any', 'Literal', 'Union']) imports.add('typing', name);
  imports.add('.._core.json_value', 'as_object');
  const arms = eventArms(description);
  const fields = envelopeFields(description);
  const shapes = [
    ...arms.map((arm) => armShape(arm, fields)),
    unknownShape(description, fields),
    thinShape(description),
  ];
  const classes = shapes.map(({ data, envelope, texts, ...about }) => {
    const own = envelope.map(
      (field): SdkField =>
        field.name === 'type' ? { name: 'type', type: { kind: 'choice', values: texts }, isRequired: true } : field,
    );
    const type: SdkType = { ...about, fields: [...own, data], isSent: false, isAnswered: true };
    return modelClass(type, eventsModule, types, imports, { className: about.name, discriminator: 'type' });
  });
  return moduleText({
    about: 'What happens, as webhooks and the API tell it.',
    imports,
    body: [...classes, `${unionText(arms)}\n${tableText(arms)}`, readers],
  });
}

interface Shape {
  readonly name: string;
  readonly description: string;
  readonly envelope: readonly SdkField[];
  readonly data: SdkField;
  /** Of types. */
  readonly texts: readonly string[];
}

function armShape({ data, kinds, name }: EventArm, envelope: readonly SdkField[]): Shape {
  const [only, ...more] = kinds;
  const description = only !== undefined && more.length === 0 ? only.summary : 'An event whose `type` is one of these.';
  return { name, description, envelope, data: dataField(data), texts: kinds.map(({ type }) => type) };
}

function unknownShape({ events, types }: ApiDescription, envelope: readonly SdkField[]): Shape {
  const event = types.find(({ name }) => name === events?.name);
  const data = event?.fields.find(({ name }) => name === 'data');
  return {
    name: unknownEventName,
    description:
      'An event of a type that came after this SDK was made: `type` is any other text than checkers are told.',
    envelope,
    data: data ?? dataField({ kind: 'map', values: { kind: 'json' } }),
    texts: [laterType],
  };
}

function thinShape(description: ApiDescription): Shape {
  return {
    name: thinEventName,
    description:
      'What an endpoint with `thin` is sent of an event: that it happened. `client.events.get(id)` has the rest.',
    envelope: thinFields(description),
    data: dataField({ kind: 'null' }),
    texts: [...(description.events?.kinds.map(({ type }) => type) ?? []), laterType],
  };
}

function dataField(type: TypeReference): SdkField {
  return { name: 'data', type, isRequired: true };
}

function unionText(arms: readonly EventArm[]): string {
  const names = [...arms.map(({ name }) => name), unknownEventName];
  return `${layOut([`${eventName} = `, subscript('Union', names)], 0)}\n${receivedEventName} = Union[${eventName}, ${thinEventName}]\n`;
}

function tableText(arms: readonly EventArm[]): string {
  const rows = arms
    .flatMap(({ kinds, name }) => kinds.map(({ type }) => ({ name, type })))
    .toSorted((one, other) => (one.type < other.type ? -1 : 1));
  const entries = rows.map(({ name, type }) => `${textLiteral(type)}: ${name}`);
  return `${layOut([`_ARMS: dict[str, Callable[[dict[str, Any]], ${eventName}]] = `, group('{', entries, '}')], 0)}\n`;
}

const readers = `def event_of(members: dict[str, Any]) -> ${eventName}:
    """The event that an object tells of, whatever it lacks."""
    return _ARMS.get(str(members.get("type")), ${unknownEventName})(members)


def received_event(members: dict[str, Any]) -> ${receivedEventName}:
    """The event that came as a webhook, all of it or thin."""
    return event_of(members) if "data" in members else ${thinEventName}(members)


def read_event(value: Any) -> Any:
    """Reads an event; what is no object stays as it is."""
    members = as_object(value)
    return value if members is None else event_of(members)
`;
