import { isJsonObject, type JsonObject } from '../../../engine/json.ts';
import type { Operation } from '../../../server/operation.ts';
import type { NamedSchemas } from '../../../server/openapi/named-schemas.ts';
import { schemaName } from '../../../server/openapi/schema-name.ts';

/** An operation whose schemas have their named ones taken out, by the names that OpenAPI has for them. */
export interface TakenOperation {
  readonly operation: Operation;
  readonly component: string;
  readonly params: JsonObject;
  readonly query: JsonObject;
  readonly body: JsonObject | undefined;
  readonly answers: readonly Answer[];
}

/** A success. */
interface Answer {
  readonly status: string;
  readonly contentTypes: readonly string[];
  readonly schema: JsonObject;
}

export function takeOperation(operation: Operation, component: string, named: NamedSchemas): TakenOperation {
  const { body, id, params = {}, query = {}, responses } = operation;
  return {
    operation,
    component,
    params: named.take(params, `${id} params`),
    query: named.take(query, `${id} query`),
    body: body === undefined ? undefined : named.take(body, `${id} body`, schemaName(id, 'Body', body)),
    // 304 is the answer to one that the caller has already, and no form of its own.
    answers: Object.entries(responses)
      .filter(([status]) => status.startsWith('2'))
      .map(([status, { contentType = 'application/json', schema }]) => ({
        status,
        contentTypes: [contentType].flat(),
        schema: status === '204' ? {} : named.take(schema, `${id} ${status}`, schemaName(id, 'Result', schema)),
      })),
  };
}

export function propertiesOf({ properties = {} }: JsonObject): JsonObject {
  return isJsonObject(properties) ? properties : {};
}
