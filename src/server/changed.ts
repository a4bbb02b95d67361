import type { Json, JsonObject } from '../engine/json.ts';

/** What something is called, wherever what was done is told. */
export interface Named {
  /** `tenant`, `api-key`; a kind for what is configured: `Flag`. */
  readonly type: string;
  readonly id: string;
  readonly name?: string;
}

/** One of several things that one request changed. */
export interface ChangedPart {
  /** `relationship.created` */
  readonly action: string;
  readonly resource: Named;
  readonly before: Json;
  readonly after: Json;
}

/** What came about by a change of something else: it has an entry and an event of its own. */
export type ChangedBesides = Omit<Changed, 'besides'> & { readonly action: string };

/** What an operation changed. Holds no secret; `before` and `after` are equal when it changed nothing. */
export interface Changed {
  readonly resource: Named;
  /** Whose it is. Absent: the tenant's that the request is about, or nobody's. */
  readonly tenantId?: string;
  /** As the API tells it; null: it did not exist. */
  readonly before: Json;
  readonly after: Json;
  /** Where it changed several things; `resource` is what they belong to. */
  readonly parts?: readonly ChangedPart[];
  /** Whoever made the change has written its events already. */
  readonly eventsWritten?: true;
  /** The revision of the environment that holds what is too long to be repeated. */
  readonly revision?: number;
  /** Of `before` and `after`, what tells of a person and may have to be forgotten: not in them, but here. */
  readonly personal?: { readonly before?: JsonObject; readonly after?: JsonObject };
  readonly metadata?: JsonObject;
  /** More exactly than the operation's own: `flag.archived`. */
  readonly action?: string;
  readonly besides?: readonly ChangedBesides[];
}

/** What access decided, when a request asked for nothing else, or was refused. */
export interface Decided {
  readonly resource?: Named;
  readonly tenantId?: string;
  readonly allowed: boolean;
  /** What was asked for, or is missing. */
  readonly permission?: string;
  /** Why not: a code. */
  readonly reason?: string;
  readonly policyRevision?: number;
  /** `dec_…` */
  readonly decisionId?: string;
  /** Who was asked about. */
  readonly subject?: Named;
  readonly metadata?: JsonObject;
}
