import { covers } from '../permission/matches-permission.ts';
import type { AccessQuestion, Decision, NearMiss, Refusal } from './contract.ts';
import type { Lineage } from './lineage.ts';
import { createRoleFinder } from './role-finder.ts';
import type { Roles } from './roles.ts';

export type Refuse = (
  subject: Pick<AccessQuestion['subject'], 'roles'>,
  permission: string,
  reason: Refusal['reason'],
  nearMisses: readonly NearMiss[],
) => Decision;

/** How many roles that would help a refusal names. */
const maximumSuggested = 10;

export function createRefuse(roles: Roles, lineage: Lineage): Refuse {
  const sufficient = createRoleFinder(roles, lineage, covers);
  return ({ roles: held }, missing, reason, nearMisses) => {
    const refusal = new KeptRefusal(reason, missing, nearMisses, held, sufficient);
    // Refusals are kept, and given to whoever asks the same again.
    return Object.freeze({ allowed: false, grant: null, refusal: Object.freeze(refusal) });
  };
}

/**
 * A refusal that finds the roles that would help when they are read: it takes longer than the refusal, and most who
 * are refused never look. It is a class because an object with a getter of its own costs more than all of the rest.
 */
class KeptRefusal implements Refusal {
  readonly reason: Refusal['reason'];
  readonly missing: string;
  readonly nearMisses: readonly NearMiss[];
  readonly #held: readonly string[];
  readonly #sufficient: (permission: string) => readonly string[];
  #grantedBy: readonly string[] | undefined;

  constructor(
    reason: Refusal['reason'],
    missing: string,
    nearMisses: readonly NearMiss[],
    held: readonly string[],
    sufficient: (permission: string) => readonly string[],
  ) {
    this.reason = reason;
    this.missing = missing;
    this.nearMisses = nearMisses;
    this.#held = held;
    this.#sufficient = sufficient;
  }

  get grantedBy(): readonly string[] {
    this.#grantedBy ??= Object.freeze(this.#find());
    return this.#grantedBy;
  }

  /** What stands behind a getter is not among the members that JSON would take. */
  toJSON(): Refusal {
    const { grantedBy, missing, nearMisses, reason } = this;
    return { reason, missing, nearMisses, grantedBy };
  }

  #find(): string[] {
    if (this.reason !== 'no-grant' && this.reason !== 'not-covered') return [];
    const others = this.#sufficient(this.missing).filter((role) => !this.#held.includes(role));
    return others.slice(0, maximumSuggested);
  }
}
