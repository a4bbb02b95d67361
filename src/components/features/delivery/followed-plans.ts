/** A tenant whose plan some streams tell of. */
export interface FollowedTenant {
  readonly id: string;
  streams: number;
  /** Key of its plan, null while it is on none; undefined until it has been read. */
  plan: string | null | undefined;
  /** Number of the reading that said so. */
  reading: number;
}

/** A reading that is under way. */
export interface PlansReading {
  /** Ids of the tenants whose plans it reads. */
  readonly tenants: readonly string[];
  /**
   * To be called with the plans that were found, by tenant id, or null where nobody needs to know them. Returns the ids of
   * those that are on another plan than was known.
   */
  readonly end: (plans: ReadonlyMap<string, string> | null) => ReadonlySet<string>;
}

/**
 * The plans of those tenants that streams tell of, where the ruleset does not tell them. Several readings may be under way
 * at once and end in any order: of each tenant the one that began last has the word.
 */
export class FollowedPlans {
  readonly #tenants = new Map<string, FollowedTenant>();
  #readings = 0;

  /** For one more stream. */
  follow(id: string): FollowedTenant {
    const tenant = this.#tenants.get(id) ?? { id, streams: 0, plan: undefined, reading: 0 };
    tenant.streams += 1;
    this.#tenants.set(id, tenant);
    return tenant;
  }

  /** One stream of it has ended. Whoever follows it after the last has to read it anew: nobody heard of its changes. */
  leave(tenant: FollowedTenant): void {
    tenant.streams -= 1;
    if (tenant.streams === 0) this.#tenants.delete(tenant.id);
  }

  /** To be called before the reading asks the database, so that what began later also saw later. */
  begin(which: 'all' | 'unknown'): PlansReading {
    this.#readings += 1;
    const number = this.#readings;
    const asked = [...this.#tenants.values()].filter(({ plan }) => which === 'all' || plan === undefined);
    return { tenants: asked.map(({ id }) => id), end: (plans) => learn(asked, number, plans) };
  }
}

function learn(
  asked: readonly FollowedTenant[],
  number: number,
  plans: ReadonlyMap<string, string> | null,
): ReadonlySet<string> {
  const moved = new Set<string>();
  for (const tenant of asked) {
    if (tenant.reading > number) continue;
    const plan = plans === null ? undefined : (plans.get(tenant.id) ?? null);
    if (tenant.plan !== undefined && plan !== undefined && plan !== tenant.plan) moved.add(tenant.id);
    tenant.plan = plan;
    tenant.reading = number;
  }
  return moved;
}
