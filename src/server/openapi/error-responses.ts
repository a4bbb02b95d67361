import type { JsonObject } from '../../engine/json.ts';
import type { ErrorDefinition } from '../../engine/platform-error/index.ts';
import type { Operation } from '../operation.ts';
import {
  bodyErrors,
  commonErrors,
  mutationErrors,
  secretKeyErrors,
  tenantOperationErrors,
  userErrors,
} from '../errors.ts';
import { isMutation } from '../idempotency/idempotency-key.ts';
import { headersOf } from './header-objects.ts';
import type { NamedSchemas } from './named-schemas.ts';
import { isAboutTenant } from '../tenant/resolve-tenant.ts';

/** JSON Schema of the body of every answer that is not a success. */
export const errorSchema: JsonObject = {
  type: 'object',
  required: ['success', 'error'],
  properties: {
    success: { const: false },
    error: {
      title: 'ErrorDetails',
      type: 'object',
      required: ['code', 'message', 'userMessage', 'requestId'],
      properties: {
        code: {
          type: 'string',
          pattern: '^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$',
          description: 'For programs. New codes may appear.',
        },
        message: { type: 'string', description: 'For developers.' },
        userMessage: { type: 'string', description: 'Safe to show to an end user.' },
        requestId: { type: 'string' },
        param: { type: 'string', description: 'The parameter, header or field (JSON pointer) that is wrong.' },
        details: { type: 'object', description: 'For programs; depends on the code.' },
        retryAfter: { type: 'number', description: 'Seconds.' },
      },
    },
  },
};

/** Everything the operation may answer with that is not a success. */
export function errorsOf(operation: Operation): readonly ErrorDefinition[] {
  return [
    ...commonErrors,
    ...(operation.body === undefined ? [] : bodyErrors),
    ...(isMutation(operation) ? mutationErrors : []),
    ...(operation.auth.includes('user') ? userErrors : []),
    ...(operation.auth.includes('secret') ? secretKeyErrors : []),
    ...(isAboutTenant(operation) ? tenantOperationErrors : []),
    ...operation.errors,
  ];
}

/** One response for each status, naming the codes that have it. */
export function errorResponses(operation: Operation, named: NamedSchemas): JsonObject {
  const byStatus = Map.groupBy(errorsOf(operation), ({ status }) => status);
  return Object.fromEntries(
    [...byStatus].map(([status, definitions]) => {
      const codes = [...new Set(definitions.map(({ code }) => code))].toSorted();
      return [
        String(status),
        {
          description: codes.map((code) => `\`${code}\``).join(', '),
          headers: headersOf([
            'X-Request-Id',
            ...(operation.foreignProtocol === undefined ? [] : (['Dream-Error-Code'] as const)),
            'Dream-Should-Retry',
            ...(status === 429 ? (['RateLimit-Policy', 'RateLimit'] as const) : []),
            ...(definitions.some(({ type }) => type === 'authentication') ? (['WWW-Authenticate'] as const) : []),
            ...(definitions.some(({ retry }) => retry) ? (['Retry-After'] as const) : []),
          ]),
          content: contentOf(operation, named),
          'x-error-codes': codes,
        },
      ];
    }),
  );
}

function contentOf({ foreignProtocol, id }: Operation, named: NamedSchemas): JsonObject {
  if (foreignProtocol === undefined)
    return { 'application/json': { schema: { $ref: '#/components/schemas/ApiError' } } };
  if (foreignProtocol === true) return { 'text/plain': { schema: { type: 'string' } } };
  return { 'application/json': { schema: named.take(foreignProtocol.schema, `${id} error`) } };
}
