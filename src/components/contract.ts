import type { Change } from '../engine/changeset/changeset.ts';
import type { DraftChange } from '../engine/changeset/draft-change.ts';
import type { ToldImpact } from '../engine/changeset/impact.ts';
import type { KindPolicy, CompiledValidator } from '../engine/model/registry.ts';
import type { JsonObject } from '../engine/json.ts';
import type { Model } from '../engine/model/model.ts';
import type { EventCalls, EventDescriptions } from '../server/event-descriptions.ts';
import type { Operation } from '../server/operation.ts';
import type { PublicDocument } from '../server/public-document.ts';
import type { TagDescriptions } from '../server/tag-descriptions.ts';
import type { Worker } from '../server/worker.ts';
import type { ChangedBesides } from '../server/changed.ts';
import type { Directory } from '../server/directory.ts';
import type { RecordBeside, Trail } from '../server/trail.ts';
import type { Session, Transaction } from '../db/contract.ts';
import type { Egress, Files, Host, Random } from '../host/contract.ts';
import type { JobHandler } from '../jobs/contract.ts';
import type { Locations, Ports, SecretValues } from './ports.ts';

/** Who applies, when, and what components may ask of one another. */
export interface CarryContext {
  readonly author: string;
  readonly now: Date;
  readonly ports: Ports;
  readonly random: Random;
  /** 32 bytes, or null where there is none. What is sealed for one name is opened, and sealed again for another. */
  readonly masterKey: Uint8Array | null;
  /** Says what else the component has changed, other than names that go along: the record is told of it. */
  readonly besides: (changed: ChangedBesides) => void;
}

/** Something that has happened, for whoever wants to know of it later. */
export interface DomainEvent {
  /** `flag.updated` */
  readonly type: string;
  /** What it happened to: `Flag/checkout`. */
  readonly subject: string;
  /** Absent: of the environment as a whole. */
  readonly tenantId?: string;
  /** What exactly; never a value that may be a secret. */
  readonly payload: JsonObject;
}

/** What a component offers to the house. Everything but the name and the models may be absent. */
export interface Component {
  readonly name: string;
  /** Generated from `models/<name>/*.yaml`. */
  readonly models: readonly Model[];
  readonly validators: { readonly [kind: string]: CompiledValidator };
  /** By kind. */
  readonly policies?: { readonly [kind: string]: KindPolicy };
  /** Called once for each control plane: what it keeps between two questions is kept there, and nowhere else. */
  readonly impact?: () => TellImpact;
  /**
   * Takes what the component keeps beside the configuration along with a change, in the apply's own transaction:
   * who holds a role holds it under its new key after a rename.
   */
  readonly carry?: (changes: readonly Change[], session: Session, context: CarryContext) => Promise<void>;
  /**
   * What has happened by changes to the component's kinds, to be written down in the transaction of the changes. Pure.
   */
  readonly events?: (changes: readonly Change[]) => readonly DomainEvent[];
  /**
   * Why the impact of a kind cannot be told yet, by kind, for changes that `impact` does not answer.
   * `{key}` stands for the resource's key: `which tenants are on plan {key} is not known to this server yet`.
   * A call here would put all that the component has into the commands that are to start fast.
   */
  readonly unknownImpact?: { readonly [kind: string]: string };
  /**
   * Figures that a change of the kind may move, by kind: `Plan: ['tenantsLosingEntitlement']`. A guardrail on
   * one of them asks for an approval while the figure is unknown.
   */
  readonly guardedFigures?: { readonly [kind: string]: readonly string[] };
  readonly operations?: (services: Services) => readonly Operation[];
  /** What its part of the API is for, in OpenAPI. */
  readonly api?: ComponentApi;
  /** Tells the server for whom a request is made. One component at most. */
  readonly directory?: (services: Services) => Directory;
  /** How what it does beside requests is doing, for `dream status`. */
  readonly health?: (session: Session, now: Date) => Promise<readonly HealthFact[]>;
  /**
   * How many secrets of all environments it keeps that this master key does not open; null opens none. Only what cannot be
   * made anew without somebody's doing. Asked of a transaction of the control plane.
   */
  readonly unopened?: (tx: Transaction, masterKey: Uint8Array | null) => Promise<number>;
  /** Keeps the record of what was done. One component at most. */
  readonly trail?: (services: Services) => Trail;
  /**
   * Says where addresses are, by the database in that file; null: there is none. One component at most.
   */
  readonly locations?: (files: Pick<Files, 'readBytes' | 'stat'>, file: string | null) => LocationsKept;
  /** What it does beside requests, for as long as a server runs. */
  readonly workers?: (services: BackgroundServices) => readonly Worker[];
  /** What it does when it was asked for in a transaction, in whichever server. */
  readonly jobs?: (services: BackgroundServices) => readonly JobHandler[];
  /** What it tells anybody who asks, without a key. */
  readonly documents?: readonly PublicDocument[];
  /** What it answers to other components. */
  readonly ports?: Ports;
  /** What it gives to SDKs as it stands. */
  readonly sdk?: SdkSources;
}

