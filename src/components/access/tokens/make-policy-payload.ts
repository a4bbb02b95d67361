import { objectOf, textsOf } from '../../../engine/json-fields.ts';
import type { Resource } from '../../../engine/resource.ts';
import type { Policy } from '../policy/contract.ts';

/** What a backend needs to make permissions of role slugs by itself. */
export interface PolicyPayload {
  /** Of the environment; the first number of a token's policy version. */
  readonly revision: number;
  /** By key: everything the role grants, inherited included. */
  readonly roles: { readonly [key: string]: readonly { readonly permission: string; readonly condition?: string }[] };
  /** By key: the actions there are. */
  readonly resourceTypes: { readonly [key: string]: readonly string[] };
  /** By key of the types that declare any: the scopes there are. A type without an entry takes any name for one. */
  readonly scopes: { readonly [key: string]: readonly string[] };
  /** By key of the types that have any: actions that a relation to the resource may allow without a role. */
  readonly relationActions: { readonly [key: string]: readonly string[] };
}

/** Of the live ResourceTypes and Roles, and the policy that was compiled from them. */
export function makePolicyPayload(revision: number, policy: Policy, resources: readonly Resource[]): PolicyPayload {
  const of = (kind: string) => resources.filter((resource) => resource.kind === kind);
  const types = of('ResourceType').map(({ key, body }) => ({ key, body, actions: textsOf(body['actions']) }));
  const related = types.map(({ actions, key }) => {
    return [key, actions.filter((action) => policy.relationsGranting(key, action).length > 0)] as const;
  });
  return {
    revision,
    roles: Object.fromEntries(of('Role').map(({ key }) => [key, grantsOf(policy, key)])),
    resourceTypes: Object.fromEntries(types.map(({ key, actions }) => [key, actions])),
    scopes: Object.fromEntries(
      types.flatMap(({ key, body: { scopes } }) =>
        scopes === undefined ? [] : [[key, Object.keys(objectOf(scopes)).toSorted()]],
      ),
    ),
    relationActions: Object.fromEntries(related.filter(([, actions]) => actions.length > 0)),
  };
}

function grantsOf(policy: Policy, role: string): PolicyPayload['roles'][string] {
  return policy
    .permissionsOf([role])
    .map(({ condition, permission }) => (condition === undefined ? { permission } : { permission, condition }));
}
