import { isJsonObject, type Json, type JsonObject } from '../../engine/json.ts';
import type { AuthMode } from '../caller.ts';
import type { Operation } from '../operation.ts';
import { isMutation } from '../idempotency/idempotency-key.ts';
import { isAboutTenant } from '../tenant/resolve-tenant.ts';
import { errorResponses } from './error-responses.ts';
import { headersOf, parameterReference } from './header-objects.ts';
import type { NamedSchemas } from './named-schemas.ts';
import { paginationOf } from './pagination.ts';
import { sampleOf } from './examples/sample.ts';
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
  const pagination = paginationOf(operation);
  return {
    operationId: operation.id,
    summary: operation.summary,
    description: descriptionOf(operation),
    tags: [operation.tag],
    security: [
      ...operation.auth.map((mode) => security[mode]),
      ...(operation.keysIn === undefined ? [] : elsewhere[operation.keysIn]),
    ],
    'x-scope': operation.scope,
    ...(pagination === null ? {} : { 'x-pagination': pagination }),
    parameters: [...pathParameters(operation), ...queryParameters(operation.query), ...headerParameters(operation)],
    ...(operation.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': bodyContent(operation, named) } } }),
    responses: { ...successResponses(operation, named), ...errorResponses(operation, named) },
  };
}

const callers: { readonly [mode in AuthMode]: string } = {
  secret: 'a secret key',
  publishable: 'a publishable key',
  user: 'a publishable key with a user’s token',
};

/** What it does, where that needs more than the summary, then who may and whether it may be sent again. */
function descriptionOf(operation: Operation): string {
  const { auth, description, scope } = operation;
  const needed = scope === '*' ? 'every scope' : `the scope \`${scope}\``;
  const who = `For ${auth.map((mode) => callers[mode]).join(', or ')}, with ${needed}.`;
  const again = isMutation(operation) ? ' With an `Idempotency-Key` it may be sent again.' : '';
  return [...(description === undefined ? [] : [description]), `${who}${again}`].join('\n\n');
}

function bodyContent({ body = {}, examples, id }: Operation, named: NamedSchemas): JsonObject {
  const schema = named.take(body, `${id} body`, schemaName(id, 'Body', body));
  return { schema, example: examples?.body ?? sampleOf(body, 'sent', schemaName(id, 'Body', body)) };
}

function successResponses(operation: Operation, named: NamedSchemas): JsonObject {
  const headers = headersOf([
    'X-Request-Id',
    'Dream-Version',
    'RateLimit-Policy',
    'RateLimit',
    ...(isMutation(operation) ? (['Idempotent-Replayed'] as const) : []),
    ...(isTagged(operation) ? (['ETag', 'Cache-Control'] as const) : []),
  ]);
  return Object.fromEntries(
    Object.entries(operation.responses).map(([status, response]) => {
      const { contentType = 'application/json', description, schema } = response;
      if (status === '204' || status === '304') return [status, { description, headers }];
      const name = status.startsWith('2') ? schemaName(operation.id, 'Result', schema) : undefined;
      const taken = named.take(schema, `${operation.id} ${status}`, name);
      const content = Object.fromEntries(
        [contentType].flat().map((type) => [type, { schema: taken, ...exampleOf(type, schema, operation) }]),
      );
      return [status, { description, headers, content }];
    }),
  );
}

/** What is no JSON has no example: it is as long as what it tells of. */
function exampleOf(contentType: string, schema: JsonObject, { examples }: Operation): JsonObject {
  const isJson = ['application/json', 'text/event-stream'].includes(contentType);
  return isJson ? { example: examples?.answer ?? sampleOf(schema, 'answered') } : {};
}

/** Whoever has the answer already is told so, and not given it again. */
function isTagged({ responses }: Operation): boolean {
  return '304' in responses;
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
    ...(isTagged(operation) ? [parameterReference('If-None-Match')] : []),
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
