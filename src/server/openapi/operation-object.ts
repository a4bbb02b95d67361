import { isJsonObject, type Json, type JsonObject } from '../../engine/json.ts';
import type { AuthMode, Operation } from '../contract.ts';
import { isMutation } from '../idempotency/idempotency-key.ts';
import { apiVersions } from '../request/api-version.ts';
import { isAboutTenant } from '../tenant/resolve-tenant.ts';
import { limitHeaders } from './limit-headers.ts';
import { errorResponses } from './error-responses.ts';

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
export function operationObject(operation: Operation): JsonObject {
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
      : { requestBody: { required: true, content: { 'application/json': { schema: operation.body } } } }),
    responses: { ...successResponses(operation), ...errorResponses(operation) },
  };
}

function successResponses(operation: Operation): JsonObject {
  const headers = {
    'X-Request-Id': { schema: { type: 'string' } },
    'Dream-Version': { schema: { type: 'string' } },
    ...limitHeaders,
    ...(isMutation(operation)
      ? {
          'Idempotent-Replayed': {
            description: '`true` when the answer was remembered, and nothing was done.',
            schema: { type: 'string' },
          },
        }
      : {}),
  };
  return Object.fromEntries(
    Object.entries(operation.responses).map(([status, { contentType = 'application/json', description, schema }]) => [
      status,
      {
        description,
        headers,
        ...(status === '204' || status === '304'
          ? {}
          : { content: Object.fromEntries([contentType].flat().map((type) => [type, { schema }])) }),
      },
    ]),
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
    parameter(
      'Dream-Version',
      'header',
      { type: 'string', enum: [...apiVersions], description: 'Version of the API.' },
      false,
    ),
    parameter(
      'X-Request-Id',
      'header',
      { type: 'string', maxLength: 128, description: 'Your own id for the request; given back.' },
      false,
    ),
    ...(isStream(operation)
      ? [
          parameter(
            'Last-Event-ID',
            'header',
            { type: 'string', description: 'The last event that was seen; the stream goes on behind it.' },
            false,
          ),
        ]
      : []),
    ...(isAboutTenant(operation) || operation.auth.includes('user')
      ? [
          parameter(
            'X-Tenant-ID',
            'header',
            { type: 'string', maxLength: 128, description: 'The tenant it is about; goes over what the token says.' },
            false,
          ),
        ]
      : []),
    ...(isMutation(operation)
      ? [
          parameter(
            'Idempotency-Key',
            'header',
            {
              type: 'string',
              minLength: 1,
              maxLength: 255,
              description: 'Makes repeating the request safe for 24 hours.',
            },
            false,
          ),
        ]
      : []),
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
