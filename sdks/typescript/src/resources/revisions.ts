// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import type { Paged } from '../core/paged.ts';
import { Resource } from '../core/resource.ts';
import type {
  Changeset,
  Revision,
  RevisionSummary,
  RevisionSummaryPage,
  RevisionsCreateBody,
  RevisionsCreateResult,
  RevisionsRollbackBody,
  RevisionsRollbackResult,
} from '../types.ts';

export interface RevisionsListQuery {
  /** From 1. Default: `1`. */
  readonly page?: number | undefined;
  /** Items on a page. Default: `50`. */
  readonly pageSize?: number | undefined;
}

/** Computes changesets, applies them, rolls back, and tells what was applied and how all of it is doing. */
export class Revisions extends Resource {
  /**
   * Compare two revisions.
   *
   * For a secret key.
   *
   * Errors: `revisions/not-found`.
   *
   * @param from Number of a revision; 0 is the empty environment.
   * @param to Number of a revision; 0 is the empty environment.
   */
  compare(from: number, to: number, options?: CallOptions): Call<Changeset> {
    return this.call(
      { id: 'revisions.compare', method: 'GET', route: '/v1/revisions/{from}/changes/{to}' },
      { path: { from, to } },
      options,
    );
  }

  /**
   * Apply the desired state, or a changeset computed earlier.
   *
   * All or nothing, in one transaction. `dryRun` does everything and takes it back.
   *
   * For a secret key.
   *
   * Errors: `changes/approval-required`, `changes/conflict`, `changes/desired-state-needed`, `changes/format-version`,
   * `changes/guardrail-refused`, `changes/invalid`, `changes/stale`, `changes/wrong-environment`.
   */
  create(body: RevisionsCreateBody, options?: CallOptions): Call<RevisionsCreateResult> {
    return this.call(
      { id: 'revisions.create', method: 'POST', route: '/v1/revisions', isMutation: true },
      { body },
      options,
    );
  }

  /**
   * Get a revision with its changeset.
   *
   * For a secret key.
   *
   * Errors: `revisions/not-found`.
   *
   * @param number_ Number of the revision, from 1.
   */
  get(number_: number, options?: CallOptions): Call<Revision> {
    return this.call(
      { id: 'revisions.get', method: 'GET', route: '/v1/revisions/{number}' },
      { path: { number: number_ } },
      options,
    );
  }

  /**
   * List revisions, newest first.
   *
   * For a secret key.
   */
  list(query?: RevisionsListQuery, options?: CallOptions): Paged<RevisionSummaryPage, RevisionSummary> {
    return this.pages({ id: 'revisions.list', method: 'GET', route: '/v1/revisions' }, { query }, options);
  }

  /**
   * Apply, as a new revision, the state of an earlier one.
   *
   * For a secret key.
   *
   * Errors: `changes/approval-required`, `changes/conflict`, `changes/desired-state-needed`, `changes/format-version`,
   * `changes/guardrail-refused`, `changes/invalid`, `changes/stale`, `changes/wrong-environment`,
   * `revisions/not-found`.
   *
   * @param number_ Number of the revision, from 1.
   */
  rollback(number_: number, body: RevisionsRollbackBody, options?: CallOptions): Call<RevisionsRollbackResult> {
    return this.call(
      { id: 'revisions.rollback', method: 'POST', route: '/v1/revisions/{number}/rollback', isMutation: true },
      { path: { number: number_ }, body },
      options,
    );
  }
}
