import type { Json, JsonObject } from '../../engine/json.ts';
import { objectOf } from '../../engine/json-fields.ts';
import type { EventCalls, EventDescriptions } from '../event-descriptions.ts';
import { sampleOf } from './examples/sample.ts';
import type { NamedSchemas } from './named-schemas.ts';
import { toldEvent } from './told-event.ts';

/** The call that receivers of events of this type get. */
export function webhookObject(
  type: string,
  told: EventDescriptions[string],
  calls: EventCalls,
  named: NamedSchemas,
): JsonObject {
  const { data, summary } = toldEvent(told);
  const body = bodyOf(type, data, calls.body);
  const schema = named.take(body, `event ${type}`);
  return { post: callObject({ type, summary, schema, example: sampleOf(body, 'answered') }, calls) };
}

/** The headers of calls by name, which every one of them refers to. */
export function callParameters({ headers }: EventCalls): JsonObject {
  return Object.fromEntries(
    Object.entries(headers).map(([name, { description, schema }]) => [
      name,
      { name, in: 'header', required: true, description, schema },
    ]),
  );
}

interface Told {
  readonly type: string;
  readonly summary: string;
  readonly schema: JsonObject;
  readonly example: Json;
}

function callObject(
  { example, schema, summary, type }: Told,
  { answers, description, headers }: EventCalls,
): JsonObject {
  return {
    operationId: `events.${type}`,
    summary,
    description,
    security: [],
    parameters: Object.keys(headers).map((name) => ({ $ref: `#/components/parameters/${name}` })),
    requestBody: { required: true, content: { 'application/json': { schema, example } } },
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, meaning]) => [status, { description: meaning }]),
    ),
  };
}

/** `FlagUpdatedEvent`: the body with this type and what events of it say. */
function bodyOf(type: string, data: JsonObject, body: JsonObject): JsonObject {
  const words = type.split(/[^A-Za-z0-9]+/u).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const properties = objectOf(body['properties']);
  return {
    ...body,
    title: `${words.join('')}Event`,
    properties: { ...properties, type: { const: type }, data },
  };
}
