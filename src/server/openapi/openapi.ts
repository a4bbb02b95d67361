import type { JsonObject } from '../../engine/json.ts';
import type { ErrorDefinition } from '../../engine/platform-error/index.ts';
import type { Operation } from '../contract.ts';
import { keyParameter } from '../auth/standard-headers.ts';
import { allServerErrors } from '../errors.ts';
import { errorSchema } from './error-responses.ts';
import { headerObjects, parameterObjects } from './header-objects.ts';
import { NamedSchemas } from './named-schemas.ts';
import { operationObject } from './operation-object.ts';

/**
 * The OpenAPI 3.1 document of an operation table. Pure: the same table gives the same document, byte for byte.
 * `version` is that of the product.
 */
export function openApiDocument(operations: readonly Operation[], version: string): JsonObject {
  const named = new NamedSchemas();
  named.take(errorSchema, 'every error', 'ApiError');
  const paths = pathsOf(operations, named);
  const tags = [...new Set(operations.map(({ tag }) => tag))].toSorted();
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Dream',
      version,
      summary: 'The control plane of a SaaS business that is described in YAML.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: tags.map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        secretKey: {
          type: 'http',
          scheme: 'bearer',
          description: '`Authorization: Bearer sk_…`: for servers, never for browsers.',
        },
        publishableKey: {
          type: 'apiKey',
          in: 'header',
          name: 'X-Publishable-Key',
          description: '`pk_…`: may be seen by anybody; opens the catalogue.',
        },
        apiKey: {
          type: 'apiKey',
          in: 'header',
          name: 'X-API-Key',
          description: 'A key of either kind, for clients of a standard; they may also send it as a bearer.',
        },
        keyInAddress: {
          type: 'apiKey',
          in: 'query',
          name: keyParameter,
          description: '`pk_…`, never a secret key: for clients that cannot set headers.',
        },
        userToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'What the identity provider gave the user; always together with the publishable key.',
        },
      },
      parameters: parameterObjects,
      headers: headerObjects,
      schemas: named.all(),
    },
    'x-error-codes': errorTable(operations),
  };
}

function pathsOf(operations: readonly Operation[], named: NamedSchemas): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const operation of operations) {
    const item = paths[operation.path] ?? {};
    item[operation.method.toLowerCase()] = operationObject(operation, named);
    paths[operation.path] = item;
  }
  return paths;
}

/** Every code this document knows, also those that no operation raises (an unknown path). */
function errorTable(operations: readonly Operation[]): JsonObject {
  const definitions = [...allServerErrors, ...operations.flatMap(({ errors }) => errors)];
  const byCode = new Map<string, ErrorDefinition>(definitions.map((definition) => [definition.code, definition]));
  return Object.fromEntries(
    [...byCode.values()]
      .toSorted((left, right) => (left.code < right.code ? -1 : 1))
      .map(({ code, status, type, retry, meaning }) => [code, { status, type, retry, meaning }]),
  );
}
