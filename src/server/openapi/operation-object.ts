import { isJsonObject, type Json, type JsonObject } from '../../engine/json.ts';
import type { AuthMode, Operation } from '../contract.ts';
import { isMutation } from '../idempotency/idempotency-key.ts';
import { isAboutTenant } from '../tenant/resolve-tenant.ts';
import { errorResponses } from './error-responses.ts';
import { headersOf, parameterReference } from './header-objects.ts';
import type { NamedSchemas } from './named-schemas.ts';
import { schemaName } from './schema-name.ts';

const security: { readonly [mode in AuthMode]: JsonObject } = {
  secret: { secretKey: [] },
  publishable: { publishableKey: [] },
  user: { publishableKey: [], userToken: [] },
};

/** Where the clients of a standard put a key besides. */
const elsewhere: { readonly [place in NonNullable<Operation['keysIn']>]: readonly JsonObject[] } = {
  headers: [{ apiKey: [] }],
  address: [{ apiKey: [] }, { keyInAddress: [] }],
};

/** One operation as OpenAPI's Operation Object. */
export function operationObject(operation: Operation, named: NamedSchemas): JsonObject {
  return {
    operationId: operation.id,
    summary: operation.summary,
    ...(operation.description === undefined ? {} : { description: operation.description }),
    tags: [operation.tag],
    security: [
      ...operation.auth.map((mode) => security[mode]),
      ...(operation.keysIn === undefined ? [] : elsewhere[operation.keysIn]),
    ],
    'x-scope': operation.scope,
    parameters: [...pathParameters(operation), ...queryParameters(operation.query), ...headerParameters(operation)],
    ...(operation.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: bodySchema(operation, named) } } } }),
    responses: { ...successResponses(operation, named), ...errorResponses(operation, named) },
  };
}

function bodySchema({ body, id }: Operation, named: NamedSchemas): JsonObject {
  return named.take(body ?? {}, `${id} body`, schemaName(id, 'Body', body));
}

function successResponses(operation: Operation, named: NamedSchemas): JsonObject {
  const headers = headersOf([
    'X-Request-Id',
    'Dream-Version',
    'RateLimit-Policy',
    'RateLimit',
    ...(isMutation(operation) ? (['Idempotent-Replayed'] as const) : []),
  ]);
  return Object.fromEntries(
    Object.entries(operation.responses).map(([status, response]) => {
      const { contentType = 'application/json', description, schema } = response;
      if (status === '204' || status === '304') return [status, { description, headers }];
      const name = status.startsWith('2') ? schemaName(operation.id, 'Result', schema) : undefined;
      const taken = named.take(schema, `${operation.id} ${status}`, name);
      const content = Object.fromEntries([contentType].flat().map((type) => [type, { schema: taken }]));
      return [status, { description, headers, content }];
    }),
  );
}

function isStream({ responses }: Operation): boolean {
  return Object.values(responses).some(({ contentType }) => contentType === 'text/event-stream');
}

function pathParameters({ path, params }: Operation): readonly JsonObject[] {
  const schemas = propertiesOf(params);
  return [...path.matchAll(/\{(\w+)\}/g)].map((match) => {
    const name = match[1] ?? '';
    return parameter(name, 'path', schemas[name] ?? { type: 'string', minLength: 1 }, true);
  });
}

function queryParameters(query: JsonObject | undefined): readonly JsonObject[] {
  const required = query?.['required'];
  return Object.entries(propertiesOf(query)).map(([name, schema]) =>
    parameter(name, 'query', schema, Array.isArray(required) && required.includes(name)),
  );
}

function headerParameters(operation: Operation): readonly JsonObject[] {
  return [
    parameterReference('Dream-Version'),
    parameterReference('X-Request-Id'),
    ...(isStream(operation) ? [parameterReference('Last-Event-ID')] : []),
    ...(isAboutTenant(operation) || operation.auth.includes('user') ? [parameterReference('X-Tenant-ID')] : []),
    ...(isMutation(operation) ? [parameterReference('Idempotency-Key')] : []),
  ];
}

function parameter(name: string, place: string, schema: Json, required: boolean): JsonObject {
  const { description, ...rest } = isJsonObject(schema) ? schema : { description: undefined };
  return { name, in: place, required, ...(description === undefined ? {} : { description }), schema: rest };
}

function propertiesOf(schema: JsonObject | undefined): JsonObject {
  const properties = schema?.['properties'];
  return isJsonObject(properties) ? properties : {};
}
