// Written by dream generate sdk; do not edit.

/** What came after this SDK was made; `Field` tells its kind. All that was answered is kept, by its name. */
export type UnknownKind<Field extends string> = { readonly [field in Field]: UnknownText } & {
  readonly [name: string]: unknown;
};

/** A text that is none of those this SDK knows. It is written as none of them is, so that they can be told from it. */
export type UnknownText = `\u0000${string}` & { readonly [unknownText]: true };

declare const unknownText: unique symbol;

export interface AccessCanBody {
  readonly subject?: Subject | undefined;
  readonly resource?: AskedResource | undefined;
  /** What conditions may ask of `context`: whence and how the request came. */
  readonly context?: { readonly [name: string]: unknown } | undefined;
  /** The tenant it is about. May stand in `X-Tenant-ID` instead; where both are, they are the same. */
  readonly tenant?: string | undefined;
}

export interface AccessCanResult {
  readonly subject: SubjectFacts;
  readonly permissions: readonly HeldPermission[];
  readonly actions?: readonly ActionVerdict[];
  /** Revision of the environment whose roles and resource types decided. */
  readonly policyRevision: number;
}

export interface AccessCheckBody {
  readonly subject?: Subject | undefined;
  /** An action of the resource type, `approve`, or narrowed to one of its scopes, `read:self`. */
  readonly action: string;
  readonly resource: AskedResource;
  /** What conditions may ask of `context`: whence and how the request came. */
  readonly context?: { readonly [name: string]: unknown } | undefined;
  /** The tenant it is about. May stand in `X-Tenant-ID` instead; where both are, they are the same. */
  readonly tenant?: string | undefined;
  /** Answer with the grounds as well. Default: `false`. */
  readonly explain?: boolean | undefined;
}

export interface AccessCheckManyBody {
  /** Whom the questions are about that name nobody themselves. */
  readonly subject?: Subject | undefined;
  readonly checks: readonly Check[];
  /** The tenant it is about. May stand in `X-Tenant-ID` instead; where both are, they are the same. */
  readonly tenant?: string | undefined;
  /** Answer with the grounds as well. Default: `false`. */
  readonly explain?: boolean | undefined;
}

export interface AccessCheckManyResult {
  readonly data: readonly Verdict[];
  /** Revision of the environment whose roles and resource types decided. */
  readonly policyRevision: number;
}

export interface AccessDecisionsReportBody {
  readonly decisions: readonly ReportedDecision[];
}

export interface AccessDecisionsReportResult {
  /** How many are in the log now. */
  readonly logged: number;
  /** Those that there are not, or not any more, or that the request is not about: nothing is logged of them. */
  readonly unknownTenants: readonly string[];
}

export interface AccessPolicyResult {
  /** The first number of a token's `policyVersion`. */
  readonly revision: number;
  /** What each role grants, inherited included, by key. */
  readonly roles: { readonly [name: string]: readonly PolicyGrant[] };
  /** The actions of each resource type, by key. */
  readonly resourceTypes: { readonly [name: string]: readonly string[] };
  /** The scopes of each resource type that declares any, by key. Others take any name for a scope. */
  readonly scopes: { readonly [name: string]: readonly string[] };
  /** The actions that a relation to a resource may allow without a role, by key of its type. */
  readonly relationActions: { readonly [name: string]: readonly string[] };
}

export interface AccessWhoBody {
  /** An action of the resource type, `approve`, or narrowed to one of its scopes, `read:self`. */
  readonly action: string;
  readonly resource: AskedResource;
  /** What conditions may ask of `context`: whence and how the request came. */
  readonly context?: { readonly [name: string]: unknown } | undefined;
  /** The tenant it is about. May stand in `X-Tenant-ID` instead; where both are, they are the same. */
  readonly tenant?: string | undefined;
  /** Default: `1`. */
  readonly page?: number | undefined;
  /** Default: `50`. */
  readonly pageSize?: number | undefined;
}

export interface AccessWhoResult {
  readonly data: readonly Grantee[];
  readonly pagination: Pagination;
  /** Revision of the environment whose roles and resource types decided. */
  readonly policyRevision: number;
}

export interface ActionVerdict {
  readonly action: string;
  readonly allowed: boolean;
  /** What allowed it. */
  readonly grant: RoleGrant | RelationGrant | UnknownKind<'by'> | null;
  readonly refusal: Refusal | null;
}