/** Sentences for whoever reads the OpenAPI document of a component. */
export interface ComponentApi {
  /** What the component is for. */
  readonly summary: string;
  /** By the tag of its operations, what those are for; every tag that one of them has. */
  readonly tags: TagDescriptions;
  /** By type, the events that it writes; those that tell of changes to its kinds follow from the models. */
  readonly events?: EventDescriptions;
  /** How events are told to whoever asked to be called. One component at most. */
  readonly calls?: EventCalls;
}

/**
 * Who would feel each change to one of the component's kinds, asked in the changeset's own transaction and answered in
 * the same order; null leaves the answer to the model alone.
 */
export type TellImpact = (
  changes: readonly DraftChange[],
  session: Session,
  context: ImpactContext,
) => Promise<readonly (ToldImpact | null)[]>;

/** Where addresses are, and the work of keeping up with the file that says so. */
export interface LocationsKept extends Locations {
  readonly worker: Worker;
}

/** One thing that may be well or not. */
export interface HealthFact {
  /** `AuditStream/siem` */
  readonly type: string;
  /** Whether all is well. */
  readonly status: 'true' | 'false' | 'unknown';
  /** One word of its own: `Failing`. */
  readonly reason: string;
  /** For people; never a secret. */
  readonly message: string;
}

/** By language. */
export interface SdkSources {
  readonly typescript: readonly SdkFolder[];
}

/**
 * Files that an SDK takes over byte for byte: they run where the SDK runs, and import nothing but what is taken over
 * with them.
 */
export interface SdkFolder {
  /** Beside the component's `index.ts`. */
  readonly from: string;
  /** In the SDK's sources. Folders of one component stand to each other as they do here. */
  readonly to: string;
}

/** What an impact is computed from besides the live data. */
export interface ImpactContext {
  readonly ports: Ports;
  readonly now: Date;
  /** All changes of the changeset, of whatever kind. */
  readonly changeset: readonly DraftChange[];
}

/** What a component's operations are made from. Passed down, never global. */
export interface Services {
  readonly host: Pick<Host, 'clock' | 'ids' | 'random'>;
  /** Of all components of this control plane. */
  readonly ports: Ports;
  /** 32 bytes, or null where there is none. For seals of what leaves the server and comes back; never in an answer. */
  readonly masterKey: Uint8Array | null;
}

/** What work beside requests is made from. It may call the outside, which no request waits for. */
export interface BackgroundServices extends Services {
  readonly host: Pick<Host, 'clock' | 'files' | 'ids' | 'random' | 'variables'>;
  readonly egress: Egress;
  readonly secrets: SecretValues;
  /** Whatever changes anything without having been asked by a request says so by this. */
  readonly record: RecordBeside;
  /** Of the program: `0.1.0`. */
  readonly version: string;
}
