import { isJsonObject, type Json, type JsonObject } from '../../engine/json.ts';
import { objectOf } from '../../engine/json-fields.ts';
import type { DocumentedApi, DocumentedComponent, DocumentedOperation } from '../../generate/docs/documented-api.ts';
import type { ApiDescription } from '../../generate/sdk/api-description.ts';
import type { WrittenSdk } from '../../generate/sdk/sdk-calls.ts';
import type { ApiObjects } from '../../server/openapi/api-objects.ts';
import type { ApiPart } from '../control-plane/api-parts.ts';
import { eventsOfPart } from '../control-plane/part-events.ts';

/** The API as its pages show it. */
export function documentedApi(
  parts: readonly ApiPart[],
  api: ApiDescription,
  sdks: readonly WrittenSdk[],
  objects: ApiObjects,
): DocumentedApi {
  const operations = parts.flatMap((part) => part.operations);
  return {
    api,
    components: parts.filter((part) => part.operations.length > 0).map(documentedComponent),
    operations: new Map(
      operations.map((one) => [one.id, { scope: one.scope, examples: examplesIn(objects.operation(one)) }] as const),
    ),
    sdks,
  };
}

function documentedComponent(part: ApiPart): DocumentedComponent {
  const { api, models, name } = part;
  return {
    name,
    summary: api?.summary ?? 'What is there whichever components there are.',
    kinds: models.map(({ kind, summary }) => ({ kind, summary })),
    events: Object.entries(eventsOfPart(part))
      .map(([type, told]) => ({ type, summary: typeof told === 'string' ? told : told.summary }))
      .toSorted((one, other) => (one.type < other.type ? -1 : 1)),
  };
}

/** As OpenAPI shows them. */
function examplesIn({ requestBody, responses }: JsonObject): DocumentedOperation['examples'] {
  const body = exampleIn(requestBody);
  const [, success] = Object.entries(objectOf(responses)).find(([status]) => status.startsWith('2')) ?? [];
  const answer = exampleIn(success);
  return { ...(body === undefined ? {} : { body }), ...(answer === undefined ? {} : { answer }) };
}

function exampleIn(message: Json | undefined): Json | undefined {
  const content = isJsonObject(message) ? objectOf(message['content']) : {};
  return objectOf(content['application/json'])['example'];
}
