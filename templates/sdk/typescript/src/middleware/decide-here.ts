import { hasAnyPermission, permissionParts } from '../permissions/matches-permission.ts';
import { isInHand, type ResourceInHand } from '../permissions/role-policy.ts';
import type { MiddlewareOptions, SignedInUser } from './contract.ts';

export interface DecidedHere {
  readonly allowed: boolean;
  /** Of the policy that decided, where a `PermissionClient` did. */
  readonly revision?: number | undefined;
}

/** What takes no question to the server; undefined where only that can know. */
export function decideHere(
  { permissions: held, roles }: SignedInUser,
  permissions: MiddlewareOptions['permissions'],
  permission: string,
  resource: ResourceInHand | null | undefined,
): DecidedHere | undefined {
  // Whether one resource is within a scope, only the server can judge.
  const counted = isInHand(resource) ? held.filter((one) => permissionParts(one)?.scope === undefined) : held;
  if (hasAnyPermission(counted, [permission])) return { allowed: true };
  // No question to the server can be about a wildcard.
  if (permission.includes('*')) return { allowed: false };
  const answer = permissions?.can(roles, permission, resource) ?? 'ask';
  return answer === 'ask' ? undefined : { allowed: answer === 'yes', revision: permissions?.policy?.revision };
}
