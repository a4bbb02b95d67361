// The fixture that certification of the standard asks for: two users, two records, three actions.
import type { JsonObject } from '../../../src/engine/json.ts';
import type { Scenario } from './point.ts';

export const records: Scenario = {
  policy: {
    'ResourceType/record': {
      actions: ['read', 'write', 'delete'],
      attributes: { status: 'string' },
      relations: { holder: 'tenant', curator: 'user' },
      grants: { curator: ['write'] },
    },
    'Role/editor': {
      permissions: ['record:read', 'record:write', 'record:delete'],
      conditions: {
        'record:write': '!has(resource.status) || resource.status != "archived"',
        'record:delete': 'has(action.soft) && action.soft',
      },
    },
    'Role/archivist': {
      permissions: ['record:read', 'record:write'],
      conditions: { 'record:write': 'has(resource.status) && resource.status == "archived" && user.role == "admin"' },
    },
  },
  members: { alice: { roles: ['editor'] }, bob: { roles: ['archivist'], attributes: { role: 'admin' } } },
  relationships: [
    ['record', 'record-1', 'holder', 'tenant', 'acme'],
    ['record', 'record-2', 'holder', 'tenant', 'acme'],
    ['record', 'record-2', 'curator', 'user', 'bob'],
  ],
};

export const alice = { type: 'user', id: 'alice' };
export const bob = { type: 'user', id: 'bob' };
export const admin = { ...bob, properties: { role: 'admin' } };
export const first = { type: 'record', id: 'record-1' };
export const second = { type: 'record', id: 'record-2' };
export const active = { ...first, properties: { status: 'active' } };
export const archived = { ...second, properties: { status: 'archived' } };
export const action = (name: string, properties?: JsonObject): JsonObject => ({
  name,
  ...(properties === undefined ? {} : { properties }),
});
