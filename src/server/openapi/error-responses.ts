import type { JsonObject } from '../../engine/json.ts';
import type { ErrorDefinition } from '../../engine/platform-error/index.ts';
import type { Operation } from '../contract.ts';
import { bodyErrors, commonErrors, mutationErrors, tenantOperationErrors, userErrors } from '../errors.ts';
import { isMutation } from '../idempotency/idempotency-key.ts';
import { limitHeaders } from './limit-headers.ts';
import { isAboutTenant } from '../tenant/resolve-tenant.ts';

/** JSON Schema of the body of every answer that is not a success. */
export const errorSchema: JsonObject = {
  type: 'object',
  required: ['success', 'error'],
  properties: {
    success: { const: false },
    error: {
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
    ...(isAboutTenant(operation) ? tenantOperationErrors : []),
    ...operation.errors,
  ];
}

/** One response for each status, naming the codes that have it. */
export function errorResponses(operation: Operation): JsonObject {
  const byStatus = Map.groupBy(errorsOf(operation), ({ status }) => status);
  return Object.fromEntries(
    [...byStatus].map(([status, definitions]) => {
      const codes = [...new Set(definitions.map(({ code }) => code))].toSorted();
      return [
        String(status),
        {
          description: codes.map((code) => `\`${code}\``).join(', '),
          headers: {
            'X-Request-Id': { schema: { type: 'string' } },
            ...(operation.foreignProtocol === undefined ? {} : { 'Dream-Error-Code': { schema: { type: 'string' } } }),
            'Dream-Should-Retry': { schema: { type: 'string', enum: ['true', 'false'] } },
            ...(status === 429 ? limitHeaders : {}),
            ...(definitions.some(({ retry }) => retry)
              ? { 'Retry-After': { description: 'Seconds.', schema: { type: 'string' } } }
              : {}),
          },
          content: contentOf(operation),
          'x-error-codes': codes,
        },
      ];
    }),
  );
}

function contentOf({ foreignProtocol }: Operation): JsonObject {
  if (foreignProtocol === undefined) return { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } };
  if (foreignProtocol === true) return { 'text/plain': { schema: { type: 'string' } } };
  return { 'application/json': { schema: foreignProtocol.schema } };
}
