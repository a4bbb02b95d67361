import type { Session, Transaction } from '../db/contract.ts';
import type { Changeset } from '../engine/changeset/changeset.ts';
import type { AllowedFigures } from '../engine/changeset/guardrails.ts';
import type { Json, JsonObject } from '../engine/json.ts';
import type { ErrorDefinition } from '../engine/platform-error/index.ts';
import type { Ids } from '../host/contract.ts';
import type { OperationContext } from '../server/operation-context.ts';
import type { Policy, PolicySource } from './access-contract.ts';
import type { ArchiveReader } from './archive-reader-contract.ts';
import type { ExportVerifier } from './export-verifier-contract.ts';
import type { FlagImporter } from './flag-import-contract.ts';
import type { FlagEngine } from './flags-contract.ts';

/**
 * What components may ask of one another. Whoever owns the answer offers it in its own {@link Component.ports};
 * src/app puts them together. A port that nobody offers is absent, and whoever would ask it says that it does
 * not know.
 */
export interface Ports {
  readonly resources?: LiveResources;
  readonly secrets?: SecretValues;
  readonly webhooks?: WebhookCalls;
  readonly intake?: ProviderIntake;
  readonly tenants?: TenantDirectory;
  readonly plans?: TenantPlans;
  readonly usage?: MeterUsage;
  readonly quota?: Quota;
  readonly agreements?: TenantAgreements;
  readonly observations?: Observations;
  readonly locations?: Locations;
  readonly policies?: PolicyCompiler;
  readonly flags?: FlagEngine;
  readonly flagImporter?: FlagImporter;
  readonly exportVerifier?: ExportVerifier;
  readonly archives?: ArchiveReader;
  readonly conditions?: ConditionTests;
}

/** The live configuration, read and changed as the API changes it. Offered by the control plane itself. */
export interface LiveResources {
  /** By key. */
  list(
    session: Session,
    kind: string,
    bounds: { readonly limit: number; readonly offset: number },
  ): Promise<{ readonly items: readonly KeptResource[]; readonly total: number }>;
  find(session: Session, kind: string, key: string): Promise<KeptResource | undefined>;
  /**
   * Makes one change, as a revision like any other, and tells the record of it: what the files own stays theirs, guardrails hold, and the whole
   * configuration is validated with it. Throws `errors`.
   */
  change(
    by: Pick<OperationContext, 'session' | 'caller' | 'now' | 'changed'>,
    change: {
      readonly kind: string;
      readonly key: string;
      /** Null: delete it. */
      readonly body: JsonObject | null;
      readonly approve?: string;
      /** Figures that may be over their limit, each exactly as named. */
      readonly allow?: AllowedFigures;
      readonly message?: string;
    },
  ): Promise<ResourceChanged>;
  readonly errors: readonly ErrorDefinition[];
  readonly schemas: { readonly kept: JsonObject; readonly changed: JsonObject };
}

export interface KeptResource {
  readonly kind: string;
  readonly key: string;
  readonly body: JsonObject;
  readonly owner: 'files' | 'api';
  readonly hash: string;
  readonly revision: number;
  readonly updatedBy: string;
  /** An instant. */
  readonly updatedAt: string;
}

export interface ResourceChanged {
  readonly revision: number;
  readonly changeset: Changeset;
  readonly dryRun: boolean;
}

/** Values behind `${secrets.NAME}`, for whoever calls the outside with them. Offered by the control plane itself. */
export interface SecretValues {
  /** The text with all its secrets in it; null when one is not set or cannot be opened. Never for a log, nor an answer. */
  resolve(session: Session, text: string): Promise<string | null>;
}

/** Calls webhook endpoints that are named, whatever types of events they ask for. */
export interface WebhookCalls {
  /**
   * Lets an endpoint be told of an event that this very transaction has written down (of the environment, or the control
   * plane's). Once: also where the endpoint asks for such events. Says why not, where it is not called.
   */
  tell(
    tx: Transaction,
    endpoint: { readonly environmentId: string; readonly key: string },
    event: { readonly id: string; readonly type: string; readonly tenantId: string | null },
    made: { readonly ids: Ids; readonly now: Date },
  ): Promise<'called' | 'no such endpoint' | 'not called at present'>;
}

