import type { Changeset } from '../engine/changeset/changeset.ts';
import type { AllowedFigures } from '../engine/changeset/guardrails.ts';
import type { JsonObject } from '../engine/json.ts';
import type { Page, PageRequest } from '../server/page.ts';
import type { DesiredState } from '../engine/resource.ts';
import type { AccessClient } from './access-client.ts';
import type { AlertClient } from './alert-client.ts';
import type { AuditClient } from './audit-client.ts';
import type { EntitlementClient } from './entitlement-client.ts';
import type { EventsClient } from './events-client.ts';
import type { FlagClient } from './flag-client.ts';
import type { TenancyClient } from './tenancy-client.ts';

/**
 * What commands ask of a control plane, wherever it runs: in this process, in the process that holds
 * `.dream/`, or behind `--server`. One client over one HTTP API; only the transport differs.
 * Every method rejects with a `PlatformError` (src/app/platform-error.ts) when the server answers with an error.
 */
export interface ControlPlane
  extends TenancyClient,
    AccessClient,
    EntitlementClient,
    FlagClient,
    AuditClient,
    AlertClient,
    EventsClient {
  /** For notices: `embedded database in .dream/`, `https://dream.acme.com`. */
  readonly description: string;
  plan(desired: DesiredState, options: PlanOptions): Promise<Changeset>;
  apply(request: ApplyRequest): Promise<ApplyResult>;
  rollback(request: RollbackRequest): Promise<ApplyResult>;
  status(): Promise<EnvironmentStatus>;
  history(page: PageRequest): Promise<Page<RevisionSummary>>;
  revision(number: number): Promise<Revision>;
  /** What changed between two revisions, as a changeset without guardrails. */
  diff(from: number, to: number): Promise<Changeset>;
  resources(filter: { readonly kind?: string }, page: PageRequest): Promise<Page<LiveResource>>;
  keys: {
    list(page: PageRequest): Promise<Page<ApiKey>>;
    create(request: CreateKeyRequest): Promise<CreatedKey>;
    rotate(id: string, expiresInSeconds: number): Promise<CreatedKey>;
    revoke(id: string): Promise<ApiKey>;
  };
  secrets: {
    list(): Promise<readonly SecretName[]>;
    set(name: string, value: string): Promise<SecretName>;
    remove(name: string): Promise<void>;
  };
  close(): Promise<void>;
}

export interface PlanOptions {
  /** Take over resources that the API created. */
  readonly adopt: boolean;
  readonly allow?: AllowedFigures;
}

export interface ApplyRequest {
  /** Either what the files say now, or a changeset computed earlier. */
  readonly source: { readonly desired: DesiredState } | { readonly changeset: Changeset };
  /** Refuse when the changeset computed now has another fingerprint: the user saw that one. */
  readonly expect?: string;
  /** The fingerprint the user approves, for changes that need an approval. */
  readonly approve?: string;
  /** Figures that may be over their limit, each exactly as named. */
  readonly allow?: AllowedFigures;
  readonly adopt: boolean;
  /** Do everything and roll back. */
  readonly dryRun: boolean;
  readonly author: string;
  readonly commit?: string;
  readonly message?: string;
}

export interface RollbackRequest {
  readonly to: number;
  /** Take over resources that the API created since. */
  readonly adopt?: boolean;
  /** Refuse when the changeset computed now has another fingerprint: the user saw that one. */
  readonly expect?: string;
  readonly approve?: string;
  readonly allow?: AllowedFigures;
  readonly dryRun: boolean;
  readonly author: string;
  readonly message?: string;
}

export interface ApplyResult {
  /** The new revision's number; the current one when there was nothing to change. */
  readonly revision: number;
  readonly changeset: Changeset;
  readonly dryRun: boolean;
}

export interface EnvironmentStatus {
  readonly project: string;
  readonly environment: string;
  readonly mode: 'test' | 'live';
  readonly protect: boolean;
  readonly revision: number;
  readonly lastApply: RevisionSummary | null;
  readonly resources: readonly { readonly kind: string; readonly files: number; readonly api: number }[];
  /** Level-based facts about the environment, each as of a revision. */
  readonly conditions: readonly {
    readonly type: string;
    readonly status: 'true' | 'false' | 'unknown';
    readonly reason: string;
    readonly message: string;
    readonly observedRevision: number;
  }[];
}

export interface RevisionSummary {
  readonly id: string;
  readonly number: number;
  readonly cause: 'apply' | 'rollback' | 'api';
  readonly rollbackTo: number | null;
  readonly author: string;
  readonly commit: string | null;
  readonly message: string | null;
  readonly summary: Changeset['summary'];
  /** RFC 3339, UTC. */
  readonly createdAt: string;
}

export interface Revision extends RevisionSummary {
  readonly changeset: Changeset;
}

export interface LiveResource {
  readonly kind: string;
  readonly key: string;
  readonly body: JsonObject;
  readonly owner: 'files' | 'api';
  readonly hash: string;
  readonly revision: number;
  readonly updatedBy: string;
  readonly updatedAt: string;
}

export type { Page, PageRequest };

export interface ApiKey {
  readonly id: string;
  readonly type: 'secret' | 'publishable';
  readonly name: string;
  readonly hint: string;
  readonly mode: 'test' | 'live';
  readonly scopes: readonly string[];
  /** The tenant that a secret key acts for where the request names none. */
  readonly defaultTenant: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

export interface CreateKeyRequest {
  readonly type: 'secret' | 'publishable';
  readonly name: string;
  /** Absent: everything for a secret key, and for a publishable one all that such keys may do. */
  readonly scopes?: readonly string[];
  /** Of a secret key: the tenant it acts for where the request names none. */
  readonly defaultTenant?: string;
  readonly expiresAt?: string;
}

/** The only answer that ever holds the key itself. */
export interface CreatedKey extends ApiKey {
  readonly key: string;
}

export interface SecretName {
  readonly name: string;
  readonly updatedBy: string;
  readonly updatedAt: string;
}
