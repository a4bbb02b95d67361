import type { JsonObject } from '../../../engine/json.ts';
import type { Operation } from '../../../server/operation.ts';
import { pageBounds, pageQuery, pageSchema, type PageRequest, toPage } from '../../../server/page.ts';
import { validated } from '../../../server/validated.ts';
import { countEnvironments, type EnvironmentRow, selectEnvironments } from './queries.ts';

const environmentSchema: JsonObject = {
  title: 'Environment',
  type: 'object',
  required: ['id', 'name', 'mode', 'protect', 'revision', 'createdAt'],
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    mode: { type: 'string', enum: ['test', 'live'] },
    protect: { type: 'boolean', description: 'As last applied.' },
    revision: { type: 'integer', minimum: 0, description: 'Number of the latest revision; 0 before the first.' },
    createdAt: { type: 'string', format: 'date-time' },
  },
};

/** The environments of the caller's project. They come into being by the first apply or key, not by an operation. */
export function environmentOperations(): readonly Operation[] {
  return [
    {
      id: 'environments.list',
      method: 'GET',
      path: '/v1/environments',
      summary: 'List the environments of the project',
      tag: 'Environments',
      auth: ['secret'],
      scope: 'configuration:read',
      query: pageQuery,
      responses: { 200: { description: 'One page of environments, by name.', schema: pageSchema(environmentSchema) } },
      errors: [],
      transaction: 'read',
      handle: async ({ session }, { query }) => {
        const request = validated<PageRequest>(query);
        const rows = await selectEnvironments(session, pageBounds(request));
        return { status: 200, body: toPage(rows.map(toEnvironment), await countEnvironments(session), request) };
      },
    },
  ];
}

function toEnvironment({ id, key, mode, settings, revision, createdAt }: EnvironmentRow) {
  return { id, name: key, mode, protect: settings?.protect ?? false, revision, createdAt: createdAt.toISOString() };
}
