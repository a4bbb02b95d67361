// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import { Resource } from '../core/resource.ts';
import type { Changeset, ChangesetsComputeBody } from '../types.ts';

/** Computes changesets, applies them, rolls back, and tells what was applied and how all of it is doing. */
export class Changesets extends Resource {
  /**
   * Compute what would change, and who would feel it.
   *
   * Compares the desired resources with the live state of the environment. Writes nothing. Most plans find nothing to
   * change, so `desiredHash` may be sent in place of `desired`: if that is the state which the latest apply left
   * nothing to do for, the answer is the empty changeset; if not, it is `changes/desired-state-needed`, and `desired`
   * is to be sent.
   *
   * For a secret key.
   *
   * Errors: `changes/desired-state-needed`, `changes/invalid`, `changes/wrong-environment`.
   */
  compute(body: ChangesetsComputeBody, options?: CallOptions): Call<Changeset> {
    return this.call({ id: 'changesets.compute', method: 'POST', route: '/v1/changesets' }, { body }, options);
  }
}
