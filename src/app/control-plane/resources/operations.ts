import type { JsonObject } from '../../../engine/json.ts';
import type { Operation } from '../../../server/operation.ts';
import { pageBounds, pageQuery, pageSchema, type PageRequest, toPage } from '../../../server/page.ts';
import { allowSchema, allowTextSchema, readAllowed } from '../../../engine/changeset/allow-schema.ts';
import { changeErrors } from '../../../engine/changeset/errors.ts';
import { tellResource } from '../changesets/tell-change.ts';
import type { AllowedFigures } from '../../../engine/changeset/guardrails.ts';
import type { Dependencies } from '../dependencies.ts';
import { validated } from '../../../server/validated.ts';
import { applyResultSchema } from '../changesets/api-schemas.ts';
import { changeResource, notFound } from './change-resource.ts';
import { resourceErrors } from './errors.ts';
import { resourceSchema, toApiResource } from './mapping.ts';
import { countResources, selectResource, selectResources } from './queries.ts';

const keyParameter: JsonObject = { type: 'string', minLength: 1, maxLength: 200 };
const params: JsonObject = {
  type: 'object',
  required: ['kind', 'key'],
  properties: { kind: keyParameter, key: keyParameter },
};
const shared = { tag: 'Resources', auth: ['secret'], scope: 'configuration:read', transaction: 'read' } as const;
const writing = { ...shared, scope: 'configuration:write', transaction: 'write', params } as const;
const writeErrors = [...Object.values(resourceErrors), ...Object.values(changeErrors)];

interface ListQuery extends PageRequest {
  readonly kind?: string;
}

interface PutBody {
  readonly body: JsonObject;
  readonly allow?: AllowedFigures;
  readonly approve?: string;
  readonly message?: string;
}

interface DeleteQuery {
  readonly allow?: string;
  readonly approve?: string;
}

const approveSchema: JsonObject = {
  type: 'string',
  description: 'Fingerprint of the changeset that somebody approved.',
};

/** The live resources themselves. */
export function resourceOperations(dependencies: Dependencies): readonly Operation[] {
  return [
    {
      ...shared,
      id: 'resources.list',
      method: 'GET',
      path: '/v1/resources',
      summary: 'List live resources by kind and key',
      query: { ...pageQuery, properties: { ...pageQuery.properties, kind: keyParameter } },
      responses: { 200: { description: 'One page of resources.', schema: pageSchema(resourceSchema) } },
      errors: [],
      handle: async ({ session }, input) => {
        const request = validated<ListQuery>(input.query);
        const rows = await selectResources(session, request.kind, pageBounds(request));
        return {
          status: 200,
          body: toPage(
            rows.map((row) => toApiResource(row, dependencies.registry)),
            await countResources(session, request.kind),
            request,
          ),
        };
      },
    },
    {
      ...shared,
      id: 'resources.get',
      method: 'GET',
      path: '/v1/resources/{kind}/{key}',
      summary: 'Get one live resource',
      params,
      responses: { 200: { description: 'The resource.', schema: resourceSchema } },
      errors: [resourceErrors.notFound],
      handle: async ({ session }, input) => {
        const { kind = '', key = '' } = input.params;
        const row = await selectResource(session, kind, key);
        if (row === undefined) throw notFound({ kind, key });
        return { status: 200, body: toApiResource(row, dependencies.registry) };
      },
    },
    {
      ...writing,
      id: 'resources.put',
      recordedAs: 'resource.put',
      method: 'PUT',
      path: '/v1/resources/{kind}/{key}',
      summary: 'Create or replace one resource',
      description: 'Of a resource that the files own, only the fields listed under `unmanaged` can change.',
      body: {
        type: 'object',
        required: ['body'],
        additionalProperties: false,
        properties: {
          body: { type: 'object' },
          approve: approveSchema,
          allow: allowSchema,
          message: { type: 'string', maxLength: 2000 },
        },
      },
      responses: { 200: { description: 'The change made.', schema: applyResultSchema } },
      errors: writeErrors,
      handle: async ({ session, caller, now, changed }, input) => {
        const { kind = '', key = '' } = input.params;
        const made = await changeResource(
          session,
          caller,
          { kind, key, ...validated<PutBody>(input.body) },
          now,
          dependencies,
        );
        changed(tellResource(made, dependencies.components, { kind, key }));
        return { status: 200, body: made.applied };
      },
    },
    {
      ...writing,
      id: 'resources.delete',
      recordedAs: 'resource.deleted',
      method: 'DELETE',
      path: '/v1/resources/{kind}/{key}',
      summary: 'Delete one resource that the API created',
      query: {
        type: 'object',
        additionalProperties: false,
        properties: { approve: approveSchema, allow: allowTextSchema },
      },
      responses: { 200: { description: 'The change made.', schema: applyResultSchema } },
      errors: writeErrors,
      handle: async ({ session, caller, now, changed }, input) => {
        const { kind = '', key = '' } = input.params;
        const { allow, approve } = validated<DeleteQuery>(input.query);
        const change = {
          kind,
          key,
          body: null,
          ...(approve === undefined ? {} : { approve }),
          ...(allow === undefined ? {} : { allow: readAllowed(allow) }),
        };
        const made = await changeResource(session, caller, change, now, dependencies);
        changed(tellResource(made, dependencies.components, change));
        return { status: 200, body: made.applied };
      },
    },
  ];
}
