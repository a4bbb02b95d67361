import type { Operation } from '../../../../server/operation.ts';
import { pageQuery, pageSchema, type PageRequest } from '../../../../server/page.ts';
import { validated } from '../../../../server/validated.ts';
import { answerOf, ofTenant } from '../parameters.ts';
import { tenantErrors } from '../tenants/errors.ts';
import { relationshipErrors } from './errors.ts';
import {
  relationshipChangesSchema,
  relationshipFilters,
  type RelationshipQuery,
  relationshipSchema,
} from './mapping.ts';
import { listRelationships, type RelationshipChanges, writeRelationships } from './service.ts';

const shared = { tag: 'Relationships', auth: ['secret'], tenant: 'optional', params: ofTenant } as const;

/** Who or what is tied to which resource, within one tenant: owners, members, parents. */
export function relationshipOperations(): readonly Operation[] {
  return [
    {
      ...shared,
      id: 'relationships.list',
      method: 'GET',
      path: '/v1/tenants/{tenant}/relationships',
      summary: 'List relationships of a tenant, by resource',
      scope: 'relationships:read',
      transaction: 'read',
      query: { ...pageQuery, properties: { ...pageQuery.properties, ...relationshipFilters } },
      responses: { 200: { description: 'One page of relationships.', schema: pageSchema(relationshipSchema) } },
      errors: [tenantErrors.notFound],
      handle: async ({ session }, { params, query }) => ({
        status: 200,
        body: await listRelationships(
          session,
          params['tenant'] ?? '',
          validated<RelationshipQuery & PageRequest>(query),
        ),
      }),
    },
    {
      ...shared,
      id: 'relationships.write',
      recordedAs: 'relationships.changed',
      method: 'POST',
      path: '/v1/tenants/{tenant}/relationships',
      summary: 'Add and remove relationships, all or none of them',
      description: 'May be repeated without effect. Types and relations are those that the live ResourceTypes declare.',
      scope: 'relationships:write',
      transaction: 'write',
      body: relationshipChangesSchema,
      responses: {
        200: {
          description: 'How many there are more, and how many less.',
          schema: answerOf('RelationshipsWritten', { added: { type: 'integer' }, removed: { type: 'integer' } }),
        },
      },
      errors: [tenantErrors.notFound, ...Object.values(relationshipErrors)],
      handle: async (context, { params: { tenant = '' }, body }) => ({
        status: 200,
        body: await writeRelationships(context, tenant, validated<RelationshipChanges>(body)),
      }),
    },
  ];
}
