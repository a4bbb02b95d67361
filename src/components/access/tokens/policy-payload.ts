import type { Session } from '../../../db/contract.ts';
import { readLiveResources, readRevision } from '../../../db/live-resources.ts';
import type { JsonObject } from '../../../engine/json.ts';
import type { PolicyStore } from '../decisions/policy-store.ts';
import { makePolicyPayload, type PolicyPayload } from './make-policy-payload.ts';

export async function readPolicyPayload(session: Session, policies: PolicyStore): Promise<PolicyPayload> {
  const revision = await readRevision(session);
  const { policy } = await policies.at(session, revision);
  return makePolicyPayload(revision, policy, await readLiveResources(session, ['ResourceType', 'Role']));
}

const grants: JsonObject = {
  type: 'array',
  items: {
    title: 'PolicyGrant',
    type: 'object',
    required: ['permission'],
    properties: {
      permission: { type: 'string', description: 'As it is written: `invoice:*`.' },
      condition: { type: 'string', description: 'An expression under which it applies; such a one is not in tokens.' },
    },
  },
};

export const policyPayloadSchema: JsonObject = {
  type: 'object',
  required: ['revision', 'roles', 'resourceTypes', 'scopes', 'relationActions'],
  properties: {
    revision: { type: 'integer', minimum: 0, description: "The first number of a token's `policyVersion`." },
    roles: {
      type: 'object',
      additionalProperties: grants,
      description: 'What each role grants, inherited included, by key.',
    },
    resourceTypes: {
      type: 'object',
      additionalProperties: { type: 'array', items: { type: 'string' } },
      description: 'The actions of each resource type, by key.',
    },
    scopes: {
      type: 'object',
      additionalProperties: { type: 'array', items: { type: 'string' } },
      description: 'The scopes of each resource type that declares any, by key. Others take any name for a scope.',
    },
    relationActions: {
      type: 'object',
      additionalProperties: { type: 'array', items: { type: 'string' } },
      description: 'The actions that a relation to a resource may allow without a role, by key of its type.',
    },
  },
};
