import type { Session } from '../db/contract.ts';
import type { Policy, PolicySource } from './access-contract.ts';
import type { FlagEngine } from './flags-contract.ts';

/**
 * What components may ask of one another. Whoever owns the answer offers it in its own {@link Component.ports};
 * src/app puts them together. A port that nobody offers is absent, and whoever would ask it says that it does
 * not know.
 */
export interface Ports {
  readonly tenants?: TenantDirectory;
  readonly plans?: TenantPlans;
  readonly usage?: MeterUsage;
  readonly policies?: PolicyCompiler;
  readonly flags?: FlagEngine;
}

export interface TenantName {
  readonly id: string;
  readonly name: string;
  /** ISO 4217, where the tenant declared one. */
  readonly currency: string | null;
}

export interface TenantDirectory {
  /** Those of `ids` that exist, ordered by id. */
  find(session: Session, ids: readonly string[]): Promise<readonly TenantName[]>;
  /** What tokens and caches must not outlive has changed for the tenant. */
  touch(session: Session, tenantId: string): Promise<void>;
}

/** Which plan a tenant is on. */
export interface TenantPlans {
  planOf(session: Session, tenantId: string): Promise<string | null>;
  /** Ids of the tenants on each of the plans, ordered; a plan that nobody is on has an empty list. */
  tenantsOn(session: Session, plans: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Key of the plan by id of the tenant, of all that are on one; null when they are more than `most`. */
  all(session: Session, most: number): Promise<ReadonlyMap<string, string> | null>;
  /** The tenant is new, and starts on the plan that says `default: true`, where one does. */
  begin(session: Session, tenantId: string, made: { readonly actor: string; readonly now: Date }): Promise<void>;
  /** The tenant is gone. */
  forget(session: Session, tenantId: string): Promise<void>;
}

/** How much of a meter tenants have used in their present period, in the unit that entitlements limit. */
export interface MeterUsage {
  /** By tenant id; one that is not in the answer has used nothing. Null: nobody counts this meter yet. */
  used(session: Session, meter: string, tenants: readonly string[]): Promise<ReadonlyMap<string, bigint> | null>;
}

/** Decides from roles and resource types alone, wherever they come from: files as well as a live environment. */
export interface PolicyCompiler {
  compile(source: PolicySource): Policy;
}
