import type { Json, JsonObject } from '../../../engine/json.ts';

export type EntryOutcome = 'success' | 'failure' | 'denied';

/** Who did it. */
export interface EntryActor {
  /** `user`, `api-key`, `service-account`, `local`, `system`, or what the product calls its own. */
  readonly type: string;
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  /** Where the request came from; always written in one way. */
  readonly ip?: string;
  /** What the product sent in its place and is no address. `ip` is absent then. */
  readonly invalidIp?: string;
  readonly userAgent?: string;
  /** Of the address. */
  readonly location?: EntryLocation;
}

export interface EntryLocation {
  /** Two letters, ISO 3166-1. */
  readonly country: string;
  /** Which data said so: the same address may be told elsewhere by another version. */
  readonly data: string;
}

/** What it was done to. */
export interface EntryResource {
  readonly type: string;
  readonly id: string;
  readonly name?: string;
}

/** One change of an entry that changed several things. */
export interface EntryChange {
  readonly action: string;
  readonly resource: EntryResource;
  /** Null: it did not exist; absent: not told. */
  readonly before?: Json;
  readonly after?: Json;
}

/** Stands for a value that is too large for an entry. */
export interface EntryDigest {
  readonly digest: `sha256:${string}`;
  /** Of its canonical JSON, in UTF-8. */
  readonly bytes: number;
  /** The revision of the environment that holds it. */
  readonly revision?: number;
}

/** How the caller proved who they are; of what the product reports, whoever has reported it. */
export interface EntryAuthentication {
  readonly mode: 'secret' | 'publishable' | 'user' | 'local';
  readonly keyId?: string;
  readonly sessionId?: string;
}

/** What access decided, where the request asked it or was refused by it. */
export interface EntryDecision {
  readonly allowed: boolean;
  /** Whom it was asked about, where that is not the actor. */
  readonly subject?: EntryResource;
  /** The scope or permission that was asked for, or is missing. */
  readonly permission?: string;
  readonly reason?: string;
  readonly policyRevision?: number;
  /** `dec_…`, of the log of decisions. */
  readonly decisionId?: string;
}

/**
 * One record of who did what, as it is stored, hashed and sent. Its canonical JSON (RFC 8785) is at most 64 KB: what
 * does not fit is a digest. Absent fields are absent, never null.
 */
export interface AuditEntry {
  /** `aud_…`: in the order of writing, as far as clocks agree. */
  readonly id: string;
  readonly version: 1;
  /** When it happened, as whoever reports it says. An instant, like all times here. */
  readonly timestamp: string;
  /** When it was written here, if that is another time. */
  readonly recordedAt?: string;
  readonly environment: string;
  /** Absent: it is about the environment as a whole. */
  readonly tenantId?: string;
  /** `user.role_assigned` */
  readonly action: string;
  readonly outcome: EntryOutcome;
  readonly actor: EntryActor;
  readonly resource?: EntryResource;
  readonly before?: Json;
  readonly after?: Json;
  /** Where more than one thing changed; `resource` is then what they belong to. */
  readonly changes?: readonly EntryChange[] | EntryDigest;
  /** Why it failed or was denied: a code. */
  readonly reason?: string;
  readonly requestId?: string;
  readonly authentication?: EntryAuthentication;
  /**
   * The product has told it: what was done, and who did it, is its word, and `authentication` is of whoever sent it.
   * Absent: it is the platform's own, and what it tells was done here.
   */
  readonly reported?: true;
  readonly decision?: EntryDecision;
  /** Commits to what is personal without saying it: SHA-256 of the salt and its canonical JSON. */
  readonly personal?: `sha256:${string}`;
  readonly metadata?: JsonObject;
}

/** An entry in its place in the chain of its tenant. */
export interface SealedEntry {
  /** From 1, without gaps. */
  readonly sequence: number;
  readonly hash: `sha256:${string}`;
  readonly previousHash: `sha256:${string}`;
  /** The exact canonical text that is hashed. */
  readonly body: string;
}