/** Takes in what providers tell by webhooks of theirs: only what is genuine, and each event once. */
export interface ProviderIntake {
  /**
   * Verifies what has come, and does its effect unless that has been done before. The id is kept in the session's own
   * transaction with the effect: both last, or neither, and of several that come at once one has an effect. Ids are kept
   * for 90 days.
   */
  takeOnce<Event>(
    session: Session,
    received: {
      /** `stripe` */
      readonly provider: string;
      /** As it came, byte for byte. */
      readonly body: Uint8Array;
      /** Lower-case names. */
      readonly headers: Readonly<Record<string, string | undefined>>;
      readonly now: Date;
    },
    how: {
      /** Null where it is not the provider's, or too old: nothing of it is believed. */
      readonly verify: (
        body: Uint8Array,
        headers: Readonly<Record<string, string | undefined>>,
      ) => { readonly id: string; readonly event: Event } | null;
      readonly effect: (event: Event) => Promise<void>;
    },
  ): Promise<'taken' | 'taken before' | 'not genuine'>;
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
  /** Whether there is such a tenant; if so, nobody deletes it before the session's transaction ends. */
  hold(session: Session, tenantId: string): Promise<boolean>;
  /** What tokens and caches must not outlive has changed for the tenant. */
  touch(session: Session, tenantId: string): Promise<void>;
}

/** Which plan a tenant is on. */
export interface TenantPlans {
  planOf(session: Session, tenantId: string): Promise<string | null>;
  /** Key of the plan by id of the tenant, of those among `tenantIds` that are on one. */
  plansOf(session: Session, tenantIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
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

/** What is counted: how much one tenant uses of one entitlement. */
export interface Counted {
  readonly tenantId: string;
  /** Key of the Entitlement. */
  readonly entitlement: string;
  /** Key of the Meter that it names. */
  readonly meter?: string;
  /** When the count starts again from zero, as the Entitlement says: `monthly`, `period`, `never`. */
  readonly resets: string;
}

/** A count in its present period. */
export interface Count {
  readonly used: bigint;
  /** When it starts again from zero; null: never. */
  readonly resetsAt: Date | null;
}

/**
 * Counts what tenants use of entitlements, and lets nobody past a limit. Offered by whoever meters usage; what that
 * does not count (null), features counts for itself, and it counts nothing twice: an entitlement that was counted in
 * one place starts from zero in the other.
 */
export interface Quota {
  /**
   * Takes `amount`, if no more than `limit` is used with it, in the session's own transaction: what is rolled back was
   * never taken. Of any number of takers at once, in any processes, none gets past the limit; those who come later
   * wait for the earlier. A limit of null refuses nothing. Answers with the count afterwards, taken or not.
   */
  use(
    session: Session,
    counted: Counted,
    taking: { readonly amount: bigint; readonly limit: bigint | null; readonly now: Date },
  ): Promise<(Count & { readonly taken: boolean }) | null>;
  /** By entitlement, for one tenant at a time; one that is not in the answer is not counted here. Changes nothing. */
  used(session: Session, counted: readonly Counted[], now: Date): Promise<ReadonlyMap<string, Count>>;
  /** Gives back what exists no more, such as a seat. The count does not go below zero; answers with it afterwards. */
  release(
    session: Session,
    counted: Counted,
    giving: { readonly amount: bigint; readonly now: Date },
  ): Promise<(Count & { readonly released: bigint }) | null>;
}

/** What tenants have by special agreement, what is counted of it, and what was reported by or of them. */
export interface TenantAgreements {
  /** The tenant is gone. */
  forget(session: Session, tenantId: string): Promise<void>;
}

/** Something that a unit did, as experiments measure it. */
export interface Observed {
  /** With its attribute before it: `user.key=ada`. */
  readonly unit: string;
  /** The same id again of the same unit is the same event. */
  readonly id: string;
  /** Key of an EventSchema. */
  readonly event: string;
  readonly properties: { readonly [name: string]: number };
  readonly at: Date;
}

/** What one unit did of an event: how often, and the sum of a property over those that have it. */
export interface Measured {
  readonly count: number;
  readonly sum: number;
}

/** Keeps what units did. Offered by whoever stores tracked events; until then experiments keep it themselves. */
export interface Observations {
  record(session: Session, observed: readonly Observed[]): Promise<void>;
  /**
   * Of each unit, in the order given, from its own moment on, inclusive, and until another, exclusive (null: for ever).
   * With a property, only events that have it count.
   */
  measure(
    session: Session,
    metric: { readonly event: string; readonly property: string | null; readonly until: Date | null },
    units: readonly { readonly unit: string; readonly since: Date }[],
  ): Promise<readonly Measured[]>;
}

/** Where addresses are, as far as that is known at this moment. */
export interface Locations {
  /** Two letters, ISO 3166-1, and which data says so; undefined: not known. Never throws. */
  locate(ip: string): { readonly country: string; readonly data: string } | undefined;
}

/** Decides from roles and resource types alone, wherever they come from: files as well as a live environment. */
export interface PolicyCompiler {
  compile(source: PolicySource): Policy;
}

/** Runs the tests that conditions are made of (`{ startsWith: 'eu-' }`), so that they mean one thing wherever they stand. */
export interface ConditionTests {
  /** Of a test that validation has let through. An attribute that is absent is asked about as `undefined`. */
  compile(test: Json): (value: Json | undefined) => boolean;
}