export interface Affected {
  readonly name: string;
  readonly tenant?: string | undefined;
  readonly subject?: AffectedSubject | undefined;
  readonly resource?: AffectedResource | undefined;
  readonly lost?: readonly string[] | undefined;
  readonly gained?: readonly string[] | undefined;
  readonly changed?: readonly string[] | undefined;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface AffectedResource {
  readonly kind: string;
  readonly key: string;
}

export interface AffectedSubject {
  readonly type: string;
  readonly id: string;
}

export interface Alarm {
  /** `alf_…` */
  readonly id: string;
  /** Key of the AlertRule, as it was then. */
  readonly rule: string;
  readonly severity: 'info' | 'low' | 'medium' | 'high' | 'critical' | (string & {});
  readonly tags: readonly string[];
  /** Id of the tenant; null: of the environment as a whole. */
  readonly tenant: string | null;
  /** Value of the field that the rule looks at entries by; empty where there is none. */
  readonly key: string;
  /** Place in the chain of the entry that completed the pattern; of an absence, of the last one before it. */
  readonly sequence: number;
  /** How many entries or different values; of an absence 0. */
  readonly count: number;
  /** Time of the first entry of the pattern. RFC 3339, in UTC. */
  readonly windowStart: string;
  /** RFC 3339, in UTC. */
  readonly windowEnd: string;
  /** When the pattern was there, by the times of the entries. RFC 3339, in UTC. */
  readonly happenedAt: string;
  /** When it was found, and the alarm raised. RFC 3339, in UTC. */
  readonly firedAt: string;
  readonly actions: readonly AlarmAction[];
}

export interface AlarmAction {
  readonly does: 'webhook' | 'workflow' | 'event' | (string & {});
  /** Key of the endpoint or workflow; type of the event. */
  readonly target: string;
}

export interface Alert {
  /** Key of the AlertRule. */
  readonly key: string;
  readonly name: string | null;
  readonly severity: 'info' | 'low' | 'medium' | 'high' | 'critical' | (string & {});
  /** Whether it watches. */
  readonly enabled: boolean;
  readonly tags: readonly string[];
  /** Null: it was never raised. */
  readonly lastFiring: AlertFiring | null;
}

export interface AlertAction {
  readonly does: 'webhook' | 'workflow' | 'event' | (string & {});
  /** Key of the endpoint or workflow; type of the event. */
  readonly target: string;
  /**
   * `done`: the event is written, or the call is on its way. `handed-on`: whoever runs workflows reads it in the event
   * `alert.fired`.
   */
  readonly outcome: 'done' | 'handed-on' | 'impossible' | (string & {});
  /** Why it was impossible. */
  readonly reason?: string;
}

export interface AlertFiring {
  /** `alf_…` */
  readonly id: string;
  /** Key of the AlertRule, as it was then. */
  readonly rule: string;
  readonly severity: 'info' | 'low' | 'medium' | 'high' | 'critical' | (string & {});
  readonly tags: readonly string[];
  /** Id of the tenant; null: of the environment as a whole. */
  readonly tenant: string | null;
  /** Value of the field that the rule looks at entries by; empty where there is none. */
  readonly key: string;
  /** Place in the chain of the entry that completed the pattern; of an absence, of the last one before it. */
  readonly sequence: number;
  /** How many entries or different values; of an absence 0. */
  readonly count: number;
  /** Time of the first entry of the pattern. RFC 3339, in UTC. */
  readonly windowStart: string;
  /** RFC 3339, in UTC. */
  readonly windowEnd: string;
  /** When the pattern was there, by the times of the entries. RFC 3339, in UTC. */
  readonly happenedAt: string;
  /** When it was found, and the alarm raised. RFC 3339, in UTC. */
  readonly firedAt: string;
  readonly actions: readonly AlertAction[];
}

export interface AlertFiringPart {
  readonly data: readonly AlertFiring[];
  readonly hasMore: boolean;
  readonly nextCursor: string | null;
}

export interface AlertPage {
  readonly data: readonly Alert[];
  readonly pagination: Pagination;
}

export interface AlertsBacktestBody {
  /**
   * An AlertRule as it is written in YAML, without `kind` and `key`; docs/reference/alert-rule.md describes its fields.
   */
  readonly rule: { readonly [name: string]: unknown };
  /** Entries written at this moment or later. Absent: of 30 days. */
  readonly since?: Date | string | undefined;
  /** Entries written before this moment. Absent: until now. */
  readonly until?: Date | string | undefined;
}

export interface AlertsBacktestResult {
  /** The newest 1,000, in the order in which they would have come. */
  readonly firings: readonly BacktestFiring[];
  /** How many there would have been, listed or not. */
  readonly count: number;
  /** How many entries were looked at. */
  readonly entries: number;
  /** Later than was asked for where there are more entries than are looked at. RFC 3339, in UTC. */
  readonly since: string;
  /** RFC 3339, in UTC. */
  readonly until: string;
  /** Whether all entries of the time asked for were looked at. */
  readonly complete: boolean;
}

export interface ApiKey {
  readonly id: string;
  readonly type: 'secret' | 'publishable' | (string & {});
  readonly name: string;
  /** Beginning and end of the key: `sk_live_…a1b2`. */
  readonly hint: string;
  readonly mode: 'test' | 'live' | (string & {});
  readonly scopes: readonly string[];
  /** The tenant it acts for where a request names none. */
  readonly defaultTenant: string | null;
  readonly createdBy: string;
  /** RFC 3339, in UTC. */
  readonly createdAt: string;
  /** To the minute. RFC 3339, in UTC. */
  readonly lastUsedAt: string | null;
  /** RFC 3339, in UTC. */
  readonly expiresAt: string | null;
  /** RFC 3339, in UTC. */
  readonly revokedAt: string | null;
}

export interface ApiKeyPage {
  readonly data: readonly ApiKey[];
  readonly pagination: Pagination;
}

export interface Archive {
  /** `arc_…` */
  readonly id: string;
  /** Null: of the environment itself. */
  readonly tenantId: string | null;
  /** Sequence of the first entry that was taken out. */
  readonly first: number;
  /** Of the last. Between them may stand entries that were kept. */
  readonly last: number;
  readonly entries: number;
  /** Where the archive is. Null: they were deleted. */
  readonly location: string | null;
  /** `sha256:…` of the file. */
  readonly digest: string | null;
  /** RFC 3339, in UTC. */
  readonly prunedAt: string;
  /** When the archive itself was removed, its own time being over. Null: it was not. RFC 3339, in UTC. */
  readonly removedAt: string | null;
}

export interface ArchivePage {
  readonly data: readonly Archive[];
  readonly pagination: Pagination;
}

/** What it is wanted of; without an id, anything of the type. */
export interface AskedResource {
  /** Key of a ResourceType. */
  readonly type: string;
  readonly id?: string | undefined;
  /** What conditions may ask of `resource`. */
  readonly properties?: { readonly [name: string]: unknown } | undefined;
}

export interface AuditEntry {
  /** `aud_…` */
  readonly id: string;
  readonly version: 1;
  /** When it happened, as whoever reports it says. RFC 3339, in UTC. */
  readonly timestamp: string;
  /** When it was written, if at another time. RFC 3339, in UTC. */
  readonly recordedAt?: string;
  readonly environment: string;
  /** Absent: it is about the environment as a whole. */
  readonly tenantId?: string;
  /** `user.role_assigned` */
  readonly action: string;
  readonly outcome: 'success' | 'failure' | 'denied' | (string & {});
  readonly actor: EntryActor;
  readonly resource?: EntryResource;
  /** Null: it did not exist. */
  readonly before?: unknown;
  /** Null: it does not exist any more. */
  readonly after?: unknown;
  /** Where more than one thing changed. */
  readonly changes?: readonly EntryChange[] | DigestOfChanges;
  /** Why it failed or was denied: a code. */
  readonly reason?: string;
  readonly requestId?: string;
  readonly authentication?: EntryAuthentication;
  /**
   * True: the product has told it, by the key in `authentication`, and who did what is its word. Absent: it is the
   * platform’s own.
   */
  readonly reported?: boolean;
  readonly decision?: EntryDecision;
  /** Commits to what is kept apart from the entry, so that it can be erased. */
  readonly personal?: string;
  readonly metadata?: { readonly [name: string]: unknown };
  /** Its place in the chain of its tenant, from 1; null until it is sealed, which takes a moment. */
  readonly sequence: number | null;
  readonly hash: string | null;
  readonly previousHash: string | null;
}

export interface AuditEntryPart {
  readonly data: readonly AuditEntry[];
  readonly hasMore: boolean;
  readonly nextCursor: string | null;
}

export interface AuditEntryWithPayload {
  /** `aud_…` */
  readonly id: string;
  readonly version: 1;
  /** When it happened, as whoever reports it says. RFC 3339, in UTC. */
  readonly timestamp: string;
  /** When it was written, if at another time. RFC 3339, in UTC. */
  readonly recordedAt?: string;
  readonly environment: string;
  /** Absent: it is about the environment as a whole. */
  readonly tenantId?: string;
  /** `user.role_assigned` */
  readonly action: string;
  readonly outcome: 'success' | 'failure' | 'denied' | (string & {});
  readonly actor: EntryActor;
  readonly resource?: EntryResource;
  /** Null: it did not exist. */
  readonly before?: unknown;
  /** Null: it does not exist any more. */
  readonly after?: unknown;
  /** Where more than one thing changed. */
  readonly changes?: readonly EntryChange[] | DigestOfChanges;
  /** Why it failed or was denied: a code. */
  readonly reason?: string;
  readonly requestId?: string;
  readonly authentication?: EntryAuthentication;
  /**
   * True: the product has told it, by the key in `authentication`, and who did what is its word. Absent: it is the
   * platform’s own.
   */
  readonly reported?: boolean;
  readonly decision?: EntryDecision;
  /** Commits to what is kept apart from the entry, so that it can be erased. */
  readonly personal?: string;
  readonly metadata?: { readonly [name: string]: unknown };
  /** Its place in the chain of its tenant, from 1; null until it is sealed, which takes a moment. */
  readonly sequence: number | null;
  readonly hash: string | null;
  readonly previousHash: string | null;
  /** What `personal` commits to, unless it was erased. */
  readonly payload?: unknown;
  /** What it was hashed with, in hexadecimal digits. */
  readonly salt?: string;
}

export interface AuditPersonalEraseResult {
  readonly subject: string;
  /** Entries that lost their personal part. */
  readonly erased: number;
}

export interface AuditRecordManyBody {
  readonly entries: readonly NewAuditEntry[];
}

export interface AuditRecordManyResult {
  readonly data: readonly RecordReceipt[];
}

export interface AuditRestoreBody {
  /** Whose chain. Absent: that of the environment. */
  readonly tenant?: string | undefined;
  /** When they are taken away again, in 366 days at most. */
  readonly until: Date | string;
  /** Lines of the archive, without its manifest. */
  readonly lines: readonly string[];
}

export interface AuditRestoreResult {
  /** Entries that were given back. */
  readonly restored: number;
  /** Entries that were there already. Those that had been given back are so until then. */
  readonly present: number;
  /** RFC 3339, in UTC. */
  readonly until: string;
}

export interface AuditStream {
  /** Key of the AuditStream. */
  readonly key: string;
  readonly name: string | null;
  readonly to: 'webhook' | 'splunk' | 'syslog' | (string & {});
  /**
   * `failing`: the last batch could not be sent, and is tried again. `error`: none could for 7 days; it is still tried
   * once an hour, and nothing is lost.
   */
  readonly state: 'active' | 'failing' | 'error' | 'disabled' | (string & {});
  /** Why the last batch could not be sent; null: it was. */
  readonly lastError: string | null;
  /** RFC 3339, in UTC. */
  readonly failingSince: string | null;
  /** Batches in a row that could not be sent. */
  readonly failures: number;
  /** When it is tried again, while it fails. RFC 3339, in UTC. */
  readonly nextAt: string | null;
  /** When a batch was taken last. RFC 3339, in UTC. */
  readonly deliveredAt: string | null;
  readonly behind: StreamBacklog;
  /** Entries that retention deleted before they could be sent. */
  readonly pruned: number;
}

export interface AuditStreamPage {
  readonly data: readonly AuditStream[];
  readonly pagination: Pagination;
}

export interface AuditStreamWithChains {
  /** Key of the AuditStream. */
  readonly key: string;
  readonly name: string | null;
  readonly to: 'webhook' | 'splunk' | 'syslog' | (string & {});
  /**
   * `failing`: the last batch could not be sent, and is tried again. `error`: none could for 7 days; it is still tried
   * once an hour, and nothing is lost.
   */
  readonly state: 'active' | 'failing' | 'error' | 'disabled' | (string & {});
  /** Why the last batch could not be sent; null: it was. */
  readonly lastError: string | null;
  /** RFC 3339, in UTC. */
  readonly failingSince: string | null;
  /** Batches in a row that could not be sent. */
  readonly failures: number;
  /** When it is tried again, while it fails. RFC 3339, in UTC. */
  readonly nextAt: string | null;
  /** When a batch was taken last. RFC 3339, in UTC. */
  readonly deliveredAt: string | null;
  readonly behind: StreamBacklog;
  /** Entries that retention deleted before they could be sent. */
  readonly pruned: number;
  /** The 1,000 that are furthest behind. */
  readonly chains: readonly StreamedChain[];
}

export interface AuditStreamsReplayBody {
  /** Sequence of the first entry to be sent again. */
  readonly from?: number | undefined;
  /** In the chain of this tenant only; null: in that of the environment itself. Absent: in all. */
  readonly tenant?: string | null | undefined;
}

export interface BacktestFiring {
  /** Id of the tenant; null: of the environment as a whole. */
  readonly tenant: string | null;
  /** Value of the field that the rule looks at entries by; empty where there is none. */
  readonly key: string;
  /** Place in the chain of the entry that completed the pattern; of an absence, of the last one before it. */
  readonly sequence: number;
  /** How many entries or different values; of an absence 0. */
  readonly count: number;
  /** Time of the first entry of the pattern. RFC 3339, in UTC. */
  readonly windowStart: string;
  /** RFC 3339, in UTC. */
  readonly windowEnd: string;
  /** When the pattern was there, by the times of the entries. RFC 3339, in UTC. */
  readonly happenedAt: string;
}

export interface BeforeAndAfter {
  /** As the API tells it; null: it did not exist. */
  readonly before: unknown;
  /** As the API tells it; null: it exists no more. */
  readonly after: unknown;
  /** Who did it. */
  readonly author: string;
}

export interface ChainList {
  readonly version: 1;
  readonly project: string;
  readonly environment: string;
  /** When it was made. RFC 3339, in UTC. */
  readonly at: string;
  /** What was asked for. */
  readonly filter: { readonly [name: string]: unknown };
  /** By tenant; first that of the environment itself. */
  readonly chains: readonly ListedChain[];
  /** The public key that signed it; null: the server has none. */
  readonly key: string | null;
}

export interface Change {
  readonly action: 'create' | 'update' | 'delete' | 'rename' | (string & {});
  readonly kind: string;
  readonly key: string;
  readonly from?: string | undefined;
  readonly before: { readonly [name: string]: unknown } | null;
  readonly after: { readonly [name: string]: unknown } | null;
  readonly beforeHash: string | null;
  readonly afterHash: string | null;
  readonly fields: readonly ChangedField[];
  readonly impact: Impact;
}

export interface ChangeSummary {
  readonly create: number;
  readonly update: number;
  readonly delete: number;
  readonly rename: number;
}

export interface ChangedField {
  readonly path: string;
}

export interface ChangedSettings {
  readonly before: { readonly [name: string]: unknown } | null;
  readonly after: EnvironmentSettings;
}

export interface Changeset {
  readonly formatVersion: number;
  readonly project: string;
  readonly environment: string;
  readonly fingerprint: string;
  readonly summary: ChangeSummary;
  readonly impact?: ImpactTotal | undefined;
  readonly changes: readonly Change[];
  readonly settings?: ChangedSettings | undefined;
  readonly guardrails: readonly GuardrailFinding[];
  readonly conflicts: readonly Conflict[];
}

export interface ChangesetsComputeBody {
  readonly desired?: DesiredState | undefined;
  /**
   * sha256, hexadecimal, of `desired` as it would be sent: the JSON text of its members project, environment, settings
   * and resources in this order, without white space.
   */
  readonly desiredHash?: string | undefined;
  readonly adopt?: boolean | undefined;
  /**
   * Figures that may be over their limit, each exactly as the changeset shows it: any other number lets nothing
   * through.
   */
  readonly allow?: { readonly [name: string]: number } | undefined;
}

export interface Check {
  readonly subject?: Subject | undefined;
  /** An action of the resource type, `approve`, or narrowed to one of its scopes, `read:self`. */
  readonly action: string;
  readonly resource: AskedResource;
  /** What conditions may ask of `context`: whence and how the request came. */
  readonly context?: { readonly [name: string]: unknown } | undefined;
}

export interface Checkpoint {
  /** Sequence of the last entry that it covers. */
  readonly size: number;
  /** The checkpoint itself: a signed note of C2SP. */
  readonly note: string;
  /** RFC 3339, in UTC. */
  readonly signedAt: string;
}

export interface CheckpointPart {
  readonly data: readonly Checkpoint[];
  readonly hasMore: boolean;
  readonly nextCursor: string | null;
}

export interface ChiSquareTest {
  /** Null: beyond all bounds. */
  readonly statistic: number | null;
  readonly degrees: number;
  readonly pValue: number;
}

/**
 * Against the control. Holds however often it is looked at: an asymptotic confidence sequence. `correctedPValue` is
 * Holm’s, over all metrics and variations.
 */
export interface Comparison {
  readonly difference: number;
  readonly interval: Interval;
  readonly lift: number | null;
  /** Null: it has no bounds, as the mean of the control may itself be 0. */
  readonly liftInterval: Interval | null;
  readonly pValue: number;
  readonly correctedPValue: number;
}

export interface Conflict {
  readonly kind: string;
  readonly key: string;
  readonly reason: 'owned-by-api' | 'moved-since-plan' | (string & {});
  readonly message: string;
  readonly fields: readonly ConflictField[];
  /** Who changed the live side last. */
  readonly changedBy: string;
  /** And when. */
  readonly changedAt: string;
}

export interface ConflictField {
  readonly path: string;
  readonly live?: unknown;
  readonly desired?: unknown;
}

export interface CrossTenantGrant {
  readonly tenantId: string;
  readonly userId: string;
  readonly roles: readonly string[];
  readonly reason: string;
  readonly grantedBy: string;
  /** RFC 3339, in UTC. */
  readonly grantedAt: string;
  /** Null: until it is withdrawn. RFC 3339, in UTC. */
  readonly expiresAt: string | null;
}

export interface CrossTenantGrantPage {
  readonly data: readonly CrossTenantGrant[];
  readonly pagination: Pagination;
}

/**
 * An environment keeps five million of each that secret keys tell of, and as many of others; of the oldest beyond that,
 * up to these moments, some is missing here. Null: nothing.
 */
export interface CutRecords {
  /** RFC 3339, in UTC. */
  readonly exposures: string | null;
  /** RFC 3339, in UTC. */
  readonly observations: string | null;
}

/** Whom it was about. Absent: whoever asked. */
export interface DecidedAbout {
  readonly type: string;
  readonly id: string;
}

export interface DecidedResource {
  readonly type: string;
  readonly id: string | null;
}

export interface DesiredResource {
  readonly kind: string;
  readonly key: string;
  readonly body: { readonly [name: string]: unknown };
  readonly movedFrom?: string | undefined;
}

export interface DesiredState {
  readonly project: string;
  readonly environment: string;
  readonly settings: EnvironmentSettings;
  readonly resources: readonly DesiredResource[];
}

/** Stands for a value that is too large for an entry. */
export interface DigestOfChanges {
  readonly digest?: string;
  readonly bytes?: number;
  readonly revision?: number;
}

export interface Effect {
  readonly figure: string;
  readonly text: string;
  readonly count: number;
  readonly affected: readonly Affected[];
}

export interface EntitlementAccess {
  /** Whether the tenant has it at all; of an amount, `remaining` says how much. */
  readonly entitled: boolean;
  readonly type: 'switch' | 'quantity' | 'range' | 'custom' | 'unknown' | (string & {});
  /** The most of a quantity; null: unlimited. */
  readonly limit?: number | null;
  /** The least of a range. */
  readonly min?: number;
  /** The most of a range; null: unlimited. */
  readonly max?: number | null;
  readonly unlimited?: true;
  /** In the present period. */
  readonly used?: number;
  /** Absent where nothing limits it. */
  readonly remaining?: number;
  /** What happens at the limit. */
  readonly whenExceeded?: 'refuse' | 'allow' | 'bill' | (string & {});
  /** The count starts again from zero. Absent: never. RFC 3339, in UTC. */
  readonly resetsAt?: string;
  /** Of a custom entitlement. */
  readonly level?: string;
  /** Key of the lowest plan on sale that grants it. */
  readonly requiredPlan?: string;
  /** Why the tenant does not have it. */
  readonly reason?: 'plan_restriction' | 'override' | 'unknown_entitlement' | (string & {});
  /** What that rests on. */
  readonly source?: 'plan' | 'override' | (string & {});
  /** The override ends then, and the plan decides. RFC 3339, in UTC. */
  readonly expiresAt?: string;
}

export interface EntitlementOverride {
  readonly tenantId: string;
  /** Key of the Entitlement. */
  readonly entitlement: string;
  /** As a plan would write it: `true`, `500`, `unlimited`, `{ "min": 1, "max": 50 }`, a level. */
  readonly value: boolean | number | string | RangeValue;
  readonly reason: string;
  /** Null: until it is removed. RFC 3339, in UTC. */
  readonly expiresAt: string | null;
  /** Whether the plan decides again. */
  readonly expired: boolean;
  readonly createdBy: string;
  /** RFC 3339, in UTC. */
  readonly createdAt: string;
}

export interface EntitlementOverridePage {
  readonly data: readonly EntitlementOverride[];
  readonly pagination: Pagination;
}

export interface EntitlementOverridesSetBody {
  /**
   * What the type of the entitlement takes. As a plan would write it: `true`, `500`, `unlimited`, `{ "min": 1, "max":
   * 50 }`, a level.
   */
  readonly value: unknown;
  /** Why, for whoever asks later. */
  readonly reason: string;
  /** The plan decides again from then on. Absent: until it is removed. */
  readonly expiresAt?: Date | string | undefined;
}

export interface EntitlementsEvaluateBody {
  /** Id of the tenant, unless `X-Tenant-ID` or a token names it. */
  readonly tenantId?: string | undefined;
  /** Keys of Entitlements. Absent: all that are live. */
  readonly features?: readonly string[] | undefined;
}

export interface EntitlementsReleaseBody {
  /** Id of the tenant, unless `X-Tenant-ID` names it. */
  readonly tenantId?: string | undefined;
  /** Key of an Entitlement. */
  readonly feature: string;
  /** How much, in whole units. Default: `1`. */
  readonly amount?: number | undefined;
}

export interface EntitlementsReleaseResult {
  /** How much was given back: no more than had been used. */
  readonly released: number;
  /** The entitlement as it is afterwards. */
  readonly access: EntitlementAccess;
}

export interface EntitlementsUseBody {
  /** Id of the tenant, unless `X-Tenant-ID` names it. */
  readonly tenantId?: string | undefined;
  /** Key of an Entitlement. */
  readonly feature: string;
  /** How much, in whole units. Default: `1`. */
  readonly amount?: number | undefined;
}

export interface EntitlementsUseResult {
  /** Whether the amount was taken. If not, nothing was. */
  readonly allowed: boolean;
  /** The entitlement as it is afterwards. */
  readonly access: EntitlementAccess;
}

export interface EntryActor {
  readonly type: string;
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly ip?: string;
  /** What was reported as `ip` and is no address. */
  readonly invalidIp?: string;
  readonly userAgent?: string;
  readonly location?: EntryLocation;
}

export interface EntryAuthentication {
  readonly mode?: string;
  readonly keyId?: string;
  readonly sessionId?: string;
}

export interface EntryChange {
  readonly action: string;
  readonly resource: EntryResource;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface EntryDecision {
  readonly allowed?: boolean;
  readonly subject?: DecidedAbout;
  readonly permission?: string;
  readonly reason?: string;
  readonly policyRevision?: number;
  readonly decisionId?: string;
}

export interface EntryLocation {
  readonly country?: string;
  readonly data?: string;
}

export interface EntryResource {
  readonly type: string;
  readonly id: string;
  readonly name?: string;
}

export interface Environment {
  readonly id: string;
  readonly name: string;
  readonly mode: 'test' | 'live' | (string & {});
  /** As last applied. */
  readonly protect: boolean;
  /** Number of the latest revision; 0 before the first. */
  readonly revision: number;
  /** RFC 3339, in UTC. */
  readonly createdAt: string;
}

export interface EnvironmentPage {
  readonly data: readonly Environment[];
  readonly pagination: Pagination;
}

export interface EnvironmentSettings {
  readonly mode: 'test' | 'live' | (string & {});
  readonly protect: boolean;
  readonly guardrails: Guardrails;
}

export interface EvaluationCount {
  readonly flag: string;
  /** Null: the default given in code. */
  readonly variation: string | null;
  readonly reason:
    | 'STATIC'
    | 'DEFAULT'
    | 'TARGETING_MATCH'
    | 'SPLIT'
    | 'DISABLED'
    | 'plan_restriction'
    | 'ERROR'
    | (string & {});
  readonly count: number;
  /** A moment of the hour that it is about. Absent: now. */
  readonly at?: Date | string | undefined;
}

/**
 * With `inExperiment`: what was dealt, for a report of the exposure once it is seen. Never of a sensitive attribute.
 */
export interface EvaluationExposure {
  readonly by: string;
  readonly unit: string;
}

/** What events of each type say in their `data`. */
export interface EventData {
  /** An alert rule has raised an alarm. A rule may name other types that say the same. */
  readonly 'alert.fired': Alarm;
  /** A resource of kind AlertRule was created. */
  readonly 'alert_rule.created': ResourceChange;
  /** A resource of kind AlertRule was deleted. */
  readonly 'alert_rule.deleted': ResourceChange;
  /** A resource of kind AlertRule was updated. */
  readonly 'alert_rule.updated': ResourceChange;
  /** A stream of entries goes back to an earlier place. */
  readonly 'audit-stream.replayed': BeforeAndAfter;
  /** Archived entries were deleted, since their time was over. */
  readonly 'audit.archive_removed': BeforeAndAfter;
  /** Entries were taken out of the record, since their time was over. */
  readonly 'audit.pruned': BeforeAndAfter;
  /** Entries that were given back from an archive are gone again. */
  readonly 'audit.restore_ended': BeforeAndAfter;
  /** Entries were given back from an archive. */
  readonly 'audit.restored': BeforeAndAfter;
  /** A resource of kind AuditStream was created. */
  readonly 'audit_stream.created': ResourceChange;
  /** A resource of kind AuditStream was deleted. */
  readonly 'audit_stream.deleted': ResourceChange;
  /** A resource of kind AuditStream was updated. */
  readonly 'audit_stream.updated': ResourceChange;
  /** A resource of kind ContextKind was created. */
  readonly 'context_kind.created': ResourceChange;
  /** A resource of kind ContextKind was deleted. */
  readonly 'context_kind.deleted': ResourceChange;
  /** A resource of kind ContextKind was updated. */
  readonly 'context_kind.updated': ResourceChange;
  /** Somebody may act within a tenant they do not belong to. */
  readonly 'cross_tenant_grant.set': BeforeAndAfter;
  /** Somebody may not act within another tenant any more. */
  readonly 'cross_tenant_grant.withdrawn': BeforeAndAfter;
  /** A resource of kind Entitlement was created. */
  readonly 'entitlement.created': ResourceChange;
  /** A resource of kind Entitlement was deleted. */
  readonly 'entitlement.deleted': ResourceChange;
  /** A tenant gets of an entitlement what its plan grants again. */
  readonly 'entitlement.override_removed': BeforeAndAfter;
  /** A tenant gets something else of an entitlement than its plan grants. */
  readonly 'entitlement.override_set': BeforeAndAfter;
  /** A resource of kind Entitlement was updated. */
  readonly 'entitlement.updated': ResourceChange;
  /** An environment was used for the first time. */
  readonly 'environment.created': BeforeAndAfter;
  /** An environment is in mode test or live, and was in the other. */
  readonly 'environment.mode_changed': BeforeAndAfter;
  /** A resource of kind EventSchema was created. */
  readonly 'event_schema.created': ResourceChange;
  /** A resource of kind EventSchema was deleted. */
  readonly 'event_schema.deleted': ResourceChange;
  /** A resource of kind EventSchema was updated. */
  readonly 'event_schema.updated': ResourceChange;
  /** A flag was archived. */
  readonly 'flag.archived': ResourceChange;
  /** A resource of kind Flag was created. */
  readonly 'flag.created': ResourceChange;
  /** A resource of kind Flag was deleted. */
  readonly 'flag.deleted': ResourceChange;
  /** A resource of kind Flag was updated. */
  readonly 'flag.updated': ResourceChange;
  /** A resource of kind IdentityProvider was created. */
  readonly 'identity_provider.created': ResourceChange;
  /** A resource of kind IdentityProvider was deleted. */
  readonly 'identity_provider.deleted': ResourceChange;
  /** A resource of kind IdentityProvider was updated. */
  readonly 'identity_provider.updated': ResourceChange;
  /** An API key was created. */
  readonly 'key.created': BeforeAndAfter;
  /** An API key was revoked. */
  readonly 'key.revoked': BeforeAndAfter;
  /** An API key was replaced by a new one. */
  readonly 'key.rotated': BeforeAndAfter;
  /** A user belongs to a tenant now. */
  readonly 'member.added': BeforeAndAfter;
  /** A user does not belong to a tenant any more. */
  readonly 'member.removed': BeforeAndAfter;
  /** A member holds other roles. */
  readonly 'member.roles_changed': BeforeAndAfter;
  /** A resource of kind Meter was created. */
  readonly 'meter.created': ResourceChange;
  /** A resource of kind Meter was deleted. */
  readonly 'meter.deleted': ResourceChange;
  /** A resource of kind Meter was updated. */
  readonly 'meter.updated': ResourceChange;
  /** What the record held of a person was forgotten. */
  readonly 'personal.erased': BeforeAndAfter;
  /** A resource of kind Plan was created. */
  readonly 'plan.created': ResourceChange;
  /** A resource of kind Plan was deleted. */
  readonly 'plan.deleted': ResourceChange;
  /** A resource of kind Plan was updated. */
  readonly 'plan.updated': ResourceChange;
  /** Something stands in a relation to something else now. */
  readonly 'relationship.created': BeforeAndAfter;
  /** Something stands in a relation to something else no more. */
  readonly 'relationship.deleted': BeforeAndAfter;
  /** A resource of kind ResourceType was created. */
  readonly 'resource_type.created': ResourceChange;
  /** A resource of kind ResourceType was deleted. */
  readonly 'resource_type.deleted': ResourceChange;
  /** A resource of kind ResourceType was updated. */
  readonly 'resource_type.updated': ResourceChange;
  /** A resource of kind RetentionPolicy was created. */
  readonly 'retention_policy.created': ResourceChange;
  /** A resource of kind RetentionPolicy was deleted. */
  readonly 'retention_policy.deleted': ResourceChange;
  /** A resource of kind RetentionPolicy was updated. */
  readonly 'retention_policy.updated': ResourceChange;
  /** A changeset was applied. */
  readonly 'revision.applied': RevisionApplied;
  /** A resource of kind Role was created. */
  readonly 'role.created': ResourceChange;
  /** A resource of kind Role was deleted. */
  readonly 'role.deleted': ResourceChange;
  /** A resource of kind Role was updated. */
  readonly 'role.updated': ResourceChange;
  /** A secret was removed. */
  readonly 'secret.removed': BeforeAndAfter;
  /** A secret was set; the value is not told. */
  readonly 'secret.set': BeforeAndAfter;
  /** A resource of kind Segment was created. */
  readonly 'segment.created': ResourceChange;
  /** A resource of kind Segment was deleted. */
  readonly 'segment.deleted': ResourceChange;
  /** A resource of kind Segment was updated. */
  readonly 'segment.updated': ResourceChange;
  /** A service account was created. */
  readonly 'service_account.created': BeforeAndAfter;
  /** A service account was deleted. */
  readonly 'service_account.deleted': BeforeAndAfter;
  /** A service account holds other roles. */
  readonly 'service_account.roles_changed': BeforeAndAfter;
  /** A resource of kind Template was created. */
  readonly 'template.created': ResourceChange;
  /** A resource of kind Template was deleted. */
  readonly 'template.deleted': ResourceChange;
  /** A resource of kind Template was updated. */
  readonly 'template.updated': ResourceChange;
  /** A resource of kind Tenancy was created. */
  readonly 'tenancy.created': ResourceChange;
  /** A resource of kind Tenancy was deleted. */
  readonly 'tenancy.deleted': ResourceChange;
  /** A resource of kind Tenancy was updated. */
  readonly 'tenancy.updated': ResourceChange;
  /** A tenant was created. */
  readonly 'tenant.created': BeforeAndAfter;
  /** A tenant was deleted, with all that was kept of it. */
  readonly 'tenant.deleted': BeforeAndAfter;
  /** A tenant is on another plan, or on none. */
  readonly 'tenant.plan_changed': BeforeAndAfter;
  /** A tenant was changed. */
  readonly 'tenant.updated': BeforeAndAfter;
  /** A resource of kind Topic was created. */
  readonly 'topic.created': ResourceChange;
  /** A resource of kind Topic was deleted. */
  readonly 'topic.deleted': ResourceChange;
  /** A resource of kind Topic was updated. */
  readonly 'topic.updated': ResourceChange;
  /** A user was created. */
  readonly 'user.created': BeforeAndAfter;
  /** A user was deleted. */
  readonly 'user.deleted': BeforeAndAfter;
  /** A user was changed. */
  readonly 'user.updated': BeforeAndAfter;
  /** An endpoint is called no more, since it takes nothing. */
  readonly 'webhook.disabled': BeforeAndAfter;
  /** A disabled endpoint is called again. */
  readonly 'webhook.enabled': BeforeAndAfter;
  /** Events are told again to an endpoint. */
  readonly 'webhook.replayed': BeforeAndAfter;
  /** An endpoint has a new signing secret; it is not told. */
  readonly 'webhook.secretRotated': BeforeAndAfter;
  /** A resource of kind WebhookEndpoint was created. */
  readonly 'webhook_endpoint.created': ResourceChange;
  /** A resource of kind WebhookEndpoint was deleted. */
  readonly 'webhook_endpoint.deleted': ResourceChange;
  /** A resource of kind WebhookEndpoint was updated. */
  readonly 'webhook_endpoint.updated': ResourceChange;
  /** A resource of kind Workflow was created. */
  readonly 'workflow.created': ResourceChange;
  /** A resource of kind Workflow was deleted. */
  readonly 'workflow.deleted': ResourceChange;
  /** A resource of kind Workflow was updated. */
  readonly 'workflow.updated': ResourceChange;
}

/** What every event says, of whatever type. */
export interface EventOf<OwnType extends string, OwnData> {
  /** `evt_…`: the same event has the same id wherever it is told. */
  readonly id: string;
  /** `flag.updated` */
  readonly type: OwnType;
  /** Null: of the environment as a whole. */
  readonly tenantId: string | null;
  /** What it happened to: `Flag/checkout`. */
  readonly subject: string;
  /** RFC 3339, in UTC. */
  readonly createdAt: string;
  readonly data: OwnData;
}

/** An event of a type that came after this SDK was made. All that it says is kept. */
export type UnknownEvent = EventOf<UnknownText, { readonly [name: string]: unknown }>;

/**
 * Something that has happened: `type` tells what `data` is. `Own` has what further types say, such as `EventPayloads`
 * as `dream generate types` writes them; of the types here, it changes nothing.
 */
export type DreamEvent<Own extends object = object> = EventsOf<EventData & Omit<Own, keyof EventData>> | UnknownEvent;

type EventsOf<Table> = { [Type in keyof Table & string]: EventOf<Type, Table[Type]> }[keyof Table & string];

/** What an endpoint with `thin` is sent of an event: that it happened. `client.events.get(id)` has the rest. */
export type ThinEvent<Own extends object = object> = Pick<DreamEvent<Own>, 'id' | 'type'> & {
  readonly data?: undefined;
};

/** What came as a webhook. Where its `data` is not `undefined`, all of the event came: `type` tells what `data` is. */
export type ReceivedEvent<Own extends object = object> = DreamEvent<Own> | ThinEvent<Own>;

export interface EventPart {
  readonly data: readonly DreamEvent[];
  readonly hasMore: boolean;
  readonly nextCursor: string | null;
}

export interface ExperimentResults {
  readonly flag: string;
  /** From when exposures count: as the flag says, else from when the experiment was added to it. RFC 3339, in UTC. */
  readonly start: string;
  /** RFC 3339, in UTC. */
  readonly end: string | null;
  readonly control: string | null;
  readonly confidence: number;
  readonly units: number;
  /**
   * When is forgotten what was reported: 90 days after the end, or after the flag was archived. Null: the experiment
   * goes on. RFC 3339, in UTC.
   */
  readonly keptUntil: string | null;
  readonly cut: CutRecords;
  /** Units that were dealt more than one variation, and count for none. */
  readonly quarantined: number;
  readonly variations: readonly VariationUnits[];
  readonly sampleRatio: SampleRatio | null;
  readonly metrics: readonly MetricResults[];
}

export interface ExperimentsObserveBody {
  readonly observations: readonly Observation[];
}

export interface ExperimentsObserveResult {
  readonly accepted: number;
  /**
   * Of flags or variations that are not live, of units that the flag deals nothing to or that are sensitive, too large,
   * too old, or not the sender’s to report.
   */
  readonly dropped: number;
}

export interface Exposure {
  readonly flag: string;
  readonly variation: string;
  /**
   * The attribute that rollouts deal by: `user.key`. A name with a dot, a space or `=` in it stands in double quotes.
   */
  readonly by: string;
  /** Its value: `ada`. */
  readonly unit: string;
  /** Absent: now. What lies ahead counts as now. */
  readonly at?: Date | string | undefined;
}

export interface FlagEvaluation {
  /** Absent: the default given in code. */
  readonly value?: unknown;
  readonly variant: string | null;
  readonly reason:
    | 'STATIC'
    | 'DEFAULT'
    | 'TARGETING_MATCH'
    | 'SPLIT'
    | 'DISABLED'
    | 'plan_restriction'
    | 'ERROR'
    | (string & {});
  /**
   * With `plan_restriction`: the lowest plan on sale that grants it; null when none does. Absent where an override
   * withholds it, whatever the plan.
   */
  readonly requiredPlan?: string | null;
  readonly inExperiment?: true;
  readonly exposure?: EvaluationExposure;
  /** Of the rule that decided, from 0. For secret keys, as what follows. */
  readonly ruleIndex?: number;
  readonly ruleName?: string;
  readonly prerequisiteKey?: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
}

export interface FlagUsage {
  readonly key: string;
  /** A flag that was deleted and came back is live since then. RFC 3339, in UTC. */
  readonly liveSince: string;
  /** Beginning of the hour; null: not since then. RFC 3339, in UTC. */
  readonly lastEvaluated: string | null;
  readonly evaluations: number;
  readonly variations: readonly VariationUsage[];
}

export interface FlagsArchiveBody {
  /** Fingerprint of the changeset that somebody approved. */
  readonly approve?: string | undefined;
  /**
   * Figures that may be over their limit, each exactly as the changeset shows it: any other number lets nothing
   * through.
   */
  readonly allow?: { readonly [name: string]: number } | undefined;
  /** Why, for the history. */
  readonly message?: string | undefined;
}

export interface FlagsArchiveResult {
  readonly revision: number;
  readonly changeset: Changeset;
  readonly dryRun: boolean;
}

export interface FlagsCreateBody {
  /** Key of the Flag. */
  readonly key: string;
  /**
   * A Flag as it is written in YAML, without `kind` and `key`; docs/reference/flag.md describes its fields. Mistakes
   * are answered with `changes/invalid`, each with its place.
   */
  readonly body: { readonly [name: string]: unknown };
  /** Fingerprint of the changeset that somebody approved. */
  readonly approve?: string | undefined;
  /**
   * Figures that may be over their limit, each exactly as the changeset shows it: any other number lets nothing
   * through.
   */
  readonly allow?: { readonly [name: string]: number } | undefined;
  /** Why, for the history. */
  readonly message?: string | undefined;
}

export interface FlagsCreateResult {
  readonly revision: number;
  readonly changeset: Changeset;
  readonly dryRun: boolean;
}

export interface FlagsDeleteResult {
  readonly revision: number;
  readonly changeset: Changeset;
  readonly dryRun: boolean;
}

export interface FlagsEvaluateBody {
  /** By kind, or in OpenFeature’s or LaunchDarkly’s form. */
  readonly context?: { readonly [name: string]: unknown } | undefined;
  /** Keys of Flags. */
  readonly flags?: readonly string[] | undefined;
  /** False: nothing of it is counted or kept. Default: true. */
  readonly report?: boolean | undefined;
}

export interface FlagsEvaluateResult {
  /** Of what is in force; `changed` of the stream names it. */
  readonly version: string;
  /** By key. */
  readonly flags: { readonly [name: string]: FlagEvaluation };
}

export interface FlagsReportBody {
  /** How often each variation was served, and why. */
  readonly counts?: readonly EvaluationCount[] | undefined;
  /**
   * A sample of who asked, in any form a context is taken in. Attributes that a ContextKind marks as sensitive have no
   * place here; they are taken out.
   */
  readonly contexts?: readonly { readonly [name: string]: unknown }[] | undefined;
  /** Who was dealt a variation that counts for the flag’s experiment: the first time each. */
  readonly exposures?: readonly Exposure[] | undefined;
}

export interface FlagsReportResult {
  readonly accepted: number;
  /**
   * Of flags or variations that are not live, of units that the flag deals nothing to or that are sensitive, too large,
   * too old, or not the sender’s to report.
   */
  readonly dropped: number;
}

export interface FlagsUpdateBody {
  /**
   * A Flag as it is written in YAML, without `kind` and `key`; docs/reference/flag.md describes its fields. Mistakes
   * are answered with `changes/invalid`, each with its place.
   */
  readonly body: { readonly [name: string]: unknown };
  /** Fingerprint of the changeset that somebody approved. */
  readonly approve?: string | undefined;
  /**
   * Figures that may be over their limit, each exactly as the changeset shows it: any other number lets nothing
   * through.
   */
  readonly allow?: { readonly [name: string]: number } | undefined;
  /** Why, for the history. */
  readonly message?: string | undefined;
}

export interface FlagsUpdateResult {
  readonly revision: number;
  readonly changeset: Changeset;
  readonly dryRun: boolean;
}

export interface FlagsUsageResult {
  /** From when on is counted. RFC 3339, in UTC. */
  readonly since: string;
  /** When the first report came that is still kept; null: nobody ever reported. RFC 3339, in UTC. */
  readonly reportedSince: string | null;
  /** Of all flags that are live, by key. */
  readonly flags: readonly FlagUsage[];
}

export interface Grantee {
  readonly subject: SubjectFacts;
  /** What allowed it. */
  readonly grant: RoleGrant | RelationGrant | UnknownKind<'by'>;
}

export interface GrantsSetBody {
  /** Keys of Roles. */
  readonly roles: readonly string[];
  /** Why, for whoever asks later. */
  readonly reason: string;
  /** Absent: until it is withdrawn. */
  readonly expiresAt?: Date | string | undefined;
}

export interface GuardrailFinding {
  /** `protect`, `requireApproval`, `maxDeletes`. */
  readonly rule: string;
  /** `allowed`: over the limit, and let through by its figure. `approved`: by the fingerprint. */
  readonly outcome: 'refused' | 'needs-approval' | 'allowed' | 'approved' | (string & {});
  readonly message: string;
  readonly limit?: number | undefined;
  readonly figure?: number | undefined;
  readonly resources: readonly ResourceName[];
}

export interface Guardrails {
  readonly requireApproval?: readonly ('create' | 'update' | 'delete' | 'rename' | (string & {}))[] | undefined;
  readonly limits: { readonly [name: string]: number };
}

export interface HeldPermission {
  readonly permission: string;
  readonly declaredBy: string;
  readonly condition?: string;
}

export interface Impact {
  readonly status: 'none' | 'some' | 'unknown' | (string & {});
  readonly reason: string;
  readonly figures?: { readonly [name: string]: number } | undefined;
  readonly unknownFigures?: readonly string[] | undefined;
  readonly unknownReasons?: readonly string[] | undefined;
  readonly effects?: readonly Effect[] | undefined;
  readonly affectedHash?: string | undefined;
}

export interface ImpactTotal {
  readonly figures: { readonly [name: string]: number };
  readonly unknownFigures: readonly string[];
}

export interface Interval {
  readonly from: number;
  readonly to: number;
}

export interface KeysCreateBody {
  readonly type: 'secret' | 'publishable' | (string & {});
  readonly name: string;
  /**
   * `*`, or single ones such as `configuration:read`. Absent: `*` for a secret key, and for a publishable key all that
   * publishable keys may do.
   */
  readonly scopes?: readonly string[] | undefined;
  /** For a secret key: the tenant it acts for where a request has no `X-Tenant-ID`. */
  readonly defaultTenant?: string | undefined;
  /** Absent: the key lives until it is revoked. */
  readonly expiresAt?: Date | string | undefined;
}

export interface KeysRotateBody {
  /** How long the old key lives on; 0 ends it at once. Default: `86400`. */
  readonly expiresInSeconds?: number | undefined;
}

export interface ListedChain {
  /** Null: the chain of the environment itself. */
  readonly tenantId: string | null;
  /** How many entries it has that are signed. */
  readonly size: number;
}

export interface LoggedDecision {
  /** `dec_…`: the entry in the decision log. */
  readonly id: string;
  readonly tenant: string;
  readonly subject: NamedObject;
  readonly action: string;
  readonly resource: DecidedResource;
  readonly allowed: boolean;
  /** What allowed it. */
  readonly grant: RoleGrant | RelationGrant | UnknownKind<'by'> | null;
  readonly refusal: LoggedRefusal | null;
  /** True: an application decided it by the policy that it had, and has told it; what it rests on is not known. */
  readonly reported: boolean;
  /** Revision of the environment whose roles and resource types decided. */
  readonly policyRevision: number;
  readonly requestId: string;
  /** RFC 3339, in UTC. */
  readonly decidedAt: string;
}

export interface LoggedDecisionPart {
  readonly data: readonly LoggedDecision[];
  readonly hasMore: boolean;
  readonly nextCursor: string | null;
}

export interface LoggedRefusal {
  readonly reason: string;
  readonly missing: string;
  readonly nearMisses: readonly NearMiss[];
}

export interface Me {
  /** The `sub` of the token. */
  readonly id: string;
  readonly tenantId: string;
  readonly roles: readonly string[];
  /** What the roles grant without a condition, as it is written: `invoice:*`. */
  readonly permissions: readonly string[];
  /** Key of the plan that the tenant is on. */
  readonly plan: string | null;
  /** Where the data of the tenant resides. */
  readonly dataResidency: string | null;
  readonly sessionId: string | null;
}

export interface MeasuredVariation {
  readonly variation: string;
  readonly units: number;
  readonly mean: number;
  readonly deviation: number;
  readonly comparison: Comparison | null;
  readonly verdict: 'control' | 'better' | 'worse' | 'undecided' | (string & {});
  readonly once: TestsForOneLook | null;
}

export interface Member {
  readonly userId: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly roles: readonly string[];
  /** RFC 3339, in UTC. */
  readonly since: string;
}

export interface MemberPage {
  readonly data: readonly Member[];
  readonly pagination: Pagination;
}

export interface MembersAddBody {
  /** Id of the user, the identity provider's `sub`: printable ASCII without spaces, not `.` or `..`. */
  readonly userId: string;
  /** Keys of Roles, besides those that every new member gets. */
  readonly roles?: readonly string[] | undefined;
}

export interface MembersSetRolesBody {
  /** Keys of Roles. */
  readonly roles: readonly string[];
}

export interface Membership {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly roles: readonly string[];
  /** RFC 3339, in UTC. */
  readonly since: string;
}

export interface MembershipPage {
  readonly data: readonly Membership[];
  readonly pagination: Pagination;
}

export interface MetricResults {
  readonly key: string;
  readonly event: string;
  readonly measure: string;
  readonly property: string | null;
  readonly goal: string;
  readonly variations: readonly MeasuredVariation[];
}

export interface NamedObject {
  readonly type: string;
  readonly id: string;
}

export interface NearMiss {
  /** What allowed it. */
  readonly grant: RoleGrant | RelationGrant | UnknownKind<'by'>;
  readonly because: string;
}

export interface NewApiKey {
  readonly id: string;
  readonly type: 'secret' | 'publishable' | (string & {});
  readonly name: string;
  /** Beginning and end of the key: `sk_live_…a1b2`. */
  readonly hint: string;
  readonly mode: 'test' | 'live' | (string & {});
  readonly scopes: readonly string[];
  /** The tenant it acts for where a request names none. */
  readonly defaultTenant: string | null;
  readonly createdBy: string;
  /** RFC 3339, in UTC. */
  readonly createdAt: string;
  /** To the minute. RFC 3339, in UTC. */
  readonly lastUsedAt: string | null;
  /** RFC 3339, in UTC. */
  readonly expiresAt: string | null;
  /** RFC 3339, in UTC. */
  readonly revokedAt: string | null;
  /** The key itself. Shown this once, and kept nowhere. */
  readonly key: string;
}

export interface NewAuditEntry {
  /** What was done: `document.exported`. */
  readonly action: string;
  /** Default: `success`. */
  readonly outcome?: 'success' | 'failure' | 'denied' | (string & {}) | undefined;
  readonly actor: RecordedActor;
  readonly resource?: RecordedResource | undefined;
  /**
   * Whose record it belongs into. May stand in `X-Tenant-ID` instead; in neither, it is of the environment as a whole.
   */
  readonly tenantId?: string | undefined;
  /** What it was, where something changed. */
  readonly before?: unknown;
  /** What it is now. */
  readonly after?: unknown;
  /** Why it failed or was denied. */
  readonly reason?: string | undefined;
  /** Whatever else belongs to it. Filters and alert rules find it. */
  readonly metadata?: { readonly [name: string]: unknown } | undefined;
  /**
   * What tells of a person and may have to be forgotten. The entry only commits to it; it can be erased, and the chain
   * stays whole.
   */
  readonly personal?: { readonly [name: string]: unknown } | undefined;
  /** When it happened. Absent: now. */
  readonly timestamp?: Date | string | undefined;
  /** Of your own. What comes again under the same key, within 30 days, is the same entry. */
  readonly key?: string | undefined;
}

export interface NewRelationship {
  readonly resource: RelatedResource;
  /** A relation that the ResourceType declares. */
  readonly relation: string;
  readonly subject: RelatedSubject;
}

export interface Observation {
  /**
   * The attribute that rollouts deal by: `user.key`. A name with a dot, a space or `=` in it stands in double quotes.
   */
  readonly by: string;
  /** Its value: `ada`. */
  readonly unit: string;
  /** What was done: the key of an EventSchema. */
  readonly event: string;
  /**
   * What of it is a number, between -1e15 and 1e15: `{ "total": 49 }`. An observation with a larger one is not taken.
   */
  readonly properties?: { readonly [name: string]: number } | undefined;
  /** Absent: now. What lies ahead counts as now. */
  readonly at?: Date | string | undefined;
  /** Of the event. What a unit is told to have done twice under one id counts once. */
  readonly id?: string | undefined;
}

export interface Pagination {
  readonly page: number;
  readonly pageSize: number;
  readonly totalItems: number;
  readonly totalPages: number;
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
}

export interface PolicyGrant {
  /** As it is written: `invoice:*`. */
  readonly permission: string;
  /** An expression under which it applies; such a one is not in tokens. */
  readonly condition?: string;
}

export interface PublicPlan {
  readonly key: string;
  readonly name?: string;
  readonly description?: string;
  /** Decimals as text, by currency and billing cycle. */
  readonly prices?: { readonly [name: string]: unknown };
  /** Its length, or an object with `length`, `card` and `then`. */
  readonly trial?: unknown;
  readonly seats?: { readonly [name: string]: unknown };
  readonly usage?: { readonly [name: string]: unknown };
  readonly tax?: 'added' | 'included' | (string & {});
  readonly highlights?: readonly string[];
  readonly rank?: number;
}

export interface PublicPlanPage {
  readonly data: readonly PublicPlan[];
  readonly pagination: Pagination;
}

export interface RangeValue {
  /** How much is granted; the long form of the plain number. */
  readonly limit?: number | 'unlimited' | (string & {});
  /** The least a tenant may choose, for `range`. */
  readonly min?: number;
  /** The most a tenant may choose, for `range`. */
  readonly max?: number | 'unlimited' | (string & {});
  /** What happens at the limit on this plan, in place of what the entitlement says. */
  readonly whenExceeded?: 'refuse' | 'allow' | 'bill' | (string & {});
}

export interface RecordReceipt {
  /** `aud_…` */
  readonly id: string;
  /** RFC 3339, in UTC. */
  readonly recordedAt: string;
  /** Whether it had been recorded before, under the same key. */
  readonly duplicate: boolean;
}

/** Who did it. */
export interface RecordedActor {
  /**
   * What kind of actor, such as `user` or `service-account`. `system` and `local` are the platform’s own. Default:
   * `user`.
   */
  readonly type?: string | undefined;
  /** By which they are found, also when their name has changed. */
  readonly id: string;
  /** As people know them. */
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  /** Where the request came from. What is no address is kept as `invalidIp`. */
  readonly ip?: string | undefined;
  readonly userAgent?: string | undefined;
}

/** What it was done to. */
export interface RecordedResource {
  /** Such as `invoice`. */
  readonly type: string;
  /** By which it is found. */
  readonly id: string;
  /** As people know it. */
  readonly name?: string | undefined;
}

export interface Refusal {
  readonly reason:
    | 'unknown-resource-type'
    | 'unknown-action'
    | 'unknown-scope'
    | 'no-grant'
    | 'not-covered'
    | (string & {});
  /** The permission that would have allowed it. */
  readonly missing: string;
  readonly nearMisses: readonly NearMiss[];
  /** Keys of roles that would grant it, at most 10. */
  readonly grantedBy: readonly string[];
}

export interface RelatedResource {
  /** Key of a ResourceType. */
  readonly type: string;
  readonly id: string;
}

export interface RelatedSubject {
  /** `user`, `service-account`, `tenant`, or the key of a ResourceType. */
  readonly type: string;
  readonly id: string;
}

export interface RelationGrant {
  readonly by: 'relation';
  readonly relation: string;
  readonly via?: NamedObject;
}

export interface Relationship {
  readonly resource: RelatedResource;
  /** A relation that the ResourceType declares. */
  readonly relation: string;
  readonly subject: RelatedSubject;
}

export interface RelationshipPage {
  readonly data: readonly Relationship[];
  readonly pagination: Pagination;
}

export interface RelationshipsWriteBody {
  /** Those that are there already stay. */
  readonly add?: readonly NewRelationship[] | undefined;
  /** Taken away first. Those that are not there are passed over. */
  readonly remove?: readonly NewRelationship[] | undefined;
}

export interface RelationshipsWritten {
  readonly added: number;
  readonly removed: number;
}

export interface ReportedDecision {
  /** When. What lies ahead counts as now, and what lies before 1970 as then. */
  readonly decidedAt: Date | string;
  /** The tenant it is about. May stand in `X-Tenant-ID` instead; where both are, they are the same. */
  readonly tenant?: string | undefined;
  readonly subject: SubjectOfDecision;
  /** An action of the resource type, `approve`, or narrowed to one of its scopes, `read:self`. */
  readonly action: string;
  readonly resource: ResourceOfDecision;
  readonly allowed: boolean;
  /** Revision of the policy that decided, as `access.policy` gives it. */
  readonly policyRevision: number;
}

export interface Resource {
  readonly kind: string;
  readonly key: string;
  readonly body: { readonly [name: string]: unknown };
  readonly owner: 'files' | 'api' | (string & {});
  readonly hash: string;
  readonly revision: number;
  readonly updatedBy: string;
  /** RFC 3339, in UTC. */
  readonly updatedAt: string;
}

export interface ResourceChange {
  readonly key: string;
  /** The key it had before, where that was another. */
  readonly renamedFrom?: string;
  /** Null: it did not exist. */
  readonly beforeHash: string | null;
  /** Null: it exists no more. */
  readonly afterHash: string | null;
  /** Which fields are others now, as JSON pointers; never what they say. */
  readonly fields: readonly string[];
  readonly author: string;
  readonly revision: number;
}

export interface ResourceCount {
  readonly kind: string;
  readonly files: number;
  readonly api: number;
}

export interface ResourceName {
  readonly kind: string;
  readonly key: string;
}

export interface ResourceOfDecision {
  /** Key of a ResourceType. */
  readonly type: string;
  readonly id?: string | undefined;
}

export interface ResourcePage {
  readonly data: readonly Resource[];
  readonly pagination: Pagination;
}

export interface ResourcesDeleteResult {
  readonly revision: number;
  readonly changeset: Changeset;
  readonly dryRun: boolean;
}

export interface ResourcesPutBody {
  readonly body: { readonly [name: string]: unknown };
  /** Fingerprint of the changeset that somebody approved. */
  readonly approve?: string | undefined;
  /**
   * Figures that may be over their limit, each exactly as the changeset shows it: any other number lets nothing
   * through.
   */
  readonly allow?: { readonly [name: string]: number } | undefined;
  readonly message?: string | undefined;
}

export interface ResourcesPutResult {
  readonly revision: number;
  readonly changeset: Changeset;
  readonly dryRun: boolean;
}

export interface Revision {
  readonly id: string;
  readonly number: number;
  readonly cause: 'apply' | 'rollback' | 'api' | (string & {});
  readonly rollbackTo: number | null;
  readonly author: string;
  readonly commit: string | null;
  readonly message: string | null;
  readonly summary: { readonly [name: string]: number };
  /** RFC 3339, in UTC. */
  readonly createdAt: string;
  readonly changeset: Changeset;
}

export interface RevisionApplied {
  /** How many resources it changed. */
  readonly changes: number;
  readonly author: string;
  readonly revision: number;
}

export interface RevisionSummary {
  readonly id: string;
  readonly number: number;
  readonly cause: 'apply' | 'rollback' | 'api' | (string & {});
  readonly rollbackTo: number | null;
  readonly author: string;
  readonly commit: string | null;
  readonly message: string | null;
  readonly summary: { readonly [name: string]: number };
  /** RFC 3339, in UTC. */
  readonly createdAt: string;
}

export interface RevisionSummaryPage {
  readonly data: readonly RevisionSummary[];
  readonly pagination: Pagination;
}

export interface RevisionsCreateBody {
  readonly desired?: DesiredState | undefined;
  readonly changeset?: Changeset | undefined;
  /** A fingerprint, of 64 hexadecimal digits. */
  readonly expect?: string | undefined;
  /** A fingerprint, or its first 8 hexadecimal digits or more. */
  readonly approve?: string | undefined;
  /**
   * Figures that may be over their limit, each exactly as the changeset shows it: any other number lets nothing
   * through.
   */
  readonly allow?: { readonly [name: string]: number } | undefined;
  readonly adopt?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
  readonly author: string;
  readonly commit?: string | undefined;
  readonly message?: string | undefined;
}

export interface RevisionsCreateResult {
  readonly revision: number;
  readonly changeset: Changeset;
  readonly dryRun: boolean;
}

export interface RevisionsRollbackBody {
  /** A fingerprint, or its first 8 hexadecimal digits or more. */
  readonly approve?: string | undefined;
  /**
   * Figures that may be over their limit, each exactly as the changeset shows it: any other number lets nothing
   * through.
   */
  readonly allow?: { readonly [name: string]: number } | undefined;
  /** A fingerprint, of 64 hexadecimal digits. */
  readonly expect?: string | undefined;
  readonly adopt?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
  readonly author: string;
  readonly message?: string | undefined;
}

export interface RevisionsRollbackResult {
  readonly revision: number;
  readonly changeset: Changeset;
  readonly dryRun: boolean;
}

export interface RoleGrant {
  readonly by: 'role';
  readonly role: string;
  readonly declaredBy: string;
  readonly permission: string;
  readonly condition?: string;
  readonly scope?: string;
}

export interface Ruleset {
  readonly format: 1;
  readonly environment: string;
  /** Of the environment, when it was made. */
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  /** By key of the Flag. */
  readonly flags: { readonly [name: string]: { readonly [name: string]: unknown } };
  /** Those that flags ask for. */
  readonly segments: { readonly [name: string]: { readonly [name: string]: unknown } };
  /** Those that flags name. */
  readonly entitlements: { readonly [name: string]: { readonly [name: string]: unknown } };
  /** By id: plan and overrides. Absent where no flag asks for an entitlement. */
  readonly tenants?: { readonly [name: string]: { readonly [name: string]: unknown } };
  /** There where `tenants` has no plans, since too many tenants are on one: contexts have to name `tenant.plan`. */
  readonly plans?: 'in-context';
  /** By kind of context: attributes that are not to be reported. */
  readonly sensitive?: { readonly [name: string]: unknown };
}

export interface RulesetPatch {
  readonly format: 1;
  /** Of the rules: the same for as long as they say the same. */
  readonly from: string;
  /** Of the rules: the same for as long as they say the same. */
  readonly version: string;
  readonly revision: number;
  readonly madeAt: number;
}

export interface RulesetVersion {
  /** Of the rules: the same for as long as they say the same. */
  readonly version: string;
}

/**
 * Whether units are divided as the rollout says. A mismatch (p < 0.001, where five or more were expected of each) means
 * that something is lost on the way: trust no metric. Null: rollouts of the flag deal differently, or nobody was
 * exposed.
 */
export interface SampleRatio {
  /** Null: beyond all bounds. */
  readonly statistic: number | null;
  readonly degrees: number;
  readonly pValue: number;
  readonly mismatch: boolean;
}

export interface SecretName {
  readonly name: string;
  readonly updatedBy: string;
  /** RFC 3339, in UTC. */
  readonly updatedAt: string;
}

export interface SecretNamePage {
  readonly data: readonly SecretName[];
  readonly pagination: Pagination;
}

export interface SecretsSetBody {
  readonly value: string;
}

export interface ServiceAccount {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** RFC 3339, in UTC. */
  readonly createdAt: string;
}

export interface ServiceAccountPage {
  readonly data: readonly ServiceAccount[];
  readonly pagination: Pagination;
}

export interface ServiceAccountsCreateBody {
  readonly name: string;
  /** Keys of Roles. */
  readonly roles?: readonly string[] | undefined;
}

export interface ServiceAccountsSetRolesBody {
  /** Keys of Roles. */
  readonly roles: readonly string[];
}

export interface SignedChainList {
  readonly chains: ChainList;
  /** A line of a signed note over the canonical JSON of `chains`; empty where nobody can sign. */
  readonly signature: string;
}

export interface SigningKey {
  /** Eight hexadecimal digits, which stand in every signature. */
  readonly id: string;
  /** The public key as signed notes write it, for `dream audit verify --key`. */
  readonly key: string;
  /** RFC 3339, in UTC. */
  readonly createdAt: string;
}

export interface SigningKeyPage {
  readonly data: readonly SigningKey[];
  readonly pagination: Pagination;
}

export interface Status {
  readonly project: string;
  readonly environment: string;
  readonly mode: 'test' | 'live' | (string & {});
  readonly protect: boolean;
  readonly revision: number;
  readonly lastApply: RevisionSummary | null;
  readonly resources: readonly ResourceCount[];
  readonly conditions: readonly StatusCondition[];
}

export interface StatusCondition {
  readonly type: string;
  readonly status: 'true' | 'false' | 'unknown' | (string & {});
  readonly reason: string;
  readonly message: string;
  readonly observedRevision: number;
}

/** What has been sealed and not been sent yet. */
export interface StreamBacklog {
  readonly entries: number;
  /** Age of the oldest of them. */
  readonly seconds: number;
}

export interface StreamedChain {
  /** Null: of the environment itself. */
  readonly tenant: string | null;
  /** Of the last entry that was sent, or that the filter left out. */
  readonly sequence: number;
  /** Of the newest entry of the chain. */
  readonly size: number;
  /** Size of the chain as the last checkpoint says that was sent. */
  readonly checkpoint: number;
  readonly pruned: number;
}

/** Who wants to do it. A signed-in user may leave it out, and asks about themselves. */
export interface Subject {
  /** Default: `user`. */
  readonly type?: 'user' | 'service-account' | (string & {}) | undefined;
  readonly id: string;
  /** What conditions may ask of `user` besides what is stored; of one name, what is stored counts. */
  readonly properties?: { readonly [name: string]: unknown } | undefined;
}

export interface SubjectFacts {
  readonly type: string;
  readonly id: string;
  readonly standing: 'member' | 'guest' | 'service-account' | 'none' | (string & {});
  readonly roles: readonly string[];
}

export interface SubjectOfDecision {
  /** Default: `user`. */
  readonly type?: 'user' | 'service-account' | (string & {}) | undefined;
  readonly id: string;
}

export interface Tenant {
  readonly id: string;
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string | null;
  readonly region: string | null;
  /** Where the tenant's data must stay. */
  readonly dataResidency: string | null;
  readonly attributes: { readonly [name: string]: unknown };
  /** RFC 3339, in UTC. */
  readonly createdAt: string;
  /** RFC 3339, in UTC. */
  readonly updatedAt: string;
}

export interface TenantPage {
  readonly data: readonly Tenant[];
  readonly pagination: Pagination;
}

export interface TenantPlan {
  readonly tenantId: string;
  /** Key of the Plan; null: on none. */
  readonly plan: string | null;
  readonly assignedBy: string | null;
  /** RFC 3339, in UTC. */
  readonly assignedAt: string | null;
}

export interface TenantPlansSetBody {
  /** Key of a live Plan that is on sale. */
  readonly plan: string;
}

export interface TenantsCreateBody {
  /** Absent, the server makes one: `tnt_…`. */
  readonly id?: string | undefined;
  readonly name: string;
  /** ISO 4217. Declared once: it cannot change afterwards. */
  readonly currency?: Currency | undefined;
  /** Such as `eu` or `in`. Declared once: it cannot change afterwards. */
  readonly region?: string | undefined;
  /** Where the data must stay, such as `in-mumbai`. Declared once: it cannot change afterwards. */
  readonly dataResidency?: string | undefined;
  /** As the Tenancy of the environment declares them; without one, whatever you like. */
  readonly attributes?: { readonly [name: string]: unknown } | undefined;
}

export interface TenantsUpdateBody {
  readonly name?: string | undefined;
  /** Those that change; null takes one away. */
  readonly attributes?: { readonly [name: string]: unknown } | undefined;
  /** As it is; anything else is refused. */
  readonly currency?: string | null | undefined;
  /** As it is; anything else is refused. */
  readonly region?: string | null | undefined;
  /** As it is; anything else is refused. */
  readonly dataResidency?: string | null | undefined;
}

/** The same by tests that hold for one look alone, at a moment settled beforehand. */
export interface TestsForOneLook {
  readonly welch: WelchTest | null;
  readonly chiSquare: ChiSquareTest | null;
}

export interface TokenClaims {
  readonly tenantId: string;
  /** Keys of the roles that the user has in the tenant. */
  readonly roleSlugs: readonly string[];
  /** What those roles grant without a condition. Absent for want of room. */
  readonly permissions?: readonly string[];
  /** Key of the plan that the tenant is on. */
  readonly planTier: string | null;
  /**
   * Where the data of the tenant resides, for whoever passes requests on. Absent where it was not declared, or for want
   * of room.
   */
  readonly dataResidency?: string;
  readonly publishableKey: string;
  /** Revision of the environment and access version of the tenant. While both stay, so do the claims. */
  readonly policyVersion: string;
  readonly sessionId?: string;
  /** Seconds since 1970: the end of a grant that has one. */
  readonly accessUntil?: number;
  /** The permissions had no room. The roles tell, see `GET /v1/access/policy`. */
  readonly truncated?: true;
  /** Proves that the claims were made here. Absent where the server has no master key. */
  readonly seal?: string;
}

export interface TokensClaimsBody {
  /** Id of the user, the identity provider's `sub`: printable ASCII without spaces, not `.` or `..`. */
  readonly user: string;
  /** The token will be taken with this publishable key only. */
  readonly publishableKey: string;
  /** Given back among the claims. */
  readonly sessionId?: string | undefined;
  /** Bytes of the token that the claims may take, encoded. Clerk leaves some 1,200. Default: `2795`. */
  readonly maxBytes?: number | undefined;
}

export interface TokensClaimsResult {
  readonly claims: TokenClaims;
  readonly tokenBytes: number;
}

export interface User {
  /** The identity provider's `sub`. */
  readonly id: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly attributes: { readonly [name: string]: unknown };
  /** RFC 3339, in UTC. */
  readonly createdAt: string;
  /** RFC 3339, in UTC. */
  readonly updatedAt: string;
}

export interface UserPage {
  readonly data: readonly User[];
  readonly pagination: Pagination;
}

export interface UsersCreateBody {
  /** Id of the user, the identity provider's `sub`: printable ASCII without spaces, not `.` or `..`. */
  readonly id: string;
  /** Kept in lower case. */
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  /** As the Tenancy of the environment declares them; without one, whatever you like. */
  readonly attributes?: { readonly [name: string]: unknown } | undefined;
}

export interface UsersPutBody {
  /** Kept in lower case. */
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  /** As the Tenancy of the environment declares them; without one, whatever you like. */
  readonly attributes?: { readonly [name: string]: unknown } | undefined;
}

export interface UsersUpdateBody {
  /** Kept in lower case. */
  readonly email?: string | null | undefined;
  readonly name?: string | null | undefined;
  /** Those that change; null takes one away. */
  readonly attributes?: { readonly [name: string]: unknown } | undefined;
}

export interface VariationUnits {
  readonly variation: string;
  readonly units: number;
  readonly expectedShare: number | null;
}

export interface VariationUsage {
  /** Null: the default given in code. */
  readonly variation: string | null;
  readonly evaluations: number;
  /** RFC 3339, in UTC. */
  readonly lastEvaluated: string;
}

export interface Verdict {
  /** `dec_…`: the entry in the decision log. */
  readonly id: string;
  readonly allowed: boolean;
  /** What allowed it. */
  readonly grant?: RoleGrant | RelationGrant | UnknownKind<'by'> | null;
  readonly refusal?: Refusal | null;
  /** Revision of the environment whose roles and resource types decided. */
  readonly policyRevision: number;
  readonly subject?: SubjectFacts;
}

export interface VersionedRuleset {
  /** Of the rules: the same for as long as they say the same. */
  readonly version: string;
  readonly ruleset: Ruleset;
}

export interface WebhookAttempt {
  /** RFC 3339, in UTC. */
  readonly at: string;
  readonly milliseconds: number;
  readonly status: number | null;
  readonly problem: string | null;
  /** The beginning of what was answered. */
  readonly excerpt: string;
}

export interface WebhookDelivery {
  /** `whd_…` */
  readonly id: string;
  /** Key of the WebhookEndpoint. */
  readonly endpoint: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly tenantId: string | null;
  readonly state: 'pending' | 'delivered' | 'failed' | (string & {});
  /** How often it was called. */
  readonly calls: number;
  /** Of the last answer; null where there was none. */
  readonly lastStatus: number | null;
  /** Why the last call was not taken. */
  readonly lastProblem: string | null;
  /** When it is called next. RFC 3339, in UTC. */
  readonly dueAt: string | null;
  /** RFC 3339, in UTC. */
  readonly createdAt: string;
  /** RFC 3339, in UTC. */
  readonly finishedAt: string | null;
}

export interface WebhookDeliveryPart {
  readonly data: readonly WebhookDelivery[];
  readonly hasMore: boolean;
  readonly nextCursor: string | null;
}

export interface WebhookDeliveryWithAttempts {
  /** `whd_…` */
  readonly id: string;
  /** Key of the WebhookEndpoint. */
  readonly endpoint: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly tenantId: string | null;
  readonly state: 'pending' | 'delivered' | 'failed' | (string & {});
  /** How often it was called. */
  readonly calls: number;
  /** Of the last answer; null where there was none. */
  readonly lastStatus: number | null;
  /** Why the last call was not taken. */
  readonly lastProblem: string | null;
  /** When it is called next. RFC 3339, in UTC. */
  readonly dueAt: string | null;
  /** RFC 3339, in UTC. */
  readonly createdAt: string;
  /** RFC 3339, in UTC. */
  readonly finishedAt: string | null;
  /** Every call, oldest first. */
  readonly attempts: readonly WebhookAttempt[];
}

export interface WebhookEndpoint {
  readonly key: string;
  readonly name: string | null;
  readonly url: string;
  readonly events: readonly string[];
  /** `off`: the configuration says `enabled: false`. `disabled`: it is not called, for the reason beside. */
  readonly status: 'active' | 'off' | 'disabled' | (string & {});
  /** RFC 3339, in UTC. */
  readonly disabledAt: string | null;
  /**
   * `gone`: it answered 410. `failing`: no call came through for as long as one is repeated. `asked`: somebody disabled
   * it.
   */
  readonly disabledBecause: 'gone' | 'failing' | 'asked' | (string & {}) | null;
  /** No call has succeeded since; null where the last one did. RFC 3339, in UTC. */
  readonly failingSince: string | null;
  /** Deliveries that are still to be made; 1,000 stands for all that are more. */
  readonly pending: number;
  /** `configured`: the configuration names it. `own`: the server made it. `none`: nothing was signed yet. */
  readonly secret: 'configured' | 'own' | 'none' | (string & {});
}

export interface WebhookEndpointPage {
  readonly data: readonly WebhookEndpoint[];
  readonly pagination: Pagination;
}

export interface WebhooksReplayBody {
  /** A date or an instant of RFC 3339. */
  readonly since: string;
  /** Up to before then. Absent: until now. */
  readonly until?: string | undefined;
  /** Types of events, where `*` stands for any text. Absent: those that the endpoint asks for. */
  readonly types?: readonly string[] | undefined;
  /** Leave out what came through. Default: `false`. */
  readonly undeliveredOnly?: boolean | undefined;
}

export interface WebhooksReplayResult {
  readonly replayed: number;
  /** `active`: it is called. Else what is pending waits until it is enabled again. */
  readonly endpointStatus: 'active' | 'off' | 'disabled' | (string & {});
}

export interface WebhooksRotateSecretBody {
  /** How long the secret before signs besides: `24h`. `0`: no longer. Default: `24h`. */
  readonly keepPreviousFor?: string | undefined;
}

export interface WebhooksRotateSecretResult {
  /** `whsec_…` */
  readonly secret: string;
  /** RFC 3339, in UTC. */
  readonly previousUntil: string | null;
}

export interface WelchTest {
  readonly difference: number;
  readonly interval: Interval;
  readonly lift: number | null;
  /** Null: it has no bounds, as the mean of the control may itself be 0. */
  readonly liftInterval: Interval | null;
  readonly pValue: number;
}

export type Currency =
  | 'AED'
  | 'AFN'
  | 'ALL'
  | 'AMD'
  | 'AOA'
  | 'ARS'
  | 'AUD'
  | 'AWG'
  | 'AZN'
  | 'BAM'
  | 'BBD'
  | 'BDT'
  | 'BHD'
  | 'BIF'
  | 'BMD'
  | 'BND'
  | 'BOB'
  | 'BRL'
  | 'BSD'
  | 'BTN'
  | 'BWP'
  | 'BYN'
  | 'BZD'
  | 'CAD'
  | 'CDF'
  | 'CHF'
  | 'CLP'
  | 'CNY'
  | 'COP'
  | 'CRC'
  | 'CUP'
  | 'CVE'
  | 'CZK'
  | 'DJF'
  | 'DKK'
  | 'DOP'
  | 'DZD'
  | 'EGP'
  | 'ERN'
  | 'ETB'
  | 'EUR'
  | 'FJD'
  | 'FKP'
  | 'GBP'
  | 'GEL'
  | 'GHS'
  | 'GIP'
  | 'GMD'
  | 'GNF'
  | 'GTQ'
  | 'GYD'
  | 'HKD'
  | 'HNL'
  | 'HTG'
  | 'HUF'
  | 'IDR'
  | 'ILS'
  | 'INR'
  | 'IQD'
  | 'IRR'
  | 'ISK'
  | 'JMD'
  | 'JOD'
  | 'JPY'
  | 'KES'
  | 'KGS'
  | 'KHR'
  | 'KMF'
  | 'KPW'
  | 'KRW'
  | 'KWD'
  | 'KYD'
  | 'KZT'
  | 'LAK'
  | 'LBP'
  | 'LKR'
  | 'LRD'
  | 'LSL'
  | 'LYD'
  | 'MAD'
  | 'MDL'
  | 'MGA'
  | 'MKD'
  | 'MMK'
  | 'MNT'
  | 'MOP'
  | 'MRU'
  | 'MUR'
  | 'MVR'
  | 'MWK'
  | 'MXN'
  | 'MYR'
  | 'MZN'
  | 'NAD'
  | 'NGN'
  | 'NIO'
  | 'NOK'
  | 'NPR'
  | 'NZD'
  | 'OMR'
  | 'PAB'
  | 'PEN'
  | 'PGK'
  | 'PHP'
  | 'PKR'
  | 'PLN'
  | 'PYG'
  | 'QAR'
  | 'RON'
  | 'RSD'
  | 'RUB'
  | 'RWF'
  | 'SAR'
  | 'SBD'
  | 'SCR'
  | 'SDG'
  | 'SEK'
  | 'SGD'
  | 'SHP'
  | 'SLE'
  | 'SOS'
  | 'SRD'
  | 'SSP'
  | 'STN'
  | 'SVC'
  | 'SYP'
  | 'SZL'
  | 'THB'
  | 'TJS'
  | 'TMT'
  | 'TND'
  | 'TOP'
  | 'TRY'
  | 'TTD'
  | 'TWD'
  | 'TZS'
  | 'UAH'
  | 'UGX'
  | 'USD'
  | 'UYU'
  | 'UZS'
  | 'VED'
  | 'VES'
  | 'VND'
  | 'VUV'
  | 'WST'
  | 'XAF'
  | 'XCD'
  | 'XCG'
  | 'XOF'
  | 'XPF'
  | 'YER'
  | 'ZAR'
  | 'ZMW'
  | 'ZWG'
  | (string & {});
