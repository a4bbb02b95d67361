import type { Json, JsonObject } from '../json.ts';
import type { ChangeAction, EnvironmentSettings, ResourceId } from '../resource.ts';
import type { Impact, ImpactTotals } from './impact.ts';

/**
 * Raised when a reader of an older version could misread a changeset: a field renamed, removed or given
 * another meaning. New optional fields do not raise it.
 */
export const changesetFormatVersion = 1;

/**
 * What `dream plan` computes: an ordered, frozen list of changes with their impact. Plain data: it can
 * be stored, posted and applied later. It never holds a secret's value.
 */
export interface Changeset {
  readonly formatVersion: typeof changesetFormatVersion;
  readonly project: string;
  readonly environment: string;
  /** sha256 over every change's identity, before and after hashes, impact and the settings. */
  readonly fingerprint: string;
  readonly summary: ChangesetSummary;
  /** Absent in changesets of versions that could not tell. */
  readonly impact?: ImpactTotals;
  /** In the order they are made: creates and updates after what they refer to, deletes before. */
  readonly changes: readonly Change[];
  /** Present when the environment's own settings (mode, protect, guardrails) change. */
  readonly settings?: { readonly before: EnvironmentSettings | null; readonly after: EnvironmentSettings };
  readonly guardrails: readonly GuardrailFinding[];
  readonly conflicts: readonly Conflict[];
}

export interface ChangesetSummary {
  readonly create: number;
  readonly update: number;
  readonly delete: number;
  readonly rename: number;
}

export interface Change extends ResourceId {
  readonly action: ChangeAction;
  /** The former key of a rename. */
  readonly from?: string;
  /** Who owns it afterwards; of a delete, who owned it. */
  readonly owner: 'files' | 'api';
  readonly fields: readonly FieldChange[];
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
  /** Hash of the live body the change was computed from, null when there was none: what "stale" compares. */
  readonly beforeHash: string | null;
  readonly afterHash: string | null;
  readonly impact: Impact;
}

/** One field that differs. Lists with a key are addressed by it: `steps[mail].after`. */
export interface FieldChange {
  readonly path: string;
  /** Absent when the field did not exist before. */
  readonly before?: Json;
  /** Absent when the field is removed. */
  readonly after?: Json;
}

export interface GuardrailFinding {
  /** `requireApproval`, `protect`, `immutable`, `maxDeletes` … */
  readonly rule: string;
  /**
   * `allowed`: over the limit, and let through by whoever named exactly this figure. `approved`: let through by
   * whoever named the fingerprint; only a changeset that was applied says so.
   */
  readonly outcome: 'refused' | 'needs-approval' | 'allowed' | 'approved';
  readonly message: string;
  readonly limit?: number;
  readonly figure?: number;
  readonly resources: readonly ResourceId[];
}

/** A document in the files meets a live resource that the files do not own, or that moved since. */
export interface Conflict extends ResourceId {
  readonly reason: 'owned-by-api' | 'moved-since-plan';
  readonly message: string;
  readonly fields: readonly ConflictField[];
  /** Who changed the live side last, and when (RFC 3339). */
  readonly changedBy: string;
  readonly changedAt: string;
}

export interface ConflictField {
  readonly path: string;
  readonly live?: Json;
  readonly desired?: Json;
}
