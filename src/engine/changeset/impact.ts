import type { Json } from '../json.ts';
import type { ResourceId } from '../resource.ts';

/** Who would feel a change. Never blank: what is not known says why. */
export interface Impact {
  /** `some` as soon as anybody is known to feel it, whatever else is unknown. */
  readonly status: 'none' | 'some' | 'unknown';
  /** All of it in one sentence, without names. */
  readonly reason: string;
  /** Figures by name, `tenantsLosingEntitlement: 14`; those that are 0 are left out. */
  readonly figures?: { readonly [name: string]: number };
  /** Figures that nobody can tell yet; a guardrail on one of them asks for an approval instead of passing. */
  readonly unknownFigures?: readonly string[];
  /** Why they are, one sentence each, where something else is known. */
  readonly unknownReasons?: readonly string[];
  /** One for each way in which the change is felt. */
  readonly effects?: readonly Effect[];
  /** sha256 over everybody affected, listed or not. */
  readonly affectedHash?: string;
}

/** One way in which a change is felt, and by whom. */
export interface Effect {
  /** The figure that counts them: `membersLosingPermission`. */
  readonly figure: string;
  /** `14 members lose invoice:approve in 3 tenants` */
  readonly text: string;
  readonly count: number;
  /** At most {@link mostListed}, the first by name; `count` says how many there are. */
  readonly affected: readonly Affected[];
}

/** Somebody or something that feels a change. */
export interface Affected {
  /** For people: `Ada Lovelace`, `Globex`, `Plan/pro`. */
  readonly name: string;
  /** Id of the tenant. */
  readonly tenant?: string;
  readonly subject?: { readonly type: string; readonly id: string };
  readonly resource?: ResourceId;
  /** Permissions; `invoice:*` stands for every one on invoices. */
  readonly lost?: readonly string[];
  readonly gained?: readonly string[];
  /** Permissions, or pointers to fields whose values are no longer valid: `/attributes/seats`. */
  readonly changed?: readonly string[];
  /** What a tenant's plan grants of an entitlement. Absent: nothing. */
  readonly before?: Json;
  readonly after?: Json;
}

/** Who would feel a changeset: everybody counted once for each figure, however many changes they feel. */
export interface ImpactTotals {
  readonly figures: { readonly [name: string]: number };
  readonly unknownFigures: readonly string[];
}

/** Of one effect a changeset lists this many; a digest covers the rest. */
export const mostListed = 1000;

/** Of all effects of a changeset together. */
export const mostListedTogether = 10_000;

/** What a component says of one change: everybody, in full. */
export interface ToldImpact {
  readonly effects: readonly ToldEffect[];
  /** What cannot be told, and which figures that leaves open. */
  readonly unknown: readonly { readonly reason: string; readonly figures: readonly string[] }[];
  /** What to say when nobody is affected and everything is known. */
  readonly none: string;
}

export interface ToldEffect extends Pick<Effect, 'figure' | 'text'> {
  readonly groups: readonly ToldGroup[];
}

/** Those who feel an effect alike. Nobody stands in two groups of one effect. */
export interface ToldGroup {
  /** Given as the very same array wherever the same people are meant, it is counted, sorted and hashed once. */
  readonly who: readonly Somebody[];
  readonly what: Omit<Affected, keyof Somebody>;
}

export type Somebody = Pick<Affected, 'name' | 'tenant' | 'subject' | 'resource'>;
