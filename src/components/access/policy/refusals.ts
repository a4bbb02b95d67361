import { matchesPermission } from '../permission/matches-permission.ts';
import type { AccessQuestion, Decision, NearMiss, Refusal } from './contract.ts';
import type { CompiledRole } from './compiled-role.ts';
import { keep } from './keep.ts';
import type { Lineage } from './lineage.ts';

export type Refuse = (
  subject: Pick<AccessQuestion['subject'], 'roles'>,
  permission: string,
  reason: Refusal['reason'],
  nearMisses: readonly NearMiss[],
) => Decision;

/** How many roles that would help a refusal names. */
const maximumSuggested = 10;

export function createRefuse(roles: ReadonlyMap<string, CompiledRole>, lineage: Lineage): Refuse {
  const sufficient = keep((permission) => {
    const declaring = Array.from(roles.values()).filter(({ grants }) =>
      grants.some((grant) => matchesPermission(grant.permission, permission)),
    );
    return Array.from(lineage.heirsOf(declaring.map(({ key }) => key))).toSorted();
  }, 1_000);
  return ({ roles: held }, missing, reason, nearMisses) => {
    const isKnown = reason === 'no-grant' || reason === 'not-covered';
    const grantedBy = isKnown ? sufficient(missing).filter((role) => !held.includes(role)) : [];
    const suggested = Object.freeze(grantedBy.slice(0, maximumSuggested));
    // Refusals are kept, and given to whoever asks the same again.
    const refusal = Object.freeze({ reason, missing, nearMisses, grantedBy: suggested });
    return Object.freeze({ allowed: false, grant: null, refusal });
  };
}
