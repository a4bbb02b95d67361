import type { Session } from '../../../../db/contract.ts';
import { readLiveResources } from '../../../../db/live-resources.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import { childPointer } from '../../../../engine/pointer.ts';
import { didYouMean } from '../../../../engine/validate/did-you-mean.ts';
import type { Caller } from '../../../../server/caller.ts';
import { roleErrors } from './errors.ts';

/** Bodies of the live Roles, by key. */
export type Roles = ReadonlyMap<string, JsonObject>;

export async function readRoles(session: Session): Promise<Roles> {
  const resources = await readLiveResources(session, ['Role']);
  return new Map(resources.map(({ key, body }) => [key, body]));
}

/** Keys of the roles that every new member gets. */
export function defaultRoles(roles: Roles): readonly string[] {
  return [...roles].filter(([, { default: isDefault }]) => isDefault === true).map(([key]) => key);
}

/**
 * The one place that says who may give which role, and take it away: a secret key any, a user those that are
 * assignable. `pointer` leads to the list in the body, or names the path parameter of a single role.
 *
 * @throws ValidationError `roles/unknown`; AuthorizationError `roles/not-assignable`.
 */
export function refuseUnassignable(
  asked: readonly string[],
  roles: Roles,
  caller: Pick<Caller, 'mode'>,
  pointer = '/roles',
): void {
  for (const [index, key] of asked.entries()) {
    const role = roles.get(key);
    const param = pointer.startsWith('/') ? childPointer(pointer, index) : pointer;
    if (role === undefined) {
      const known = [...roles.keys()];
      const hint = didYouMean(key, known) ?? (known.length === 0 ? 'No Role is applied yet.' : undefined);
      throw makeError(roleErrors.unknown, {
        message: `The environment has no role ${key}.`,
        param,
        ...(hint === undefined ? {} : { details: { hint } }),
      });
    }
    refuseFixed(key, role, caller, param);
  }
}

/** The same for taking roles away, where one that no longer exists is taken away by whoever may change roles. */
export function refuseUntouchable(asked: readonly string[], roles: Roles, caller: Pick<Caller, 'mode'>): void {
  for (const key of asked) refuseFixed(key, roles.get(key) ?? {}, caller, 'role');
}

function refuseFixed(key: string, role: JsonObject, { mode }: Pick<Caller, 'mode'>, param: string): void {
  if (role['assignable'] !== false || mode === 'secret') return;
  throw makeError(roleErrors.notAssignable, {
    message: `Role ${key} says assignable: false, so only a secret key may give or take it.`,
    param,
  });
}
