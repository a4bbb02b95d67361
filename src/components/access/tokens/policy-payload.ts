import type { Session } from '../../../db/contract.ts';
import { readLiveResources, readRevision } from '../../../db/live-resources.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { textsOf } from '../../../engine/json-fields.ts';
import type { PolicyStore } from '../decisions/policy-store.ts';

/** What a backend needs to make permissions of role slugs by itself. */
export interface PolicyPayload {
  /** Of the environment; the first number of a token's policy version. */
  readonly revision: number;
  /** By key: everything the role grants, inherited included. */
  readonly roles: { readonly [key: string]: readonly { readonly permission: string; readonly condition?: string }[] };
  /** By key: the actions there are. */
  readonly resourceTypes: { readonly [key: string]: readonly string[] };
}

export async function readPolicyPayload(session: Session, policies: PolicyStore): Promise<PolicyPayload> {
  const revision = await readRevision(session);
  const { policy } = await policies.at(session, revision);
  const resources = await readLiveResources(session, ['ResourceType', 'Role']);
  const of = (kind: string) => resources.filter((resource) => resource.kind === kind);
  return {
    revision,
    roles: Object.fromEntries(
      of('Role').map(({ key }) => [
        key,
        policy
          .permissionsOf([key])
          .map(({ permission, condition }) => ({ permission, ...(condition === undefined ? {} : { condition }) })),
      ]),
    ),
    resourceTypes: Object.fromEntries(of('ResourceType').map(({ key, body }) => [key, textsOf(body['actions'])])),
  };
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
  required: ['revision', 'roles', 'resourceTypes'],
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
  },
};
