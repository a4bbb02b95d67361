import { covers } from '../permission/matches-permission.ts';
import type { CompiledRole } from './compiled-role.ts';
import type { AccessQuestion, Decision, NearMiss, Refusal } from './contract.ts';
import type { Lineage } from './lineage.ts';
import { createRoleFinder } from './role-finder.ts';

export type Refuse = (
  subject: Pick<AccessQuestion['subject'], 'roles'>,
  permission: string,
  reason: Refusal['reason'],
  nearMisses: readonly NearMiss[],
) => Decision;

/** How many roles that would help a refusal names. */
const maximumSuggested = 10;

export function createRefuse(roles: ReadonlyMap<string, CompiledRole>, lineage: Lineage): Refuse {
  const sufficient = createRoleFinder(roles, lineage, covers);
  return ({ roles: held }, missing, reason, nearMisses) => {
    const isKnown = reason === 'no-grant' || reason === 'not-covered';
    let suggested: readonly string[] | undefined;
    const refusal = {
      reason,
      missing,
      nearMisses,
      /** Found when it is read: it takes longer than the refusal, and most who are refused never look. */
      get grantedBy(): readonly string[] {
        const others =
          isKnown && suggested === undefined ? sufficient(missing).filter((role) => !held.includes(role)) : [];
        suggested ??= Object.freeze(others.slice(0, maximumSuggested));
        return suggested;
      },
    };
    // Refusals are kept, and given to whoever asks the same again.
    return Object.freeze({ allowed: false, grant: null, refusal });
  };
}
