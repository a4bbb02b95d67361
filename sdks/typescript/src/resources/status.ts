// Written by dream generate sdk; do not edit.
import type { Call } from '../core/call.ts';
import type { CallOptions } from '../core/options.ts';
import { Resource } from '../core/resource.ts';
import type { Status } from '../types.ts';

/** Computes changesets, applies them, rolls back, and tells what was applied and how all of it is doing. */
export class StatusResource extends Resource {
  /**
   * Get the live revision, counts and conditions of the environment.
   *
   * For a secret key.
   */
  get(options?: CallOptions): Call<Status> {
    return this.call({ id: 'status.get', method: 'GET', route: '/v1/status' }, {}, options);
  }
}
