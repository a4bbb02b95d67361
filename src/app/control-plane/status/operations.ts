import type { JsonObject } from '../../../engine/json.ts';
import type { Operation } from '../../../server/operation.ts';
import { revisionSummarySchema } from '../revisions/api-schemas.ts';
import type { Dependencies } from '../dependencies.ts';
import { readStatus } from './read-status.ts';

const count: JsonObject = { type: 'integer', minimum: 0 };

const conditionSchema: JsonObject = {
  title: 'StatusCondition',
  type: 'object',
  required: ['type', 'status', 'reason', 'message', 'observedRevision'],
  properties: {
    type: { type: 'string' },
    status: { type: 'string', enum: ['true', 'false', 'unknown'] },
    reason: { type: 'string' },
    message: { type: 'string' },
    observedRevision: count,
  },
};

const statusSchema: JsonObject = {
  title: 'Status',
  type: 'object',
  required: ['project', 'environment', 'mode', 'protect', 'revision', 'lastApply', 'resources', 'conditions'],
  properties: {
    project: { type: 'string' },
    environment: { type: 'string' },
    mode: { type: 'string', enum: ['test', 'live'] },
    protect: { type: 'boolean' },
    revision: count,
    lastApply: { anyOf: [revisionSummarySchema, { type: 'null' }] },
    resources: {
      type: 'array',
      items: {
        title: 'ResourceCount',
        type: 'object',
        required: ['kind', 'files', 'api'],
        properties: { kind: { type: 'string' }, files: count, api: count },
      },
    },
    conditions: { type: 'array', items: conditionSchema },
  },
};

/** What is live in the environment, and what is wrong with it. */
export function statusOperations({
  components,
  masterKey,
}: Pick<Dependencies, 'components' | 'masterKey'>): readonly Operation[] {
  return [
    {
      id: 'status.get',
      method: 'GET',
      path: '/v1/status',
      summary: 'Get the live revision, counts and conditions of the environment',
      tag: 'Configuration',
      auth: ['secret'],
      scope: 'configuration:read',
      responses: { 200: { description: 'The status.', schema: statusSchema } },
      errors: [],
      transaction: 'read',
      handle: async ({ session, caller, now }) => ({
        status: 200,
        body: await readStatus(session, caller, { components, masterKey, now }),
      }),
    },
  ];
}
