import type { JsonObject } from '../../../../engine/json.ts';
import type { Operation } from '../../../../server/operation.ts';
import { pageBounds, pageQuery, type PageRequest, pageSchema, toPage } from '../../../../server/page.ts';
import { streamQuery, type StreamRequest, streamSchema, toStreamPart } from '../../../../server/stream-page.ts';
import { validated } from '../../../../server/validated.ts';
import { checkpointSchema, signingKeySchema } from './api-schemas.ts';
import { countKeys, selectCheckpoints, selectPublicKeys } from './queries.ts';

/** What somebody needs who verifies exports, or keeps an eye on the chain from outside. */
export function signingOperations(): readonly Operation[] {
  return [
    {
      id: 'audit.keys.list',
      method: 'GET',
      path: '/v1/audit/keys',
      summary: 'List the public keys of the audit chains',
      description:
        'By which checkpoints and exports of the environment are signed; the newest first. An older one stays, since what it signed does. Keep a copy where this server cannot change it: it is what a verification rests on. There is none before the first entry, nor on a server without a master key.',
      tag: 'Audit',
      auth: ['secret'],
      scope: 'audit:read',
      query: pageQuery,
      responses: { 200: { description: 'One page of keys.', schema: pageSchema(signingKeySchema) } },
      errors: [],
      transaction: 'read',
      handle: async ({ session }, { query }) => {
        const request = validated<PageRequest>(query);
        const keys = await selectPublicKeys(session.tx, session.environmentId, pageBounds(request));
        const data = keys.map(
          ({ createdAt, id, verifier }): JsonObject => ({
            id,
            key: verifier,
            createdAt: createdAt.toISOString(),
          }),
        );
        return { status: 200, body: toPage(data, await countKeys(session.tx, session.environmentId), request) };
      },
    },
    {
      id: 'audit.checkpoints.list',
      method: 'GET',
      path: '/v1/audit/checkpoints',
      summary: 'List the signed checkpoints of an audit chain',
      description:
        'What was signed of the chain of the tenant of `X-Tenant-ID`, or of that of the environment itself; the newest first. Whoever keeps one elsewhere can show later that the chain was neither made anew nor cut off before it.',
      tag: 'Audit',
      auth: ['secret'],
      scope: 'audit:read',
      tenant: 'optional',
      query: {
        ...streamQuery,
        properties: {
          ...streamQuery.properties,
          cursor: {
            ...streamQuery.properties.cursor,
            title: 'the `nextCursor` of an earlier answer',
            pattern: '^[0-9]{1,16}$',
          },
        },
      },
      responses: { 200: { description: 'One part of the checkpoints.', schema: streamSchema(checkpointSchema) } },
      errors: [],
      transaction: 'read',
      handle: async ({ session, caller }, { query }) => {
        const { cursor, limit } = validated<StreamRequest>(query);
        const chain = { environmentId: session.environmentId, tenantId: caller.tenantId ?? '' };
        const rows = await selectCheckpoints(session.tx, chain, cursor, limit + 1);
        const part = toStreamPart(rows, { limit }, ({ size }) => String(size));
        const data = part.data.map(
          ({ note, signedAt, size }): JsonObject => ({
            size: Number(size),
            note,
            signedAt: signedAt.toISOString(),
          }),
        );
        return { status: 200, body: { ...part, data } };
      },
    },
  ];
}
