import type { JsonObject } from '../../../engine/json.ts';
import { memberOf, textsOf } from '../../../engine/json-fields.ts';
import { type PermissionParts, permissionParts } from '../permission/matches-permission.ts';
import type { GrantedPermission } from './contract.ts';

/** One permission of one role. */
export interface RoleGrant extends GrantedPermission {
  readonly parts: PermissionParts;
}

/** A Role by itself: what it inherits is found in {@link createLineage}. */
export interface CompiledRole {
  readonly key: string;
  readonly inherits: readonly string[];
  readonly grants: readonly RoleGrant[];
}

/** What is not a permission grants nothing; it cannot have passed validation. */
export function compileRole(key: string, body: JsonObject): CompiledRole {
  return {
    key,
    // In order, as they are stored: which of them is named as the grounds must not depend on how a file has them.
    inherits: textsOf(body['inherits']).toSorted(),
    grants: textsOf(body['permissions'])
      .toSorted()
      .flatMap((permission) => {
        const parts = permissionParts(permission);
        if (parts === undefined) return [];
        const condition = memberOf(body['conditions'], permission);
        if (condition === undefined) return [{ permission, declaredBy: key, parts }];
        return typeof condition === 'string' ? [{ permission, declaredBy: key, parts, condition }] : [];
      }),
  };
}
