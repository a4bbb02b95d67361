import type { Ports } from '../../../components/ports.ts';
import type { Host } from '../../../host/contract.ts';
import type { Operation } from '../../../server/operation.ts';
import { pageQuery, pageSchema, type PageRequest } from '../../../server/page.ts';
import type { CreateKeyRequest } from '../../control-plane-client.ts';
import { validated } from '../../../server/validated.ts';
import { createdKeySchema, createKeySchema, keyParameter, keySchema, rotateKeySchema } from './api-schemas.ts';
import { keyErrors } from './errors.ts';
import { createKey, listKeys, revokeKey, rotateKey } from './service.ts';

const shared = { tag: 'Keys', auth: ['secret'], scope: 'keys:write', transaction: 'write' } as const;

/** API keys of the caller's environment. */
export function keyOperations({
  host,
  ports,
}: {
  readonly host: Pick<Host, 'ids' | 'random'>;
  readonly ports: Pick<Ports, 'tenants'>;
}): readonly Operation[] {
  return [
    {
      ...shared,
      id: 'keys.list',
      method: 'GET',
      path: '/v1/keys',
      summary: 'List keys, newest first',
      scope: 'keys:read',
      transaction: 'read',
      query: pageQuery,
      responses: {
        200: { description: 'One page of keys, without the keys themselves.', schema: pageSchema(keySchema) },
      },
      errors: [],
      handle: async (context, { query }) => ({
        status: 200,
        body: await listKeys(context, validated<PageRequest>(query)),
      }),
    },
    {
      ...shared,
      id: 'keys.create',
      recordedAs: 'key.created',
      method: 'POST',
      path: '/v1/keys',
      summary: 'Create a key',
      description:
        'The answer is the only one that ever holds the key. Nobody can create a key that may do more than their own.',
      body: createKeySchema,
      responses: { 201: { description: 'The key, shown this once.', schema: createdKeySchema } },
      errors: [
        keyErrors.unknownScope,
        keyErrors.noScopes,
        keyErrors.scopeNotHeld,
        keyErrors.publishableScope,
        keyErrors.publishableTenant,
        keyErrors.unknownTenant,
        keyErrors.expiryInThePast,
      ],
      sensitiveAnswer: true,
      handle: async (context, { body }) => ({
        status: 201,
        body: await createKey(context, { host, ports }, validated<CreateKeyRequest>(body)),
      }),
    },
    {
      ...shared,
      id: 'keys.rotate',
      recordedAs: 'key.rotated',
      method: 'POST',
      path: '/v1/keys/{id}/rotate',
      summary: 'Replace a key by a new one',
      description: 'The old key lives on for a while, so that it can be replaced wherever it is used.',
      params: keyParameter,
      body: rotateKeySchema,
      responses: { 201: { description: 'The new key, shown this once.', schema: createdKeySchema } },
      errors: [keyErrors.notFound, keyErrors.notActive, keyErrors.scopeNotHeld],
      sensitiveAnswer: true,
      handle: async (context, { params, body }) => {
        const { expiresInSeconds } = validated<{ expiresInSeconds: number }>(body);
        return {
          status: 201,
          body: await rotateKey(context, host, validated<{ id: string }>(params).id, expiresInSeconds),
        };
      },
    },
    {
      ...shared,
      id: 'keys.revoke',
      recordedAs: 'key.revoked',
      method: 'DELETE',
      path: '/v1/keys/{id}',
      summary: 'Revoke a key',
      description:
        'Ends the key for good: at once on the server that answers, within a quarter of a second on others. It stays in the list.',
      params: keyParameter,
      responses: { 200: { description: 'The revoked key.', schema: keySchema } },
      errors: [keyErrors.notFound],
      handle: async (context, { params }) => ({
        status: 200,
        body: await revokeKey(context, validated<{ id: string }>(params).id),
      }),
    },
  ];
}
