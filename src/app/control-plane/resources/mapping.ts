import type { JsonObject } from '../../../engine/json.ts';
import type { LiveResource } from '../../control-plane-client.ts';
import { orderFields } from '../../../engine/model/order-fields.ts';
import type { KindRegistry } from '../../../engine/model/registry.ts';
import type { ResourceRecord } from './queries.ts';

export function toApiResource(row: ResourceRecord, registry: KindRegistry): LiveResource {
  const { kind, key, owner, hash, revision, updatedBy, updatedAt } = row;
  const schema = registry.kinds.get(kind)?.model.schema;
  const body = schema === undefined ? row.body : orderFields(row.body, schema);
  return { kind, key, body, owner, hash, revision, updatedBy, updatedAt: updatedAt.toISOString() };
}

export const resourceSchema: JsonObject = {
  title: 'Resource',
  type: 'object',
  required: ['kind', 'key', 'body', 'owner', 'hash', 'revision', 'updatedBy', 'updatedAt'],
  properties: {
    kind: { type: 'string' },
    key: { type: 'string' },
    body: { type: 'object' },
    owner: { type: 'string', enum: ['files', 'api'] },
    hash: { type: 'string' },
    revision: { type: 'integer' },
    updatedBy: { type: 'string' },
    updatedAt: { type: 'string', format: 'date-time' },
  },
};
