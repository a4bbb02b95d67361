import type { Json, JsonObject } from '../engine/json.ts';
import type { Page, PageRequest } from '../server/page.ts';
import type { StreamPart } from '../server/stream-page.ts';

/** The part of the API that is about the record of who did what. */
export interface AuditClient {
  audit: {
    /** Newest first; `cursor` is that of the part before. */
    entries(filter: EntryQuery, page: EntryPage): Promise<StreamPart<FoundEntry>>;
    /** Oldest first, those behind `after`; without it none, and the place to begin from. */
    feed(filter: EntryQuery, page: FeedPage): Promise<FedEntries>;
    /** Breaks off with an error where the answer does. */
    export(query: ExportQuery): Promise<AsyncIterable<Uint8Array>>;
    /** The signed list of all chains, for exports that are asked for the same. */
    chains(query: EntryQuery): Promise<ChainsToExport>;
    /** Lines of an archive, given back to their chain; without a tenant, to that of the environment. */
    restore(part: RestorePart): Promise<RestoredPart>;
    /** How streams are doing, by key. */
    streams(page: PageRequest): Promise<Page<StreamStatus>>;
    /** The same of one, with its place in each chain. */
    stream(key: string): Promise<StreamWithChains>;
    /** Without a tenant, in all of the environment. */
    erase(subject: string, tenant: string | undefined): Promise<ErasedPersonal>;
  };
}

/** Which entries. Absent members ask for nothing; without a tenant, those of all are meant. */
export interface EntryQuery {
  readonly tenant?: string | undefined;
  /** Instants. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly actor?: string | undefined;
  /** One action, or with `*` for any text several. */
  readonly action?: string | undefined;
  readonly resource?: string | undefined;
  readonly resourceType?: string | undefined;
  readonly ip?: string | undefined;
  readonly outcome?: string | undefined;
  readonly requestId?: string | undefined;
}

export interface EntryPage {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface FeedPage {
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface FedEntries extends StreamPart<FoundEntry> {
  readonly nextCursor: string;
}

/** An entry with its place in the chain, which is null until it has one. */
export interface FoundEntry extends JsonObject {
  readonly id: string;
  readonly timestamp: string;
  readonly action: string;
  readonly outcome: string;
  readonly actor: FoundActor;
  readonly sequence: number | null;
}

export interface FoundActor {
  readonly [member: string]: Json;
  readonly type: string;
  readonly id: string;
}

/** Without a tenant, the entries of the environment itself are meant. */
export interface ExportQuery extends EntryQuery {
  readonly format: string;
  readonly after?: number | undefined;
  /** Sequence of the last entry that arrived before the same export was cut off. */
  readonly arrived?: number | undefined;
  /** `sha256:…` of all up to there, which the server holds against what it would send. */
  readonly arrivedHash?: string | undefined;
  readonly personal?: boolean | undefined;
}

/** As it is to be kept: its canonical JSON is what was signed. */
export interface ChainsToExport extends JsonObject {
  readonly chains: JsonObject & {
    readonly project: string;
    readonly environment: string;
    readonly filter: JsonObject;
    /** Without a tenant: of the environment itself. */
    readonly chains: readonly (JsonObject & { readonly tenantId: string | null; readonly size: number })[];
  };
  readonly signature: string;
}

export interface RestorePart {
  readonly tenant: string | undefined;
  /** An instant. */
  readonly until: string;
  readonly lines: readonly string[];
}

export interface RestoredPart {
  readonly restored: number;
  /** Those that were there already. */
  readonly present: number;
  readonly until: string;
}

export interface ErasedPersonal {
  readonly subject: string;
  /** Of how many entries. */
  readonly erased: number;
}

export interface StreamStatus {
  readonly key: string;
  readonly name: string | null;
  readonly to: 'webhook' | 'splunk' | 'syslog';
  readonly state: 'active' | 'failing' | 'error' | 'disabled';
  readonly lastError: string | null;
  readonly failingSince: string | null;
  readonly failures: number;
  readonly nextAt: string | null;
  readonly deliveredAt: string | null;
  readonly behind: { readonly entries: number; readonly seconds: number };
  readonly pruned: number;
}

export interface StreamWithChains extends StreamStatus {
  /** The furthest behind first. */
  readonly chains: readonly StreamChain[];
}

export interface StreamChain {
  /** Null: of the environment itself. */
  readonly tenant: string | null;
  /** Of the last entry that was sent. */
  readonly sequence: number;
  readonly size: number;
  readonly checkpoint: number;
  readonly pruned: number;
}
